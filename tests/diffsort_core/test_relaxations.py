"""Each relaxation is its formula, and what it says of itself is so."""

from dataclasses import replace
from functools import partial

import numpy as np
import pytest
from cases import (
    HIGH,
    HIGHER,
    KINDS,
    MIXING,
    SHIFTING,
    A,
    B,
    both,
    by_name,
    over_gaps,
)
from scipy.stats import norm

from diffsort_core import (
    HARD,
    Cauchy,
    DiffsortError,
    Gaussian,
    LogSumExp,
    NormalizedLogSumExp,
    Optimal,
    Reciprocal,
    SmoothMax,
    SoftmaxSmooth,
)

STRENGTHS = [-5, -0.5, 0.3, 1, 5]


def optimal(d):
    """Petersen et al. 2022: 1/2 + d, up to where its error is largest; then that error is kept."""
    far = np.where(np.abs(d) > 0.25, d, 1.0)
    return np.where(
        np.abs(d) <= 0.25, 0.5 + d, np.where(d > 0, 1 - 1 / (16 * far), -1 / (16 * far))
    )


SHARE_OF_A = {  # as sigmoids of d = alpha (a - b): Petersen et al. 2021 and 2022
    SmoothMax: lambda d: 1 / (1 + np.exp(-d)),
    Cauchy: lambda d: 0.5 + np.arctan(d) / np.pi,
    Reciprocal: lambda d: (1 + d / (2 + np.abs(d))) / 2,
    Optimal: optimal,
    Gaussian: norm.cdf,
}


@pytest.mark.parametrize("alpha", STRENGTHS)
@pytest.mark.parametrize(("kind", "share"), SHARE_OF_A.items(), ids=by_name)
def test_a_soft_maximum_that_mixes_gives_a_the_share_that_its_sigmoid_says(xp, kind, share, alpha):
    of_a = share(alpha * (A - B))
    low, high = both(kind(alpha), xp)
    np.testing.assert_allclose(high, of_a * A + (1 - of_a) * B, rtol=0, atol=1e-12)
    np.testing.assert_allclose(low, of_a * B + (1 - of_a) * A, rtol=0, atol=1e-12)
    np.testing.assert_allclose(xp.call(kind(alpha).weight, A, B), of_a, rtol=0, atol=1e-13)


@pytest.mark.parametrize(("kind", "share"), SHARE_OF_A.items(), ids=by_name)
def test_no_gap_is_missed(kind, share):
    a, b = over_gaps(kind(1.0))
    with np.errstate(over="ignore"):
        of_a = share(a - b)
    np.testing.assert_allclose(kind(1.0).weight(a, b), of_a, rtol=1e-9, atol=1e-16)
    np.testing.assert_allclose(kind(1.0).exchange(a, b)[0], of_a * b, rtol=1e-6, atol=1e-9)


@pytest.mark.parametrize("alpha", STRENGTHS)
def test_log_sum_exp_is_its_formula(xp, alpha):
    formula = np.log(np.exp(alpha * A) + np.exp(alpha * B)) / alpha
    np.testing.assert_allclose(
        both(LogSumExp(alpha), xp), [A + B - formula, formula], rtol=0, atol=1e-12
    )


@pytest.mark.parametrize("alpha", [0.3, 1, 5, -2])
@pytest.mark.parametrize("normalize", [0.25, 1])
def test_normalized_log_sum_exp_is_its_formula(xp, alpha, normalize):
    a, b = np.copysign(HIGH, alpha), np.copysign(HIGHER, alpha)
    formula = np.log(np.exp(alpha * a) + np.exp(alpha * b) - normalize) / alpha
    answer = both(NormalizedLogSumExp(alpha, normalize), xp, a, b)
    np.testing.assert_allclose(answer, [a + b - formula, formula], rtol=0, atol=1e-12)


