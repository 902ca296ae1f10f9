"""Interactive explorers of differentiable sorting, for Jupyter.

>>> from explorer import NetworkExplorer
>>> NetworkExplorer([5, -1, 9.5, 13.2], alpha=0.5)
NetworkExplorer(n=4, alpha=0.5, relaxation='smoothmax')

Each name is imported when it is first asked for, so that an explorer loads only the libraries that
it draws with.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .explorers.alpha import AlphaExplorer
    from .explorers.anything import SortAnythingExplorer
    from .explorers.error import ErrorExplorer
    from .explorers.gallery import RelaxationGallery
    from .explorers.jacobian import JacobianExplorer
    from .explorers.learning import LearningExplorer
    from .explorers.network import NetworkExplorer
    from .explorers.paged import page as page
    from .explorers.ranking import RankingExplorer
    from .state import ExplorerState

__all__ = [
    "AlphaExplorer",
    "ErrorExplorer",
    "ExplorerState",
    "JacobianExplorer",
    "LearningExplorer",
    "NetworkExplorer",
    "RankingExplorer",
    "RelaxationGallery",
    "SortAnythingExplorer",
]

_MODULES = {
    "AlphaExplorer": ".explorers.alpha",
    "ErrorExplorer": ".explorers.error",
    "ExplorerState": ".state",
    "JacobianExplorer": ".explorers.jacobian",
    "LearningExplorer": ".explorers.learning",
    "NetworkExplorer": ".explorers.network",
    "RankingExplorer": ".explorers.ranking",
    "RelaxationGallery": ".explorers.gallery",
    "SortAnythingExplorer": ".explorers.anything",
    "page": ".explorers.paged",
}
"""With ``page``, which is asked for by name: ``import *`` brings explorers, and no common word."""


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_MODULES[name], __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_MODULES})
