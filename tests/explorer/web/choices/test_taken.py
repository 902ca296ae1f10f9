"""What a person changes is taken in the browser as ExplorerState takes it, or refused in the same
words."""

import re
from decimal import Decimal
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st
from own_networks import chosen_on, texts_on

import explorer
from diffsort_core import NETWORKS, DiffsortError
from explorer import NetworkExplorer
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
            *(
                "\u20280:1",
                "0:1\xa01:2",
                "0:\ud7ff",
                "0:'",
                '0:"',
                "0:1\x85",
                "0:99999999",
                "0:\t1",
            ),
            *("0:\t1", "0:9999999", "٣:٤", "0:1,", ",0:1", "0:1,,1:2", ""),
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


def setup_of(of):
    fields = {name: own.field for name, own in of.own.items()}
    return {"name": of.__name__, "most": of.most_values, "own": fields}


def as_told(state):
    """All choices as they travel."""
    return {
        name: as_sent("infinity" if value == inf else value)
        for name, value in state.choices().items()
    }


def here(of, state, asked):
    """What Python makes of it."""
    copy, follower = state.replace(), type(of.__name__, (), {"most_values": of.most_values})()
    copy.ask_first(lambda: of._limit(follower, copy))
    try:
        copy.update(**drawn_first(copy, asked))
    except DiffsortError as refusal:
        return f"DiffsortError: {refusal}"
    return as_told(copy)


def drawn_first(state, asked):
    """The changes with the numbers that a count of wires draws, as ``ExplorerState.draw`` does."""
    if "wires" not in asked:
        return asked
    others = {name: value for name, value in asked.items() if name != "wires"}
    preset, seed = (others.get(name, getattr(state, name)) for name in ("preset", "seed"))
    if "values" in others or preset == OWN:
        return others
    copy = state.replace()
    copy.draw(preset, asked["wires"], seed)
    return {"labels": copy.labels, **others, "values": copy.values}


def there(deno, of, state, asked):
    try:
        found = deno("taken", as_told(state), asked, setup_of(of))
    except Exception as refusal:
        return str(refusal)
    return as_sent(found)


def assert_alike(mine, theirs):
    """The same choices, or the same words; but only Python says how NumPy writes the list that a
    wrong value is in."""
    ended = re.match("DiffsortError: values must hold (real|finite)", str(theirs))
    if ended:
        more = {"real": ", got ", "finite": " in "}[ended[1]]
        assert mine[: len(theirs) + len(more)] == theirs + more
    else:
        assert mine == theirs


@pytest.mark.parametrize("of", FIELDED)
@given(data=st.data())
def test_any_changes_are_taken_or_refused_alike(deno, of, data):
    state = data.draw(states(of))
    asked = data.draw(changes(of.own))
    assert_alike(here(of, state, asked), there(deno, of, state, asked))


@pytest.mark.parametrize("name", ["alpha", "sigma"])
def test_every_numeral_is_a_number_or_none_alike(deno, name):
    state = ExplorerState.holding(NetworkExplorer.own)()
    for word in [*NUMERALS, "1_", "1_.5", "1._5", "1e_5", "+ 1", "1 ", "\x851", "infinit"]:
        asked = {name: word}
        assert_alike(
            here(NetworkExplorer, state, asked), there(deno, NetworkExplorer, state, asked)
        )


@pytest.mark.parametrize("alpha", [0, "-0", 1e-310, 1.23456789e-305, "0.0", 1e-300, False])
def test_an_alpha_at_which_log_sum_exp_diverges_is_refused_alike(deno, alpha):
    state = ExplorerState.holding(NetworkExplorer.own)()
    asked = {"alpha": alpha, "relaxation": "softmax"}
    assert_alike(here(NetworkExplorer, state, asked), there(deno, NetworkExplorer, state, asked))


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("n", [1, 2, 8, 9])
def test_numbers_are_a_presets_only_if_they_are_all_of_them(deno, preset, n):
    state = ExplorerState.holding(NetworkExplorer.own)(preset=preset, seed=3)
    whole = list(drawn(preset, n, 3))
    for values in (whole, [*whole, 0.5], whole[:-1] or [0.5], [*whole[:-1], 0.5], whole[::-1]):
        asked = as_sent({"values": values, "preset": preset})
        assert_alike(
            here(NetworkExplorer, state, asked), there(deno, NetworkExplorer, state, asked)
        )


