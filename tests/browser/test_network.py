"""The network picture in a real JupyterLab: played, stepped, dragged, flipped, followed back, and
looked at closely."""

import re
from statistics import median

import lab as harness
import pytest
from pictures import ROOT, attribute, choose, drag, settles, slider
from playwright.sync_api import expect

from explorer.style import number

NETWORK = (
    "from explorer import *\nnetwork = NetworkExplorer([5, -1, 9.5, 13.2, 16.2, 20.5, 42, 18],"
    " alpha=0.12)\nnetwork"
)
PLAYING = f"document.querySelector('{ROOT}').dataset.playing === '{{}}'"
POSITION = f"document.querySelector('{ROOT}').dataset.position"
ONE_LINE = (
    f"document.querySelector('{ROOT} .bracket').setAttribute('transform',"
    " `translate(${performance.now() % 9})`)"
)
KNOB = ".handle:not(.vertical)"
SENTENCE = f"{ROOT} .sentence"
RUNS = 5


@pytest.fixture(scope="module")
def opened(server, chromium):
    harness.write_notebook(server.root / "network.ipynb", NETWORK, "network")
    with harness.open_lab(chromium, server) as lab:
        lab.open("network.ipynb")
        yield lab


@pytest.fixture
def lab(opened):
    """A notebook with two views of one explorer, made anew and drawn."""
    opened.page.set_viewport_size({"width": 1280, "height": 2600})
    for trouble in (opened.console_errors, opened.page_errors, opened.foreign_requests):
        trouble.clear()
    opened.command("notebook:clear-all-cell-outputs")
    opened.run_all()
    opened.page.wait_for_function(f"() => document.querySelectorAll('{ROOT} canvas').length === 4")
    opened.page.wait_for_function(f"() => document.querySelector('{ROOT}').clientWidth > 600")
    opened.page.mouse.move(0, 0)
    opened.wait_until_idle()
    yield opened
    assert opened.problems == []


@pytest.fixture
def page(lab):
    return lab.page


def inked(page):
    """The ink on the network's canvas, as text."""
    return page.evaluate(f"() => document.querySelector('{ROOT} canvas').toDataURL()")


def values(lab):
    lab.wait_until_idle()
    lab.page.wait_for_timeout(300)
    lab.wait_until_idle()
    return eval(lab.ask("network.state.values"))


def test_playing_sends_nothing_and_is_nearly_as_smooth_as_the_moving_of_one_line(lab, page):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.get_by_label("Speed").first.select_option("4")
    played, least = [], []
    for _ in range(RUNS):
        with (
            lab.frames() as frames,
            lab.animation(*map(PLAYING.format, ("true", "false")), POSITION) as run,
        ):
            page.get_by_role("button", name="Play").first.click()
        assert frames == []
        assert attribute(page, "data-layer") == "6"
        assert run.changes >= run.frames - 2
        page.evaluate("window.until = performance.now() + 1500")
        with lab.animation("true", "performance.now() > window.until", ONE_LINE) as moving:
            pass
        played.append(run.frames_per_second)
        least.append(moving.frames_per_second)
    assert median(played) >= 0.7 * median(least), (played, least)
    assert page.get_by_text("After layer 6 of 6").first.is_visible()


def test_step_scrub_pause_and_reset_move_the_playhead(page):
    for name, layer in [
        ("Step forward", 1),
        ("Step forward", 2),
        ("Step back", 1),
        ("Step back", 0),
    ]:
        page.get_by_role("button", name=name).first.click()
        assert attribute(page, "data-layer") == str(layer)
    scrub = slider(page, "Layer")
    scrub.focus()
    for key, layer in [("ArrowRight", 1), ("End", 6), ("ArrowLeft", 5), ("Home", 0)]:
        page.keyboard.press(key)
        assert attribute(page, "data-layer") == str(layer)
        words = f"after layer {layer} of 6" if layer else "at the input"
        assert scrub.get_attribute("aria-valuetext") == words
    page.keyboard.press("Space")
    assert attribute(page, "data-playing") == "true"
    page.get_by_role("button", name="Pause").click()
    assert attribute(page, "data-playing") == "false"
    assert 0 < float(attribute(page, "data-position")) < 6


