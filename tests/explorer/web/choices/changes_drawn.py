"""States, and changes of their choices, drawn at random: good ones, likely mistakes, anything."""

from decimal import Decimal
from math import inf, nan

from hypothesis import strategies as st
from own_networks import chosen_on, texts_on

import explorer
from diffsort_core import NETWORKS, DiffsortError
from explorer.choices import RELAXATIONS
from explorer.numbers import BITS, OWN, PRESETS, drawn
from explorer.state import ExplorerState

CLASSES = [getattr(explorer, name) for name in explorer.__all__ if name != "ExplorerState"]
FIELDED = [each for each in CLASSES if all(own.field for own in each.own.values())]
"""The explorers all of whose own choices the browser can judge."""

SEEDS = st.integers(0, 3) | st.sampled_from([2**32 - 1])
BITS_DRAWN = st.lists(st.sampled_from([0, 1]), min_size=1, max_size=5)
VALUES = st.one_of(
    BITS_DRAWN,
    st.lists(st.integers(0, 3) | st.floats(-50, 50), min_size=1, max_size=9),
    st.builds(
        lambda preset, n, seed: list(drawn(preset, n, seed)),
        st.sampled_from(list(PRESETS)),
        st.integers(1, 9),
        SEEDS,
    ),
)
NUMERALS = [
    *("infinity", "Infinity", " -inf\n", "INF", "nan", "NaN", "-nan", "+inf", "-infinity"),
    *("2", " 2.5 ", "1e3", ".5", "5.", "1_000", "1__0", "_1", "1e", "", "0x1", "-0", "1e-310"),
    *("soft", "it's", 'a "b"', "\x1f5", "1e400", ".", "1e1_0", "1.e5", "1 2", "True"),
]
WORDS = st.sampled_from(NUMERALS)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 300),
    st.sampled_from([2**32 - 1, 2**32, 10**22, -(10**20), 1e300, 1.5, 1e-320, -0.0, 63, 64, 255]),
    st.floats(),
    WORDS,
)
ANYTHING = st.one_of(
    SCALARS,
    st.lists(SCALARS, max_size=3),
    st.dictionaries(st.sampled_from(["a", "it's"]), SCALARS, max_size=2),
)
NAME = st.text(st.characters(exclude_categories=["Cs", "Cn"]), max_size=6) | st.sampled_from(
    [
        *("Everest", " K2 ", "", " ", "\x85", "a\nb", "\u202ereb", "\u2028", "\x7f", "å" * 40),
        *("å" * 41, "😀" * 40, "😀" * 41, "👩‍👩‍👧", "<b>x</b>", "none", "5", " " + "x" * 40),
    ]
)
WIRED = st.one_of(
    st.integers(2, 9).flatmap(texts_on),
    st.sampled_from(
        [
            *("0:1", "0:1,1:2", "0:1 1:2,\n", "1:1", "0:1,2", "0;1", ":", "0:1:2", "0:7", "-1:0"),
            *("\u20280:1", "0:1\xa01:2", "0:\ud7ff", "0:'", '0:"', "0:1\x85", "0:\t1", "٣:٤"),
            *("0:9999999", "0:99999999", "0:1,", ",0:1", "0:1,,1:2", ""),
            *("smallest", "custom", "your own"),
        ]
    ),
)
NAMES = st.none() | st.integers(1, 9).flatmap(lambda n: st.lists(NAME, min_size=n, max_size=n))
LISTS = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3), max_leaves=6)
ALPHAS = st.sampled_from([0, 0.5, 3, inf, "infinity", 1e-310, None])
LIKELY = {
    "values": VALUES
    | LISTS
    | st.sampled_from([[0.5] * n for n in (33, 64, 65, 256, 257)] + [[nan], [1, inf], [[1], [2]]]),
    "alpha": ALPHAS,
    "sigma": st.sampled_from([0, 0.5, -1, "0.5", "-1", False, True]),
    "relaxation": st.sampled_from([*RELAXATIONS, "soft"]),
    "network": st.sampled_from([*NETWORKS, "toString"]) | WIRED,
    "preset": st.sampled_from([*PRESETS, OWN, BITS, "sorted"]),
    "seed": SEEDS | st.sampled_from([-1, 1.5, 2**32]),
    "labels": NAMES | st.lists(SCALARS | NAME, max_size=3),
}
GOOD = {
    "values": VALUES,
    "alpha": ALPHAS,
    "sigma": st.floats(1e-3, 10),
    "relaxation": st.sampled_from(list(RELAXATIONS)),
    "network": st.sampled_from(list(NETWORKS)) | st.integers(2, 9).flatmap(chosen_on),
    "preset": st.sampled_from([*PRESETS, OWN, BITS]),
    "seed": SEEDS,
    "labels": NAMES,
}
UNKNOWN = st.sampled_from(
    ["beta", "constructor", "__proto__", "fields", "it's", "Alpha", "numbers"]
)


def in_range(field):
    """Values that a field may take, and some that it may not."""
    if field["kind"] == "choice":
        return st.sampled_from([value for value, _ in field["options"]])
    if field["kind"] == "toggle":
        return st.booleans()
    if field["kind"] == "table":
        cells = st.lists(st.integers(-9, 9) | SCALARS, max_size=field["columns"] + 1)
        square = st.integers(1, 3).flatmap(
            lambda n: st.lists(st.lists(st.floats(-9, 9), min_size=n, max_size=n), min_size=2)
        )
        return square | st.lists(cells, max_size=field["rows"] + 1) | st.none()
    ends = st.sampled_from([each + k for each in (field["low"], field["high"]) for k in (-1, 0, 1)])
    empty = st.none() if field["kind"] == "optional" else st.nothing()
    return ends | st.integers(0, 9) | st.floats(-1, 12) | empty


def as_sent(value):
    """A value as it comes from a browser: JSON knows no whole number from another."""
    if isinstance(value, dict):
        return {name: as_sent(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [as_sent(each) for each in value]
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    value = float(value)
    if abs(value) < 1e21 and value.is_integer():
        return int(Decimal(repr(value)))
    return value


@st.composite
def changes(draw, own, likely=LIKELY, most=4):
    names = [*likely, *own]
    found = {}
    for name in draw(st.lists(st.sampled_from(names), max_size=most, unique=True)):
        of = likely[name] if name in likely else in_range(own[name].field)
        found[name] = as_sent(draw(of if draw(st.integers(0, 9)) else ANYTHING))
    return found


@st.composite
def states(draw, of):
    """A state of an explorer that can be drawn, or that somebody may have loaded."""
    state = ExplorerState.holding(of.own)()
    given = {name: draw(good) for name, good in GOOD.items() if draw(st.booleans())}
    own = {name: draw(in_range(each.field)) for name, each in of.own.items()}
    for more in (given, *({name: value} for name, value in own.items())):
        try:
            state.update(**as_sent(more))
        except DiffsortError:
            continue
    return state
