"""What the tests ask of the browser's half comes back as it was sent."""

import math

import pytest


@pytest.mark.parametrize(
    "value", [0.1, -0.0, 5e-324, 1.7976931348623157e308, math.inf, -math.inf, "−1,5", [1, [2]]]
)
def test_every_value_comes_back(deno, value):
    assert repr(deno("echo", value)) == repr(value)


def test_a_refusal_arrives_in_its_own_words(deno):
    with pytest.raises(Exception, match="not a function"):
        deno("no such question")
