"""One script of a person's acts reads the same in every host, Python has the choices that are
shown, and nothing is said or asked for that is not with an empty widget in the same host."""

import time
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import pytest
from acts import FIRST, act, chosen
from hosts import EMPTY, HOSTS, Shown

from explorer import NetworkExplorer

NETWORK = Shown(
    f"from explorer import NetworkExplorer\ne = NetworkExplorer({FIRST})",
    page=lambda path: NetworkExplorer(FIRST).save(path),
)
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
def test_a_network_shows_the_same_numbers_in_every_host(seen, own, host):
    agrees(seen, own, NETWORK, host)


def test_in_marimo_it_is_dark_where_the_page_is(server, chromium):
    with HOSTS["marimo"](chromium, server, NETWORK) as visit:
        root = visit.root.first
        colour = "node => getComputedStyle(node.querySelector('h3')).color"
        root.locator("h3").wait_for()
        assert root.evaluate(colour) == "rgb(26, 26, 26)"
        visit.page.evaluate("document.body.classList.replace('light', 'dark')")
        visit.page.wait_for_timeout(1000)
        assert root.evaluate(colour) == "rgb(255, 255, 255)"
