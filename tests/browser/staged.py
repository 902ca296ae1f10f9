"""An explorer on the stage, for the tests that look at it there, touch it and leave it."""

from playwright.sync_api import expect

import explorer as package

TYPE, ARROW = 20, 3
"""Pixels of a screen."""
SCREENS = [(1366, 768), (1600, 900), (1920, 1080)]
SEEN = """(root) => {
    const box = (node) => {
        const { left, top, right, bottom } = node.getBoundingClientRect();
        return [left, top, right, bottom];
    };
    const shown = [...root.querySelectorAll('*')].filter((node) => node.checkVisibility()
        && !node.closest('.diffsort-spoken') && node.getBoundingClientRect().width);
    const written = shown.filter((node) =>
        [...node.childNodes].some((each) => each.nodeType === 3 && each.data.trim()));
    const zoomed = (node, pixels) => node.currentCSSZoom * parseFloat(pixels);
    const words = written.filter((node) => !node.matches('option, title'))
        .map((node) => [node.textContent.trim(), zoomed(node, getComputedStyle(node).fontSize)]);
    const arrows = [...root.querySelectorAll('.comparator line:not(.hit), .comparator .crossing')]
        .filter((node) => node.checkVisibility())
        .map((node) => zoomed(node, getComputedStyle(node).strokeWidth));
    const clickable = shown.filter((node) =>
        node.matches('button, input, select, summary, textarea, a'));
    return {
        words, arrows, window: [innerWidth, innerHeight], root: box(root),
        hero: box(root.querySelector('.diffsort-controls')),
        picture: [...root.querySelectorAll('canvas')].map(box),
        bar: box(root.querySelector('.diffsort-stagebar')),
        scrolled: [root.scrollWidth - root.clientWidth, root.scrollHeight - root.clientHeight],
        controls: clickable.map((node) => node.ariaLabel || node.textContent.trim()),
    };
}"""


def made(name, **choices):
    return getattr(package, name)(**choices)


def enter(found, index=0):
    found.button("Stage", index).click()
    root = found.explorer(index)
    expect(root).to_have_class("diffsort diffsort-explorer diffsort-staged")
    found.page.wait_for_timeout(400)
    return root


def hero(found):
    return found.page.locator("input[aria-label=alpha]")


def is_staged(root):
    return root.evaluate("(node) => node.classList.contains('diffsort-staged')")


def middle(box):
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def position(root):
    return float(root.locator(".diffsort-network").get_attribute("data-position"))
