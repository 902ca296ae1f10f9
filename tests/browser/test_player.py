"""The player alone, in a page without an explorer: played by itself, at its own pace, stopped by
a touch."""

from pathlib import Path

import pytest

import explorer

WEB = Path(explorer.__file__).with_name("web")
HERE = "http://player.test/"
MAKE = """async ([depth, seconds, backwards]) => {
    const { makePlayer } = await import('/explorers/network_player.js');
    window.seen = [];
    window.player = makePlayer(() => seen.push([performance.now(), player.position]));
    Object.assign(player, { backwards, pace: Array(depth).fill(seconds) });
    document.body.replaceChildren(player.bar);
    player.fit(depth);
}"""
OPEN = "() => void (window.whole = null, player.open().then((whole) => window.whole = whole))"


@pytest.fixture
def player(chromium):
    """Makes a player of so many layers, each of so many seconds, in a page of its own."""
    contexts = []

    def make(depth, seconds, backwards=False, **context):
        contexts.append(chromium.new_context(**context))
        page = contexts[-1].new_page()

        def answer(route):
            path = WEB / route.request.url.removeprefix(HERE)
            kind = "text/javascript" if path.suffix == ".js" else "text/html"
            route.fulfill(body=path.read_text() if path.is_file() else "", content_type=kind)

        page.route(f"{HERE}**", answer)
        page.goto(HERE)
        page.evaluate(MAKE, [depth, seconds, backwards])
        return page

    yield make
    for each in contexts:
        each.close()


def played(page):
    page.wait_for_function("() => window.whole !== null")
    seen = page.evaluate("seen")
    return page.evaluate("whole"), (seen[-1][0] - seen[0][0]) / 1000, [each[1] for each in seen]


@pytest.mark.parametrize("depth", [1, 6, 60])
@pytest.mark.parametrize("backwards", [False, True])
def test_it_plays_once_from_one_end_to_the_other_in_at_most_five_seconds(player, depth, backwards):
    page = player(depth, 1.7, backwards)
    page.evaluate(OPEN)
    whole, seconds, positions = played(page)
    assert whole
    assert seconds <= 5
    assert (positions[0], positions[-1]) == ((depth, 0) if backwards else (0, depth))
    assert positions == sorted(positions, reverse=backwards)
    page.wait_for_timeout(200)
    assert page.evaluate("[player.playing, player.position]") == [False, positions[-1]]


TOUCHES = {
    "a control": "player.bar.querySelector('button').click()",
    "the end of the picture": "player.stop()",
}


@pytest.mark.parametrize("touch", TOUCHES.values(), ids=[*TOUCHES])
def test_a_touch_stops_it(player, touch):
    page = player(6, 1.7)
    page.evaluate(OPEN)
    page.wait_for_function("() => player.position > 0.2")
    page.evaluate(touch)
    whole, _, positions = played(page)
    assert not whole
    assert positions[-1] < 5
    page.wait_for_timeout(200)
    assert page.evaluate("seen.length") == len(positions)
    assert not page.evaluate("player.playing")


def test_what_a_person_plays_goes_on(player):
    page = player(6, 0.5)
    page.get_by_role("button", name="Play").click()
    page.wait_for_function("() => player.position > 0.2")
    assert page.evaluate("player.playing")


def test_less_motion_shows_the_end_at_once(player):
    page = player(6, 1.7, reduced_motion="reduce")
    page.evaluate(OPEN)
    whole, _, positions = played(page)
    assert whole
    assert positions == [6]
