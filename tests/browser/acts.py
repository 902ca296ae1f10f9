"""What a person does with a network, act by act, and what is then to be read: the same everywhere.

It knows an explorer's root in a page and nothing of the page's host. Roles and labels name what is
acted on; elements may stand in a shadow root."""

import time

from playwright.sync_api import Locator, Page

WIDTH = 900
"""Pixels of an explorer: where it is as wide, a drag of as many pixels means the same."""
FIRST = [3, 1, 2, 7]
"""The numbers that it begins with."""


def alpha_by_key(page: Page, root: Locator) -> None:
    for _ in range(3):
        alpha(root).press("ArrowRight")


def alpha_by_drag(page: Page, root: Locator) -> None:
    """To a place in the middle, where it does not matter how wide the thumb is."""
    box = alpha(root).bounding_box()
    last = int(alpha(root).get_attribute("max"))
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.2, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * round(0.52 * last) / last, y, steps=8)
    page.mouse.up()


def relaxation(page: Page, root: Locator) -> None:
    chosen_relaxation(root).select_option("Cauchy")


def pasted_numbers(page: Page, root: Locator) -> None:
    numbers(root).fill("4; 2,5; 1; -7; 12; 0,125")
    numbers(root).press("Enter")


def preset(page: Page, root: Locator) -> None:
    root.get_by_label("numbers", exact=True).select_option("nearly sorted")


def input_handle(page: Page, root: Locator) -> None:
    """Far beyond the end of its bar, which is as far as it goes."""
    box = root.get_by_role("slider", name="Input on wire 0", exact=True).bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 300, y, steps=10)
    page.mouse.up()


def step(page: Page, root: Locator) -> None:
    for _ in range(2):
        root.get_by_role("button", name="Step forward", exact=True).click()


def play(page: Page, root: Locator) -> None:
    """To the end, as fast as it goes."""
    speed = root.get_by_label("Speed")
    speed.select_option(index=speed.locator("option").count() - 1)
    root.get_by_role("button", name="Play", exact=True).click()
    until_played(root)


def flow(page: Page, root: Locator) -> None:
    root.locator("text.output").nth(1).click()


def play_backwards(page: Page, root: Locator) -> None:
    root.get_by_role("button", name="Play backwards", exact=True).click()
    until_played(root)


def until_played(root: Locator) -> None:
    pause = root.get_by_role("button", name="Pause", exact=True)
    pause.wait_for()
    pause.wait_for(state="hidden", timeout=20_000)


ACTS = [
    alpha_by_key,
    alpha_by_drag,
    relaxation,
    pasted_numbers,
    preset,
    input_handle,
    step,
    play,
    flow,
    play_backwards,
    step,
]


def act(page: Page, root: Locator) -> list[tuple[str, dict[str, object]]]:
    """Do all of it, and say what was to be read at first and after each."""
    fit(page, root)
    read = [("at first", settled(page, root))]
    for each in ACTS:
        each(page, root)
        read.append((each.__name__, settled(page, root)))
    return read


def shown(root: Locator) -> dict[str, object]:
    """What is to be read."""
    return {
        "title": root.locator("h3").first.inner_text(),
        "outputs": root.locator("text.output tspan").all_text_contents(),
        "sentence": root.locator(".sentence").first.inner_text(),
        "numbers": numbers(root).input_value(),
    }


def chosen(root: Locator) -> list[object]:
    """Alpha, relaxation and values as the page shows them."""
    words = alpha(root).get_attribute("aria-valuetext").split(", ")[-1]
    values = [float(word) for word in numbers(root).input_value().split(", ")]
    return [float(words.split()[0]), chosen_relaxation(root).input_value(), values]


def alpha(root: Locator) -> Locator:
    return root.get_by_role("slider", name="alpha", exact=True)


def chosen_relaxation(root: Locator) -> Locator:
    return root.get_by_label("relaxation", exact=True)


def numbers(root: Locator) -> Locator:
    return root.get_by_role("textbox", name="your numbers")


def settled(page: Page, root: Locator, seconds: float = 0.4) -> dict[str, object]:
    """What is to be read once it stays the same for so long."""
    deadline = time.monotonic() + 10
    before = shown(root)
    while time.monotonic() < deadline:
        page.wait_for_timeout(1000 * seconds)
        now = shown(root)
        if now == before:
            return now
        before = now
    raise AssertionError(f"it never comes to rest: {before}")


def fit(page: Page, root: Locator) -> None:
    """Make the window so wide that the explorer has its width."""
    for _ in range(6):
        missing = WIDTH - root.bounding_box()["width"]
        if abs(missing) < 0.5:
            return
        size = page.viewport_size
        page.set_viewport_size({**size, "width": round(size["width"] + missing)})
        page.wait_for_timeout(400)
    raise AssertionError(f"the explorer is {WIDTH - missing} pixels wide, not {WIDTH}")
