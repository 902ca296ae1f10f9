import pytest

from explorer.widgets.progress import ProgressBar


def test_it_shows_and_speaks_the_share_that_is_done():
    bar = ProgressBar("Training <1>")
    assert 'value="0" aria-label="Training &lt;1&gt;"' in bar.value
    bar(0.376)
    assert 'value="37"' in bar.value
    assert "37 %" in bar.value
    bar(1.0, "done & dusted")
    assert 'value="100"' in bar.value
    assert "done &amp; dusted" in bar.value


def test_it_sends_one_message_a_percent(wired):
    bar = ProgressBar("Training")
    comm = wired(bar)
    for step in range(1, 1001):
        bar(step / 1000)
    assert len([names for names in comm.updates() if "value" in names]) == 100


@pytest.mark.parametrize("name", ["Training", "logistic, seed 0"])
def test_without_a_browser_it_is_its_name(name):
    assert ProgressBar(name)._repr_mimebundle_()["text/plain"] == f"ProgressBar({name!r})"


def test_a_part_of_the_work_moves_its_part_of_the_bar():
    bar = ProgressBar("Training")
    bar.part(1, 4)(0.5)
    assert 'value="37"' in bar.value
    bar.part(3, 4)(1.0)
    assert 'value="100"' in bar.value
