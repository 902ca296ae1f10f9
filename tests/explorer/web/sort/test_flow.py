"""What the browser's strands carry is what those of the explorers' scenes carry."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from twin_draws import families, moderate, rules, tied, vectors
from twin_laws import near, told

from diffsort_core import NETWORKS, trace
from explorer.scenes.flow import gradient_flow, path_flow
from explorer.scenes.network import network_scene

small = vectors(moderate, tied, most=16)


@given(family=families, rule=rules(), x=small, place=st.integers(0, 15), other=st.integers(0, 15))
def test_derivatives_flow_alike(deno, family, rule, x, place, other):
    run, out, into = trace(NETWORKS[family](len(x)), x, rule[1]), place % len(x), other % len(x)
    found = deno("flows", family, len(x), told(run), out, into)
    for name, known in [("gradient", gradient_flow(run, out)), ("path", path_flow(run, out, into))]:
        near(found[name]["nodes"], known.nodes, 1e-12)
        near(np.reshape(found[name]["strands"], (-1, 4)), known.strands, 1e-12)


@given(family=families, rule=rules(), x=small)
def test_tokens_and_shares_are_those_of_the_scene(deno, family, rule, x):
    run = trace(NETWORKS[family](len(x)), x, rule[1])
    scene = network_scene(run, "")
    assert deno("flows", family, len(x), told(run), 0, 0)["tokens"] == scene.tokens.tolist()
    size = run.network.size
    carried = [share for *_, share in scene.strands()][: 4 * size]
    shares = np.reshape(deno("shares", scene.swap.tolist()), (size, 4))
    assert shares.T.ravel().tolist() == carried
