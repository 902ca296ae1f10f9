"""From a scene to a picture: pure functions, no widgets, no state."""
