"""The measures against their definitions, written out."""

from itertools import combinations, permutations
from types import GeneratorType

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from diffsort_core import (
    HARD,
    NETWORKS,
    Cauchy,
    DiffsortError,
    LogSumExp,
    Optimal,
    Reciprocal,
    SmoothMax,
    bitonic,
    diff_sort,
    error_analysis,
    hard_ranks,
    inversions,
    relative_rms,
    smoothmax,
    softmax,
    sort_jacobian,
    standard_form,
    vanishing,
    wrong_signed,
)
from diffsort_core.measures import SIZES, SPANS, error_cells

SOME = arrays(
    float, st.integers(1, 12), elements=st.integers(-3, 3).map(float)
)  # ties are frequent


# --- hard_ranks ---


@given(x=SOME)
def test_a_hard_rank_counts_the_smaller_values_and_half_of_the_other_equal_ones(x):
    expected = [
        sum(other < value for other in x) + (sum(other == value for other in x) - 1) / 2
        for value in x
    ]
    assert hard_ranks(x).tolist() == expected


def test_hard_ranks_are_taken_along_the_last_axis():
    assert hard_ranks([[3.0, 1.0], [2.0, 2.0]]).tolist() == [[1, 0], [0.5, 0.5]]
    with pytest.raises(DiffsortError, match=r"values must have at least one axis, got 1\.0"):
        hard_ranks(1.0)


# --- inversions ---


@given(x=SOME)
def test_inversions_are_the_pairs_out_of_order(x):
    assert inversions(x) == sum(x[i] > x[j] for i, j in combinations(range(len(x)), 2))
    assert inversions(np.sort(x)) == 0


def test_inversions_of_a_batch_are_those_of_its_vectors():
    batch = np.array(list(permutations(range(4)))).reshape(2, 3, 4, 4)
    expected = [[[inversions(vector) for vector in matrix] for matrix in block] for block in batch]
    np.testing.assert_array_equal(inversions(batch), expected)
    assert inversions(batch).sum() == 24 * 3  # on average half of the six pairs


def test_a_reversed_vector_has_every_pair_out_of_order():
    assert inversions([3, 2, 1, 0]) == 6
    assert inversions([1.0, 1.0]) == 0
    assert inversions([5.0]) == 0


# --- relative_rms ---


def test_relative_rms_is_the_root_of_the_mean_square_over_the_range():
    soft, hard = np.array([[1.5, 2.0, 2.5]]), np.array([[1.0, 2.0, 4.0]])
    assert relative_rms(soft, hard) == pytest.approx(((0.25 + 0 + 2.25) / 3) ** 0.5 / 3, rel=1e-15)
    assert relative_rms(soft, hard, span=10.0) == pytest.approx(
        ((0.25 + 0 + 2.25) / 3) ** 0.5 / 10, rel=1e-15
    )
    assert relative_rms(hard, hard) == 0
    assert isinstance(relative_rms(soft, hard), float)


def test_relative_rms_of_equal_values_has_the_unit_1():
    assert relative_rms([2.0, 5.0], [1.0, 1.0]) == pytest.approx(8.5**0.5, rel=1e-15)


@given(
    x=arrays(float, 5, elements=st.integers(-99, 99), unique=True),
    scale=st.floats(0.1, 1e3),
    shift=st.floats(-10, 10),
)
def test_relative_rms_has_no_unit(x, scale, shift):
    soft = x[::-1]
    assert relative_rms(soft * scale + shift, x * scale + shift) == pytest.approx(
        relative_rms(soft, x), rel=1e-9
    )


def test_relative_rms_is_computed_in_float64():
    soft, hard = np.array([1e30, 0], np.float32), np.array([0, 1e30], np.float32)
    assert relative_rms(soft, hard) == pytest.approx(1, rel=1e-12)


# --- derivatives ---


@pytest.mark.parametrize("rule", [LogSumExp(), Cauchy(), Reciprocal(), Optimal(), HARD], ids=repr)
def test_monotone_relaxations_have_no_derivative_of_the_wrong_sign(rule):
    x = np.random.default_rng(0).normal(scale=5, size=(20, 8))
    assert wrong_signed(sort_jacobian(bitonic(8), x, rule)) == 0


def test_smoothmax_has_derivatives_of_the_wrong_sign():
    jacobian = sort_jacobian(
        bitonic(8), np.random.default_rng(0).normal(scale=5, size=(20, 8)), smoothmax
    )
    assert wrong_signed(jacobian) == pytest.approx(
        np.count_nonzero(jacobian < -1e-9) / jacobian.size
    )
    assert wrong_signed(jacobian) > 0.1


def test_the_tolerance_of_wrong_signed():
    assert wrong_signed([[1.0, -1e-3], [0.0, -1e-12]]) == 0.25
    assert wrong_signed([[1.0, -1e-3], [0.0, -1e-12]], tolerance=0) == 0.5
    assert wrong_signed([[1.0, -1e-3], [0.0, -1e-12]], tolerance=0.1) == 0


def test_vanishing_counts_inputs_and_not_outputs():
    jacobian = np.array([[1.0, 0.0, 1e-8], [1.0, 0.0, -1e-3], [0.0, 0.0, 0.0]])
    assert vanishing(jacobian) == pytest.approx(1 / 3)
    assert vanishing(jacobian, below=0.01) == pytest.approx(2 / 3)
    assert vanishing(jacobian.T) == pytest.approx(1 / 3)
    assert vanishing(jacobian.T, below=1e-9) == pytest.approx(1 / 3)
    assert vanishing([jacobian, np.eye(3)]) == pytest.approx(1 / 6)


