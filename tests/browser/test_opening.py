"""An explorer starts by itself: shown for the first time it plays once, to nobody's loss."""

from pathlib import Path
from shutil import copyfile

import lab as harness
import pytest
from playwright.sync_api import expect

import explorer
from explorer.explorers.live import LiveExplorer
from explorer.page_text import page_of
from explorer.widgets.program import page_styles, program_text

LIVE = sorted(
    name
    for name in explorer.__all__
    if isinstance(made := getattr(explorer, name), type) and issubclass(made, LiveExplorer)
)
EACH = pytest.mark.parametrize("name", LIVE)
VIEWPORT = {"width": 1366, "height": 1000}
LESSONS = Path(__file__).resolve().parents[2] / "notebooks"
NETWORK = ".diffsort-network"
INK = """() => [...document.querySelectorAll('canvas')].map((each) => each.toDataURL()).join()"""
STILL = f"{INK.removeprefix('() => ')} === globalThis.first"
SPOKEN = """() => {
    globalThis.spoken = [];
    const live = '[aria-live], [role=status], [role=alert]';
    const hear = () => [...document.querySelectorAll(live)].forEach((each) => {
        if (each.dataset.said === each.textContent) return;
        if (each.dataset.said !== undefined) spoken.push(each.textContent);
        each.dataset.said = each.textContent;
    });
    hear();
    new MutationObserver(hear).observe(document.body,
        { subtree: true, childList: true, characterData: true });
}"""
PLAYS = f"() => document.querySelector('{NETWORK}').dataset.playing === 'true'"
RESTS = f"() => document.querySelector('{NETWORK}').dataset.position === '6.000'"


@pytest.fixture
def opened(open_page):
    """A page with explorers of these classes, one below the other, each on a state of its own."""

    def show(*names, fragment="", together=False, **context):
        made = [getattr(explorer, name)() for name in names]
        shown = [
            {**each.shown(), "state": 0 if together else index} for index, each in enumerate(made)
        ]
        for each in made:
            each.close()
        text = page_of(shown, "Opened", program_text(), page_styles())
        found = open_page(text, fragment, **{"opening": True, "viewport": VIEWPORT} | context)
        found.first = shown[0]["setup"]["first"]
        return found

    return show


def begins(found):
    """Wait until what is drawn is another picture than at first, or the network plays."""
    page = found.page
    if page.locator(NETWORK).count():
        page.wait_for_function(PLAYS)
    page.evaluate(f"globalThis.first = ({INK})()")
    page.wait_for_function(f"() => !({STILL})")


def stays(found, milliseconds=700):
    """What is drawn does not change any more."""
    found.page.wait_for_timeout(200)
    found.page.evaluate(f"globalThis.first = ({INK})()")
    found.page.wait_for_timeout(milliseconds)
    return found.page.evaluate(STILL)


def slider(found, index=0):
    return found.explorer(index).locator(".diffsort-controls input[aria-label=alpha]")


def alpha(found, index=0):
    return slider(found, index).get_attribute("aria-valuetext")


@EACH
def test_it_moves_without_a_hand_and_rests_on_what_is_chosen(opened, name):
    found = opened(name)
    found.page.evaluate(SPOKEN)
    begins(found)
    found.page.wait_for_timeout(5000)
    assert stays(found)
    assert found.page.evaluate("spoken") == []
    assert found.page.evaluate("location.hash") == ""
    calm = opened(name, reduced_motion="reduce")
    calm.page.mouse.move(0, 0)
    assert stays(calm)
    assert alpha(found) == alpha(calm)
    assert found.page.evaluate(INK) == calm.page.evaluate(INK)
    assert found.shown() == calm.shown() == found.first


@EACH
@pytest.mark.parametrize("touch", ["pointer", "key"])
def test_a_touch_stops_it_and_nothing_is_chosen_by_it(opened, name, touch):
    found = opened(name)
    begins(found)
    if touch == "pointer":
        found.explorer().locator(".diffsort-sentence").first.dispatch_event("pointerdown")
    else:
        slider(found).press("Shift")
    assert stays(found)
    still = opened(name, reduced_motion="reduce")
    assert alpha(found) == alpha(still)
    if name != "NetworkExplorer":
        assert found.page.evaluate(INK) == still.page.evaluate(INK)
    assert found.fragment() == ""
    assert found.shown() == found.first


