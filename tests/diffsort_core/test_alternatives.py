import subprocess
import sys
from itertools import permutations

import numpy as np
import pytest
from autograd import jacobian
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.optimize import nnls

from diffsort_core.alternatives import isotonic_rank, isotonic_sort, neural_sort, soft_sort
from diffsort_core.errors import DiffsortError

MATRICES = [neural_sort, soft_sort]
ISOTONIC = [isotonic_sort, isotonic_rank]
POSITIVE = st.floats(0, exclude_min=True, allow_infinity=False)
SOME = st.floats(-5, 5).map(lambda value: round(value, 2))  # ties are frequent, gaps are not tiny
SOME_POSITIVE = st.floats(0.01, 100)
TIED = [2.0, 2.0, -1.0, 2.5]
DISTINCT = [[0.3, -1.2], [0.0, 0.9, 0.4], [5.0, -1.0, 3.0, 3.2]]
SIZES = {"tau": MATRICES, "power": [soft_sort], "epsilon": ISOTONIC}

each_matrix = pytest.mark.parametrize("relaxed", MATRICES)
each_isotonic = pytest.mark.parametrize("isotonic", ISOTONIC)
each_function = pytest.mark.parametrize("function", MATRICES + ISOTONIC)


def softmax(rows):
    return np.exp(rows) / np.exp(rows).sum(axis=-1, keepdims=True)


def neural_sort_of_the_paper(s, tau):
    """Equation 8 of Grover et al.: row i is softmax(((n + 1 - 2 i) s - A_s 1) / tau),
    descending."""
    n = len(s)
    rows = [
        ((n + 1 - 2 * i) * s - np.abs(s[:, None] - s) @ np.ones(n)) / tau for i in range(1, n + 1)
    ]
    return softmax(np.array(rows))


def soft_sort_of_the_paper(s, tau, power):
    """Equation 4 of Prillo & Eisenschlos: softmax(-|sort(s) 1^T - 1 s^T|^p / tau) by rows,
    descending."""
    return softmax(-(np.abs(np.sort(s)[::-1, None] - s) ** power) / tau)


def nearest_in_the_permutahedron(z, w):
    """argmin of |y - z|^2 / 2 over convex combinations y of all permutations of w, by non-negative
    least squares."""
    corners = np.array(list(permutations(w)))
    shares, _ = nnls(
        np.vstack([(corners - z).T, np.ones(len(corners))]), np.append(np.zeros(len(w)), 1)
    )
    return shares @ corners / shares.sum()


@given(arrays(float, st.integers(1, 6), elements=SOME), st.floats(0.5, 50), st.floats(0.2, 3))
def test_the_matrices_are_the_papers_with_their_rows_reversed(s, tau, power):
    np.testing.assert_allclose(
        neural_sort(s, tau), neural_sort_of_the_paper(s, tau)[::-1], rtol=1e-11
    )
    np.testing.assert_allclose(
        soft_sort(s, tau), soft_sort_of_the_paper(s, tau, 1)[::-1], rtol=1e-12
    )
    np.testing.assert_allclose(
        soft_sort(s, tau, power), soft_sort_of_the_paper(s, tau, power)[::-1], rtol=1e-11
    )


@given(s=arrays(float, st.integers(1, 6), elements=SOME, unique=True), tau=st.floats(1, 50))
@each_matrix
def test_rows_peak_where_the_hard_permutation_has_its_1(relaxed, s, tau):
    np.testing.assert_array_equal(relaxed(s, tau).argmax(axis=-1), np.argsort(s))


@given(data=st.data(), tau=POSITIVE, power=POSITIVE)
def test_rows_add_up_to_1_whatever_the_values_tau_and_power(dtype, any_finite, data, tau, power):
    x = data.draw(arrays(dtype, (2, 5), elements=any_finite))
    for matrix in (neural_sort(x, tau), soft_sort(x, tau), soft_sort(x, tau, power)):
        assert matrix.dtype == dtype
        assert matrix.shape == (2, 5, 5)
        assert (matrix >= 0).all()
        np.testing.assert_allclose(matrix.sum(axis=-1), 1, rtol=0, atol=5 * np.finfo(dtype).eps)


