"""The harness itself: each of its eyes is shown something that it must not miss."""

import lab as harness
import pytest

WIDGET = """
import anywidget, traitlets

class Saver(anywidget.AnyWidget):
    _esm = '''
    export default { render({ model, el }) {
      el.innerHTML = "<button>save</button><button>idle</button>";
      const [save, idle] = el.children;
      save.onclick = () => { model.set("value", model.get("value") + 1); model.save_changes(); };
      idle.onclick = () => { idle.dataset.drawn = "yes"; };
    } };
    '''
    value = traitlets.Int(0).tag(sync=True)

saver = Saver()
saver
"""
# A page of its own, where the element `here` says how often it was drawn.
DRAWN = "() => { document.body.innerHTML = '<p id=here></p>'; here.dataset.drawn = 0; %s }"


@pytest.fixture
def plain(lab):
    """A page of the server that is not JupyterLab, so that it is there at once."""
    lab.page.goto(f"{lab.server.url}/static/favicons/favicon.ico")
    assert lab.problems == []
    return lab


def test_a_console_error_is_seen(plain):
    plain.page.evaluate("() => { console.warn('not this'); console.error('this') }")
    assert [error.partition(" ")[0] for error in plain.problems] == ["this"]


def test_an_exception_nobody_caught_is_seen(plain):
    plain.page.evaluate(
        "() => new Promise(done => { setTimeout(done, 50); setTimeout(() => { throw Error('oops')"
        " }) })"
    )
    assert plain.page_errors == ["oops"]


def test_a_request_that_leaves_the_machine_is_seen(plain):
    plain.page.evaluate(
        "() => fetch('data:,here').then(() => fetch('http://example.invalid/x')).catch(() => {})"
    )
    assert plain.foreign_requests == ["http://example.invalid/x"]


def test_a_widget_that_saves_is_counted_and_one_that_does_not_is_silent(lab):
    harness.write_notebook(lab.server.root / "saver.ipynb", WIDGET)
    lab.open("saver.ipynb")
    lab.run_all()
    button = lab.page.get_by_role("button", name="idle", exact=True)
    with lab.frames() as frames:
        button.click()
        lab.page.wait_for_timeout(500)
    assert button.get_attribute("data-drawn") == "yes"
    assert not frames, frames
    with lab.frames() as frames:
        lab.page.get_by_role("button", name="save", exact=True).click()
    [saved] = frames.of("comm_msg", "sent")
    assert saved.content["data"]["state"] == {"value": 1}
    assert frames.size > saved.size > 100
    assert frames.of("comm_msg", "received"), "the kernel echoes what was saved"
    assert lab.ask("saver.value") == "1"
    assert lab.problems == []


def test_the_theme_and_the_width_change_and_a_failing_cell_fails(lab):
    harness.write_notebook(lab.server.root / "failing.ipynb", "print('here')", "1 / 0")
    lab.open("failing.ipynb")
    for theme, light in [("dark", "false"), ("light", "true")]:
        lab.theme(theme)
        assert lab.page.evaluate("document.body.dataset.jpThemeLight") == light
    lab.run_cell(0)
    lab.width(400, of=".jp-OutputArea-output")
    assert lab.page.locator(".jp-OutputArea-output").bounding_box()["width"] == pytest.approx(
        400, abs=1
    )
    with pytest.raises(AssertionError, match="ZeroDivisionError"):
        lab.run_all()


def test_the_time_from_a_key_to_its_paint_is_measured(plain):
    plain.page.evaluate(
        DRAWN
        % "addEventListener('keydown', () => setTimeout(() => { here.dataset.drawn = 1 }, 100))"
    )
    assert 100 < plain.key_to_paint("a", "#here") < 400


def test_frames_that_change_nothing_are_told_from_those_that_do(plain):
    step = (
        "const step = () => { here.dataset.drawn = Math.floor(++n / 2);"
        " requestAnimationFrame(step) }"
    )
    plain.page.evaluate(DRAWN % f"let n = 0; {step}; step()")
    with plain.animation(
        "+here.dataset.drawn > 5", "+here.dataset.drawn >= 25", "here.dataset.drawn"
    ) as animation:
        pass
    assert animation.changes in (19, 20)
    assert animation.frames == pytest.approx(2 * animation.changes, abs=2)
    assert 5 < animation.frames_per_second < 200


def test_where_there_is_no_browser_tests_are_skipped_but_fail_in_ci(monkeypatch, needs_chromium):
    monkeypatch.setattr(harness, "find_chromium", lambda: None)
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="apt-get install chromium"):
        needs_chromium()
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="apt-get install chromium"):
        needs_chromium()