@EACH
def test_a_change_by_hand_is_made_from_what_is_chosen(opened, name):
    found = opened(name)
    begins(found)
    before = alpha(found)
    slider(found).press("End")
    first = found.first
    changed = {key: value for key, value in found.shown().items() if value != first[key]}
    assert len(changed) == 1
    assert stays(found)
    assert alpha(found) != before


@EACH
def test_what_a_link_asks_for_is_shown_as_it_is(opened, name):
    with_link = opened(name, fragment="")
    setup = with_link.page.evaluate(
        "JSON.parse(document.getElementById('diffsort-page').textContent).explorers[0].setup"
    )
    found = opened(name, fragment=f"#v1&explorer={setup['explorer']}&network=odd-even+merge")
    assert stays(found, 1000)
    expect(found.page.locator(".hint")).to_have_count(0)
    assert found.shown()["network"] == "odd-even merge"


def test_a_link_that_is_followed_meanwhile_stops_it(opened):
    found = opened("AlphaExplorer")
    begins(found)
    found.follow("#v1&explorer=alpha&alpha=2/unit")
    assert alpha(found).endswith(", 2 per unit of your values")
    assert stays(found)


def test_a_network_plays_once_and_rests_on_its_end_with_a_hint_till_it_is_touched(opened):
    found = opened("NetworkExplorer")
    begins(found)
    hint = found.page.locator(".hint", has_text="drag a number")
    hint.wait_for(timeout=6000)
    assert found.page.evaluate(RESTS)
    knob = found.slider("Input on wire 0").bounding_box()
    box = hint.bounding_box()
    assert knob["y"] - 40 < box["y"] < box["y"] + box["height"] <= knob["y"] + 1
    assert box["x"] <= knob["x"] + knob["width"] / 2 <= box["x"] + box["width"]
    found.page.set_viewport_size({"width": 700, "height": 1000})
    found.page.wait_for_timeout(300)
    expect(hint).to_have_count(1)
    found.page.mouse.wheel(0, 10)
    expect(hint).to_have_count(1)
    found.slider("Input on wire 0").press("ArrowRight")
    expect(hint).to_have_count(0)
    assert found.page.evaluate(RESTS)
    found.page.get_by_label("Speed").select_option("4")
    found.button("Play").click()
    found.page.wait_for_function(PLAYS)
    found.page.wait_for_function(RESTS)
    found.page.wait_for_timeout(300)
    expect(hint).to_have_count(0)


@pytest.mark.parametrize("act", ["button", "space"])
def test_who_pauses_it_has_it_paused(opened, act):
    found = opened("NetworkExplorer")
    begins(found)
    if act == "button":
        found.button("Pause").click()
    else:
        found.slider("Input on wire 0").press(" ")
    assert stays(found)
    assert not found.page.evaluate(PLAYS)
    assert not found.page.evaluate(RESTS)
    found.button("Play").click()
    found.page.wait_for_function(RESTS, timeout=9000)
    found.page.wait_for_timeout(300)
    expect(found.page.locator(".hint")).to_have_count(0)


def test_a_wheel_is_no_touch(opened):
    found = opened("NetworkExplorer")
    begins(found)
    found.page.mouse.move(600, 300)
    found.page.mouse.wheel(0, 20)
    found.page.locator(".hint").wait_for(timeout=6000)


def test_who_wants_no_motion_sees_the_end_at_once(opened):
    found = opened("NetworkExplorer", reduced_motion="reduce")
    assert found.page.evaluate(RESTS)
    expect(found.page.locator(".hint")).to_have_count(1)


