"""What this package raises, and what it warns of, on purpose."""


class DiffsortError(ValueError):
    """A bad argument. The message names the argument, the rule it broke and the value it had.

    >>> from diffsort_core import bitonic
    >>> bitonic(0)
    Traceback (most recent call last):
        ...
    diffsort_core.errors.DiffsortError: n must be a whole number of at least 1, got 0
    """


class DiffsortWarning(UserWarning):
    """An answer that is what was asked for, and surely not what was meant: ranks that are sure, and
    wrong. The message says what to do.

    >>> import warnings
    >>> from diffsort_core import bitonic, diff_argsort
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     print(diff_argsort(bitonic, [0.7255, 0.6218, 0.2692, 0.0983]).round(2))
    [2. 2. 1. 1.]
    >>> print(str(caught[0].message).partition(":")[0])
    diff_argsort is sure of wrong places
    """
