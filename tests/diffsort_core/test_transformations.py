"""What the libraries do to functions: compiled, mapped over a batch, differentiated, and laid over chunks, the core's functions
keep their values. A test of a library exists where a run asks for that library (``--libraries``)."""

import numpy as np
import pytest
from autograd import jacobian as autograd_jacobian
from libraries import KINDS

from diffsort_core import (
    HARD,
    Cauchy,
    DiffsortError,
    Gaussian,
    LogSumExp,
    SmoothMax,
    bitonic,
    bitonic_indices,
    bitonic_matrices,
    diff_argsort,
    diff_median,
    diff_quantile,
    diff_sort,
    diff_topk,
    neural_sort,
    odd_even_merge,
    odd_even_transposition,
    order_matrix,
    rank_jvp,
    rank_vjp,
    soft_permutation,
    soft_sort,
    sort_jacobian,
    sort_vjp,
    straight_through,
)
from diffsort_core.backends import namespace

N = 4
BLOCKS, MERGE, NEIGHBOURS = bitonic(N), odd_even_merge(N), odd_even_transposition(N)
MATRICES, INDICES = bitonic_matrices(N), bitonic_indices(N)
FUNCTIONS = {
    "diff_sort": lambda x: diff_sort(BLOCKS, x, SmoothMax(2.0)),
    "diff_sort, neighbours": lambda x: diff_sort(NEIGHBOURS, x, LogSumExp(2.0)),
    "diff_sort, scale-free": lambda x: diff_sort(MERGE, x, Cauchy(scale_free=True), descending=True),
    "diff_sort, matrices": lambda x: diff_sort(MATRICES, x, Gaussian()),
    "diff_sort, indices": lambda x: diff_sort(INDICES, x),
    "diff_argsort": lambda x: diff_argsort(BLOCKS, x, 0.5, SmoothMax(2.0)),
    "soft_permutation": lambda x: soft_permutation(BLOCKS, x),
    "diff_topk": lambda x: diff_topk(BLOCKS, x, 2, Cauchy()),
    "diff_quantile": lambda x: diff_quantile(BLOCKS, x, 0.3, SmoothMax()),
    "straight_through": lambda x: straight_through(diff_sort(BLOCKS, x, HARD), diff_sort(BLOCKS, x, SmoothMax())),
    "sort_vjp": lambda x: sort_vjp(BLOCKS, x, x, SmoothMax()),
    "rank_jvp": lambda x: rank_jvp(MERGE, x, x, 0.5, SmoothMax()),
    "neural_sort": lambda x: neural_sort(x, 2.0),
    "soft_sort": lambda x: soft_sort(x, 2.0),
}
BATCH = np.random.default_rng(0).uniform(-3, 3, size=(3, N))
X = BATCH[0]
LIBRARIES = ("jax", "torch", "tensorflow", "dask")

torchs_own_warning = pytest.mark.filterwarnings("ignore:`torch.jit.script:DeprecationWarning")  # of its own modules
each_function = pytest.mark.parametrize("function", FUNCTIONS.values(), ids=FUNCTIONS)


def pytest_generate_tests(metafunc):
    asked = metafunc.config.getoption("--libraries")
    for name in set(LIBRARIES) & set(metafunc.fixturenames):
        present = asked == "all" or name in asked.split(",")
        metafunc.parametrize(name, [name] if present else [], indirect=True, scope="session")
    if not metafunc.config.pluginmanager.has_plugin(__name__):
        metafunc.config.pluginmanager.register(Absent, __name__)


class Absent:
    """A test without its library is no test, rather than one that is skipped."""

    @staticmethod
    def pytest_collection_modifyitems(config, items):
        absent = [
            item for item in items if (mark := item.get_closest_marker("skip")) and "empty parameter" in mark.kwargs["reason"]
        ]
        config.hook.pytest_deselected(items=absent)
        items[:] = [item for item in items if item not in absent]


@pytest.fixture(scope="session")
def jax():
    return KINDS["jax"]("jax").module


@pytest.fixture(scope="session")
def torch():
    return KINDS["torch"]("torch").module


@pytest.fixture(scope="session")
def tensorflow():
    return KINDS["tensorflow"]("tensorflow").module


@pytest.fixture(scope="session")
def dask():
    import dask.array

    return dask.array


def assert_equal(got, expected, atol=1e-12):
    np.testing.assert_allclose(got, expected, rtol=1e-12, atol=atol)


def one_by_one(function, batch=BATCH):
    return np.stack([function(vector) for vector in batch])


