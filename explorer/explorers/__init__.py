"""One explorer a file: composition only."""
