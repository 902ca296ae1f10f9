"""The first minute with an explorer: one control above the picture, which stays with it; few stops
before it; all else folded away below, and remembered."""

import lab as harness
import pytest
from exports import LIVE
from playwright.sync_api import expect

import explorer as package

SCREENS = [(1366, 768), (1600, 900)]
CELL = (966, 647)
"""A page that is as wide as what a notebook leaves of the first, and as high."""
NARROW = {"400 wide": (400, 800, 1), "200 %": (683, 384, 2)}
WATCHED = sorted(set(package.__all__) - {*LIVE, "ExplorerState", "page"})
FEW = 8
"""Stops of the Tab key before a picture, at most: the slider and a player's bar are seven."""
PICTURE = ".diffsort-network .picture, .diffsort-picture .holder, .diffsort-figure .holder"
HERO = ".diffsort-controls"
FOLDS = ".diffsort-fold"
BOX = """(node) => {
    const { top, bottom, left, right } = node.getBoundingClientRect();
    return { top, bottom, left, right };
}"""
PASSED = """(picture) => {
    const { activeElement } = document;
    return activeElement === document.body || picture.contains(activeElement)
        || Boolean(picture.compareDocumentPosition(activeElement) & 4);
}"""
ON_TOP = """(node) => {
    const { left, right, top, bottom } = node.getBoundingClientRect();
    const at = [0.02, 0.5, 0.98].map((share) => left + share * (right - left));
    return at.every((x) => [top + 1, (top + bottom) / 2, bottom - 1].every(
        (y) => node.contains(document.elementFromPoint(x, y))));
}"""
SIDEWAYS = """() => {
    const wide = document.documentElement.clientWidth;
    const own = '.diffsort-controls *, .diffsort-sentence, .diffsort-folds *, .diffsort-toolbar *,'
        + '.diffsort-bar *, .diffsort-key *, h3, .diffsort-explorer canvas';
    const cut = [...document.querySelectorAll(own)]
        .filter((node) => node.checkVisibility() && !node.closest('.diffsort-spoken, .file'))
        .filter((node) => {
            const { left, right, width } = node.getBoundingClientRect();
            return width && (left < 0 || right > wide);
        });
    return [document.documentElement.scrollWidth - wide, cut.map((node) => node.outerHTML)];
}"""


def made(name):
    return getattr(package, name)()


def box(root, selector):
    return root.locator(selector).first.evaluate(BOX)


def stops_before_the_picture(page, root, picture=PICTURE):
    """How often Tab is pressed, from the last thing before an explorer, until the picture."""
    root.evaluate("""(node) => {
        const before = document.createElement('button');
        node.before(before);
        before.focus();
        before.addEventListener('blur', () => before.remove());
    }""")
    picture, stops = root.locator(picture).first, 0
    page.keyboard.press("Tab")
    while not picture.evaluate(PASSED) and stops < 50:
        stops += 1
        page.keyboard.press("Tab")
    return stops


def is_in_view(part, height):
    return 0 <= part["top"] < part["bottom"] <= height


@pytest.mark.parametrize("name", LIVE)
@pytest.mark.parametrize("screen", [*SCREENS, CELL], ids=str)
def test_few_stops_stand_before_a_picture_whose_control_is_beside_it(name, screen, open_explorer):
    found = open_explorer(made(name), screen, folds=False)
    root, height = found.explorer(), screen[1]
    hero, picture = box(root, HERO), box(root, PICTURE)
    assert is_in_view(hero, height)
    words = box(root, f"{HERO} ~ .diffsort-sentence")
    assert max(hero["bottom"], words["bottom"]) - hero["top"] <= 90
    assert hero["bottom"] <= picture["top"] <= height / 2
    assert root.locator(HERO).get_by_role("slider").count() == (
        2 if name == "RankingExplorer" else 1
    )
    assert box(root, FOLDS)["top"] >= picture["bottom"]
    expect(root.locator(FOLDS)).to_have_count(2)
    expect(root.locator(f"{FOLDS}[open], .diffsort-row:visible")).to_have_count(0)
    assert 1 <= stops_before_the_picture(found.page, root) <= FEW


@pytest.mark.parametrize("name", LIVE)
@pytest.mark.parametrize("size", NARROW.values(), ids=NARROW)
def test_narrow_or_enlarged_nothing_is_cut_and_the_control_stays(name, size, open_explorer):
    width, height, zoom = size
    found = open_explorer(made(name), (width, height), device_scale_factor=zoom)
    page, root = found.page, found.explorer()
    assert page.evaluate(SIDEWAYS) == [0, []]
    page.mouse.move(width / 2, height / 2)
    page.mouse.wheel(0, box(root, PICTURE)["bottom"] - height / 2)
    page.wait_for_timeout(300)
    assert box(root, PICTURE)["top"] < 0
    hero = box(root, HERO)
    assert hero["top"] == 0
    assert hero["bottom"] <= height / 3
    assert root.locator(HERO).evaluate(ON_TOP)
    page.mouse.wheel(0, 100_000)
    page.wait_for_timeout(200)
    assert box(root, HERO)["bottom"] <= box(root, ".diffsort-toolbar")["bottom"]