def test_two_on_a_page_play_one_after_the_other_and_each_once_it_is_seen(opened):
    found = opened("NetworkExplorer", "NetworkExplorer", viewport={"width": 1366, "height": 2400})
    found.page.evaluate(f"""() => {{
        globalThis.seen = [];
        const tick = () => {{
            seen.push([...document.querySelectorAll('{NETWORK}')]
                .map(({{ dataset }}) => dataset.playing === 'true'));
            requestAnimationFrame(tick);
        }};
        tick();
    }}""")
    expect(found.page.locator(".hint")).to_have_count(2, timeout=15_000)
    seen = found.page.evaluate("seen")
    assert [True, True] not in seen
    assert seen.index([False, True]) > seen.index([True, False])
    low = opened("NetworkExplorer", "NetworkExplorer", viewport={"width": 1366, "height": 600})
    low.page.locator(".hint").wait_for(timeout=7000)
    low.page.wait_for_timeout(1000)
    expect(low.page.locator(".hint")).to_have_count(1)
    low.page.locator(NETWORK).nth(1).scroll_into_view_if_needed()
    expect(low.page.locator(".hint")).to_have_count(2, timeout=9000)


def test_explorers_of_one_state_hear_nothing_of_each_others_opening(opened):
    found = opened("AlphaExplorer", "RankingExplorer", together=True)
    chosen = alpha(found, 1)
    begins(found)
    assert alpha(found) != chosen
    assert alpha(found, 1) == chosen
    slider(found).press("End")
    assert alpha(found, 1) != chosen


def test_in_a_notebook_nothing_is_sent_and_a_second_view_does_not_play(server, chromium):
    harness.write_notebook(
        server.root / "opens.ipynb",
        "from explorer import *\nshown = NetworkExplorer()\nshown",
        "shown",
        "other = AlphaExplorer()\nother",
        "other",
    )
    high = {"width": 1366, "height": 6000}
    with harness.open_lab(chromium, server, viewport=high, opening=True) as lab:
        lab.open("opens.ipynb")
        lab.page.evaluate("globalThis.alphas = [new Set(), new Set()]")
        with lab._wire.span() as frames:
            lab.run_all()
            lab.page.evaluate("""() => setInterval(() => [...document.querySelectorAll(
                '.diffsort-explorer:not(:has(.diffsort-network)) input[aria-label=alpha]')]
                .forEach((each, k) => alphas[k].add(each.value)), 50)""")
            lab.page.locator(".hint").wait_for(timeout=12_000)
            lab.page.wait_for_timeout(5000)
        networks = lab.page.locator(NETWORK)
        positions = [each.get_attribute("data-position") for each in networks.all()]
        assert sorted(positions) == ["0.000", "6.000"]
        expect(lab.page.locator(".hint")).to_have_count(1)
        sizes = lab.page.evaluate("alphas.map(({ size }) => size)")
        assert min(sizes) > 5  # both show the one store
        sent = [frame for frame in frames.of("comm_msg", "sent") if "choices" in str(frame.content)]
        assert sent == []
        assert lab.ask("other.state.alpha") == "None"
        lab.run_cell(1)  # a third view of the network
        lab.page.wait_for_timeout(1500)
        expect(lab.page.locator(".hint")).to_have_count(1)
        assert lab.problems == []


def test_a_run_takes_its_first_steps_by_itself_and_a_box_has_a_first_look(server, chromium):
    harness.write_notebook(
        server.root / "begins.ipynb",
        "from explorer import *\nlearning = LearningExplorer()\nlearning",
        "import ipywidgets\nerror = ErrorExplorer()\nipywidgets.VBox([error])",
    )
    high = {"width": 1366, "height": 3000}
    with harness.open_lab(chromium, server, viewport=high, opening=True) as lab:
        lab.open("begins.ipynb")
        lab.run_all()
        lab.page.get_by_role("button", name="Go on").wait_for()
        assert lab.ask("learning.learner.taken") == "15"
        sentence = lab.page.locator(".diffsort-sentence", has_text="A first look")
        sentence.wait_for(timeout=10_000)
        assert lab.ask("error.runner.progress") == "0.0"
        assert lab.problems == []


@pytest.mark.parametrize("lesson", ["01", "02"])
def test_where_a_lesson_begins_its_network_plays_before_anyone_scrolls(server, chromium, lesson):
    (path,) = LESSONS.glob(f"{lesson}_*.ipynb")
    copyfile(path, server.root / path.name)
    screen = {"width": 1366, "height": 768}
    with harness.open_lab(chromium, server, viewport=screen, opening=True, folds=False) as lab:
        lab.open(path.name)
        lab.run_cell(1)
        assert lab.page.locator("h1").first.bounding_box()["y"] > 0
        lab.page.wait_for_function(PLAYS, timeout=3000)
        assert lab.problems == []
