import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffsort_core import NETWORKS, LogSumExp, SmoothMax, sort_jacobian, trace
from diffsort_core.families import ANY_N
from explorer.scenes.flow import gradient_flow, path_flow
from explorer.style import number

X = [5.0, -1.0, 9.5, 13.2, 2.0, 4.0, 3.5]


def runs(x):
    return [
        trace(build(len(x)), x, rule)
        for build in ANY_N.values()
        for rule in (SmoothMax(0.4), LogSumExp(0.4))
    ]


def columns_and_gaps(run, flow):
    """What the wires carry at each column, and what the strands do (and the wires that no
    comparator touches) between two."""
    layer = run.network.comparator_arrays[0]
    idle = [
        flow.nodes[k + 1, wires].sum() for k, (_, _, wires, _) in enumerate(run.network.gathers)
    ]
    between = np.bincount(layer, flow.strands.sum(axis=1), run.network.depth) + idle
    return flow.nodes.sum(axis=1), between


@pytest.mark.parametrize("run", runs(X), ids=lambda run: f"{run.network.name} {run.softmax}")
def test_a_gradient_flows_back_and_nothing_of_it_is_lost(run):
    jacobian = sort_jacobian(run.network, X, run.softmax)
    for output in range(len(X)):
        flow = gradient_flow(run, output)
        np.testing.assert_allclose(flow.nodes[0], jacobian[output], atol=1e-12)
        for sums in columns_and_gaps(run, flow):
            np.testing.assert_allclose(sums, 1, atol=1e-12)


@given(st.lists(st.floats(-50, 50), min_size=1, max_size=12), st.data())
def test_the_paths_of_a_derivative_add_up_to_it_at_every_column(x, data):
    out, into = (data.draw(st.integers(0, len(x) - 1)) for _ in range(2))
    for run in runs(x)[:2]:
        flow = path_flow(run, out, into)
        for sums in columns_and_gaps(run, flow):
            np.testing.assert_allclose(
                sums, sort_jacobian(run.network, x, run.softmax)[out, into], atol=1e-9
            )


def test_the_words_name_the_inputs_that_matter_most():
    run = trace(NETWORKS["bitonic"](4), [1.0, 2.0, 3.0, 10.0], SmoothMax(100.0))
    assert (
        gradient_flow(run, 3).words
        == "Gradient of output 3, from right to left. It goes 1 to input 3, and to no other."
    )
    soft = trace(NETWORKS["bitonic"](4), [1.0, 2.0, 3.0, 10.0], SmoothMax(0.0))
    assert gradient_flow(soft, 3).words.endswith("0.25 to input 2, and no more to one other.")


@pytest.mark.parametrize("run", runs(X)[:2], ids=lambda run: str(run.softmax))
def test_every_column_has_a_sentence_of_its_own_that_names_its_largest_share(run):
    for flow in (gradient_flow(run, 3), path_flow(run, 3, 2)):
        assert len(set(flow.sentences)) == len(flow.sentences) == run.network.depth + 1
        for k, (shares, words) in enumerate(zip(flow.nodes, flow.sentences, strict=True)):
            wire = np.argmax(np.abs(shares))
            assert f": {number(shares[wire])} on wire {wire}" in words
            assert (f"after layer {k} of" if k else "at the input") in words


def test_a_derivative_that_vanished_is_on_no_wire():
    run = trace(NETWORKS["bitonic"](4), [1.0, 2.0, 3.0, 10.0], SmoothMax(1e4))
    assert (
        path_flow(run, 3, 0).sentences[0]
        == "d sorted[3] / d x[0] = 0, at the input: nothing on any wire."
    )
