"""The keys of a lecturer: what each does on the stage, once."""

import pytest
from exports import LIVE
from playwright.sync_api import expect
from staged import SCREENS, enter, hero, made, middle, position

ROOT = ".diffsort-explorer"


def test_a_lecturer_plays_steps_and_turns_alpha_from_the_back(open_explorer):
    found = open_explorer(made("NetworkExplorer"), SCREENS[0])
    root, press = enter(found), found.page.keyboard.press
    for key, place in [
        *[("End", 6), ("ArrowLeft", 5), ("PageUp", 4), ("Home", 0), ("ArrowRight", 1)],
        *[("PageDown", 2), ("End", 6), ("ArrowRight", 6), ("Home", 0), ("ArrowLeft", 0)],
    ]:
        press(key)
        assert position(root) == place, key
    playing = root.locator(".diffsort-network")
    press(" ")
    expect(playing).to_have_attribute("data-playing", "true")
    press(" ")
    expect(playing).to_have_attribute("data-playing", "false")
    place = int(hero(found).input_value())
    for key, by in [("+", 1), ("=", 2), ("-", 1), ("-", 0), ("-", -1)]:
        press(key)
        assert int(hero(found).input_value()) == place + by, key
    press("Control+-")  # the browser's own
    assert int(hero(found).input_value()) == place - 1


@pytest.mark.parametrize("name", sorted(set(LIVE) - {"NetworkExplorer"}))
def test_where_nothing_plays_the_arrows_turn_alpha(name, open_explorer):
    found = open_explorer(made(name), SCREENS[0])
    enter(found)
    slider, press = hero(found), found.page.keyboard.press
    place, last = int(slider.input_value()), int(slider.get_attribute("max"))
    for key, to in [
        *[("ArrowRight", place + 1), ("ArrowLeft", place), ("-", place - 1)],
        *[("+", place), ("End", last), ("Home", 0)],
    ]:
        press(key)
        assert int(slider.input_value()) == to, key
    press("End")
    chosen = found.page.locator(ROOT).get_by_text("alpha = ").first.text_content()
    press(" ")  # it glides, and nothing is chosen by that
    found.page.wait_for_timeout(700)
    gliding = int(slider.input_value())
    assert gliding < last
    press(" ")
    expect(slider).to_have_value(str(last))
    assert found.page.locator(ROOT).get_by_text("alpha = ").first.text_content() == chosen


def test_a_key_acts_once_where_what_has_the_focus_uses_it(open_explorer):
    found = open_explorer(made("NetworkExplorer"), SCREENS[0])
    root, press = enter(found), found.page.keyboard.press
    slider = hero(found)
    place = int(slider.input_value())
    slider.focus()
    press("ArrowRight")
    assert (int(slider.input_value()), position(root)) == (place + 1, 0)
    press("+")
    assert int(slider.input_value()) == place + 2
    press("End")
    assert position(root) == 0
    found.slider("Layer").focus()
    press("ArrowRight")
    assert position(root) == 1
    knob = root.locator(".handle[role=slider]").first
    knob.focus()
    before = float(knob.get_attribute("aria-valuenow"))
    press("ArrowRight")
    assert float(knob.get_attribute("aria-valuenow")) == pytest.approx(before + 1)
    assert position(root) == 1
    press(" ")
    expect(root.locator(".diffsort-network")).to_have_attribute("data-playing", "true")
    press(" ")
    expect(root.locator(".diffsort-network")).to_have_attribute("data-playing", "false")
    found.button("Step back").focus()
    at = position(root)
    press(" ")
    assert position(root) < at  # the button is pressed, and nothing plays
    expect(root.locator(".diffsort-network")).to_have_attribute("data-playing", "false")
    root.locator(".comparator[tabindex='0']").focus()
    at = position(root)
    press("ArrowRight")
    assert position(root) == at


def test_other_numbers_are_drawn_and_it_is_said_what_was_there(open_explorer):
    found = open_explorer(made("NetworkExplorer", values=[3, 1, 2]), SCREENS[0])
    root, press = enter(found), found.page.keyboard.press
    said = root.locator(".diffsort-stagebar [role=status]")
    press("n")
    expect(said).to_have_text("random numbers, seed 1, in the place of your own numbers")
    press("n")
    expect(said).to_have_text("random, seed 2")
    press("+")
    expect(said).to_contain_text("space: play")
    press("Escape")
    shown = found.shown()
    assert (shown["preset"], shown["seed"], len(shown["values"])) == ("random", 2, 3)


def test_who_wants_no_motion_sees_alpha_stand(open_explorer):
    found = open_explorer(made("AlphaExplorer"), SCREENS[0], reduced_motion="reduce")
    enter(found)
    slider = hero(found)
    place = slider.input_value()
    found.page.keyboard.press(" ")
    found.page.wait_for_timeout(600)
    assert slider.input_value() == place


def test_what_to_do_first_is_said_at_its_handle_until_a_key_does_anything(open_explorer):
    context = {"opening": True, "reduced_motion": "reduce"}
    found = open_explorer(made("NetworkExplorer", stage=True), SCREENS[0], **context)
    root = found.explorer()
    hint = root.locator(".hint")
    expect(hint).to_be_visible()
    found.page.wait_for_timeout(400)
    words, knob = hint.bounding_box(), root.locator(".handle[role=slider]").first.bounding_box()
    assert words["x"] <= middle(knob)[0] <= words["x"] + words["width"]
    assert 0 <= knob["y"] - words["y"] - words["height"] <= 20
    found.page.keyboard.press("Home")
    expect(hint).to_have_count(0)