@pytest.mark.parametrize("smooth", [0, 0.05, 0.5, 1])
@pytest.mark.parametrize("alpha", [-2, 0.5, 1])
def test_softmax_smooth_is_its_formula(xp, alpha, smooth):
    a, b = (1 - smooth / 2) * A + smooth / 2 * B, (1 - smooth / 2) * B + smooth / 2 * A
    formula = (np.log(np.exp(alpha * a) + np.exp(alpha * b)) - np.log1p(smooth)) / alpha
    np.testing.assert_allclose(
        both(SoftmaxSmooth(alpha, smooth), xp), [A + B - formula, formula], rtol=0, atol=1e-12
    )


def test_the_sum_is_kept(xp, above_0):
    low, high = both(above_0, xp, HIGH, HIGHER)
    np.testing.assert_allclose(low + high, HIGH + HIGHER, rtol=0, atol=1e-13)


def test_the_order_of_the_arguments_does_not_matter(xp, above_0):
    np.testing.assert_array_equal(both(above_0, xp, HIGH, HIGHER), both(above_0, xp, HIGHER, HIGH))


def test_a_relaxation_that_mixes_says_so_with_weights_in_0_to_1(xp, relaxation):
    low, high = np.sort(relaxation.exchange(A, B), axis=0)
    inside = np.all(low >= np.minimum(A, B)) and np.all(high <= np.maximum(A, B))
    assert inside == (
        relaxation.mixes or relaxation == SoftmaxSmooth(smooth=1.0)
    )  # which is the mean, and nothing else
    if relaxation.mixes:
        weight = xp.call(relaxation.weight, A, B)
        assert ((weight >= 0) & (weight <= 1)).all()
        np.testing.assert_allclose(
            weight * A + (1 - weight) * B, xp.call(relaxation, A, B), rtol=0, atol=1e-13
        )
        np.testing.assert_allclose(xp.call(relaxation.weight, B, A), 1 - weight, rtol=0, atol=1e-15)


@pytest.mark.parametrize(
    "kind", [LogSumExp, SoftmaxSmooth, partial(SoftmaxSmooth, smooth=1.0), NormalizedLogSumExp]
)
def test_what_does_not_mix_has_no_weights(kind):
    with pytest.raises(
        DiffsortError,
        match=r"^softmax must be a relaxation that mixes, got .*\(alpha=2\.0.*, which has no mix",
    ):
        kind(2.0).weight(A, B)


@pytest.mark.parametrize("alpha", [0.3, 1, 7])
@pytest.mark.parametrize("kind", SHIFTING, ids=by_name)
def test_a_monotone_relaxation_has_no_negative_derivative_and_any_other_has_one(kind, alpha):
    relaxation = kind(alpha)
    by_lesser, by_greater = relaxation.derivative(*over_gaps(relaxation))
    least = min(by_lesser.min(), by_greater.min())
    assert least >= -1e-16 if relaxation.monotone else least < -0.05
    rises = np.diff(
        relaxation(np.linspace(-30, 30, 10_001) / alpha, np.zeros(10_001))
    )  # the values say the same
    assert (rises >= -1e-13).all() == relaxation.monotone


@pytest.mark.parametrize("alpha", [-2, 0.3, 1, 7])
@pytest.mark.parametrize("kind", KINDS, ids=by_name)
def test_the_bound_holds_and_is_the_least_one(kind, alpha):
    relaxation = kind(alpha)
    a, b = over_gaps(relaxation)
    far = np.abs(
        relaxation.exchange(a, b) - np.array(HARD.exchange(a, b)[:: int(np.sign(alpha))])
    ) * abs(alpha)
    assert far.max() <= relaxation.bound * (1 + 1e-9)
    np.testing.assert_allclose(
        far.max(), relaxation.bound, atol=1e-3 if kind in (Reciprocal, Cauchy) else 1e-6
    )


@pytest.mark.parametrize("kind", MIXING, ids=by_name)
def test_the_slope_at_a_tie_is_that_of_the_weight(kind):
    gap = 1e-6
    fallen = 1 / 2 - kind(2.0).weight(np.array([0.0]), np.array([gap]))
    assert fallen[0] / gap == pytest.approx(2 * kind.tie_slope, rel=1e-5)