@pytest.mark.parametrize("name", LIVE)
def test_what_is_reached_by_key_does_not_lie_beneath_the_control_that_stays(name, open_explorer):
    found = open_explorer(made(name), (1366, 500))
    page, root = found.page, found.explorer()
    fields = f"{FOLDS} :is(summary, select, input, textarea, button):visible"
    keyed = f":is({PICTURE}) [tabindex='0']:visible, {fields}"
    reached = root.locator(keyed).all()
    assert len(reached) > 2
    for each in reached:
        each.evaluate("(node) => scrollBy(0, node.getBoundingClientRect().top - 2)")
        each.focus()
        assert each.bounding_box()["y"] >= box(root, HERO)["bottom"] - 1
        page.evaluate("document.activeElement.blur()")


def test_a_control_does_not_stay_on_paper_nor_where_it_leaves_no_room(open_explorer):
    found = open_explorer(made("NetworkExplorer"), (1366, 768))
    position = lambda: found.page.locator(HERO).evaluate("(it) => getComputedStyle(it).position")  # noqa: E731
    assert position() == "sticky"
    found.page.emulate_media(media="print")
    assert position() == "static"
    found.page.emulate_media(media="screen")
    found.page.set_viewport_size({"width": 1366, "height": 120})
    expect(found.page.locator(HERO)).to_have_css("position", "static")
    found.page.set_viewport_size({"width": 1366, "height": 768})
    expect(found.page.locator(HERO)).to_have_css("position", "sticky")


def test_folds_are_opened_by_key_and_remembered_each_by_itself(open_explorer):
    found = open_explorer(made("NetworkExplorer"), SCREENS[0], folds=False)
    page = found.page
    fold = lambda words: page.locator(FOLDS).filter(has=page.get_by_text(words, exact=True))  # noqa: E731
    numbers = page.get_by_label("your numbers")
    expect(numbers).to_be_hidden()
    for key, opened in [("Enter", True), (" ", False), (" ", True)]:
        page.locator("summary", has_text="Numbers").press(key)
        expect(numbers).to_be_visible(visible=opened)
    expect(page.get_by_label("relaxation")).to_be_hidden()
    for words, opened in [("Numbers", True), ("More", False)]:
        page.reload()
        page.locator("#diffsort-words").wait_for(state="detached")
        assert (fold(words).get_attribute("open") is not None) == opened
    page.locator("summary", has_text="Numbers").press("Enter")
    page.locator("summary", has_text="More").press("Enter")
    page.reload()
    expect(page.get_by_label("relaxation")).to_be_visible()
    expect(numbers).to_be_hidden()


def test_a_page_that_is_denied_its_storage_folds_and_forgets(open_page):
    explorer = made("NetworkExplorer")
    found = open_page(explorer.page(), drawn=False, folds=False)
    explorer.close()
    found.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('denied'); } });"
    )
    for _ in range(2):
        found.page.reload()
        expect(found.page.get_by_label("your numbers")).to_be_hidden()
        found.page.locator("summary", has_text="Numbers").press("Enter")
        expect(found.page.get_by_label("your numbers")).to_be_visible()
    assert found.problems == []


def test_what_means_nothing_is_not_there_but_for_whoever_is_in_it(open_explorer):
    found = open_explorer(made("NetworkExplorer"), SCREENS[0])
    seed = found.page.get_by_label("random seed")
    expect(seed).to_be_hidden()
    found.page.get_by_label("numbers", exact=True).select_option("random")
    expect(seed).to_be_visible()
    seed.focus()
    found.page.get_by_label("numbers", exact=True).evaluate("""(node) => {
        node.value = 'reversed'; // as whoever shares the choices would
        node.dispatchEvent(new Event('change'));
    }""")
    expect(seed).to_be_focused()
    expect(seed).to_be_visible()
    found.page.keyboard.press("Tab")
    expect(seed).to_be_hidden()
    assert found.page.evaluate("document.activeElement.localName") != "body"