def test_between_layers_the_words_are_of_the_layer_under_way_or_of_where_a_gradient_is(lab, page):
    scrub = slider(page, "Layer")
    for flow in (None, 5):
        if flow is not None:
            choose(lab, flow=flow)
        for position in ("2.2", "2.7", "2.99"):
            scrub.fill(position)
            assert attribute(page, "data-position") == f"{float(position):.3f}"
            assert scrub.get_attribute("aria-valuetext") == "in layer 3 of 6"
            assert page.locator(f"{ROOT} .where").first.inner_text() == "in layer 3 of 6"
            words = page.locator(SENTENCE).first.inner_text()
            if flow is not None:
                assert "after layer 3 of 6" in words
            elif position == "2.2":
                assert words == "Layer 3 of 6 compares neighbours."
            else:
                assert re.match(r"Layer 3 of 6, 4 pairs: \d mostly exchanged\. .* stays, ", words)
    choose(lab, flow=None)
    scrub.fill("3")
    assert scrub.get_attribute("aria-valuetext") == "after layer 3 of 6"
    assert page.locator(SENTENCE).first.inner_text().startswith("After layer 3 of 6")


def test_an_input_can_be_dragged_and_nudged_in_both_views(lab, page):
    second = slider(page, "Input on wire 1")
    second.focus()
    page.keyboard.press("ArrowUp")
    assert values(lab)[1] == 0
    for selector, dx, dy in [(".handle.vertical", 0, -60), (".handle:not(.vertical)", 30, 0)]:
        before = values(lab)[1]
        handle = page.locator(f"{ROOT} {selector}").nth(1)
        handle.scroll_into_view_if_needed()
        drag(page, handle, dx, dy)
        value = values(lab)[1]
        assert value > before + 1
        assert float(second.get_attribute("aria-valuenow")) == value
    assert page.get_by_label("numbers", exact=True).first.input_value() == "own numbers"


def test_pointing_at_or_tabbing_to_a_comparator_says_what_it_does(page):
    card = page.locator(f"{ROOT} .card").first
    arrow = page.get_by_role("img", name="Comparator on wires 0 and 1, layer 1", exact=True).first
    page.get_by_label("Layer", exact=True).first.focus()
    arrow.focus()
    assert "in 5 and -1 · out " in card.inner_text()
    assert "d maximum / d in" in card.inner_text()
    page.keyboard.press("ArrowDown")
    assert "Comparator on wires 3 and 2, layer 1" in card.inner_text()
    page.keyboard.press("ArrowRight")
    assert "layer 2" in card.inner_text()
    arrow.locator(".hit").hover(force=True)
    assert "Comparator on wires 0 and 1, layer 1" in card.inner_text()


def test_log_sum_exp_says_that_it_has_no_mean_and_no_weights(lab, page):
    page.get_by_label("relaxation").first.select_option("softmax")
    settles(page, "root.querySelector('.legend').textContent.includes('no mixing weights')")
    slider(page).focus()
    page.keyboard.press("Home")
    settles(page, "root.querySelector('h3').textContent.includes('alpha = 0.008313 per unit')")
    assert page.get_by_text("diverges at 0").first.is_visible()


def test_a_handle_pointed_at_or_focused_lights_its_way(page):
    rest, pictures = inked(page), []
    for wire in (2, 5):
        knob = page.locator(f"{ROOT} {KNOB}").nth(wire)
        knob.hover()
        pictures.append(inked(page))
        page.mouse.move(0, 0)
        assert inked(page) == rest
        knob.focus()
        assert inked(page) == pictures[-1]
        knob.blur()
        assert inked(page) == rest
    page.locator(f"{ROOT} .handle.vertical").nth(5).hover()
    assert inked(page) == pictures[1]
    assert len({rest, *pictures}) == 3


def test_zeros_and_ones_are_flipped_by_a_click_and_by_keys(lab, page):
    choose(lab, preset="zeros and ones")
    bits = values(lab)
    page.locator(f"{ROOT} {KNOB}").nth(0).click()
    bits = (1 - bits[0], *bits[1:])
    assert values(lab) == bits
    page.locator(f"{ROOT} .handle.vertical").nth(
        7
    ).click()  # of those at one height the last lies on top
    bits = (*bits[:7], 1 - bits[7])
    assert values(lab) == bits
    slider(page, "Input on wire 2").focus()
    for key, bit in [("ArrowUp", 1), ("ArrowRight", 1), ("ArrowDown", 0), ("End", 1), ("Home", 0)]:
        page.keyboard.press(key)
        assert values(lab)[2] == bit
    assert lab.ask("network.state.preset") == "'zeros and ones'"
    assert page.get_by_text("(zero-one principle)").first.is_visible()


