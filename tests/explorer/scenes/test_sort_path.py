from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffsort_core import LogSumExp, bitonic, diff_sort, inversions, relative_rms, sort_jacobian
from explorer.choices import RELAXATIONS
from explorer.fields import ALPHA
from explorer.scenes.sort_path import AlphaAxis, sort_at, sort_path
from explorer.softness import deviation
from explorer.state import ExplorerState

X = (5.0, -1.0, 9.5, 13.2, 16.2, 20.5, 42.0)
EVERY = pytest.mark.parametrize("relaxation", [kind for _, kind in RELAXATIONS.values()])
AXES = st.builds(AlphaAxis, st.integers(-20, 20), st.booleans())


@EVERY
@pytest.mark.parametrize("scale", [1e-200, 1e-3, 1.0, 1e9, 1e150])
def test_the_batch_is_the_sort_at_every_alpha(relaxation, scale):
    values = tuple(scale * value for value in X)
    path, network = sort_path(bitonic(7), values, relaxation(1.0)), bitonic(7)
    for k, alpha in list(enumerate(path.alphas))[::9]:
        soft = diff_sort(network, values, relaxation(alpha))
        size = max(np.abs(soft).max(), 42 * scale)
        np.testing.assert_allclose(path.sorts.outputs[k], soft, rtol=0, atol=1e-13 * size)
        jacobian = sort_jacobian(network, values, relaxation(alpha))
        assert path.sorts.largest[k] == pytest.approx(jacobian.max(), abs=1e-11)
        assert path.sorts.smallest[k] == pytest.approx(jacobian.min(), abs=1e-11)


@EVERY
def test_the_measures_are_those_of_the_core(relaxation):
    path = sort_path(bitonic(7), X, relaxation(1.0))
    for k, outputs in enumerate(path.sorts.outputs):
        assert path.sorts.error[k] == pytest.approx(relative_rms(outputs, np.sort(X)), abs=1e-12)
        assert path.sorts.inversions[k] == inversions(outputs, margin=43e-9)


@EVERY
@pytest.mark.parametrize(
    "values", [X, (3.0,), (2.0, 2.0, 2.0), (0.0, 0.0), (-4e9, 1.0), (1.7e308, -1.7e308)]
)
def test_the_path_meets_the_sort_at_one_alpha(relaxation, values):
    network = bitonic(len(values))
    path = sort_path(network, values, relaxation(1.0))
    for k in (0, 30, -1):
        one = sort_at(network, values, relaxation(path.alphas[k]))
        for name in ("outputs", "error", "inversions", "largest", "smallest"):
            np.testing.assert_allclose(
                getattr(one, name), getattr(path.sorts, name)[k], rtol=1e-9, atol=1e-12
            )


@EVERY
def test_it_ends_at_the_hard_sort_and_begins_at_the_mean_unless_it_diverges_there(relaxation):
    x = (*X, 18.0)
    path = sort_path(bitonic(8), x, relaxation(1.0))
    assert path.alphas[-1] == inf
    assert path.sorts.outputs[-1] == pytest.approx(np.sort(x), rel=1e-15)
    assert (path.sorts.error[-1], path.sorts.largest[-1], path.sorts.smallest[-1]) == (0, 1, 0)
    assert path.axis.diverges == (not relaxation.mixes) == (path.alphas[0] > 0)
    if relaxation.mixes:
        assert path.sorts.outputs[0] == pytest.approx([np.mean(x)] * 8)
        assert path.sorts.largest[0] == path.sorts.smallest[0] == 1 / 8


def test_the_path_is_kept_and_cannot_be_written_over():
    rule = RELAXATIONS["smoothmax"][1](1.0)
    path = sort_path(bitonic(7), X, rule)
    assert sort_path(bitonic(7), X, rule) is path
    with pytest.raises(ValueError, match="read-only"):
        path.sorts.outputs[0, 0] = 1


@pytest.mark.parametrize("values", [X, (3.0,), (0.0, 0.0), (1e-7, 3e-7), (1e12, -1e12)])
def test_the_axis_reaches_as_far_as_the_alpha_control(values):
    """To half a decade: the control counts per standard deviation."""
    axis = sort_path(bitonic(len(values)), values, ExplorerState().rule).axis
    unit = np.log10(deviation(values) or 1)
    assert axis.low < np.log10(ALPHA["low"]) - unit + 0.5
    assert axis.high > np.log10(ALPHA["high"]) - unit - 0.5
    assert (
        axis.high - axis.low < np.log10(ALPHA["high"] / ALPHA["low"]) + 1.5
    )  # and not much further


@given(AXES, st.floats(0, 6))
def test_alpha_and_place_undo_each_other_to_four_digits(axis, share):
    alpha = 10.0 ** (axis.low + share)
    assert axis.alpha_at(axis.place(alpha)) == pytest.approx(alpha, rel=1e-3)


@given(AXES)
def test_the_stops_are_0_and_infinity_and_what_lies_beyond_the_scale_stands_at_its_end(axis):
    assert axis.alpha_at(axis.place(inf)) == inf
    expected = pytest.approx(10.0**axis.low) if axis.diverges else 0
    assert axis.alpha_at(axis.ends[0]) == expected
    assert axis.place(10.0 ** (axis.high + 3)) == axis.high


def test_an_error_beyond_float64_is_infinite_and_says_nothing_on_the_way():
    assert sort_at(bitonic(2), (1e-300, 0.0), LogSumExp(1.0)).error == inf