@pytest.mark.parametrize("tau", [1e-300, 1e-30])
@given(data=st.data(), n=st.integers(1, 20), scale=st.sampled_from([1e-2, 1.0, 1e36]))
@each_matrix
def test_a_tiny_tau_gives_the_hard_permutation(dtype, relaxed, tau, data, n, scale):
    x = (np.array(data.draw(st.permutations(range(n))), dtype) * 3 - 7) * dtype(scale)
    matrix = relaxed(x, tau)
    assert matrix.dtype == dtype
    np.testing.assert_array_equal(matrix, np.eye(n)[np.argsort(x)])
    np.testing.assert_array_equal(matrix @ x, np.sort(x))


@each_matrix
def test_equal_values_share_their_places_evenly(relaxed):
    expected = [[0, 1, 0, 0], [0.5, 0, 0.5, 0], [0.5, 0, 0.5, 0], [0, 0, 0, 1]]
    np.testing.assert_array_equal(relaxed([2, 1, 2, 3], 1e-300), expected)


@each_matrix
def test_a_vast_tau_shares_every_place_evenly(relaxed, x):
    np.testing.assert_allclose(relaxed(x, 1e300), np.full((8, 8), 1 / 8), rtol=1e-12)


@pytest.mark.parametrize("unit", [2.0**1023, 2.0**-900])
def test_the_unit_of_x_and_tau_does_not_matter(unit):
    x = np.array([0.2, -0.5, 0.8])
    np.testing.assert_allclose(neural_sort(x * unit, unit), neural_sort(x, 1.0), rtol=1e-12)
    np.testing.assert_allclose(soft_sort(x * unit, unit), soft_sort(x, 1.0), rtol=1e-12)
    np.testing.assert_allclose(
        soft_sort(x * unit, unit**0.5, 0.5), soft_sort(x, 1.0, 0.5), rtol=1e-12
    )


def test_the_power_of_a_gap_may_leave_the_range_of_floats():
    np.testing.assert_allclose(
        soft_sort([0.2, -0.5], 1.5, 0.001)[0], softmax(-np.array([0.7**0.001, 0]) / 1.5), rtol=1e-12
    )
    np.testing.assert_array_equal(soft_sort([1e200, 0.0], 1e308, 2), np.eye(2)[::-1])
    np.testing.assert_allclose(soft_sort([0.2, -0.5], 1e-300, 2000), np.full((2, 2), 0.5))


@pytest.mark.parametrize("power", [0.5, 1, 2, 3])
@pytest.mark.parametrize("s", DISTINCT)
def test_soft_sort_has_the_derivatives_of_finite_differences(s, power):
    assert_derivatives(lambda x: soft_sort(x, 0.8, power), np.array(s))


@pytest.mark.parametrize("s", DISTINCT)
def test_neural_sort_has_the_derivatives_of_finite_differences(s):
    assert_derivatives(lambda x: neural_sort(x, 1.5), np.array(s))


def test_at_a_tie_neural_sort_has_the_mean_of_the_derivatives_on_the_two_sides():
    assert_derivatives(lambda x: neural_sort(x, 1.5), np.array(TIED), atol=1e-5)


@pytest.mark.parametrize("s", [TIED, [0.0, 1e-315, 1.0]])
def test_soft_sort_has_finite_derivatives_at_ties_whatever_the_power(s):
    for power in (0.01, 0.5, 1, 2):
        assert np.isfinite(jacobian(soft_sort)(np.array(s), 0.8, power)).all()


@each_matrix
def test_a_batch_has_the_derivatives_of_finite_differences(relaxed):
    assert_derivatives(lambda x: relaxed(x, 2.0), np.array([[[0.3, -1.2, 4.0]], [[2.0, 0.5, 1.0]]]))


@given(data=st.data(), tau=POSITIVE)
@each_matrix
def test_no_derivative_is_nan_where_the_values_are_moderate(relaxed, data, tau):
    x = data.draw(arrays(float, 4, elements=SOME))
    with np.errstate(over="ignore"):  # 1 / tau may be infinite
        assert not np.isnan(jacobian(lambda x: relaxed(x, max(tau, 1e-300)))(x)).any()