@given(BITS_DRAWN, BITS_DRAWN | VALUES, SEEDS, st.booleans())
def test_zeros_and_ones_may_be_flipped_alike(deno, bits, values, seed, named):
    state = ExplorerState.holding(NetworkExplorer.own)(values=bits, preset=BITS, seed=seed)
    asked = as_sent({"values": values, **({"preset": BITS} if named else {})})
    mine = here(NetworkExplorer, state, asked)
    assert (mine["preset"] == BITS) == ({*values} <= {0, 1})
    assert_alike(mine, there(deno, NetworkExplorer, state, asked))


@given(st.data(), st.sampled_from([1, 3, 8, 64, 65, 256, 257, 0, -1, 2.5, None, "3", True]))
def test_a_count_of_wires_draws_as_the_state_draws(deno, data, wires):
    state = data.draw(states(NetworkExplorer))
    asked = {**data.draw(changes(NetworkExplorer.own)), "wires": wires}
    assert_alike(here(NetworkExplorer, state, asked), there(deno, NetworkExplorer, state, asked))


@given(st.data(), st.dictionaries(UNKNOWN, SCALARS, min_size=1, max_size=3))
def test_what_nobody_knows_is_refused_alike(deno, data, unknown):
    state = data.draw(states(NetworkExplorer))
    asked = as_sent({**data.draw(changes(NetworkExplorer.own)), **unknown})
    mine = here(NetworkExplorer, state, asked)
    assert isinstance(mine, str)
    assert_alike(mine, there(deno, NetworkExplorer, state, asked))


def test_the_choices_that_were_given_stay_as_they_were(deno):
    state = ExplorerState.holding(NetworkExplorer.own)(values=[3, 1])
    before, asked = as_told(state), {"values": [1, 2], "flow": 1, "seed": 5, "alpha": "infinity"}
    assert deno("afterTaken", before, asked, setup_of(NetworkExplorer)) == [before, asked]


@given(st.data(), st.integers(1, 18), WIRED | st.just("smallest"))
def test_a_network_that_does_not_fit_the_values_is_refused_alike(deno, data, count, network):
    before = data.draw(chosen_on(count))
    state = ExplorerState.holding(NetworkExplorer.own)(values=range(count), network=before)
    for asked in (
        {"network": network},
        {"values": [0] * (count + 1)},
        {"values": [0] * 17},
        {"values": [0, 1, 2], "network": network},
        {"preset": "random", "wires": 17},
        {"preset": "random", "wires": count},
    ):
        assert_alike(
            here(NetworkExplorer, state, asked), there(deno, NetworkExplorer, state, asked)
        )


@given(st.data(), NAMES | st.just([]))
def test_names_are_as_many_as_the_values_alike(deno, data, names):
    count = len(names) if names else 3
    state = ExplorerState.holding(NetworkExplorer.own)(values=range(count))
    asked = {"labels": names}
    if data.draw(st.booleans()):
        asked["values"] = data.draw(
            st.lists(st.integers(0, 9), min_size=count - 1 or 1, max_size=count + 1)
        )
    mine = here(NetworkExplorer, state, asked)
    assert_alike(mine, there(deno, NetworkExplorer, state, asked))


@pytest.mark.parametrize(
    "asked",
    [
        {"values": [9, 8, 7]},
        {"values": [3, 1, 2]},
        {"values": [9, 8]},
        {"values": [9, 8, 7], "labels": None},
        {"values": [9, 8, 7], "labels": ["x", "y", "z"]},
        {"values": {"x": 9, "y": 8}},
        {"values": {"x": 9, "y": 8, "": 7}},
        {"values": {"x": 9, "y": 8}, "labels": None},
        {"values": {}},
        {"preset": OWN},
        {"preset": "example"},
        {"preset": "ties", "labels": ["x", "y", "z"]},
        {"preset": OWN, "values": [9, 8, 7]},
        {"seed": 4},
        {"seed": 4, "alpha": 2},
        {"alpha": 2},
        {"wires": 3, "preset": "random"},
        {"labels": None},
        {"labels": ["x"]},
        {"labels": "xyz"},
    ],
    ids=repr,
)
@pytest.mark.parametrize("preset", [OWN, "ties"])
def test_names_are_kept_and_dropped_alike(deno, preset, asked):
    values = [3, 1, 2] if preset == OWN else drawn(preset, 3, 0)
    state = ExplorerState.holding(NetworkExplorer.own)(
        values=values, preset=preset, labels=["a", "b", "c"]
    )
    assert_alike(here(NetworkExplorer, state, asked), there(deno, NetworkExplorer, state, asked))
