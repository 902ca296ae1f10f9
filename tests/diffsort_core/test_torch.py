"""PyTorch compiles, maps, differentiates (twice) and trains through the core's functions."""

import numpy as np
import pytest
from autograd import jacobian as autograd_jacobian
from cases import as_listed, values
from functions import (
    BATCH,
    BLOCKS,
    FUNCTIONS,
    MERGE,
    SPREADS_NAN,
    N,
    X,
    assert_equal,
    assert_nan_in_one_row_only,
    each_function,
    gradient,
    one_by_one,
    total,
    with_nan,
)
from libraries import KINDS

from diffsort_core import (
    NETWORKS,
    Cauchy,
    DiffsortError,
    Gaussian,
    LogSumExp,
    SmoothMax,
    bitonic,
    diff_argsort,
    diff_sort,
    families,
    odd_even_merge,
    sort_vjp,
)


def as_listed_odd_even(n):
    return as_listed(odd_even_merge(n))


torchs_own_warning = pytest.mark.filterwarnings(
    "ignore:`torch.jit.script:DeprecationWarning"
)  # of its own modules


@pytest.fixture(scope="session")
def torch():
    return KINDS["torch"]("torch").module


@each_function
def test_torch_maps_and_differentiates(torch, function):
    x, batch = torch.tensor(X), torch.tensor(BATCH)
    assert_equal(torch.func.vmap(function)(batch), one_by_one(function))
    assert_equal(torch.func.grad(total(function))(x), gradient(function))
    by_autograd = np.stack([gradient(function, vector) for vector in BATCH])
    assert_equal(torch.func.vmap(torch.func.grad(total(function)))(batch), by_autograd)
    assert_equal(torch.func.jacrev(function)(x), autograd_jacobian(function)(X))


@torchs_own_warning
@each_function
def test_torch_differentiates_forward(torch, function):
    x, by_autograd = torch.tensor(X), autograd_jacobian(function)(X)
    value, along = torch.func.jvp(function, (x,), (torch.tensor(BATCH[1]),))
    assert_equal(value, function(X))
    assert_equal(along, by_autograd @ BATCH[1])
    assert_equal(torch.func.jacfwd(function)(x), by_autograd)


@pytest.mark.parametrize(
    "rule",
    [SmoothMax(), LogSumExp(), Cauchy(), Gaussian(), SmoothMax(2.0, scale_free=True)],
    ids=repr,
)
def test_torch_differentiates_twice(torch, rule):
    x = torch.tensor(BATCH, requires_grad=True)
    tied = torch.tensor([[1.0, 1.0, 1.0, -0.5]], dtype=torch.float64, requires_grad=True)
    for function in (
        lambda x: diff_sort(BLOCKS, x, rule),
        lambda x: diff_argsort(MERGE, x, 0.8, rule),
    ):
        assert torch.autograd.gradcheck(function, x)
        assert torch.autograd.gradgradcheck(function, x)
        assert torch.autograd.gradcheck(function, tied)
        assert torch.autograd.gradgradcheck(function, tied)


@each_function
def test_torch_compiles_forward_and_backward(torch, function):
    torch.compiler.reset()
    leaf = torch.tensor(X, requires_grad=True)
    compiled = torch.compile(function, fullgraph=True, backend="eager")
    assert_equal(compiled(leaf).detach(), function(X))
    total(compiled)(leaf).backward()
    assert_equal(leaf.grad, gradient(function))


@torchs_own_warning
@pytest.mark.parametrize("backend", ["aot_eager", "inductor"])
@pytest.mark.parametrize("name", ["diff_sort", "diff_argsort"])
def test_torch_compiles_to_one_graph_each_way(torch, name, backend):
    torch.compiler.reset()
    function = FUNCTIONS[name]
    leaf, eager = torch.tensor(BATCH, requires_grad=True), torch.tensor(BATCH, requires_grad=True)
    compiled = torch.compile(function, fullgraph=True, backend=backend)
    result = compiled(leaf)
    assert_equal(result.detach(), function(BATCH))
    (result**2).sum().backward()
    (function(eager) ** 2).sum().backward()
    assert_equal(leaf.grad, eager.grad)


