import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LIBRARIES = {"autograd", "jax", "torch", "tensorflow", "cupy", "dask", "scipy", "numba"}
FOREIGN = LIBRARIES | {
    "matplotlib",
    "plotly",
    "ipywidgets",
    "anywidget",
    "IPython",
    "pandas",
    "sklearn",
    "explorer",
}


def loaded_after(script):
    """What top-level modules a fresh interpreter has after running the script."""
    script += "; import sys; print(*{name.partition('.')[0] for name in sys.modules})"
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(run.stdout.split())


def test_importing_the_core_imports_no_other_array_library_and_no_plotting():
    loaded = loaded_after("import diffsort_core")
    assert {"diffsort_core", "numpy", "autoray"} <= loaded
    assert not FOREIGN & loaded


def test_sorting_numpy_arrays_imports_no_other_array_library():
    sorts = (
        "from diffsort_core import *; diff_sort(bitonic(8), range(8), smoothmax); trace(bitonic(8),"
        " range(8)).exchanges"
    )
    assert not FOREIGN & loaded_after(sorts)


def test_an_array_brings_its_own_library_only():
    script = (
        "from autograd import grad; from diffsort_core import *; grad(lambda x:"
        " diff_sort(bitonic(2), x)[0])([2.0, 1.0])"
    )
    assert LIBRARIES & loaded_after(
        script.replace("[2.0, 1.0]", "__import__('numpy').ones(2)")
    ) <= {"autograd", "scipy"}


def test_what_is_public_is_there():
    import diffsort_core

    assert sorted(
        diffsort_core.__all__, key=lambda name: (not name.isupper(), not name[0].isupper(), name)
    ) == (diffsort_core.__all__)
    assert all(hasattr(diffsort_core, name) for name in diffsort_core.__all__)
