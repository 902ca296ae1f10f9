"""Networks that a person may choose, drawn by hypothesis: families, and comparators as text."""

from hypothesis import strategies as st

from diffsort_core import NETWORKS
from diffsort_core.families import MOST_WIRES
from explorer.wiring import as_network


def pairs_on(n, most=12):
    """Comparators on n wires, of which the last is one."""
    wires = st.integers(0, n - 1)
    pair = st.tuples(wires, wires).filter(lambda pair: pair[0] != pair[1])
    last = st.tuples(st.integers(0, n - 2), st.just(n - 1), st.booleans()).map(
        lambda drawn: drawn[:2][:: -1 if drawn[2] else 1]
    )
    before, after = (st.lists(pair, max_size=most // 2) for _ in range(2))
    return st.builds(lambda *parts: [*parts[0], parts[1], *parts[2]], before, last, after)


def texts_on(n, most=12):
    """The same as a person writes them, apart by anything that may stand between."""
    between = st.sampled_from([",", " ", "\n", ", ", " ,\t"])
    return st.builds(
        lambda pairs, between, zero: between.join(f"{zero}{low}:{high}" for low, high in pairs),
        pairs_on(n, most),
        between,
        st.sampled_from(["", "0"]),
    )


def chosen_on(n, most=12):
    """What the choice of a network for n values may be: half of them of one's own."""
    known = st.sampled_from([name for name in NETWORKS if n <= MOST_WIRES.get(name, n)])
    return known | texts_on(n, most).map(as_network) if n > 1 else known
