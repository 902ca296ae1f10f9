"""A page opened from disk in Chromium, with the network cut: it lives, keeps its address, saves
itself, and makes nothing of what a link brings but choices or words."""

from datetime import datetime, timedelta

import pytest
from pages import COUNT_WRITES, TITLE, described, made, text_of
from playwright.sync_api import expect

from explorer.page_text import deflated
from explorer.widgets.program import program_text

SETUP, PLAIN = described()
SETUP["label"] = "</script><b>network</b>"
OWN = {**PLAIN, "values": [3, 1, 2], "alpha": "infinity", "preset": "own numbers"}
OWN_LINK = "#v1&explorer=network&values=3,1,2&alpha=4/unit&preset=own+numbers"
ELEMENTS = "[...document.querySelectorAll('body *')].map(node => node.localName).join(' ')"
LARGEST = 250_000
"""Bytes of a page: with all that a first minute needs in its program, a second of 2 Mbit/s."""


@pytest.fixture
def opened(open_page):
    def show(*choices, fragment="", text=None, **context):
        return open_page(text or text_of(SETUP, *choices or [OWN]), fragment, **context)

    return show


def test_it_shows_its_choices_with_no_network_and_no_breach_of_its_policy(opened):
    found = opened()
    assert found.shown() == OWN
    assert found.page.title() == found.page.locator("h1").inner_text() == TITLE
    assert found.page.locator("main b, main soft").count() == 0
    expect(found.page.get_by_role("region", name=SETUP["label"], exact=True)).to_have_count(1)
    assert found.page.locator("#diffsort-words").count() == 0
    assert found.page.evaluate("location.hash") == ""
    assert found.page.evaluate("document.compatMode") == "CSS1Compat"
    assert found.problems == []


def test_its_address_says_what_is_chosen_once_it_rests_and_a_reload_keeps_it(opened):
    found = opened()
    found.choose(alpha=4)
    assert found.fragment() == OWN_LINK
    for _ in range(2):
        found.page.reload()
        assert found.shown() == {**OWN, "alpha": 4}
    found.choose(alpha=None)
    assert found.fragment() == "#v1&explorer=network&values=3,1,2&preset=own+numbers"
    assert found.page.evaluate("history.length") <= 2
    assert found.problems == []


@pytest.mark.parametrize(("name", "pixels"), [("alpha", 12), ("Input on wire 1", 1)])
def test_a_drag_writes_the_address_once_and_only_at_rest(opened, name, pixels):
    """Of so many pixels a step, each another value; by a clock that stands still while a hand
    moves, however slowly."""
    found = opened()
    found.page.clock.install()
    found.page.clock.pause_at(datetime.now() + timedelta(minutes=1))
    found.page.evaluate(COUNT_WRITES)
    box = found.slider(name).bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    before = found.page.locator("h3, .track + rect").all_text_contents(), found.ink()
    found.page.mouse.move(x, y)
    found.page.mouse.down()
    for step in range(20):
        found.page.mouse.move(x + pixels * (1 + step), y)
        found.page.clock.run_for(20)
        assert found.page.evaluate("[written, location.hash]") == [0, ""]
    found.page.mouse.up()
    found.page.clock.run_for(200)
    assert (found.page.locator("h3, .track + rect").all_text_contents(), found.ink()) != before
    assert found.page.evaluate("written") == 0
    found.page.clock.run_for(100)
    assert found.fragment().startswith("#v1&explorer=network&values=3,")
    assert found.page.evaluate("written") == 1
    assert found.problems == []


def test_a_link_is_followed_at_the_start_and_while_the_page_is_open(opened):
    found = opened(fragment="#v1&explorer=network&values=-0,1e-300&alpha=infinity&flow=1")
    linked = {**PLAIN, "values": [0, 1e-300], "preset": "own numbers", "alpha": "infinity"}
    assert found.shown() == {**linked, "flow": 1}
    assert found.page.evaluate("location.hash").endswith("flow=1")
    found.follow("#v1&explorer=network&sigma=2")
    assert found.shown() == {**PLAIN, "sigma": 2}
    assert found.fragment() == "#v1&explorer=network&sigma=2"
    found.follow("")
    assert found.shown() == OWN
    assert found.fragment() == ""
    assert found.problems == []