def total(function):
    """A scalar of which every entry of ``function``'s result has another share."""

    def scalar(x):
        y = function(x)
        xp = namespace(y)
        return xp.sum(y * xp.constant(np.cos(np.arange(np.prod(y.shape, dtype=int)).reshape(y.shape)), y))

    return scalar


def gradient(function, x=X):
    return autograd_jacobian(total(function))(x)


def with_nan(batch=BATCH):
    """The batch with a NaN in its second row."""
    return np.where(np.arange(batch.size).reshape(batch.shape) == N + 1, np.nan, batch)


def assert_nan_in_one_row_only(function, got):
    expected = one_by_one(function, BATCH[[0, 2]])
    assert_equal(np.asarray(got)[[0, 2]], expected)
    assert np.isnan(np.asarray(got)[1]).all()


SPREADS_NAN = [FUNCTIONS[name] for name in ("diff_sort", "diff_sort, neighbours", "diff_sort, scale-free", "diff_argsort")]


# --- JAX ---


@each_function
def test_jax_compiles_and_maps(jax, function):
    assert_equal(jax.jit(function)(X), function(X))
    assert_equal(jax.jit(jax.vmap(function))(BATCH), one_by_one(function))


@each_function
def test_jax_differentiates_what_it_compiles_and_maps(jax, function):
    by_autograd = np.stack([gradient(function, vector) for vector in BATCH])
    assert_equal(jax.jit(jax.vmap(jax.grad(total(function))))(BATCH), by_autograd)


@each_function
def test_jax_differentiates_forward(jax, function):
    assert_equal(jax.jit(jax.jacfwd(function))(X), autograd_jacobian(function)(X))


@pytest.mark.parametrize("function", [FUNCTIONS["diff_sort"], FUNCTIONS["diff_argsort"]], ids=["diff_sort", "diff_argsort"])
def test_jax_transforms_without_compiling(jax, function):
    assert_equal(jax.vmap(function, in_axes=1)(BATCH.T), one_by_one(function))
    assert_equal(jax.grad(total(function))(jax.numpy.asarray(X)), gradient(function))
    assert_equal(jax.jit(jax.grad(total(function)))(X), gradient(function))


@pytest.mark.parametrize("function", SPREADS_NAN)
def test_jax_keeps_a_nan_in_its_row(jax, function):
    assert_nan_in_one_row_only(function, jax.jit(jax.vmap(function))(with_nan()))
    assert_nan_in_one_row_only(function, jax.jit(function)(with_nan()))
    with pytest.raises(DiffsortError, match=r"^x must hold finite numbers, got nan"):
        function(jax.numpy.asarray(with_nan()))


def test_jax_compiles_float32(jax):
    narrow = jax.jit(FUNCTIONS["diff_argsort"])(BATCH.astype(np.float32))
    assert narrow.dtype == np.float32
    np.testing.assert_allclose(narrow, FUNCTIONS["diff_argsort"](BATCH), atol=1e-5)


# --- PyTorch ---


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


@pytest.mark.parametrize("rule", [SmoothMax(), LogSumExp(), Cauchy(), Gaussian(), SmoothMax(2.0, scale_free=True)], ids=repr)
def test_torch_differentiates_twice(torch, rule):
    x = torch.tensor(BATCH, requires_grad=True)
    tied = torch.tensor([[1.0, 1.0, 1.0, -0.5]], dtype=torch.float64, requires_grad=True)
    for function in (lambda x: diff_sort(BLOCKS, x, rule), lambda x: diff_argsort(MERGE, x, 0.8, rule)):
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


def test_torch_compiles_the_making_of_a_network(torch):
    torch.compiler.reset()
    compiled = torch.compile(lambda x: diff_sort(bitonic(N), x, SmoothMax(2.0)), fullgraph=True, backend="eager")
    assert_equal(compiled(torch.tensor(X)), FUNCTIONS["diff_sort"](X))


@pytest.mark.parametrize("function", SPREADS_NAN)
def test_torch_keeps_a_nan_in_its_row(torch, function):
    torch.compiler.reset()
    batch = torch.tensor(with_nan())
    assert_nan_in_one_row_only(function, torch.compile(function, fullgraph=True, backend="eager")(batch))
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
@pytest.mark.parametrize(("name", "tolerance"), [("float16", 1e-2), ("bfloat16", 1e-1), ("float32", 1e-5), ("float64", 1e-12)])
def test_torch_keeps_every_float(torch, function, name, tolerance):
    dtype = getattr(torch, name)
    x = torch.tensor(BATCH, dtype=dtype)
    result = function(x)
    assert result.dtype == dtype
    np.testing.assert_allclose(result.double(), function(x.double().numpy()), rtol=tolerance, atol=tolerance)


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


