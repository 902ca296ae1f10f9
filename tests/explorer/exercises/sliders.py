"""Where the sliders stop that readers of the lessons move."""

from math import inf, log10

from explorer.fields import ALPHA
from explorer.softness import deviation


def alphas(values):
    """The alphas, per unit of the values, at which the slider stops: it counts per standard
    deviation of them, so that they are others for other values. Its ends are 0 and infinity."""
    low, high, per_decade = (ALPHA[name] for name in ("low", "high", "per_decade"))
    count = round(per_decade * log10(high / low))
    spread = deviation(tuple(values))
    inner = [float(f"{low * 10 ** (k / per_decade):.4g}") for k in range(count + 1)]
    return [0.0, *(float(f"{each / spread:.6g}") for each in inner), inf]