HOSTILE = {
    "#<img src=x onerror=alert(1)>": "must begin with #v1",
    "#v2&explorer=network": "must begin with #v1, got 'v2'",
    "#v1&explorer=<script>alert(1)</script>": "must be of the explorer network, got '%3Cscript",
    "#v1&explorer=network&<b>x</b>=1": "a link must be of name=value",
    "#v1&explorer=network&__proto__=1": "each once, got '__proto__'",
    "#v1&explorer=network&values=NaN": "values must be a number, got 'NaN'",
    "#v1&explorer=network&alpha=2": "alpha must be a number with its unit",
    "#v1&explorer=network&alpha=-2/unit": "alpha must be at least 0, got -2.",
    "#v1&explorer=network&below=<b>": "below must be one of values, hard network, got '<b>'.",
    f"#v1&explorer=network&values={','.join('1' * 65)}": "at most 64 numbers in NetworkExplorer",
    "#v1&explorer=network&values=1.7976931348623157e308,1.7976931348623157e308"
    "&relaxation=softmax&alpha=1e-300/unit": "softmax must keep the values within float64",
    f"#v1&explorer=network&preset={'a' * 20_000}": "at most 20000 characters, got 20028.",
    "#v1&explorer=network&preset=%": "must be escaped as addresses are",
}


@pytest.mark.parametrize("fragment", HOSTILE)
def test_a_hostile_link_is_refused_in_words_and_makes_no_element(opened, fragment):
    def check():
        assert found.refused().startswith("The link is not followed, and the choices stay as they")
        assert HOSTILE[fragment] in found.refused()
        assert "old value" not in found.refused()
        assert found.shown() == OWN
        assert found.page.evaluate(ELEMENTS) == within
        assert found.problems == []

    within = opened().page.evaluate(ELEMENTS)
    found = opened(fragment=fragment)
    found.page.on("dialog", lambda dialog: found.errors.append(dialog.message))
    check()
    found.choose(alpha=4)
    assert found.fragment() == OWN_LINK
    assert found.refused() == ""
    found.follow("")
    found.follow(fragment)
    check()
    found.follow("#v1&explorer=network")
    assert found.refused() == ""
    assert found.shown() == PLAIN


def test_a_saved_page_is_the_file_that_python_writes_and_lives(open_page, tmp_path):
    with made([5, -1, 9.5], alpha=0.12) as explorer:
        found = open_page(explorer.page(), "#v1&explorer=network&values=1,2.5e-7,1e21&alpha=2/unit")
        explorer.state.update(values=[1, 2.5e-7, 1e21], alpha=2)
        explorer.save(tmp_path / "python.html")
    for _ in range(2):
        text = found.saved(tmp_path / "saved.html")
        assert text == (tmp_path / "python.html").read_bytes().decode()
        found = open_page(text)
        assert found.shown()["values"] == [1, 2.5e-7, 1e21]
        assert found.problems == []


def test_several_explorers_keep_each_its_own(opened, tmp_path):
    found = opened(OWN, {**OWN, "alpha": 3}, fragment="#v1&explorer=network&alpha=2/unit")
    assert [found.shown(index)["alpha"] for index in (0, 1)] == [2, 3]
    found.choose(1, alpha=7)
    assert found.fragment() == (
        "#v1&explorer=network&alpha=2/unit"
        "&2.explorer=network&2.values=3,1,2&2.alpha=7/unit&2.preset=own+numbers"
    )
    found.page.reload()
    assert [found.shown(index)["alpha"] for index in (0, 1)] == [2, 7]
    for index in (0, 1):
        assert found.saved(tmp_path / "saved.html", index) == text_of(
            SETUP, {**PLAIN, "alpha": 2}, {**OWN, "alpha": 7}
        )
    assert found.problems == []


def test_a_page_of_64_wires_is_small(tmp_path):
    with made(range(64), alpha=1 / 3) as explorer:
        explorer.save(tmp_path / "64.html")
        assert (tmp_path / "64.html").stat().st_size <= LARGEST


def test_without_scripts_it_says_so_in_words(opened):
    found = opened(java_script_enabled=False, drawn=False)
    assert "JavaScript, which is switched off here" in found.page.inner_text("main")
    assert "Here stands a picture" in found.page.inner_text("main")


def test_words_are_left_where_the_page_could_not_be_drawn(opened):
    found = opened(text=text_of(SETUP, OWN, program="throw new Error('old browser');"), drawn=False)
    assert "open it in a newer browser" in found.page.inner_text("main").replace("\n", " ")