@each_matrix
def test_the_matrices_are_the_same_in_every_library(xp, relaxed):
    batch = np.random.default_rng(3).normal(size=(2, 3, 4))
    np.testing.assert_allclose(
        xp.call(lambda x: relaxed(x, 2.0), batch), relaxed(batch, 2.0), rtol=1e-12, atol=1e-14
    )
    narrow = relaxed(xp.array(batch, np.float32), 2.0)
    assert type(narrow) is type(xp.array(batch))
    assert narrow.dtype == xp.array(batch, np.float32).dtype
    assert (
        xp.call(lambda x: relaxed(x, 1e-30), [2.0, 3.0, 1.0, 3.0]).tolist()
        == relaxed([2.0, 3.0, 1.0, 3.0], 1e-30).tolist()
    )


@each_matrix
def test_the_matrices_have_the_derivatives_of_finite_differences_in_every_library(
    autodiff, relaxed
):
    x, steps = np.array([0.3, -1.2, 4.0]), 1e-6 * np.eye(3)
    expected = [(relaxed(x + step, 2.0) - relaxed(x - step, 2.0)) / 2e-6 for step in steps]
    got = autodiff.jacobian(lambda x: relaxed(x, 2.0), x)
    np.testing.assert_allclose(got, np.moveaxis(expected, 0, -1), rtol=0, atol=1e-8)


@each_isotonic
def test_the_isotonic_ones_are_numpys_alone(xp, isotonic):
    x = xp.array([3.0, 1.0, 2.5])
    if isinstance(x, np.ndarray):
        assert isotonic(x).tolist() == isotonic([3.0, 1.0, 2.5]).tolist()
    else:
        with pytest.raises(DiffsortError, match=r"^x must be a list or a NumPy array, got \w+$"):
            isotonic(x)


def assert_derivatives(function, x, step=1e-6, atol=1e-8):
    expected = np.empty((*function(x).shape, *x.shape))
    for place in np.ndindex(x.shape):
        shift = np.zeros(x.shape)
        shift[place] = step
        expected[(..., *place)] = (function(x + shift) - function(x - shift)) / (2 * step)
    np.testing.assert_allclose(jacobian(function)(x), expected, rtol=0, atol=atol)


@pytest.mark.parametrize("epsilon", [0.01, 0.3, 1.0, 2.5, 40.0])
@pytest.mark.parametrize("theta", [*DISTINCT, TIED])
def test_the_isotonic_ones_are_the_papers_definition_turned_round(theta, epsilon):
    theta, n = np.array(theta), len(theta)
    rho = np.arange(n, 0, -1)
    descending = nearest_in_the_permutahedron(rho / epsilon, theta)
    np.testing.assert_allclose(isotonic_sort(theta, epsilon), descending[::-1], atol=1e-10)
    from_the_largest = nearest_in_the_permutahedron(-theta / epsilon, rho)
    np.testing.assert_allclose(isotonic_rank(theta, epsilon), n - from_the_largest, atol=1e-10)


def assert_projection(y, z, w):
    """y lies in the permutahedron of w (Rado: its smallest k values never add up to less), and no
    corner is nearer to z."""
    scale = 1 + np.abs(z).max() + np.abs(w).max()
    sums, least = np.cumsum(np.sort(y)), np.cumsum(np.sort(w))
    assert (sums >= least - 1e-12 * scale).all()
    np.testing.assert_allclose(sums[-1], least[-1], rtol=0, atol=1e-12 * scale)
    assert all((z - y) @ (corner - y) <= 1e-11 * scale**2 for corner in permutations(w))


@given(arrays(float, st.integers(1, 5), elements=SOME), SOME_POSITIVE)
def test_the_isotonic_ones_are_projections_on_the_permutahedron(x, epsilon):
    places = np.arange(len(x))
    assert_projection(isotonic_sort(x, epsilon), places / epsilon, x)
    assert_projection(isotonic_rank(x, epsilon), x / epsilon, places)


@given(arrays(float, st.integers(1, 30), elements=SOME), SOME_POSITIVE)
def test_soft_ranks_keep_the_order_and_the_soft_sort_ascends(x, epsilon):
    order, ranks = np.argsort(x), isotonic_rank(x, epsilon)
    assert (np.diff(ranks[order]) >= -1e-12).all()
    assert (np.diff(ranks[order])[np.diff(x[order]) == 0] == 0).all()
    assert (np.diff(isotonic_sort(x, epsilon)) >= -1e-12).all()


