import re

from explorer.widgets.program import page_styles


def test_every_colour_of_the_styles_is_given_in_them():
    styles = page_styles()
    used = set(re.findall(r"var\((--ds-[\w-]+)", styles))
    assert used
    assert [name for name in used if f"{name}:" not in styles] == []
