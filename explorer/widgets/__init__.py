"""Widgets that own no values: the animated network and labelled controls, both small anywidgets
without a build step."""
