import numpy as np
import pytest

from diffsort_core import SmoothMax, bitonic, trace
from explorer.scenes.flow import gradient_flow
from explorer.scenes.network import network_scene
from explorer.widgets.network import NetworkView


def scene_of(x, alpha=0.5):
    return network_scene(trace(bitonic(len(x)), x, SmoothMax(alpha)), "in words")


@pytest.mark.parametrize(
    "x", [[5.0, -1.0, 9.5], [1.0], [1.7e308, -1e300], [3e-323, 0.0], [1.7e9, 1.7e9 + 10]]
)
def test_the_browser_gets_the_run_to_the_last_digit(x):
    view, scene = NetworkView(), scene_of(x)
    view.show(scene, x)
    for name in ("soft", "hard"):
        np.testing.assert_array_equal(
            np.frombuffer(view.run[name], "<f8"), getattr(scene, name).ravel()
        )
    np.testing.assert_allclose(np.frombuffer(view.run["swap"], "<f4"), scene.swap, rtol=1e-6)
    assert list(view.run["tokens"]) == scene.tokens.ravel().tolist()


def test_a_step_is_one_message_without_the_parts_that_stay(wired):
    view = NetworkView()
    view.show(scene_of([5.0, -1.0, 9.5]), [5.0, -1.0, 9.5])
    wire = wired(view)
    view.show(scene_of([5.0, -1.0, 9.5], alpha=0.6), [5.0, -1.0, 9.5])
    assert wire.updates() == [{"run"}]
    view.show(scene_of([5.0, -1.0]), [5.0, -1.0])
    assert wire.updates()[1:] == [{"network", "values", "run"}]


def test_a_flow_goes_along_and_what_stands_below_is_another_drawing(wired):
    x = [5.0, -1.0, 9.5]
    run = trace(bitonic(3), x, SmoothMax(0.5))
    view, flow = NetworkView(), gradient_flow(run, 1)
    view.show(network_scene(run, "", flow), x)
    np.testing.assert_allclose(
        np.frombuffer(view.run["strands"], "<f4"), flow.strands.ravel(), rtol=1e-6
    )
    np.testing.assert_allclose(
        np.frombuffer(view.run["nodes"], "<f4"), flow.nodes.ravel(), rtol=1e-6
    )
    wire, before = wired(view), view.network["key"]
    view.show(network_scene(run, "", flow, "hard network"), x)
    assert wire.updates() == [{"network"}]
    assert view.network["below"] == "hard network"
    assert view.network["key"] == before


def test_a_step_of_32_wires_is_under_25_kilobytes(wired):
    view, x = NetworkView(), list(map(float, range(32)))
    view.show(scene_of(x), x)
    wire = wired(view)
    view.show(scene_of(x, alpha=0.6), x)
    [(data, buffers)] = wire.sent
    assert sum(len(part) for part in buffers) + len(repr(data)) < 25_000


def test_the_widget_is_small():
    assert len(NetworkView._esm) < 200_000
    assert len(NetworkView._css) < 6_000
