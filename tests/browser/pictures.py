"""What the browser tests look for in a page with explorers."""

ROOT = ".diffsort-network"
PICTURE = ".diffsort-picture"


def attribute(page, name, selector=ROOT):
    return page.locator(selector).first.get_attribute(name)


def slider(page, name="alpha", nth=0):
    return page.get_by_role("slider", name=name, exact=True).nth(nth)


def drag(page, handle, dx, dy):
    """Drag a handle by so many pixels, in ten moves, and give the kernel half a second to
    answer."""
    box = handle.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    for k in range(1, 11):
        page.mouse.move(x + dx * k / 10, y + dy * k / 10)
    page.mouse.up()
    page.wait_for_timeout(500)


def settles(page, expression, timeout=10_000):
    """Wait until a JavaScript expression holds, in which `root` is the first network."""
    page.wait_for_function(
        f"() => {{ const root = document.querySelector('{ROOT}'); return {expression}; }}",
        timeout=timeout,
    )


def choose(lab, **choices):
    """Make choices of `network` in the kernel, and wait until they are drawn."""
    drawn = int(attribute(lab.page, "data-drawn"))
    lab.ask(f"network.state.update(**{choices})")
    settles(lab.page, f"root.dataset.drawn > {drawn}")
