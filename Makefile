# `make` lists the targets. A machine with Python 3.11 or newer and make is enough.

VENV ?= .venv
# The Python that makes the virtual environment; found by itself where this is empty.
PYTHON ?=
# The index of torch's CPU wheels, for Linux machines whose package index serves torch for CUDA (some GB).
# Used for torch alone. The address stands under "Get started" (Linux, pip, CPU) on torch's own site.
TORCH_INDEX ?=

BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
READY := $(VENV)/.ready
READY_DEV := $(VENV)/.ready-dev
LOCKING := --quiet --no-header --no-annotate --strip-extras --allow-unsafe --no-emit-index-url \
	--no-emit-find-links --no-emit-trusted-host

# Compiled modules are kept, whatever the environment says: the tests start some hundred processes, and each
# would compile the whole program first.
export PYTHONDONTWRITEBYTECODE :=

.NOTPARALLEL:
.PHONY: help run test format bench lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))
	@echo
	@echo "TORCH_INDEX=URL  where to get torch's CPU wheels, if your index serves torch for CUDA"
	@echo "PYTHON=PATH      the Python to use, 3.11 or newer"

run: $(READY) ## serve the sample shop: buyer's chat, console, HTTP interface
	@$(BIN)/supercargo run

test: $(READY_DEV) ## the whole gate: style, types, dependency arrow, tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@# Three for two processors: what starts, kills and restarts services mostly waits.
	$(BIN)/pytest -n 3 --dist worksteal

format: $(READY_DEV) ## put the code into shape
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

bench: $(READY_DEV) ## measure speed and memory, into docs/bench.md (ONLY="inquiry metrics": some of them)
	$(BIN)/python -m benchmarks $(ONLY)

lock: $(READY_DEV) ## write the exact versions of requirements*.in (make lock UPGRADE=1: the newest ones)
	$(BIN)/pip-compile $(LOCKING) $(if $(UPGRADE),--upgrade) --output-file=requirements.txt requirements.in
	$(BIN)/pip-compile $(LOCKING) $(if $(UPGRADE),--upgrade) --constraint=requirements.txt \
		--output-file=requirements-dev.txt requirements-dev.in
	@# One lock for every build of torch: without the label of the local one, and without what CUDA needs.
	sed -E -i.bak -e '/^(#|$$|nvidia|cuda|triton)/d' -e 's/\+[a-z0-9.]+$$//' requirements.txt requirements-dev.txt
	rm requirements.txt.bak requirements-dev.txt.bak

clean: ## remove the virtual environment and all caches; var/ stays
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis build dist *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): requirements.txt pyproject.toml
	@for python in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11 python; do \
		if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found="$$python"; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
		echo "Supercargo needs Python 3.11 or newer; none was found." >&2; \
		echo "Install it (python.org, or your system's package manager), or name it: make run PYTHON=/path/to/python3" >&2; \
		exit 1; \
	fi; \
	$(BIN)/python -m pip --version >/dev/null 2>&1 || "$$found" -m venv --clear $(VENV)
	@echo "Installing Supercargo into $(VENV); this happens once and takes some minutes."
ifeq ($(TORCH_INDEX),)
	$(PIP) install --quiet --constraint requirements.txt "$$(grep '^torch==' requirements.txt)"
else
	$(PIP) install --quiet --no-deps --index-url "$(TORCH_INDEX)" "$$(grep '^torch==' requirements.txt)"
endif
	$(PIP) install --quiet --no-deps --requirement requirements.txt
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(READY_DEV): requirements-dev.txt $(READY)
	$(PIP) install --quiet --no-deps --requirement requirements-dev.txt
	@touch $@
