"""What is seen on the stage from the back of a hall: large type, thick arrows, the picture and its
hero control, and nothing else."""

import pytest
from exports import LIVE
from staged import ARROW, SCREENS, SEEN, TYPE, enter, made

SIZES = """(root) => [...root.querySelectorAll('text')].filter((node) => node.textContent.trim())
    .filter((node) => !node.closest('.card'))
    .map((node) => [node.textContent, node.getBoundingClientRect().height])"""


@pytest.mark.parametrize("name", LIVE)
@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_on_a_wall_it_is_read_and_all_of_it_is_seen(name, screen, open_explorer):
    found = open_explorer(made(name), screen)
    root = enter(found)
    seen = root.evaluate(SEEN)
    assert seen["window"] == list(screen)
    assert seen["root"] == pytest.approx([0, 0, *screen], abs=1)
    assert len(seen["words"]) > 5
    assert [each for each in seen["words"] if each[1] < TYPE - 1e-3] == []
    assert [each for each in root.evaluate(SIZES) if each[1] < TYPE] == []
    assert all(width >= ARROW for width in seen["arrows"])
    assert bool(seen["arrows"]) == (name == "NetworkExplorer")
    (left, top, right, bottom), (_, low, _, floor) = seen["hero"], seen["bar"]
    assert 0 <= top < bottom
    assert 0 <= left < right <= screen[0]
    for picture in seen["picture"]:
        assert bottom - 1 <= picture[1] < picture[3] <= low + 1
        assert 0 <= picture[0] < picture[2] <= screen[0]
    assert low < floor <= screen[1]
    assert max(box[3] - box[1] for box in seen["picture"]) > 0.4 * screen[1]
    assert seen["scrolled"] == [0, 0]


@pytest.mark.parametrize("name", LIVE)
def test_only_the_hero_and_what_plays_is_there_to_be_touched(name, open_explorer):
    found = open_explorer(made(name), SCREENS[0])
    root = enter(found)
    hero = ["sigma", "alpha"] if name == "RankingExplorer" else ["alpha"]
    player = ["Step back", "Beat back", "Play", "Beat forward", "Step forward", "Layer", "Speed"]
    expected = hero + (player if name == "NetworkExplorer" else []) + ["Leave (Esc)"]
    assert root.evaluate(SEEN)["controls"] == expected


@pytest.mark.parametrize("name", ["NetworkExplorer", "AlphaExplorer"])
def test_ink_has_a_screen_s_pixels_also_once_the_window_is_another(name, open_explorer):
    found = open_explorer(made(name), SCREENS[2])
    root = enter(found)
    ink = "(node) => [node.width, node.height, node.getBoundingClientRect().width]"
    for size, type_ in ((SCREENS[2], 20), (SCREENS[0], 20), ((2560, 1440), 26), ((1920, 900), 20)):
        found.page.set_viewport_size({"width": size[0], "height": size[1]})
        found.page.wait_for_timeout(400)
        across, _, wide = root.locator("canvas").first.evaluate(ink)
        assert across == pytest.approx(wide, abs=2)
        seen = root.evaluate(SEEN)
        assert min(each for _, each in seen["words"]) == pytest.approx(type_, abs=1)
        assert seen["root"] == pytest.approx([0, 0, *size], abs=1)
        assert seen["scrolled"] == [0, 0]
        for picture in seen["picture"]:
            assert picture[3] <= seen["bar"][1] + 1
            assert picture[3] - picture[1] > 0.4 * size[1]


def test_in_a_narrow_window_all_of_the_picture_is_reached(open_explorer):
    found = open_explorer(made("AlphaExplorer"), (400, 800))
    root = enter(found)
    found.page.mouse.move(200, 500)
    found.page.mouse.wheel(0, 5000)
    found.page.wait_for_timeout(300)
    seen = root.evaluate(SEEN)
    assert seen["picture"][0][3] <= seen["bar"][1] + 1
    assert seen["hero"][1] >= 0
