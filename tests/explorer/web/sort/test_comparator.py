"""One comparator of the browser does to two numbers what one of diffsort_core does."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from twin_draws import (
    AWKWARD,
    STRENGTHS,
    exact,
    finite,
    moderate,
    names,
    pairs,
    rules,
    strengths,
    tied,
)
from twin_laws import bits, near

from explorer.choices import RELAXATIONS


def exchanged(rule, a, b):
    return np.transpose(rule.exchange(np.array(a), np.array(b)))


def agrees(deno, named, rule, sides):
    a, b = map(np.array, sides)
    beyond = 0 if rule.mixes else rule.bound / abs(rule.alpha)
    size = np.max([np.abs(a), np.abs(b), np.full(len(a), beyond)], axis=0)
    found = deno("comparators", named, *sides)
    near(found["sides"], exchanged(rule, a, b), 1e-13 * size[:, None])
    near(found["byA"], rule.derivative(a, b)[0], 1e-12)
    if rule.mixes:
        near(found["weight"], rule.weight(a, b), 1e-13)


@given(rule=rules(), sides=pairs() | pairs(moderate))
def test_an_exchange_and_its_derivative_are_the_same_but_for_rounding(deno, rule, sides):
    agrees(deno, *rule, sides)


@pytest.mark.parametrize("name", RELAXATIONS)
@pytest.mark.parametrize("alpha", STRENGTHS)
def test_the_most_awkward_numbers_are_exchanged_alike(deno, name, alpha):
    if RELAXATIONS[name][1].mixes or abs(alpha) >= 1e-300:
        pairs = [list(side) for side in zip(*product(AWKWARD, AWKWARD), strict=True)]
        agrees(deno, [name, alpha], RELAXATIONS[name][1](alpha), pairs)


@given(rule=exact, sides=pairs() | pairs(tied))
def test_a_hard_exchange_and_one_without_exp_are_the_same_bit_for_bit(deno, rule, sides):
    named, rule = rule
    assert bits(deno("comparators", named, *sides)["sides"]) == bits(exchanged(rule, *sides))


@given(rule=rules(), side=finite | tied)
def test_a_tie_is_the_same_bit_for_bit(deno, rule, side):
    named, rule = rule
    found = deno("comparators", named, [side], [side])
    assert bits(found["sides"]) == bits(exchanged(rule, [side], [side]))
    assert found["byA"] == [0.5]
    assert found["weight"] == ([0.5] if rule.mixes else None)


@given(alpha=st.floats(1e-3, 1e3), gaps=st.lists(st.floats(0, 1e4), min_size=1))
def test_what_log_sum_exp_adds_to_0_keeps_all_its_digits(deno, alpha, gaps):
    below = [-gap for gap in gaps]
    rule = RELAXATIONS["softmax"][1](alpha)
    found = deno("comparators", ["softmax", alpha], below, [0.0] * len(gaps))["sides"]
    known = exchanged(rule, below, [0.0] * len(gaps))
    near(np.array(found, float)[:, 1], known[:, 1], 1e-15 * known[:, 1] + 5e-324)


@pytest.mark.parametrize("side", [float("nan"), float("inf"), None])
def test_what_is_not_finite_is_refused(deno, side):
    with pytest.raises(Exception, match="must hold finite numbers, got"):
        deno("comparators", ["smoothmax", 1.0], [side], [0.0])


@given(name=names, alpha=strengths, sides=pairs())
def test_the_sides_change_places_with_the_sign_of_alpha(deno, name, alpha, sides):
    if name == "softmax" and abs(alpha) < 1e-300:
        alpha = 1.0
    ahead, back = (deno("comparators", [name, sign * alpha], *sides) for sign in (1, -1))
    if alpha:
        assert [pair[::-1] for pair in back["sides"]] == ahead["sides"]
