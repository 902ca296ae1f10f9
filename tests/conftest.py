import sys


def pytest_sessionfinish():
    """Close the widgets that doctests left: at the interpreter's end ipywidgets would complain of each."""
    if widgets := sys.modules.get("ipywidgets.widgets.widget"):
        for widget in list(widgets._instances.values()):
            widget.close()
