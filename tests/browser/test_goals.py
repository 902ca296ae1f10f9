"""An exercise on the picture: its target is drawn, and a badge says in a word and a form how far a
reader has come, while Python judges; without Python it judges nothing."""

import pytest
from playwright.sync_api import expect

from explorer import NetworkExplorer
from explorer.exercises.a_sort import check_softness

SOFTNESS = "NetworkExplorer(alpha=0.1, goal=check_softness)"
JUDGE = "__import__('explorer.exercises.{0}', fromlist=['{1}']).{1}"
NOTE = """() => {
    window.spoken = [];
    window.steps = [];
    const badge = document.querySelector('.diffsort-badge');
    const said = badge.querySelector('.diffsort-spoken');
    new MutationObserver(() => said.textContent && window.spoken.push(said.textContent))
        .observe(said, { childList: true });
    const note = () => {
        const { step } = badge.dataset;
        if (window.steps.at(-1) !== step) window.steps.push(step);
    };
    note();
    new MutationObserver(note).observe(badge, { attributes: true });
}"""
FORM = "() => document.querySelector('.diffsort-badge .form').getAttribute('d')"


@pytest.fixture
def with_goal(notebook):
    def show(code, module, check):
        lab = notebook(code.replace(check, JUDGE.format(module, check)))
        lab.page.wait_for_selector(".diffsort-badge")
        return lab

    return show


def badge(page):
    return page.locator(".diffsort-badge .line")


def targets(page):
    return page.locator(".targets > g")


def test_a_slider_is_dragged_until_the_badge_says_correct(with_goal):
    lab = with_goal(SOFTNESS, "a_sort", "check_softness")
    page = lab.page
    expect(badge(page)).to_contain_text(f"hint: {check_softness.goal.asked}")
    page.evaluate(NOTE)
    forms = [page.evaluate(FORM)]
    slider = page.get_by_role("slider", name="alpha", exact=True).first
    box = slider.bounding_box()
    y = box["y"] + box["height"] / 2
    with lab.frames() as frames:
        page.mouse.move(box["x"] + box["width"] * 0.05, y)
        page.mouse.down()
        for part in range(10, 60):
            page.mouse.move(box["x"] + box["width"] * part / 100, y)
            page.wait_for_timeout(60)
            step = page.locator(".diffsort-badge").get_attribute("data-step")
            if step == "almost" and len(forms) == 1:
                forms.append(page.evaluate(FORM))
            if step == "correct":
                break
        page.mouse.up()
    expect(badge(page)).to_contain_text("correct: The largest error is")
    forms.append(page.evaluate(FORM))
    assert page.evaluate("window.steps") == ["hint", "almost", "correct"]
    assert len({*forms}) == 3  # not by colour alone
    assert lab.ask(f"{JUDGE.format('a_sort', 'check_softness')}(shown)").startswith("correct: ")
    sent = [each for each in frames.of("comm_msg", "sent") if "choices" in states(each)]
    came = [each for each in frames.of("comm_msg", "received") if "badge" in states(each)]
    assert 0 < len(came) <= len(sent)
    assert max(each.size for each in came) < 4000
    page.wait_for_timeout(2000)
    spoken = page.evaluate("window.spoken")
    assert 1 <= len(spoken) <= 2  # a step that came to rest, and not every word on the way
    assert spoken[-1].startswith("correct: The largest error is")
    before = badge(page).inner_text()
    lab.ask("setattr(shown.state, 'alpha', 0.777)")
    expect(badge(page)).not_to_have_text(before)  # other words, of the same step
    page.wait_for_timeout(1500)
    assert page.evaluate("window.spoken") == spoken
    assert lab.problems == []


def states(frame):
    return frame.content["data"].get("state", {})