@pytest.mark.parametrize("other", MIXING, ids=by_name)
@pytest.mark.parametrize("kind", MIXING, ids=by_name)
@pytest.mark.parametrize("alpha", [-3.0, 0.4, 20.0])
def test_as_steep_as_another_is_of_the_same_slope_at_a_tie(kind, other, alpha):
    tie, near = np.array([0.0]), np.array([1e-6])
    known, found = other(alpha), kind(7.0).as_steep_as(other(alpha))
    assert type(found) is kind
    fallen = [1 / 2 - rule.weight(tie, near)[0] for rule in (known, found)]
    assert fallen[1] == pytest.approx(fallen[0], rel=1e-4)


def test_what_is_as_steep_as_the_mean_the_hard_maximum_or_a_scale_free_rule_is_one():
    for kind in MIXING:
        assert kind().as_steep_as(SmoothMax(0.0)).alpha == 0
        assert kind().as_steep_as(SmoothMax(np.inf)).is_hard
        assert kind().as_steep_as(Cauchy(2.0, scale_free=True)).scale_free
        assert not kind(scale_free=True).as_steep_as(Cauchy(2.0)).scale_free


def test_without_weights_there_is_no_slope_at_a_tie():
    for rule in (LogSumExp(2.0), SoftmaxSmooth(2.0, smooth=0.3), NormalizedLogSumExp(2.0)):
        for one, other in ((rule, SmoothMax(1.0)), (SmoothMax(1.0), rule)):
            with pytest.raises(DiffsortError, match="relaxation must be one that mixes, got"):
                one.as_steep_as(other)


def test_normalize_takes_the_surplus_away_within_the_bound_of_log_sum_exp():
    relaxation = NormalizedLogSumExp(2.0)
    surplus = (relaxation(HIGH, HIGHER) - np.maximum(HIGH, HIGHER)) * 2
    assert (surplus >= -1e-14).all()
    assert relaxation.bound - 1e-6 < surplus.max() <= relaxation.bound + 1e-14


def test_softmax_smooth_has_no_bound():
    assert SoftmaxSmooth(smooth=0.3).bound == np.inf
    far = np.array([0.0, 1e6])
    assert HARD(*far) - SoftmaxSmooth(smooth=0.3)(*far) > 1e5


@pytest.mark.parametrize(
    "relaxation", [*(kind(0.0) for kind in MIXING), SoftmaxSmooth(smooth=1.0)], ids=repr
)
def test_alpha_0_is_exactly_the_mean(xp, relaxation):
    np.testing.assert_array_equal(both(relaxation, xp), [(A + B) / 2] * 2)
    assert (relaxation.derivative(A, B) == np.full((2, A.size), 0.5)).all()


@pytest.mark.parametrize("alpha", [0.3, 2.0, np.inf])
@pytest.mark.parametrize("kind", SHIFTING, ids=by_name)
def test_a_negative_alpha_swaps_minimum_and_maximum(xp, kind, alpha):
    np.testing.assert_allclose(
        both(kind(-alpha), xp), both(kind(alpha), xp)[::-1], rtol=0, atol=1e-13
    )
    np.testing.assert_allclose(
        np.add(kind(-alpha).derivative(A, B), kind(alpha).derivative(A, B)), 1, rtol=0, atol=1e-15
    )
    if kind(alpha).mixes:
        np.testing.assert_allclose(
            kind(-alpha).weight(A, B) + kind(alpha).weight(A, B), 1, rtol=0, atol=1e-15
        )


def test_the_arguments_are_left_as_they_were(above_0):
    a, b = HIGH.copy(), HIGHER.copy()
    results = [*above_0.exchange(a, b), above_0(a, b), *above_0.derivative(a, b)]
    np.testing.assert_array_equal([a, b], [HIGH, HIGHER])
    assert not any(np.shares_memory(result, side) for result in results for side in (a, b))


