"""A page opened from disk in Chromium, with the network cut: it lives, keeps its address, saves
itself, and makes nothing of what a link brings but choices or words."""

import json
from dataclasses import dataclass, field

import pytest

from explorer.linker import linked, styles
from explorer.page import page_of

PROGRAM = linked("../../tests/browser/page_stand_in.js")
STYLES = styles("common", "page")
TITLE = "Sorted & <soft> $& Ränge"
FIRST = {"values": [5, -1, 9.5], "alpha": 1, "sigma": 0.5, "preset": "example", "seed": 0}
SETUP = {
    "explorer": "network",
    "label": "</script><b>network</b>",
    "stem": "network",
    "most": 64,
    "own": {"flow": {"kind": "optional"}},
    "first": {**FIRST, "flow": None},
}
OWN = {**SETUP["first"], "values": [3, 1, 2], "alpha": "infinity"}
WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
  violations.push([violatedDirective, blockedURI, sample]));
"""
ELEMENTS = "[...document.querySelectorAll('body *')].map(node => node.localName).join(' ')"
WITHIN = "main noscript h1 p section output code input button svg text script script"
SAVED = 'button:text-is("Save page")'


def text_of(*choices, title=TITLE, program=PROGRAM):
    return page_of([{"setup": SETUP, "choices": each} for each in choices], title, program, STYLES)


@dataclass
class Opened:
    """A page from disk, and all that it should have none of."""

    page: object
    url: str
    errors: list = field(default_factory=list)
    requests: list = field(default_factory=list)

    def shown(self, index=0):
        return json.loads(self.page.locator("output").nth(index).inner_text())

    def refused(self):
        return self.page.locator("p[role=alert]").text_content()

    def follow(self, fragment):
        """Put a fragment into the address, as a person or a link on the page does."""
        self.page.evaluate("fragment => { location.hash = fragment; }", fragment)
        self.page.wait_for_timeout(100)

    def fragment(self):
        self.page.wait_for_timeout(400)
        return self.page.evaluate("location.hash")

    @property
    def problems(self):
        return self.errors + self.requests + self.page.evaluate("violations")


@pytest.fixture
def opened(chromium, tmp_path):
    contexts = []

    def show(*choices, fragment="", text=None, **context):
        contexts.append(chromium.new_context(offline=True, accept_downloads=True, **context))
        page = contexts[-1].new_page()
        page.set_default_timeout(5000)
        page.add_init_script(WATCH)
        path = tmp_path / f"page{len(contexts)}.html"
        path.write_bytes((text or text_of(*choices or [OWN])).encode())
        found = Opened(page, path.as_uri())
        page.on("console", lambda told: told.type != "log" and found.errors.append(told.text))
        page.on("pageerror", lambda error: found.errors.append(str(error)))
        page.on(
            "request",
            lambda asked: (
                asked.url.split("#")[0] == found.url
                or asked.url.startswith("blob:")
                or found.requests.append(asked.url)
            ),
        )
        page.goto(found.url + fragment)
        return found

    yield show
    for context in contexts:
        context.close()


def test_it_shows_its_choices_with_no_network_and_no_breach_of_its_policy(opened):
    found = opened()
    assert found.shown() == OWN
    assert found.page.title() == found.page.locator("h1").inner_text() == TITLE
    assert found.page.locator("main b, main soft").count() == 0
    assert found.page.get_by_role("region", name=SETUP["label"], exact=True).count() == 1
    assert found.page.locator("#diffsort-words").count() == 0
    assert found.page.evaluate("location.hash") == ""
    weight = "getComputedStyle(document.querySelector('output')).fontWeight"
    assert found.page.evaluate(weight) == "700"
    assert found.page.evaluate("document.compatMode") == "CSS1Compat"
    assert found.problems == []


def test_its_address_says_what_is_chosen_once_it_rests_and_a_reload_keeps_it(opened):
    found = opened()
    found.page.get_by_label("alpha").fill("4")
    assert found.page.evaluate("location.hash") == ""  # not in the midst of a drag
    fragment = "#v1&explorer=network&values=3,1,2&alpha=4/unit"
    assert found.fragment() == fragment
    for _ in range(2):
        found.page.reload()
        assert found.shown() == {**OWN, "alpha": 4}
    found.page.get_by_label("alpha").fill("1")
    assert found.fragment() == "#v1&explorer=network&values=3,1,2"
    assert found.page.evaluate("history.length") <= 2
    assert found.problems == []


def test_a_drag_writes_once(opened):
    found = opened()
    found.page.evaluate("""() => {
        window.written = 0;
        const write = history.replaceState.bind(history);
        history.replaceState = (...given) => (written++, write(...given));
    }""")
    for step in range(20):
        found.page.get_by_label("alpha").fill(str(step % 10))
        found.page.wait_for_timeout(20)
    assert found.page.evaluate("written") == 0
    found.page.wait_for_timeout(400)
    assert found.page.evaluate("written") == 1


def test_a_link_is_followed_at_the_start_and_while_the_page_is_open(opened):
    found = opened(fragment="#v1&explorer=network&values=-0,1e-300&alpha=infinity&flow=1")
    assert found.shown() == {**OWN, "values": [0, 1e-300], "flow": 1}
    assert found.page.evaluate("location.hash").endswith("flow=1")
    found.follow("#v1&explorer=network&sigma=2")
    assert found.shown() == {**SETUP["first"], "sigma": 2}
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
    f"#v1&explorer=network&values={','.join('1' * 65)}": "values must hold 1 to 64 numbers",
    f"#v1&explorer=network&preset={'a' * 20_000}": "at most 20000 characters, got 20028.",
    "#v1&explorer=network&preset=%": "must be escaped as addresses are",
}


@pytest.mark.parametrize("fragment", HOSTILE)
def test_a_hostile_link_is_refused_in_words_and_makes_no_element(opened, fragment):
    def check():
        assert found.refused().startswith("The link is not followed, and the choices stay as they")
        assert HOSTILE[fragment] in found.refused()
        assert found.shown() == OWN
        assert found.page.evaluate(ELEMENTS) == WITHIN
        assert found.problems == []

    found = opened(fragment=fragment)
    found.page.on("dialog", lambda dialog: found.errors.append(dialog.message))
    check()
    found.page.get_by_label("alpha").fill("4")
    assert found.fragment() == "#v1&explorer=network&values=3,1,2&alpha=4/unit"
    assert found.refused() == ""
    found.follow("")
    found.follow(fragment)
    check()


def test_a_saved_page_is_the_file_that_python_writes_and_lives(opened, tmp_path):
    found = opened(fragment="#v1&explorer=network&values=1,2.5e-7&alpha=2/unit")
    for _ in range(2):
        with found.page.expect_download() as waited:
            found.page.click(SAVED)
        assert waited.value.suggested_filename == "network.html"
        waited.value.save_as(tmp_path / "saved.html")
        text = (tmp_path / "saved.html").read_bytes().decode()
        assert text == text_of({**SETUP["first"], "values": [1, 2.5e-7], "alpha": 2})
        found = opened(text=text)
        assert found.shown()["values"] == [1, 2.5e-7]
        assert found.problems == []


def test_several_explorers_keep_each_its_own(opened, tmp_path):
    found = opened(OWN, {**OWN, "alpha": 3}, fragment="#v1&explorer=network&alpha=2/unit")
    assert [found.shown(index)["alpha"] for index in (0, 1)] == [2, 3]
    found.page.get_by_label("alpha").nth(1).fill("7")
    assert found.fragment() == (
        "#v1&explorer=network&alpha=2/unit&2.explorer=network&2.values=3,1,2&2.alpha=7/unit"
    )
    found.page.reload()
    assert [found.shown(index)["alpha"] for index in (0, 1)] == [2, 7]
    with found.page.expect_download() as waited:
        found.page.locator(SAVED).first.click()
    waited.value.save_as(tmp_path / "saved.html")
    assert (tmp_path / "saved.html").read_bytes().decode() == text_of(
        {**SETUP["first"], "alpha": 2}, {**OWN, "alpha": 7}
    )
    assert found.problems == []


def test_it_is_dark_where_the_system_is_and_light_on_paper(opened):
    found = opened(color_scheme="dark")
    tone, back = found.page.locator("code"), "getComputedStyle(document.body).backgroundColor"
    accent = "getComputedStyle(document.querySelector('.diffsort')).getPropertyValue('--ds-accent')"
    assert tone.inner_text() == "dark"
    assert found.page.evaluate(f"[{back}, {accent}]") == ["rgb(17, 17, 17)", "#ff6f9f"]
    found.page.pdf()
    assert found.page.evaluate("printedTone") is False
    assert tone.inner_text() == "dark"
    found.page.emulate_media(color_scheme="light")
    found.page.wait_for_function("document.querySelector('code').textContent === 'light'")
    assert found.page.evaluate(f"[{back}, {accent}]") == ["rgb(255, 255, 255)", "#c2185b"]
    assert found.problems == []


def test_without_scripts_it_says_so_in_words(opened):
    found = opened(java_script_enabled=False)
    assert "JavaScript, which is switched off here" in found.page.inner_text("main")
    assert "Here stands a picture" in found.page.inner_text("main")


def test_words_are_left_where_the_page_could_not_be_drawn(opened):
    found = opened(text=text_of(OWN, program="throw new Error('old browser');"))
    assert "open it in a newer browser" in found.page.inner_text("main").replace("\n", " ")


def test_another_program_is_not_run_and_another_style_not_applied(opened):
    found = opened(text=text_of(OWN).replace("const $default", "window.ran = 1, $default"))
    assert found.page.evaluate("window.ran") is None
    assert "script-src-elem" in str(found.page.evaluate("violations"))
    found = opened()
    for act in (
        "document.body.setAttribute('style', 'color: red')",
        "document.querySelector('style').append('p {}')",
        "document.body.append(Object.assign(new Image(), {src: 'https://example.org/x.png'}))",
        "fetch('https://example.org').catch(() => 0)",
        "try { document.body.innerHTML = '<b>x</b>' } catch {}",
    ):
        before = found.page.evaluate("violations.length")
        found.page.evaluate(f"() => {{ {act} }}")
        found.page.wait_for_timeout(100)
        assert found.page.evaluate("violations.length") > before, act
