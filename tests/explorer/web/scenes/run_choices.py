"""The choices that the browser draws a network's run from, besides the values."""

from explorer.explorers.beside import travelling


def drawn_from(network, relaxation, alpha, flow=None, below="values", bits=False):
    """As they travel: ``flow`` is an output, or an output and an input, whose derivative is
    followed."""
    return {
        "network": travelling(network),
        "relaxation": relaxation,
        "alpha": "infinity" if alpha == float("inf") else alpha,
        "flow": flow,
        "below": below,
        "bits": bits,
    }