def test_a_number_and_an_array_meet(relaxation):
    answers = relaxation.exchange(np.array([1.0, 4.0]), np.float64(2.0))
    np.testing.assert_array_equal(
        answers, relaxation.exchange(np.array([1.0, 4.0]), np.array([2.0, 2.0]))
    )
    for place, a in enumerate(np.array([1.0, 4.0])):
        np.testing.assert_allclose(
            relaxation.exchange(a, np.float64(2.0)), np.array(answers)[:, place], rtol=0, atol=1e-15
        )


@pytest.mark.parametrize("kind", [SmoothMax, LogSumExp])
@pytest.mark.parametrize("alpha", [-0.7, 0.7, 2])
def test_an_analytic_relaxation_holds_for_complex_numbers(xp, kind, alpha):
    a, b = A / 10 + 0.3j * B, B / 10 - 0.1j * A
    low, high = both(kind(alpha), xp, a, b)
    top, bottom = np.exp(alpha * a), np.exp(alpha * b)
    if kind is SmoothMax:
        np.testing.assert_allclose(
            high, (a * top + b * bottom) / (top + bottom), rtol=0, atol=1e-11
        )
    else:  # a logarithm has many branches
        np.testing.assert_allclose(np.exp(alpha * high), top + bottom, rtol=0, atol=1e-12)
    np.testing.assert_allclose(low + high, a + b, rtol=0, atol=1e-12)


@pytest.mark.parametrize("scale_free", [False, True])
def test_a_relaxation_can_be_read_back_from_its_repr(above_0, scale_free):
    kind, told = type(above_0), repr(replace(above_0, scale_free=scale_free))
    assert eval(told, {kind.__name__: kind, "inf": np.inf}) == replace(
        above_0, scale_free=scale_free
    )
    assert ("scale_free" in told) == scale_free


def test_relaxations_of_one_kind_and_strength_are_one():
    assert len({SmoothMax(2), SmoothMax(np.float32(2)), SmoothMax(alpha=2.0)}) == 1
    assert (
        len(
            {
                SmoothMax(2),
                Cauchy(2),
                SmoothMax(2, scale_free=True),
                LogSumExp(2),
                NormalizedLogSumExp(2),
            }
        )
        == 5
    )


@pytest.mark.parametrize("kind", [*KINDS, NormalizedLogSumExp, SoftmaxSmooth], ids=by_name)
@pytest.mark.parametrize("alpha", [np.nan, "strong", None, [1.0], 1j], ids=repr)
def test_alpha_must_be_a_number(kind, alpha):
    with pytest.raises(
        DiffsortError, match=r"^alpha must be a number, got (nan|'strong'|None|\[1\.0\]|1j)$"
    ):
        kind(alpha)


@pytest.mark.parametrize("kind", [LogSumExp, NormalizedLogSumExp, SoftmaxSmooth])
@pytest.mark.parametrize("alpha", [0, -0.0, 1e-310])
def test_log_sum_exp_refuses_alpha_0(kind, alpha):
    with pytest.raises(
        DiffsortError,
        match=r"^alpha must not be 0 for softmax \(log-sum-exp\), which diverges there, got ",
    ):
        kind(alpha)


@pytest.mark.parametrize(
    ("kind", "name"), [(NormalizedLogSumExp, "normalize"), (SoftmaxSmooth, "smooth")]
)
@pytest.mark.parametrize("value", [-0.1, 1.1, np.nan, "a"], ids=repr)
def test_a_share_must_lie_in_0_to_1(kind, name, value):
    with pytest.raises(DiffsortError, match=rf"^{name} must be a number in \[0, 1\], got "):
        kind(1.0, value)


def test_a_relaxation_takes_two_plain_numbers():
    assert float(SmoothMax(np.inf)(1.0, 2)) == 2
    assert float(LogSumExp()(1, 2)) == pytest.approx(2.313262, abs=5e-7)
