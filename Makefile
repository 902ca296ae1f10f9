# Two commands: `make lab` opens the notebooks, `make test` runs every test (of the core with NumPy and autograd;
# `make test-backends` installs JAX, PyTorch, TensorFlow and Dask, and tries the core with all of them).
PYTHON ?= python3
BIN := .venv/bin
# A file of tests, and so a notebook, goes to one process; the browser's tests come after the others, which need all
# of the machine.
ON_ALL_CORES := --numprocesses auto --dist loadfile
# JupyterLab looks for no news, and saves the state of widgets: as under the command `diffsort-explorer`.
DEFAULTS := $(CURDIR)/explorer/config
ROOT_FLAG := $(if $(filter 0,$(shell id -u)),--allow-root)

WEB := --quiet --config tests/explorer/web/deno.json
ROOMS := explorer/web tests/explorer/web

.PHONY: lab test test-backends test-lowest lint bench bench-explorer notebooks clean

lab: .venv/lab
	$(BIN)/jupyter trust notebooks/*.ipynb notebooks/*/*.ipynb >/dev/null  # or their pictures stay hidden until run
	JUPYTER_CONFIG_PATH="$(DEFAULTS)$${JUPYTER_CONFIG_PATH:+:$$JUPYTER_CONFIG_PATH}" \
		$(BIN)/jupyter lab $(ROOT_FLAG) --ServerApp.ip=127.0.0.1 --ServerApp.root_dir=notebooks \
		--LabApp.default_url=/lab/tree/00_start_here.ipynb

test: .venv/test
	$(BIN)/python -m pytest $(ON_ALL_CORES) --ignore tests/browser
	$(BIN)/python -m pytest $(ON_ALL_CORES) tests/browser
	$(BIN)/python -m pytest $(ON_ALL_CORES) --nbval --nbval-sanitize-with tests/notebooks/sanitize.cfg --nbval-current-env notebooks

test-backends: .venv/backends
	$(BIN)/python -m pytest $(ON_ALL_CORES) --libraries all tests/diffsort_core tests/explorer/test_libraries.py tests/notebooks/test_libraries.py

# With the lowest release of each dependency that pyproject.toml allows: all tests but the browser's and the notebooks',
# on few examples each. Those old releases may call what newer ones of other packages have deprecated.
test-lowest: .venv-lowest/test
	.venv-lowest/bin/python tests/lowest_bounds.py
	.venv-lowest/bin/python -m pytest $(ON_ALL_CORES) --hypothesis-profile few -W default::DeprecationWarning \
		--ignore tests/browser --ignore tests/notebooks

lint: .venv/lint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deno lint $(WEB) $(ROOMS)
	$(BIN)/deno fmt --check $(WEB) $(ROOMS)
	$(BIN)/deno check $(WEB) $(ROOMS)

bench: .venv/test
	$(BIN)/python tests/benchmarks/core.py
	$(BIN)/python tests/benchmarks/growth.py
	$(BIN)/python tests/benchmarks/peers.py

bench-explorer: .venv/test
	$(BIN)/python tests/benchmarks/live.py
	$(BIN)/python tests/benchmarks/explorers.py

notebooks: .venv/test
	$(BIN)/python tests/notebooks/execute.py

.venv/lab: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --editable '.[lab]'
	touch $@

.venv/test: .venv/lab
	$(BIN)/python -m pip install --quiet --editable '.[lab,test]'
	touch $@

.venv/backends: .venv/test
	$(BIN)/python -m pip install --quiet --editable '.[backends]'
	touch $@

.venv/lint: .venv/lab
	$(BIN)/python -m pip install --quiet --editable '.[lint]'
	touch $@

# uv does not read where pip is told to look for packages.
INDEX_OF_PIP = $$($(BIN)/python -m pip config list | sed -nE "s/^(:env:|global)\.index-url='(.*)'$$/\2/p" | head -n 1)

.venv-lowest/test: pyproject.toml .venv/lab
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv venv --quiet --clear --python 3.11 .venv-lowest
	UV_DEFAULT_INDEX="$${UV_DEFAULT_INDEX:-$(INDEX_OF_PIP)}" $(BIN)/uv pip install --quiet --python .venv-lowest \
		--resolution lowest-direct --editable '.[lab,test]' 'pip>=24'
	touch $@

clean:
	rm -rf .venv .venv-lowest