def test_ones_of_ones_own_are_dragged_like_any_numbers(lab, page):
    choose(lab, values=[1, 1])
    box = page.locator(f"{ROOT} {KNOB}").nth(0).bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 20, y)
    page.mouse.up()
    first, second = values(lab)
    assert second == 1
    assert first not in (0, 1)


def test_a_gradient_is_followed_back_in_words_and_in_play(lab, page):
    drawn = int(attribute(page, "data-drawn"))
    page.locator(f"{ROOT} text.output").nth(5).click()
    settles(page, f"root.dataset.drawn > {drawn}")
    assert lab.ask("network.state.flow") == "5"
    page.get_by_label("Speed").first.select_option("4")
    page.get_by_role("button", name="Play backwards").first.click()
    settles(page, "root.dataset.playing === 'false' && root.dataset.layer === '0'")
    told = [page.locator(SENTENCE).first.inner_text()]
    for _ in range(6):
        page.get_by_role("button", name="Step forward").first.click()
        told.append(page.locator(SENTENCE).first.inner_text())
        assert page.locator(f"{ROOT} .diffsort-spoken").first.inner_text() == told[-1]
    assert all(words.startswith("Gradient of output 5, ") for words in told)
    assert len(set(told)) == 7
    assert told[6].endswith("after layer 6 of 6: 1 on wire 5, and on no other.")
    page.locator(f"{ROOT} text.output").nth(5).click()
    settles(page, "root.querySelector('.sentence').textContent.startsWith('After layer 6 of 6')")
    assert lab.ask("network.state.flow") == "None"


def test_an_output_that_is_not_there_is_said_to_be_missing(lab, page):
    lab.ask("network.state.update(flow=9)")
    page.get_by_text("There is no output 9: the last is 7.").first.wait_for()


def test_the_playhead_and_the_focus_stay_when_the_picture_is_made_anew(lab, page):
    for _ in range(3):
        page.get_by_role("button", name="Step forward").first.click()
    choose(lab, below="hard network")
    assert attribute(page, "data-layer") == "3"
    expect(
        page.get_by_role("group", name="The soft network, and the hard one below")
    ).to_have_count(2)
    for name, role in [
        ("Input on wire 4", "slider"),
        ("Comparator on wires 2 and 3, layer 3", "img"),
    ]:
        part = page.get_by_role(role, name=name, exact=True).first
        part.evaluate("node => node.focus()")
        page.set_viewport_size({"width": 1200 if role == "slider" else 1100, "height": 2600})
        page.wait_for_timeout(700)
        assert page.evaluate("document.activeElement.getAttribute('aria-label')") == name
    assert attribute(page, "data-layer") == "3"
    choose(lab, network="odd-even merge")
    assert attribute(page, "data-layer") == "0"


def test_a_second_view_shows_the_same(lab, page):
    def shown(nth):
        knobs, root = page.locator(ROOT).nth(nth).locator(KNOB).all(), page.locator(ROOT).nth(nth)
        return root.locator("h3").inner_text(), [
            knob.get_attribute("aria-valuenow") for knob in knobs
        ]

    slider(page, "Input on wire 1", 1).focus()
    page.keyboard.press("ArrowUp")
    assert values(lab)[1] == 0
    choose(lab, alpha=0.3, network="odd-even merge")
    assert shown(0) == shown(1)
    outputs = page.locator(ROOT).first.locator("text.output").all_text_contents()
    hard = page.locator(ROOT).first.locator("text.quiet", has_text="hard ").all_text_contents()
    soft, still = (
        eval(lab.ask(f"network.scene().{part}[-1].tolist()")) for part in ("soft", "hard")
    )
    assert [words.split("back")[-1] for words in outputs] == [number(value) for value in soft]
    assert hard == [f"hard {number(value)}" for value in still]
    assert "Odd-even merge" in shown(0)[0]
    assert float(shown(0)[1][1]) == 0
