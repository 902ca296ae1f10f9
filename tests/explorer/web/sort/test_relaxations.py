"""The browser's relaxations are those that the explorers offer."""

import math

import pytest
from twin_laws import refused_alike, refused_by_both

from explorer.choices import RELAXATIONS, one_of

each_name = pytest.mark.parametrize("name", RELAXATIONS)


def test_the_relaxations_and_what_is_known_of_them_are_the_same(deno):
    assert deno("relaxations") == {
        name: {
            "mixes": kind.mixes,
            "monotone": kind.monotone,
            "bound": kind.bound,
            "tieSlope": kind.tie_slope,
        }
        for name, (_, kind) in RELAXATIONS.items()
    }


@each_name
@pytest.mark.parametrize("other", RELAXATIONS)
@pytest.mark.parametrize("alpha", [0.0, 0.3, 7.0, math.inf])
def test_the_same_alpha_has_the_slope_of_another(deno, name, other, alpha):
    """Bit for bit; without weights, that alpha itself."""
    kinds = [RELAXATIONS[each][1](1.0) for each in (name, other)]
    known = alpha
    if all(kind.mixes for kind in kinds):
        known = kinds[0].as_steep_as(type(kinds[1])(alpha)).alpha
    assert deno("alphaAtSlope", name, {"name": other, "alpha": alpha}) == known


def test_an_unknown_relaxation_is_refused_in_the_same_words(deno):
    refused_alike(
        lambda: one_of(RELAXATIONS)("hard", "relaxation"),
        lambda: deno("comparators", ["hard", 1.0], [], []),
    )


@each_name
@pytest.mark.parametrize("alpha", [math.nan, None, "steep"])
def test_an_alpha_that_is_no_number_is_refused_in_the_same_words(deno, name, alpha):
    refused_alike(
        lambda: RELAXATIONS[name][1](alpha), lambda: deno("comparators", [name, alpha], [], [])
    )


@pytest.mark.parametrize("alpha", [0.0, -0.0, 9e-301, -5e-324])
def test_log_sum_exp_refuses_an_alpha_of_0(deno, alpha):
    refused_by_both(
        lambda: RELAXATIONS["softmax"][1](alpha),
        lambda: deno("comparators", ["softmax", alpha], [], []),
        r"alpha must not be 0 for softmax \(log-sum-exp\), which diverges there, got",
    )


def test_log_sum_exp_has_no_weights(deno):
    refused_by_both(
        lambda: RELAXATIONS["softmax"][1](1.0).weight(0.0, 1.0),
        lambda: deno("weightOf", ["softmax", 1.0]),
        r"softmax must be a relaxation that mixes, got .*, which has no mixing weights",
    )
