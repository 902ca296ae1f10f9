"""What may stand in a page or in a link, drawn by hypothesis."""

from hypothesis import strategies as st

FINITE = st.floats(allow_nan=False, allow_infinity=False)
HOSTILE = [
    *(
        "</script><script>alert(1)</script>",
        "<!--<script>",
        "-->",
        "&lt;/script&gt;",
        "$& $` $' $1",
    ),
    *(
        "\u2028",
        "\u2029",
        "{program}",
        "{data}",
        "{title}",
        "\\u003c",
        "<img src=x onerror=alert(1)>",
    ),
    *(
        "]]>",
        "'\"`",
        "\0",
        "\x7f\x85",
        "\ud800",
        "\udc00x",
        "😀",
        "Ränge · שלום",
        "</title>",
        "%26&a=b",
    ),
]
ANY = st.characters(codec=None, exclude_categories=[])
TEXTS = st.lists(st.sampled_from(HOSTILE) | st.text(ANY, max_size=5), max_size=4).map("".join)
NUMBERS = FINITE | st.integers(-(2**1020), 2**1020) | st.sampled_from([-0.0, 5e-324, 1e21, 1e-7])
NAMES = TEXTS.map(lambda name: f"a{name}" if name.isdecimal() else name)
LABELS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=9) | st.sampled_from(
    ["none", "a, b", "\\", "\\,", ",", "%2C", "+", "&labels=x", *HOSTILE[:5], "😀", "👩‍👩‍👧"]
)
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)

RELAXATIONS = ["smoothmax", "softmax", "Cauchy"]
PRESETS = ["example", "random", "nearly sorted", "zeros and ones", "own numbers"]
OWN = {
    "below": {"kind": "choice", "options": [["values", "by value"], ["hard network", "hard"]]},
    "flow": {"kind": "optional", "low": 0, "high": 63},
    "k": {"kind": "whole", "low": 1, "high": 256},
    "top": {"kind": "toggle"},
    "rate": {"kind": "linear", "low": 0, "high": 1},
    "table": {"kind": "table"},
}
CHOICES = st.fixed_dictionaries(
    {
        "values": st.lists(FINITE, min_size=1, max_size=64),
        "labels": st.none() | st.lists(LABELS, min_size=1, max_size=9),
        "alpha": st.floats(0, allow_nan=False, allow_infinity=False)
        | st.sampled_from(["infinity", None]),
        "sigma": FINITE,
        "relaxation": st.sampled_from(RELAXATIONS),
        "network": st.sampled_from(["bitonic", "odd-even", "0:1,2:3,0:2", "0:1"]),
        "preset": st.sampled_from(PRESETS)
        | TEXTS.map(lambda text: text.encode("ascii", "ignore").decode()),
        "seed": st.integers(0, 2**32 - 1),
        "below": st.sampled_from(["values", "hard network"]),
        "flow": st.none() | st.integers(0, 63),
        "k": st.integers(1, 256),
        "top": st.booleans(),
        "rate": FINITE,
        "table": st.none() | st.lists(st.lists(FINITE, min_size=1, max_size=3), max_size=3),
    }
)
SETUPS = st.builds(lambda plain: {"explorer": "network", "own": OWN, "plain": plain}, CHOICES)
