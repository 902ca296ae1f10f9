import subprocess
import sys
from pathlib import Path

FOREIGN = {"autograd", "jax", "torch", "tensorflow", "matplotlib", "plotly", "ipywidgets", "scipy"}


def test_importing_the_core_imports_no_other_array_library_and_no_plotting():
    script = "import sys, diffsort_core; print(*{name.partition('.')[0] for name in sys.modules})"
    root = Path(__file__).parents[2]
    run = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert {"diffsort_core", "numpy", "autoray"} <= loaded
    assert not FOREIGN & loaded
