"""What a screen reader says of the controls in a page."""

CONTROLS = ":is(button, input, select, textarea, summary, [tabindex='0'], [role=slider])"


def controls(page):
    """The explorers' visible controls that a screen reader has no name for, and how many there are
    in all."""
    session = page.context.new_cdp_session(page)
    session.send("Accessibility.enable")
    unnamed, seen = [], 0
    for control in page.locator(f".diffsort {CONTROLS}").all():
        if not control.is_visible():
            continue
        seen += 1
        control.evaluate("node => { window.asked = node; }")
        asked = session.send("Runtime.evaluate", {"expression": "asked"})["result"]["objectId"]
        [node] = session.send(
            "Accessibility.getPartialAXTree", {"objectId": asked, "fetchRelatives": False}
        )["nodes"]
        if not node.get("name", {}).get("value"):
            unnamed.append(control.evaluate("node => node.outerHTML.slice(0, 120)"))
    return unnamed, seen
