import sys

from hypothesis import HealthCheck, settings

settings.register_profile("laws", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("few", settings.get_profile("laws"), max_examples=10)
settings.load_profile("laws")


def pytest_addoption(parser):
    parser.addoption(
        "--libraries",
        default="numpy,autograd",
        help=(
            "array libraries in which the core's laws are tried, with commas between, or 'all'"
            " (default: numpy,autograd)"
        ),
    )


def pytest_sessionfinish():
    """Close the widgets that doctests left: at the interpreter's end ipywidgets would complain of
    each."""
    if widgets := sys.modules.get("ipywidgets.widgets.widget"):
        for widget in list(widgets._instances.values()):
            widget.close()
