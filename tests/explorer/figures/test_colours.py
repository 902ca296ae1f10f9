"""A colour means one number: whatever is coloured by a number is on a scale that is shown."""

import numpy as np
import pytest

import explorer

MADE = [
    ("LearningExplorer", {}),
    *(("ErrorExplorer", {"measure": measure}) for measure in ("error", "tempering", "shuffles")),
]


@pytest.mark.parametrize(("name", "choices"), MADE)
def test_every_coloured_map_is_on_a_scale_that_is_shown(name, choices):
    shown = getattr(explorer, name)(**choices)
    layout = shown.figure.layout
    maps = [drawn for drawn in shown.figure.data if drawn.type == "heatmap"]
    for drawn in maps:
        own = [drawn[part] for part in ("zmin", "zmax", "zmid", "colorscale", "showscale")]
        assert own == [None] * 5, drawn.name
        assert drawn.coloraxis, drawn.name
        assert layout[drawn.coloraxis].showscale in (None, drawn.z is not None), drawn.name
    for drawn in shown.figure.data:
        colours = np.ravel(drawn.marker.color) if "marker" in drawn else []
        assert all(isinstance(colour, str | None) for colour in colours), drawn.name
    shown.close()