def test_the_targets_are_drawn_where_the_outputs_must_come_and_become_solid(with_goal):
    lab = with_goal(SOFTNESS, "a_sort", "check_softness")
    page = lab.page
    expect(targets(page)).to_have_count(8)
    expect(page.get_by_role("img", name="target: output 7 between 41 and 43")).to_have_count(1)
    expect(page.locator(".targets.reached")).to_have_count(0)
    lab.ask("setattr(shown.state, 'alpha', 0.8)")
    expect(page.locator(".targets.reached")).to_have_count(1)
    tick = page.locator(".diffsort-network text", has_text="40").last.bounding_box()
    box = page.get_by_role("img", name="target: output 7 between 41 and 43").bounding_box()
    assert box["y"] + box["height"] / 2 < tick["y"] + tick["height"] / 2  # 42 stands above 40
    assert lab.problems == []


def test_a_badge_is_a_line_and_the_picture_stays_where_it_is(with_goal):
    lab = with_goal(
        "RankingExplorer([23.7, 26.2, 24.0, 24.7, 30.3, 27.5, 25.4, 24.7], alpha=5.0, sigma=0.001,"
        " goal=check_tie)",
        "ranks",
        "check_tie",
    )
    page = lab.page
    height = badge(page).bounding_box()["height"]
    assert height < 30
    for sigma, step in ((0.008, "almost"), (0.03, "correct"), (9, "hint")):
        lab.ask(f"setattr(shown.state, 'sigma', {sigma})")
        expect(page.locator(f".diffsort-badge[data-step={step}]")).to_be_visible()
        assert badge(page).bounding_box()["height"] == pytest.approx(height, abs=0.5)
    assert lab.problems == []


def test_what_learns_is_judged_when_its_slider_rests(with_goal):
    lab = with_goal(
        "LearningExplorer(learning_seed=7, sigma=0.01, goal=check_sigma)",
        "learning",
        "check_sigma",
    )
    page = lab.page
    expect(badge(page)).to_contain_text("hint: Find a sigma")
    slider = page.get_by_role("slider", name="sigma (ordering)")
    slider.focus()
    for _ in range(30):
        page.keyboard.press("ArrowRight")
    expect(page.locator(".diffsort-badge[data-step=correct]")).to_be_visible()
    assert lab.problems == []


def test_while_the_kernel_is_busy_nothing_is_claimed_and_then_it_is_judged(with_goal):
    lab = with_goal(SOFTNESS, "a_sort", "check_softness")
    page = lab.page
    lab.ask("setattr(shown.state, 'alpha', 0.8)")
    expect(page.locator(".diffsort-badge[data-step=correct]")).to_be_visible()
    slider = page.get_by_role("slider", name="alpha", exact=True).first
    with lab.asleep():
        slider.focus()
        for _ in range(12):
            page.keyboard.press("ArrowLeft")
        expect(badge(page)).to_contain_text("Run the notebook to be judged.")
        expect(targets(page)).to_have_count(0)
    expect(badge(page)).not_to_contain_text("Run the notebook")
    expect(targets(page)).to_have_count(8)


@pytest.mark.parametrize("viewport", [(1366, 768), (400, 800)])
def test_a_saved_page_says_what_is_asked_and_judges_nothing(open_explorer, viewport):
    made = NetworkExplorer(alpha=0.8, goal=check_softness)
    assert made.badge["step"] == "correct"
    found = open_explorer(made, viewport)
    page = found.page
    told = f"hint: {check_softness.goal.asked} Run the notebook to be judged."
    expect(badge(page)).to_have_text(told)
    expect(targets(page)).to_have_count(0)
    page.get_by_role("slider", name="alpha", exact=True).first.press("ArrowRight")
    page.wait_for_timeout(300)
    expect(badge(page)).to_have_text(told)
    words = page.locator(".diffsort-badge span")
    assert words.evaluate("(n) => n.scrollWidth - n.clientWidth") <= 0  # nothing is cut
    line, box = badge(page).bounding_box(), words.bounding_box()
    assert box["x"] + box["width"] <= line["x"] + line["width"] <= viewport[0]
    assert box["y"] + box["height"] <= line["y"] + line["height"]