# --- TensorFlow ---


def taped(tensorflow, function):
    """The gradient of sum(function(x) ** 2) by x."""

    def by_x(x):
        with tensorflow.GradientTape() as tape:
            tape.watch(x)
            y = tensorflow.reduce_sum(function(x) ** 2)
        return tensorflow.convert_to_tensor(tape.gradient(y, x))

    return by_x


def slopes(function):
    """The same by autograd, vector by vector."""
    return one_by_one(autograd_jacobian(lambda x: (function(x) ** 2).sum()))


@each_function
def test_tensorflow_compiles_a_batch_of_unknown_size(tensorflow, function):
    signature = [tensorflow.TensorSpec((None, N), tensorflow.float64)]
    compiled = tensorflow.function(function, input_signature=signature)
    assert_equal(compiled(BATCH), one_by_one(function))
    assert_equal(compiled(BATCH[:2]), one_by_one(function, BATCH[:2]))
    assert_equal(tensorflow.function(function)(tensorflow.constant(X)), function(X))


@each_function
def test_tensorflow_differentiates_what_it_compiles(tensorflow, function):
    signature = [tensorflow.TensorSpec((None, N), tensorflow.float64)]
    batch, by_x = tensorflow.constant(BATCH), taped(tensorflow, function)
    assert_equal(by_x(batch), slopes(function))
    assert_equal(tensorflow.function(by_x, input_signature=signature)(batch), slopes(function))


@pytest.mark.parametrize("name", ["diff_sort", "diff_argsort", "sort_vjp", "diff_sort, scale-free"])
def test_tensorflow_compiles_by_xla(tensorflow, name):
    function = FUNCTIONS[name]
    assert_equal(tensorflow.function(function, jit_compile=True)(tensorflow.constant(BATCH)), one_by_one(function))
    by_x = tensorflow.function(taped(tensorflow, function), jit_compile=True)
    assert_equal(by_x(tensorflow.constant(BATCH)), slopes(function))


def test_tensorflow_sorts_any_axis_of_a_batch_of_unknown_size(tensorflow):
    compiled = tensorflow.function(
        lambda x: diff_sort(bitonic(8), x, SmoothMax(), axis=1),
        input_signature=[tensorflow.TensorSpec((None, 8, None), tensorflow.float64)],
    )
    x = np.random.default_rng(0).normal(size=(2, 8, 3))
    assert_equal(compiled(x), diff_sort(bitonic(8), x, SmoothMax(), axis=1))


def test_tensorflow_variables_are_differentiated(tensorflow):
    variable = tensorflow.Variable(X)
    with tensorflow.GradientTape() as tape:
        y = total(FUNCTIONS["diff_sort"])(variable)
    assert_equal(tape.gradient(y, variable), gradient(FUNCTIONS["diff_sort"]))


@pytest.mark.parametrize("function", SPREADS_NAN)
def test_tensorflow_keeps_a_nan_in_its_row(tensorflow, function):
    assert_nan_in_one_row_only(function, tensorflow.function(function)(tensorflow.constant(with_nan())))
    with pytest.raises(DiffsortError, match=r"^x must hold finite numbers, got nan"):
        function(tensorflow.constant(with_nan()))


# --- Dask ---

ON_CHUNKS = {
    "diff_sort": lambda x, **axis: diff_sort(bitonic(6), x, SmoothMax(), **axis),
    "diff_sort, descending": lambda x, **axis: diff_sort(bitonic(6), x, SmoothMax(), descending=True, **axis),
    "diff_argsort": lambda x, **axis: diff_argsort(bitonic(6), x, 0.5, **axis),
    "soft_permutation": lambda x, **axis: soft_permutation(bitonic(6), x, **axis),
    "diff_topk": lambda x, **axis: diff_topk(bitonic(6), x, 2, **axis),
    "diff_median": lambda x, **axis: diff_median(bitonic(6), x, **axis),
    "sort_jacobian": lambda x, **axis: sort_jacobian(bitonic(6), x, Cauchy(scale_free=True), **axis),
    "sort_vjp": lambda x, **axis: sort_vjp(bitonic(6), x, x * 2, **axis),
    "rank_vjp": lambda x, **axis: rank_vjp(bitonic(6), x, x * 2, 0.5, **axis),
    "order_matrix": lambda x: order_matrix(x, x * 0.5, 0.5),
    "neural_sort": lambda x: neural_sort(x),
    "soft_sort": lambda x: soft_sort(x),
}
ROWS = np.random.default_rng(1).normal(size=(7, 3, 6))
each_on_chunks = pytest.mark.parametrize("function", ON_CHUNKS.values(), ids=ON_CHUNKS)


