"""How much is sent to show a network, and whether a large one has room in a narrow cell."""

from itertools import pairwise

import lab as harness
from pictures import ROOT, choose, settles

from diffsort_core import NETWORKS, SmoothMax, inversions, trace
from diffsort_core.families import ANY_N


def test_little_is_sent_to_show_16_wires(server, chromium):
    harness.write_notebook(
        server.root / "sixteen.ipynb",
        "from explorer import *\nNetworkExplorer(range(16), alpha=0.1)",
    )
    with harness.open_lab(chromium, server) as lab:
        lab.open("sixteen.ipynb")
        with lab.frames() as frames:
            lab.run_all()
            lab.page.wait_for_selector(f"{ROOT} canvas")
            lab.page.wait_for_timeout(1500)
        picture = frames.of("execute_result").size  # what is left where there is no kernel
        # The program, which tells scenes and starts by itself, is a second of a slow line.
        assert 50_000 < frames.size - picture < 220_000
        assert 10_000 < picture < 120_000


COUNTS = f"""() => {{
    const texts = [...document.querySelectorAll('{ROOT} .picture svg text')];
    const row = texts.find((node) => node.textContent === 'inversions').getAttribute('y');
    return texts
        .filter((node) => node.getAttribute('y') === row && node.textContent)
        .map((node) => [node.getBoundingClientRect(), node.textContent])
        .map(([box, text]) => [box.left, box.right, text])
        .sort((one, other) => one[0] - other[0]);
}}"""


def test_no_count_of_64_wires_runs_into_another_in_a_narrow_cell(server, chromium):
    code = (
        "from explorer import *\nnetwork = NetworkExplorer(range(64, 0, -1), alpha=0.01)\nnetwork"
    )
    harness.write_notebook(server.root / "crowd.ipynb", code)
    with harness.open_lab(chromium, server, viewport={"width": 1280, "height": 2400}) as lab:
        lab.open("crowd.ipynb")
        lab.run_all()
        lab.page.wait_for_selector(f"{ROOT} canvas")
        lab.page.evaluate("document.querySelector('.diffsort-explorer').style.width = '480px'")
        settles(lab.page, "root.querySelector('svg').viewBox.baseVal.width <= 480")
        for network in ANY_N:
            if network != "bitonic":
                choose(lab, network=network)
            boxes = lab.page.evaluate(COUNTS)
            words = [text for _, _, text in boxes]
            assert words[0] == "inversions"
            assert words[-1].startswith("sum")
            run = trace(NETWORKS[network](64), range(64, 0, -1), SmoothMax(0.01))
            long = sum(inversions(column) >= 1000 for column in run.values)  # at most a third show
            assert sum(len(text) >= 4 and text.isdigit() for text in words) >= min(4, long // 3)
            gaps = [after[0] - before[1] for before, after in pairwise(boxes)]
            assert min(gaps) >= 5, (network, boxes)
            assert boxes[0][0] >= lab.page.locator(f"{ROOT} .picture svg").bounding_box()["x"]
