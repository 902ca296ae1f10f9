"""On a screen: a picture with all that belongs to it is no higher than a laptop shows at once."""

import pytest

import explorer as package
from explorer.explorers.live import LiveExplorer

CLASSES = [getattr(package, name) for name in package.__all__ if name != "ExplorerState"]
SHOWN = [each for each in CLASSES if issubclass(each, LiveExplorer)]
FITTED = [each for each in SHOWN if each.program_name != "anything"]  # it has laws of its own
FROM_TO = """() => {
    const parts = [...document.querySelectorAll('.diffsort-network, .diffsort-picture')];
    const canvases = document.querySelectorAll('.diffsort-explorer canvas');
    const bottom = Math.max(...[...canvases].map(each => each.getBoundingClientRect().bottom));
    return [parts[0].getBoundingClientRect().top, bottom];
}"""


@pytest.mark.parametrize(("width", "most"), [(966, 540), (1398, 600), (1600, 600)])
@pytest.mark.parametrize("made", FITTED, ids=lambda made: made.program_name)
def test_a_picture_is_seen_at_once(open_explorer, made, width, most):
    chosen = {"out": 3, "into": 1} if made.program_name == "jacobian" else {}
    found = open_explorer(made(**chosen), (width, 900))
    found.page.wait_for_timeout(300)
    top, bottom = found.page.evaluate(FROM_TO)
    assert 250 < bottom - top <= most
    wide = "() => document.documentElement.scrollWidth <= innerWidth"
    assert found.page.evaluate(wide)