def test_a_refusal_is_read_where_its_field_is_though_its_fold_is_closed(open_explorer):
    found = open_explorer(made("NetworkExplorer"), SCREENS[0])
    page = found.page
    message = lambda where: page.locator(f"{where} .diffsort-message")  # noqa: E731
    page.get_by_label("your numbers").fill("3, one")
    page.get_by_label("your numbers").press("Enter")
    page.locator("summary", has_text="Numbers").press("Enter")
    expect(page.get_by_label("your numbers")).to_be_hidden()
    expect(message(".diffsort-folds")).to_be_visible()
    expect(message(".diffsort-folds")).to_contain_text("got 'one'")
    expect(message(HERO)).to_be_empty()
    found.slider("alpha").press("ArrowRight")
    expect(message(".diffsort-folds")).to_be_empty()
    found.slider("alpha").press("Home")
    page.get_by_label("relaxation").select_option("softmax")  # which diverges there
    expect(message(".diffsort-folds")).to_be_visible()
    assert found.shown()["relaxation"] == "smoothmax"


@pytest.fixture(scope="module")
def notebook(server, chromium):
    """A notebook with a live explorer and all that only a notebook has, as they stand at first."""
    cells = [f"shown{index} = {name}()\nshown{index}" for index, name in enumerate(SHOWN)]
    harness.write_notebook(server.root / "minute.ipynb", "from explorer import *", *cells, "1")
    size = {"width": SCREENS[0][0], "height": SCREENS[0][1]}
    with harness.open_lab(chromium, server, folds=False, viewport=size) as lab:
        lab.open("minute.ipynb")
        lab.run_all()
        lab.page.wait_for_function(
            f"document.querySelectorAll('.diffsort-figure.drawn').length === {len(WATCHED)}"
        )
        yield lab


SHOWN = ["NetworkExplorer", *WATCHED]


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_in_a_notebook_the_control_is_few_stops_before_its_picture_and_stays(
    notebook, name, screen
):
    page = notebook.page
    page.set_viewport_size({"width": screen[0], "height": screen[1]})
    page.wait_for_timeout(500)
    root = page.locator(".diffsort-explorer").nth(SHOWN.index(name))
    root.evaluate("(node) => node.scrollIntoView({ block: 'start' })")
    hero, picture, panel = box(root, HERO), box(root, PICTURE), box(page, ".jp-WindowedPanel-outer")
    assert panel["top"] <= hero["top"] < hero["bottom"] <= picture["top"] < panel["bottom"]
    assert picture["top"] - box(root, ".diffsort-runner" if name in WATCHED else HERO)["top"] <= 160
    assert 1 <= stops_before_the_picture(page, root) <= FEW
    expect(root.locator(f"{FOLDS}[open]")).to_have_count(0)
    root.evaluate("(node) => node.scrollIntoView({ block: 'start' })")
    page.wait_for_timeout(200)
    picture = box(root, PICTURE)
    assert box(root, FOLDS)["top"] >= picture["bottom"]
    page.mouse.move((panel["left"] + panel["right"]) / 2, panel["bottom"] - 60)
    page.mouse.wheel(0, picture["bottom"] - panel["top"] - 200)
    page.wait_for_timeout(400)
    tops = []
    for part in (".diffsort-runner", HERO) if name in WATCHED else (HERO,):
        tops.append(box(root, part)["top"])
        assert root.locator(part).evaluate(ON_TOP), part
    assert tops[0] == pytest.approx(panel["top"], abs=2)
    assert box(root, PICTURE)["top"] < panel["top"]
    assert notebook.problems == []


@pytest.mark.parametrize("name", WATCHED)
def test_in_a_notebook_folds_are_opened_by_key_and_a_refusal_is_read_beside_them(notebook, name):
    page = notebook.page
    root = page.locator(".diffsort-explorer").nth(SHOWN.index(name))
    root.locator(FOLDS).first.scroll_into_view_if_needed()
    row = root.locator(".diffsort-row").first
    for key, opened in [("Enter", True), (" ", False), (" ", True)]:
        root.locator("summary", has_text="Numbers").last.press(key)
        expect(row).to_be_visible(visible=opened)
    field = row.locator("input[type=number]:visible").first
    field.fill("-1")
    field.press("Tab")
    message = root.locator(".diffsort-folds .diffsort-message")
    expect(message).to_contain_text("The old value stays.")
    expect(root.locator(f"{HERO} .diffsort-message")).to_be_empty()
    root.get_by_role("slider", name="alpha", exact=True).press("ArrowRight")
    expect(message).to_be_empty()
    root.locator("summary", has_text="Numbers").last.press("Enter")
    expect(row).to_be_hidden()
    assert notebook.problems == []


@pytest.mark.parametrize("name", LIVE)
@pytest.mark.parametrize("screen", [*SCREENS, CELL], ids=str)
def test_the_control_and_the_whole_picture_are_seen_at_once(name, screen, open_explorer):
    """On a laptop's screen, on a desk's, and in what a notebook leaves of the former."""
    found = open_explorer(made(name), screen, folds=False)
    root = found.explorer()
    root.evaluate("(node) => node.scrollIntoView({ block: 'start' })")
    assert is_in_view(box(root, HERO), screen[1])
    assert is_in_view(box(root, PICTURE), screen[1])
