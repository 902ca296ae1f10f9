"""The one exception that this package raises on purpose."""


class DiffsortError(ValueError):
    """A bad argument. The message names the argument, the rule it broke and the value it had.

    >>> from diffsort_core import bitonic
    >>> bitonic(0)
    Traceback (most recent call last):
        ...
    diffsort_core.errors.DiffsortError: n must be a whole number of at least 1, got 0
    """
