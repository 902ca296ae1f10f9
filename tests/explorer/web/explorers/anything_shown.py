"""What SortAnything is asked to show, drawn at random, and what it shows, by panel and mark."""

import numpy as np
from hypothesis import strategies as st

from diffsort_core import NETWORKS
from explorer.scenes.anything import COMPARATORS, anything_scene
from explorer.scenes.materials import MATERIALS, material

OWN = ((3.0, 1.5, -2.0), (1.0, 0.0, 4.25), (3.0, 7.0, 1.0))
CHOSEN = st.fixed_dictionaries(
    {
        "material": st.sampled_from(MATERIALS),
        "comparator": st.sampled_from([name for name in COMPARATORS if name != "clamped abs"]),
        "alpha": st.floats(0, 20) | st.sampled_from([0.0, None]),
        "column": st.integers(1, 2),
        "descending": st.booleans(),
        "pieces": st.integers(2, 16),
        "sample": st.integers(0, 99),
        "table": st.none() | st.just(OWN),
        "network": st.sampled_from(list(NETWORKS)),
    }
)


def choices_of(**changed):
    return {
        "material": "digits by brightness",
        "comparator": "key",
        "alpha": 230.0,
        "column": 1,
        "descending": True,
        "pieces": 8,
        "sample": 0,
        "table": None,
        "network": "bitonic",
        **changed,
    }


def python(chosen):
    things = material(
        *(chosen[name] for name in ("material", "pieces", "sample")),
        table=chosen["table"] and tuple(map(tuple, chosen["table"])),
        column=chosen["column"],
    )
    network = NETWORKS[chosen["network"]](len(things.things))
    how = (chosen["comparator"], chosen["alpha"], chosen["descending"], chosen["column"])
    return anything_scene(things, network, *how)


def panels(deno, chosen, width=900):
    """Its panels by title."""
    rows = deno("anythingShown", chosen, width)
    return {panel["title"]: panel for row in rows for panel in row}


def marks(panel, kind, **known):
    found = [mark for mark in panel["marks"] if mark["kind"] == kind]
    return [mark for mark in found if known.items() <= mark.items()]


def parts(things):
    return things.view(float) if np.iscomplexobj(things) else things


def size(scene):
    return 1e-6 * max(1.0, float(np.max(np.abs(scene.before))))
