"""One script of a person's acts reads the same in every host, Python has the choices that are
shown, and nothing is said or asked for that is not with an empty widget in the same host."""

import time
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import pytest
from acts import FIRST, act, chosen
from hosts import EMPTY, HERE, HOSTS, Shown

STAND_IN = Shown(
    f"import sys\nsys.path.insert(0, {str(HERE)!r})\n"
    f"from stand_in import StandIn\ne = StandIn({FIRST})",
    page=lambda path: __import__("stand_in").StandIn(FIRST).save(path),
)

# TO BE FILLED: how an explorer is written to a page of its own, as
# `lambda path: explorer.NetworkExplorer(FIRST).save(path)`. Until then there is no test of it.
PAGE_OF_THE_NETWORK = None

NETWORK = Shown(
    f"from explorer import NetworkExplorer\ne = NetworkExplorer({FIRST})", page=PAGE_OF_THE_NETWORK
)
PLACES = [host for host in HOSTS if host != "saved page" or NETWORK.page]
MEASURE = "JupyterLab"


@dataclass(frozen=True)
class Seen:
    """``read``: what was to be read after each act; ``choices``: as the page and as Python have
    them in the end; ``heard``: what was heard meanwhile."""

    read: list
    choices: tuple
    heard: set


@pytest.fixture(scope="module")
def seen(server, chromium):
    """What is seen of something shown in a host, once for all tests."""

    @cache
    def visited(shown, host):
        with HOSTS[host](chromium, server, shown) as visit:
            read = act(visit.page, visit.root)
            here = there = chosen(visit.root)
            deadline = time.monotonic() + 10
            while visit.ask and (there := visit.ask()) != here and time.monotonic() < deadline:
                visit.page.wait_for_timeout(200)
            return Seen(read, (here, there), visit.heard)

    return visited


@pytest.fixture(scope="module")
def own(server, chromium):
    """What a host says and asks for itself: heard where an empty widget is shown."""

    @cache
    def heard(host):
        with HOSTS[host](chromium, server, EMPTY) as visit:
            visit.root.first.wait_for()
            visit.page.wait_for_timeout(4000)
            return visit.heard

    return heard


def agrees(seen, own, shown, host):
    here = seen(shown, host)
    assert here.read == seen(shown, MEASURE).read
    assert [name for (_, before), (name, after) in pairwise(here.read) if before == after] == []
    page, python = here.choices
    assert python == page
    assert here.heard - own(host) == set()


@pytest.mark.parametrize("host", HOSTS)
def test_the_acts_are_told_apart_and_mean_the_same_on_a_stand_in(seen, own, host):
    agrees(seen, own, STAND_IN, host)


@pytest.mark.parametrize("host", PLACES)
def test_a_network_shows_the_same_numbers_in_every_host(seen, own, host):
    agrees(seen, own, NETWORK, host)