@given(data=st.data(), epsilon=POSITIVE)
def test_isotonic_results_lie_between_the_hard_ones_whatever_the_values_and_epsilon(
    dtype, any_finite, data, epsilon
):
    x = data.draw(arrays(dtype, (2, 5), elements=any_finite))
    y, ranks = isotonic_sort(x, epsilon), isotonic_rank(x, epsilon)
    assert y.dtype == ranks.dtype == dtype
    assert y.shape == ranks.shape == x.shape
    assert ((ranks >= 0) & (ranks <= 4)).all()
    last_bit = np.finfo(dtype).smallest_subnormal
    assert (
        (y >= x.min(axis=1, keepdims=True) - last_bit)
        & (y <= x.max(axis=1, keepdims=True) + last_bit)
    ).all()
    np.testing.assert_allclose(ranks.sum(axis=1), 10, rtol=1e-6)
    eighth, got = np.float64(x) / 8, np.float64(y) / 8
    atol = 1e-6 * np.abs(eighth).max() + np.finfo(dtype).tiny
    np.testing.assert_allclose(got.sum(axis=1), eighth.sum(axis=1), rtol=0, atol=atol)


@given(data=st.data(), n=st.integers(1, 20), epsilon=st.sampled_from([5e-324, 1e-300, 1e-3]))
def test_a_tiny_epsilon_gives_the_hard_sort_and_ranks(dtype, data, n, epsilon):
    x = np.array(data.draw(st.permutations(range(n))), dtype) * 3 - 7
    np.testing.assert_array_equal(isotonic_sort(x, epsilon), np.sort(x))
    np.testing.assert_array_equal(isotonic_rank(x, epsilon), np.argsort(np.argsort(x)))


def test_ranks_are_hard_however_uneven_the_gaps():
    np.testing.assert_array_equal(isotonic_rank([2.0, -1e308, 1.0, 1e308], 1e-3), [2, 0, 1, 3])


@each_isotonic
def test_a_vast_epsilon_gives_the_mean(isotonic, x):
    expected = x.mean() if isotonic is isotonic_sort else 3.5
    np.testing.assert_allclose(isotonic(x, 1e300), np.full(8, expected), rtol=1e-12)


@each_function
def test_a_batch_is_its_vectors_one_by_one(function):
    batch = np.random.default_rng(3).normal(size=(2, 3, 4))
    expected = np.array([[function(vector) for vector in matrix] for matrix in batch])
    np.testing.assert_array_equal(function(batch), expected)
    assert function(batch[:0]).shape == expected[:0].shape


@each_function
def test_a_list_of_whole_numbers_is_float64_and_left_alone(function):
    values = [3, 1, 2]
    np.testing.assert_array_equal(function(values), function(np.array([3.0, 1.0, 2.0])))
    assert function(values).dtype == np.float64
    assert values == [3, 1, 2]


@pytest.mark.parametrize("value", [0, -1, np.nan, np.inf, "wide"])
@pytest.mark.parametrize(
    ("function", "name"), [(function, name) for name in SIZES for function in SIZES[name]]
)
def test_sizes_are_positive_numbers(function, name, value):
    with pytest.raises(DiffsortError, match=f"^{name} must be a positive number, got '?{value}'?$"):
        function([1.0, 2.0], **{name: value})


@each_function
def test_x_holds_vectors_of_finite_numbers(function):
    for x, shape in [(2.0, r"\(\)"), ([], r"\(0,\)"), (np.empty((3, 0)), r"\(3, 0\)")]:
        with pytest.raises(
            DiffsortError,
            match=f"^x must hold at least one value along its last axis, got shape {shape}$",
        ):
            function(x)
    with pytest.raises(DiffsortError, match=r"^x must hold finite numbers, got nan in "):
        function([1.0, np.nan])


@each_isotonic
def test_the_isotonic_ones_refuse_what_is_no_numpy_array(isotonic):
    with pytest.raises(DiffsortError, match=r"^x must be a list or a NumPy array, got ArrayBox$"):
        jacobian(isotonic)(np.array([1.0, 2.0]))


def test_importing_the_alternatives_imports_no_scipy():
    script = "import sys, diffsort_core.alternatives; sys.exit('scipy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
