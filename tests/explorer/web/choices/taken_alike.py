"""What each half makes of a change of choices, and that it is the same."""

import re
from math import inf

from changes_drawn import as_sent

from diffsort_core import DiffsortError
from explorer import NetworkExplorer
from explorer.numbers import OWN


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


def assert_taken_alike(deno, state, asked):
    """Both halves make the same of a change of the network explorer's choices. Returns what."""
    mine = here(NetworkExplorer, state, asked)
    assert_alike(mine, there(deno, NetworkExplorer, state, asked))
    return mine
