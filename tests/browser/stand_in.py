"""One anywidget with all that the acts need, and a page of it: the harness is tried on it."""

import json
from pathlib import Path

import anywidget
import traitlets

MODULE = Path(__file__).with_name("stand_in.js").read_text("utf-8")
# A model that keeps what it is told, as a page without a kernel has one.
MODEL = """const kept = %s;
const model = {
  get: (name) => kept[name],
  set: (name, value) => (kept[name] = value),
  save_changes() {},
  on() {},
};
render({ model, el: document.body });"""


class StandIn(anywidget.AnyWidget):
    _esm = MODULE
    alpha = traitlets.Float(1.0).tag(sync=True)
    relaxation = traitlets.Unicode("smoothmax").tag(sync=True)
    values = traitlets.List().tag(sync=True)

    def __init__(self, values):
        super().__init__(values=list(values))

    @property
    def state(self):
        return self

    def save(self, path):
        first = json.dumps({"alpha": 1, "relaxation": "smoothmax", "values": self.values})
        script = MODULE.replace("export default", "globalThis.shown =") + MODEL % first
        script = script.replace("export function", "function")
        Path(path).write_text(
            f'<!doctype html><meta charset="utf-8"><body><script type="module">{script}</script>',
            encoding="utf-8",
        )
