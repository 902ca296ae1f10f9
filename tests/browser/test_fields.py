"""The fields of an explorer, filled in as a person would: what they say, and when they mean
nothing."""

from playwright.sync_api import expect


def paste(lab, text):
    """Put a text into the box of numbers, and press Enter."""
    box = lab.page.get_by_label("your numbers")
    box.fill(text)
    box.press("Enter")
    lab.wait_until_idle()
    return box


def test_a_sentence_is_spoken_when_a_slider_comes_to_rest(notebook):
    page = notebook("AlphaExplorer(alpha=0.12)").page
    page.evaluate("""() => {
            window.spoken = [];
            const node = document.querySelector('.diffsort-controls .diffsort-spoken');
            const note = () => node.textContent && window.spoken.push(node.textContent);
            new MutationObserver(note).observe(node, { childList: true });
        }""")
    page.get_by_role("slider", name="alpha", exact=True).first.focus()
    for _ in range(6):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(150)
    page.wait_for_timeout(2500)
    assert page.evaluate("window.spoken") == [page.locator(".diffsort-sentence").inner_text()]


def test_what_means_nothing_for_the_present_choices_is_not_there(notebook):
    page = notebook("LearningExplorer()").page
    seed = page.get_by_label("random seed", exact=True)
    trimmed = page.get_by_role("slider", name="share trimmed (line)")
    expect(seed).to_be_visible()
    expect(trimmed).to_have_count(0)
    page.get_by_label("learn to").select_option("line")
    trimmed.wait_for()
    assert seed.is_hidden()


def test_how_a_pasted_text_was_read_is_said_quietly_beside_its_box(notebook):
    lab = notebook("NetworkExplorer([3, 1, 2], alpha=0.5)")
    remark = lab.page.locator(".diffsort-folds .diffsort-remark")
    assert remark.get_attribute("role") == "status"
    box = paste(lab, "12,5\n13,1\n9,75\n11,0")
    remark.get_by_text("Read 12,5 as 12.5: commas as decimal signs.").wait_for()
    assert lab.ask("shown.state.values") == "(12.5, 13.1, 9.75, 11.0)"
    assert box.input_value() == "12.5, 13.1, 9.75, 11"
    assert box.get_attribute("aria-invalid") == "false"
    paste(lab, "4, 2, 3")
    remark.wait_for(state="hidden")
    assert lab.problems == []


def test_more_numbers_than_can_be_drawn_stay_in_the_box_and_the_picture_stays(notebook):
    lab = notebook("NetworkExplorer([3, 1, 2], alpha=0.5)")
    text = ", ".join(map(str, range(100)))
    box = paste(lab, text)
    lab.page.locator(
        ".diffsort-message",
        has_text="values must hold at most 64 numbers in NetworkExplorer, got 100."
        " The old value stays.",
    ).wait_for()
    assert box.input_value() == text
    assert box.get_attribute("aria-invalid") == "true"
    assert lab.page.get_by_label("wires", exact=True).input_value() == "3"
    expect(lab.page.locator(".diffsort-network .handle:not(.vertical)")).to_have_count(3)
    assert lab.ask("shown.state.values") == "(3.0, 1.0, 2.0)"
    assert lab.problems == []
