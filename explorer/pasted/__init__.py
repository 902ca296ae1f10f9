"""Numbers pasted as text: read, or refused in words."""

from .reading import Reading, read_numbers

__all__ = ["Reading", "read_numbers"]
