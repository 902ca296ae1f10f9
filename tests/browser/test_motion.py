"""What a person sees who asked the system for less motion."""

import lab as harness


def test_reduced_motion_steps_from_beat_to_beat(server, chromium):
    harness.write_notebook(server.root / "still.ipynb", "from explorer import *\nNetworkExplorer()")
    with harness.open_lab(chromium, server, reduced_motion="reduce") as lab:
        lab.open("still.ipynb")
        lab.run_all()
        lab.page.wait_for_selector(".diffsort-network canvas")
        lab.page.evaluate("""() => {
                const root = document.querySelector('.diffsort-network');
                window.seen = new Set();
                new MutationObserver(() => window.seen.add(root.dataset.position))
                    .observe(root, { attributes: true });
            }""")
        lab.page.get_by_label("Speed").select_option("2")
        lab.page.get_by_role("button", name="Play").click()
        lab.page.wait_for_function(
            "() => document.querySelector('.diffsort-network').dataset.layer === '6'"
        )
        seen = lab.page.evaluate("[...window.seen]")
        assert set(seen) <= {f"{k}.{beat}" for k in range(7) for beat in ("000", "250", "500")}
        assert {beat.split(".")[1] for beat in seen} == {"000", "250", "500"}
