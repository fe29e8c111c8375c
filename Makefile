# Everything here sets up what it needs in .venv and needs only Python 3.11 or newer and make.
PYTHON ?= $(shell for python in python3.11 python3 python3.13 python3.12; do \
  $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help demo test check docs schema lock clean

help: ## Say what can be made
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' $(MAKEFILE_LIST)

demo: $(VENV)/.core ## Read the sample reports, show what they say, and what is contested among them
	$(BIN)/onrecord read examples/reports
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && export ONRECORD_LEDGER="$$folder/demo.db" && \
	  $(BIN)/onrecord add --quiet examples/reports && $(BIN)/onrecord link && echo && \
	  $(BIN)/onrecord claims --contested

test: check ## Check and test everything
	$(BIN)/python -m pytest

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	@if [ -d evaluation ]; then $(BIN)/python -m evaluation gate; fi
	$(BIN)/python docs/regenerate.py --check

docs: schema ## Renew what is generated in docs/
	$(BIN)/python docs/regenerate.py

schema: $(VENV)/.core
	$(BIN)/python -c "from onrecord.record.schema import schema_text; print(schema_text(), end='')" > docs/reference/record.schema.json

lock: $(VENV)/.lock ## Choose the newest versions anew and write the lock files
	.ci/lock $(VENV)/lock/bin/pip-compile

clean: ## Remove what was built
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(VENV)/.python:
	@test -n "$(PYTHON)" || { echo "No Python 3.11 or newer found. Install one, or run: make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
	  { echo "$(PYTHON) cannot make virtual environments. On Debian or Ubuntu: apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	@touch $@

# --no-compile: of the 48 MB of compiled modules that pip would make, those that are used are made when they are.
# --no-deps after --require-hashes: nothing gets in that the lock does not name.
$(VENV)/.core: $(VENV)/.python requirements.lock pyproject.toml
	$(PIP) install --no-compile --require-hashes -r requirements.lock
	$(PIP) install --no-compile --no-deps --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.core requirements-dev.lock
	$(PIP) install --no-compile --require-hashes -r requirements-dev.lock
	@touch $@

$(VENV)/.lock: $(VENV)/.python
	$(PYTHON) -m venv $(VENV)/lock
	$(VENV)/lock/bin/python -m pip --quiet install pip-tools
	@touch $@
