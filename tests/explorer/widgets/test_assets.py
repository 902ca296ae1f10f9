import re
from pathlib import Path

import pytest

from explorer.widgets import assets

FOLDER = Path(assets.__file__).parent


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.js")))
def test_less_travels_and_no_word_and_no_text_is_lost(name):
    written = re.sub(r"(?m)(^|\s)// .*", "", (FOLDER / f"{name}.js").read_text("utf-8"))
    sent = assets.script(name)
    assert re.sub(r"\s", "", written) in re.sub(r"\s", "", sent)
    assert [text for text in re.findall(r"\"[^\"\n]*\"|`[^`]*`", written) if text not in sent] == []
    assert len(sent) - len(assets.script()) < len(written)
