"""Numbers pasted as text, with names or without: read, or refused in words; and written so."""

from .named import as_text
from .reading import Reading, read_numbers

__all__ = ["Reading", "as_text", "read_numbers"]