def test_torch_compiles_the_making_of_a_network(torch, monkeypatch):
    torch.compiler.reset()
    monkeypatch.setattr(families, "_BUILT", {})
    compiled = torch.compile(
        lambda x: diff_sort(bitonic(x.shape[-1]), x, SmoothMax(2.0)),
        fullgraph=True,
        backend="eager",
    )
    for x in (X, X[:-1]):
        assert_equal(compiled(torch.tensor(x)), diff_sort(bitonic(len(x)), x, SmoothMax(2.0)))


@pytest.mark.parametrize(
    "build", [*NETWORKS.values(), as_listed_odd_even], ids=lambda f: f.__name__
)
@pytest.mark.parametrize("name", ["diff_sort", "sort_vjp"])
def test_torch_compiles_networks_that_nobody_has_run_before(torch, monkeypatch, build, name):
    """Index arrays that are made at first use are made outside of what is compiled."""
    torch.compiler.reset()
    monkeypatch.setattr(families, "_BUILT", {})
    functions = {
        "diff_sort": lambda x, network: diff_sort(network, x, SmoothMax(2.0)),
        "sort_vjp": lambda x, network: sort_vjp(network, x, x, SmoothMax(2.0)),
    }
    function, x, network = functions[name], values(11), build(11)
    compiled = torch.compile(lambda x: function(x, network), fullgraph=True, backend="eager")
    assert_equal(compiled(torch.tensor(x)), function(x, build(11)))


@pytest.mark.parametrize("function", SPREADS_NAN)
def test_torch_keeps_a_nan_in_its_row(torch, function):
    torch.compiler.reset()
    batch = torch.tensor(with_nan())
    assert_nan_in_one_row_only(
        function, torch.compile(function, fullgraph=True, backend="eager")(batch)
    )
    assert_nan_in_one_row_only(function, torch.func.vmap(function)(batch))
    with pytest.raises(DiffsortError, match=r"^x must hold finite numbers, got nan"):
        function(batch)


@each_function
def test_torch_leaves_stay_leaves(torch, function):
    leaf = torch.nn.Parameter(torch.tensor(X))
    result = function(leaf)
    assert result.requires_grad
    assert leaf.requires_grad
    assert leaf.is_leaf
    assert leaf.grad is None
    assert_equal(leaf.detach(), X)
    assert result.device == leaf.device
    total(function)(leaf).backward()
    assert_equal(leaf.grad, gradient(function))
    assert not function(torch.tensor(X)).requires_grad
    with torch.no_grad():
        assert not function(leaf).requires_grad


@each_function
@pytest.mark.parametrize(
    ("name", "tolerance"),
    [("float16", 1e-2), ("bfloat16", 1e-1), ("float32", 1e-5), ("float64", 1e-12)],
)
def test_torch_keeps_every_float(torch, function, name, tolerance):
    dtype = getattr(torch, name)
    x = torch.tensor(BATCH, dtype=dtype)
    result = function(x)
    assert result.dtype == dtype
    np.testing.assert_allclose(
        result.double(), function(x.double().numpy()), rtol=tolerance, atol=tolerance
    )


def test_torch_trains_through_a_soft_sort(torch):
    layer = torch.nn.Linear(N, N, dtype=torch.float64)
    optimizer = torch.optim.SGD(layer.parameters(), lr=0.05)
    target, losses = torch.arange(N, dtype=torch.float64), []
    for _ in range(20):
        optimizer.zero_grad()
        loss = ((diff_sort(BLOCKS, layer(torch.tensor(BATCH)), SmoothMax()) - target) ** 2).mean()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    assert losses[-1] < losses[0] / 2