@each_on_chunks
def test_dask_is_lazy_and_right(dask, function):
    computed = []

    def record(block):
        computed.append(block.shape)
        return block

    plain = dask.from_array(ROWS, chunks=(3, 2, -1))
    lazy = function(plain.map_blocks(record, dtype=plain.dtype, meta=np.empty((0, 0, 0))))
    expected = function(ROWS)
    assert isinstance(lazy, dask.Array)
    assert computed == []
    assert lazy.shape == expected.shape
    assert lazy.dtype == expected.dtype
    assert lazy.chunks[:2] == plain.chunks[:2]
    got = lazy.compute()
    assert sorted(set(computed)) == [(1, 1, 6), (1, 2, 6), (3, 1, 6), (3, 2, 6)]
    assert_equal(got, expected)


@each_on_chunks
def test_dask_keeps_float32(dask, function):
    narrow = dask.from_array(ROWS.astype(np.float32), chunks=(4, -1, -1))
    assert function(narrow).dtype == np.float32
    assert function(narrow).compute().dtype == np.float32


@pytest.mark.parametrize("axis", [0, 1, -2])
@pytest.mark.parametrize("name", [name for name in ON_CHUNKS if name not in ("order_matrix", "neural_sort", "soft_sort")])
def test_dask_takes_any_axis(dask, name, axis):
    rows = np.moveaxis(ROWS, -1, axis)
    chunks = [2, 2, 2]
    chunks[axis] = -1
    lazy = ON_CHUNKS[name](dask.from_array(rows, chunks=tuple(chunks)), axis=axis)
    expected = ON_CHUNKS[name](rows, axis=axis)
    assert lazy.shape == expected.shape
    assert_equal(lazy.compute(), expected)


@each_on_chunks
def test_dask_refuses_an_axis_in_chunks(dask, function):
    with pytest.raises(DiffsortError, match=r"^\w+ must be chunked along the batch only, got 2 chunks along axis -1$"):
        function(dask.from_array(ROWS, chunks=(-1, -1, 3)))


def test_dask_refuses_at_once_what_every_block_would_refuse(dask):
    x = dask.from_array(ROWS, chunks=(3, -1, -1))
    with pytest.raises(DiffsortError, match=r"^x must have n = 8 values"):
        diff_sort(bitonic(8), x)
    with pytest.raises(DiffsortError, match=r"^sigma must be a positive number, got 0$"):
        diff_argsort(bitonic(6), x, 0)
    with pytest.raises(DiffsortError, match=r"^axis must be one of the 3 axes of x"):
        diff_sort(bitonic(6), x, axis=3)


def test_dask_finds_a_nan_when_it_computes(dask):
    lazy = diff_sort(bitonic(4), dask.from_array(with_nan(), chunks=(1, -1)))
    assert_equal(lazy[[0, 2]].compute(), diff_sort(bitonic(4), BATCH[[0, 2]]))
    with pytest.raises(DiffsortError, match=r"^x must hold finite numbers, got nan"):
        lazy.compute()


def test_dask_takes_whole_numbers_and_one_vector(dask):
    whole = dask.from_array(np.array([[3, 1, 2], [9, 8, 7]]), chunks=(1, -1))
    lazy = diff_sort(bitonic(3), whole, SmoothMax())
    assert lazy.dtype == np.float64
    assert_equal(lazy.compute(), diff_sort(bitonic(3), whole.compute(), SmoothMax()))
    assert_equal(diff_median(bitonic(3), whole[0], HARD).compute(), 2.0)


def test_dask_works_in_other_processes(dask):
    from dask.distributed import Client, LocalCluster

    with (
        LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        x = dask.from_array(ROWS, chunks=(4, -1, -1))
        sort, ranks, pulled = client.gather(
            client.compute([ON_CHUNKS[name](x) for name in ("diff_sort", "diff_argsort", "sort_vjp")])
        )
        assert len(client.ncores()) == 2
    assert_equal(sort, ON_CHUNKS["diff_sort"](ROWS))
    assert_equal(ranks, ON_CHUNKS["diff_argsort"](ROWS))
    assert_equal(pulled, ON_CHUNKS["sort_vjp"](ROWS))
