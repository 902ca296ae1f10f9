"""A small generator of random numbers that both halves have: the same seed draws the same numbers
here and in the browser (explorer/web/sort/generator.js).

Sources: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA
2014 (splitmix: a counter, mixed), with the mixing of 32 bits of C. Wellons' hash-prospector,
lowbias32, 2018.
"""

from __future__ import annotations

_WORDS = 2**32
_STEP = 0x9E3779B9


class Generator:
    """Draws from a seed, a whole number from 0 to 2^32 - 1.

    >>> draw = Generator(seed=0)
    >>> draw.integers(0, 10, 8), draw.choice(6, 3)
    ([4, 0, 3, 5, 9, 5, 6, 2], [4, 1, 2])
    """

    def __init__(self, seed: int) -> None:
        self._state = seed

    def integers(self, low: int, high: int, count: int) -> list[int]:
        """So many whole numbers from low up to, not including, high, each as likely as any
        other."""
        return [self._whole(low, high) for _ in range(count)]

    def choice(self, n: int, count: int) -> list[int]:
        """So many of the n numbers from 0 up, none of them twice, in any order."""
        places = list(range(n))
        for k in range(count):
            other = self._whole(k, n)
            places[k], places[other] = places[other], places[k]
        return places[:count]

    def normals(self, count: int) -> list[float]:
        """So many normal deviates, nearly: each a sum of 12 evenly drawn numbers less its mean,
        which never leaves -6 to 6. Every step of it is exact, as those with logarithms and cosines
        are not: the last bit of these is each machine's own.

        >>> [round(each, 2) for each in Generator(seed=0).normals(3)]
        [-3.04, 1.72, -0.23]
        """
        return [(sum(self.integers(0, _WORDS, 12)) - 6 * _WORDS) / _WORDS for _ in range(count)]

    def _whole(self, low: int, high: int) -> int:
        span = high - low
        fair = _WORDS - _WORDS % span  # words from here on would favour the small numbers
        while (word := self._word()) >= fair:
            pass
        return low + word % span

    def _word(self) -> int:
        self._state = (self._state + _STEP) % _WORDS
        word = self._state
        word = (word ^ word >> 16) * 0x7FEB352D % _WORDS
        word = (word ^ word >> 15) * 0x846CA68B % _WORDS
        return word ^ word >> 16
