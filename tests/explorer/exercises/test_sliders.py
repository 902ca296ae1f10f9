from math import inf

import pytest
from sliders import alphas

from explorer.fields import ALPHA

VALUES = (5.0, -1.0, 9.5, 13.2)


@pytest.mark.parametrize("factor", [1e-3, 10, 7e6])
def test_in_another_unit_the_slider_stops_at_places_that_are_as_soft(factor):
    inner = alphas(VALUES)[1:-1]
    others = alphas([factor * value for value in VALUES])[1:-1]
    assert [factor * other for other in others] == pytest.approx(inner, rel=1e-5)


def test_per_standard_deviation_it_goes_from_end_to_end_of_its_scale():
    zero, least, *_, most, last = alphas([-1.0, 1.0])
    assert (zero, least, most, last) == (0, ALPHA["low"], ALPHA["high"], inf)
