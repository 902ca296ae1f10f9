"""What the closed-form derivatives refuse, in words."""

import numpy as np
import pytest
from cases import (
    PRODUCTS,
)

from diffsort_core import (
    DiffsortError,
    bitonic,
    bitonic_indices,
    bitonic_matrices,
    rank_jacobian,
    rank_jvp,
    rank_vjp,
    sort_jacobian,
    sort_jvp,
    sort_vjp,
)

each_closed_form = pytest.mark.parametrize("closed_form", [sort_jacobian, rank_jacobian])
each_product = pytest.mark.parametrize("product", [sort_jvp, sort_vjp, rank_jvp, rank_vjp])


def test_another_library_does_not_differentiate_a_plain_callable(xp):
    def mean(a, b):
        return (a + b) / 2

    x = xp.array([1.0, 2.0])
    if isinstance(x, np.ndarray):
        np.testing.assert_array_equal(sort_jacobian(bitonic(2), x, mean), np.full((2, 2), 0.5))
    else:
        told = (
            r"^softmax must be a relaxation that gives its derivative, or x a NumPy array, got"
            r" <function "
        )
        with pytest.raises(DiffsortError, match=told):
            sort_jacobian(bitonic(2), x, mean)


@each_product
@pytest.mark.parametrize("other", [[1.0, 2.0], [[1.0, 2.0, 3.0]], [], 1.0], ids=repr)
def test_a_direction_of_another_shape_is_refused_by_name(product, other):
    name, shape = product.__name__[-3:].replace("jvp", "v").replace("vjp", "w"), np.shape(other)
    with pytest.raises(DiffsortError) as caught:
        product(bitonic(3), [1.0, 2.0, 3.0], other)
    assert str(caught.value) == f"{name} must have the shape (3,) of x, got {shape}"


@each_product
@pytest.mark.parametrize(
    ("other", "told"),
    [([1.0, np.nan], "finite numbers, got nan"), (["a", "b"], "real numbers, got")],
)
def test_a_direction_holds_finite_numbers(product, other, told):
    name = product.__name__[-3:].replace("jvp", "v").replace("vjp", "w")
    with pytest.raises(DiffsortError, match=f"^{name} must hold {told}"):
        product(bitonic(2), [1.0, 2.0], other)


@pytest.mark.parametrize(
    "network",
    [bitonic_matrices(4), bitonic_indices(4), 4, None],
    ids=lambda network: type(network).__name__,
)
def test_only_a_network_has_closed_forms(network):
    told = f"^network must be a Network, such as bitonic\\(8\\), got {type(network).__name__}$"
    for jacobian_of, *products in PRODUCTS:
        with pytest.raises(DiffsortError, match=told):
            jacobian_of(network, np.ones(4))
        for product in products:
            with pytest.raises(DiffsortError, match=told):
                product(network, np.ones(4), np.ones(4))


@each_closed_form
def test_x_and_the_axis_are_refused_as_by_the_sort(closed_form):
    with pytest.raises(
        DiffsortError, match=r"^x must have n = 4 values, one for each wire, got 3$"
    ):
        closed_form(bitonic(4), [1, 2, 3])
    with pytest.raises(
        DiffsortError, match=r"^axis must be one of the 1 axes of x, of shape \(4,\), got 1$"
    ):
        closed_form(bitonic(4), [1, 2, 3, 4], axis=1)
    with pytest.raises(DiffsortError, match=r"^x must hold finite numbers, got nan"):
        closed_form(bitonic(2), [1, np.nan])


@pytest.mark.parametrize("sigma", [0, -1, np.nan, np.inf, "wide"])
def test_sigma_is_a_positive_number(sigma):
    for function in (rank_jacobian, rank_jvp, rank_vjp):
        others = [[1.0, 2.0]] if function is rank_jacobian else [[1.0, 2.0], [1.0, 0.0]]
        with pytest.raises(
            DiffsortError, match=f"^sigma must be a positive number, got '?{sigma}'?$"
        ):
            function(bitonic(2), *others, sigma)
