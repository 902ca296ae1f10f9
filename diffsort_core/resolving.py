"""The network for x, however it is asked for: itself, by its family, or by the family's name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, TypeVar, cast

from .arrays import asarray, whole_axis
from .errors import DiffsortError
from .families import NETWORKS
from .networks import Network

Family = str | Callable[[int], Any]
AnyNetwork = Network | Sequence[Any] | Family
"""What may be given for a network: itself, one of differentiable_sorting's forms, a family such as
``bitonic``, or its name. A family takes n from x."""
Function = TypeVar("Function", bound=Callable[..., Any])


def family_of(named: Any, argument: str = "family") -> Callable[[int], Any]:
    """A family of networks, given as itself or by its name in NETWORKS."""
    family = NETWORKS.get(named) if isinstance(named, str) else named
    if not callable(family):
        names = ", ".join(map(repr, NETWORKS))
        raise DiffsortError(
            f"{argument} must be a Network or one of the bitonic forms, or a family of them such as"
            f" bitonic or one of {names}, got {named!r}"
        )
    return cast(Callable[[int], Any], family)


def network_for(family: Family, x: Any, axis: int = -1) -> Any:
    """The network of a family for the values of x along an axis."""
    build, x = family_of(family, "network"), x if hasattr(x, "shape") else asarray(x)
    if not len(x.shape):
        raise DiffsortError(f"x must have an axis to sort along, got {x}")
    n = x.shape[whole_axis(x, axis)]
    if not n:
        there = "a number of values that is known" if n is None else "at least one value"
        raise DiffsortError(f"x must hold {there} along axis {axis}, got shape {tuple(x.shape)}")
    try:
        return build(n)
    except TypeError as error:
        raise DiffsortError(
            f"network must be a family, which gives a network for n = {n}, got {family!r}, which"
            f" raised {error!r}"
        ) from error


def for_x(function: Function, axis: int = -1) -> Function:
    """Let a function of (network, x, ...), along ``axis`` where it is given none, take a family of
    networks, or its name, in place of a network: n is then that of x along the axis. (A column of
    shape (n, 1) is one value long there, and needs axis=0.)"""

    @wraps(function)
    def call(*args: Any, **options: Any) -> Any:
        network = args[0] if args else options.get("network")
        if (isinstance(network, str) or callable(network)) and (len(args) > 1 or "x" in options):
            x = args[1] if len(args) > 1 else options["x"]
            found = network_for(network, x, options.get("axis", axis))
            if not args:
                return function(**options | {"network": found})
            args = (found, *args[1:])
        return function(*args, **options)

    return cast(Function, call)