def test_no_input_of_a_sort_vanishes_but_where_ranks_are_flat():
    assert vanishing(sort_jacobian(bitonic(8), np.arange(8.0), HARD)) == 0


# --- error analysis ---


def test_error_analysis_is_the_rms_of_sorted_uniform_values():
    got = error_analysis(smoothmax, sizes=[4, 6], spans=[0.5, 8.0], samples=5, seed=7)
    for row, n in enumerate([4, 6]):
        unit = np.random.default_rng([7, n]).uniform(size=(5, n))
        for column, span in enumerate([0.5, 8.0]):
            off = [
                diff_sort(bitonic(n), vector * span, smoothmax) - np.sort(vector * span)
                for vector in unit
            ]
            assert got[row, column] == pytest.approx(
                np.sqrt(np.mean(np.square(off))) / span, rel=1e-12
            )
    assert got.shape == (2, 2)


def test_error_analysis_is_the_same_for_the_same_seed_only():
    options = {"sizes": [4], "spans": [1.0], "samples": 3}
    assert error_analysis(**options) == error_analysis(**options, seed=0)
    assert error_analysis(**options) != error_analysis(**options, seed=1)
    assert error_analysis(**options) == error_analysis(softmax, **options)


@pytest.mark.parametrize("family", NETWORKS.values(), ids=NETWORKS)
def test_error_analysis_takes_every_relaxation_and_network(relaxation, family):
    errors = error_analysis(
        relaxation, sizes=[1, 4, 6], spans=[1.0, 100.0], samples=4, family=family
    )
    assert errors.shape == (3, 2)
    assert np.isfinite(errors).all()
    assert (errors >= 0).all()
    if relaxation == HARD:
        assert (errors == 0).all()
    elif relaxation.mixes:
        assert (errors[0] == 0).all()  # one value has nothing to mix with
        assert (errors[1:] > 0).all()


def test_the_family_is_the_network_that_sorts():
    errors = {
        name: error_analysis(smoothmax, [6], [2.0], 4, family=family).item()
        for name, family in NETWORKS.items()
    }
    untangled = {
        tuple(frozenset(layer.comparators) for layer in standard_form(family(6)).layers)
        for family in NETWORKS.values()
    }
    assert len(set(errors.values())) == len(untangled) > 3


@pytest.mark.parametrize(
    "rule", [LogSumExp(), SmoothMax(), Cauchy(), Reciprocal(), Optimal()], ids=repr
)
def test_the_error_falls_as_the_span_grows(rule):
    errors = error_analysis(rule, sizes=[2, 8], spans=[0.1, 1.0, 10.0, 100.0, 1000.0], samples=16)
    assert (np.diff(errors, axis=1) < 0).all()
    assert (errors[:, -1] < 0.02).all()


def test_the_error_depends_on_alpha_times_the_span_alone():
    strong = error_analysis(SmoothMax(10.0), sizes=[8], spans=[1.0], samples=8)
    np.testing.assert_allclose(
        strong, error_analysis(SmoothMax(), sizes=[8], spans=[10.0], samples=8), rtol=1e-12
    )
    free = error_analysis(SmoothMax(scale_free=True), sizes=[8], spans=[1.0, 1e3, 1e-3], samples=8)
    np.testing.assert_allclose(free, free[0, 0], rtol=1e-12)


def test_the_original_sizes_and_spans_do_not_overflow():
    assert SIZES == (2, 4, 8, 16, 32, 64, 128, 256, 512)
    assert (SPANS[0], SPANS[-1], len(SPANS)) == (2**-5, 2**10, 16)
    errors = error_analysis(samples=1)
    assert errors.shape == (9, 16)
    assert np.isfinite(errors).all()


def test_error_cells_come_one_by_one():
    asked = []

    def family(n):
        asked.append(n)
        return bitonic(n)

    cells = error_cells(softmax, [2, 4], [1.0, 2.0], 3, 0, family)
    assert isinstance(cells, GeneratorType)
    assert asked == []
    first = next(cells)
    assert asked == [2]
    assert first[:2] == (0, 0)
    rest = list(cells)
    assert [cell[:2] for cell in rest] == [(0, 1), (1, 0), (1, 1)]
    assert asked[-1] == 4
    errors = error_analysis(sizes=[2, 4], spans=[1.0, 2.0], samples=3)
    assert [error for *_, error in [first, *rest]] == errors.ravel().tolist()


@pytest.mark.parametrize("samples", [0, -1, 1.5, "3"])
def test_samples_is_a_whole_number(samples):
    with pytest.raises(
        DiffsortError, match=f"^samples must be a whole number of at least 1, got '?{samples}'?$"
    ):
        error_analysis(sizes=[2], spans=[1.0], samples=samples)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: inversions(3.0), "values must have at least one axis, got 3.0"),
        (
            lambda: relative_rms([1.0, 2.0], [1.0]),
            r"soft and hard must have one shape, got \(2,\) and \(1,\)",
        ),
        (lambda: error_analysis(sizes=[2], spans=[0.0]), "span must be a positive number, got 0.0"),
        (
            lambda: error_analysis(sizes=[2], spans=[-1.0]),
            "span must be a positive number, got -1.0",
        ),
    ],
)
def test_what_cannot_be_measured_is_refused(call, message):
    with pytest.raises(DiffsortError, match=f"^{message}$"):
        call()


def test_within_the_margin_a_pair_is_in_order():
    assert [int(inversions([2.0, 1.0, 1.5], margin)) for margin in (0, 0.5, 0.9, 1)] == [2, 1, 1, 0]


def test_an_empty_batch_has_no_ranks():
    assert hard_ranks(np.zeros((0, 4))).shape == (0, 4)
    assert hard_ranks([]).shape == (0,)
