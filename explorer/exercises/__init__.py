"""Exercises of the course, a module a notebook: each check answers hint, almost or correct, and
never raises."""