def test_another_program_is_not_run(opened):
    """Neither where it is carried in the place of the page's, nor where the one that runs it is
    changed."""
    text = text_of(SETUP, OWN)
    packed = deflated(program_text())
    assert text.count(packed) == 1
    other = program_text().replace("return { show, part };", "window.ran = 1; $&")
    assert other != program_text()
    for hostile in (
        text.replace(packed, deflated(other)),
        text.replace(packed, deflated("window.ran = 1")),
        text.replace("if (text !== program)", "window.ran = 1; if (text !== program)"),
    ):
        assert hostile != text
        found = opened(text=hostile, drawn=False)
        found.page.wait_for_timeout(300)
        assert found.page.evaluate("window.ran") is None
        assert "script-src-elem" in str(found.page.evaluate("violations"))
        assert "open it in a newer browser" in found.page.inner_text("main").replace("\n", " ")


RUNS = {
    "a policy of another name": "trustedTypes.createPolicy('other', {})",
    "the default policy": "trustedTypes.createPolicy('default', {createScript: (text) => text})",
    "a second policy of the name": "trustedTypes.createPolicy('diffsort', {})",
    "a text as a script": "document.createElement('script').text = 'window.ran = 1'",
    "a text to be computed": "eval('window.ran = 1')",
    "a function made of text": "new Function('window.ran = 1')()",
    "a timer of text": "setTimeout('window.ran = 1')",
    "an address as a script": "document.createElement('script').src = 'data:,window.ran = 1'",
    "a worker": "new Worker('data:,1')",
    "HTML": "document.body.innerHTML = '<img src=x onerror=\"window.ran = 1\">'",
    "an import": "import('data:text/javascript,window.ran = 1')",
    "an import of a blob": "import(URL.createObjectURL(new Blob(['window.ran = 1'], "
    "{type: 'text/javascript'})))",
    "an attribute": "document.body.setAttribute('onclick', 'window.ran = 1')",
    "a style": "document.body.setAttribute('style', 'color: red')",
    "another sheet": "document.querySelector('style').append('p {}')",
    "a picture from elsewhere": "document.body.append(Object.assign(new Image(), "
    "{src: 'https://example.org/x.png'}))",
    "a request": "fetch('https://example.org')",
}


def test_nothing_else_runs_on_a_page_that_was_opened(opened):
    """By the policies of scripts and of trusted types, each of which says so."""
    found = opened()
    for name, act in RUNS.items():
        before = found.page.evaluate("violations.length")
        later = f"setTimeout(async () => {{ try {{ await ({act}); }} catch {{}} }})"
        found.page.evaluate(later)  # when it is the page that acts: a test may evaluate anything
        found.page.wait_for_timeout(100)
        assert found.page.evaluate("violations.length") > before, name
        assert found.page.evaluate("window.ran") is None, name


def test_the_one_policy_passes_the_program_alone(open_page):
    """Even to who gets hold of it, before the page's program does."""
    found = open_page("<p>", drawn=False)
    found.page.add_init_script("""
        const make = TrustedTypePolicyFactory.prototype.createPolicy;
        TrustedTypePolicyFactory.prototype.createPolicy = function (...given) {
            return window.policy = make.apply(this, given);
        };
    """)
    path = found.url.removeprefix("file://")
    text = text_of(SETUP, OWN)
    with open(path, "wb") as file:
        file.write(text.encode())
    found.page.goto(found.url)
    found.page.locator(".diffsort-explorer canvas").first.wait_for()
    assert found.page.evaluate("policy.name") == "diffsort"
    for hostile in ("window.ran = 1", "", program_text() + " ", program_text()[:-1]):
        refused = "text => { try { policy.createScript(text); } catch (e) { return e.message; } }"
        assert "only this page's program" in found.page.evaluate(refused, hostile)
    for kind in ("createHTML", "createScriptURL"):
        assert found.page.evaluate(f"() => {{ try {{ policy.{kind}('x') }} catch {{ return 1 }} }}")


def test_words_are_left_where_a_browser_cannot_inflate(open_page):
    found = open_page("<p>", drawn=False)
    found.page.add_init_script("delete window.DecompressionStream")
    with open(found.url.removeprefix("file://"), "wb") as file:
        file.write(text_of(SETUP, OWN).encode())
    found.page.goto(found.url)
    found.page.wait_for_timeout(300)
    assert "open it in a newer browser" in found.page.inner_text("main").replace("\n", " ")
    assert found.page.locator("canvas").count() == 0
