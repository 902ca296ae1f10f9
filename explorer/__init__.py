"""Interactive explorers of differentiable sorting, for Jupyter.

>>> from explorer import NetworkExplorer
>>> NetworkExplorer([5, -1, 9.5, 13.2], alpha=0.5)
NetworkExplorer(n=4, alpha=0.5, relaxation='smoothmax')
"""

from .explorers.alpha import AlphaExplorer
from .explorers.anything import SortAnythingExplorer
from .explorers.error import ErrorExplorer
from .explorers.gallery import RelaxationGallery
from .explorers.jacobian import JacobianExplorer
from .explorers.learning import LearningExplorer
from .explorers.network import NetworkExplorer
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
