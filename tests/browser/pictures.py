"""What the browser tests look for in a page with explorers."""

ROOT = ".diffsort-network"
PLOT = ".js-plotly-plot"


def attribute(page, name, selector=ROOT):
    return page.locator(selector).first.get_attribute(name)


def slider(page, name="alpha", nth=0):
    return page.get_by_role("slider", name=name, exact=True).nth(nth)


def settles(page, expression, timeout=10_000):
    """Wait until a JavaScript expression holds, in which `root` is the first network."""
    page.wait_for_function(f"() => {{ const root = document.querySelector('{ROOT}'); return {expression}; }}", timeout=timeout)
