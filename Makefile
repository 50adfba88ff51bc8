# Two commands do all the set-up: `make site` builds the archive, `make test` passes the tests.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
OUT    := public

.PHONY: site serve test quick lint types browser bench shots clean

site: $(VENV)/installed ## build the demonstration archive with search
	$(BIN)/sitegen build
	@echo "Look at it with: make serve"

serve: $(VENV)/installed ## show the archive in the browser, and build again whenever a file is saved
	$(BIN)/sitegen serve --open

test: $(VENV)/installed-dev browser ## all tests, the browser's included
	$(BIN)/python -m pytest -n 2 --dist loadgroup

quick: $(VENV)/installed-dev ## the tests that need no browser
	$(BIN)/python -m pytest -n 2 --ignore tests/browser

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/installed-dev
	$(BIN)/mypy

bench: $(VENV)/installed-dev ## this project beside Hugo; BENCH_N articles
	$(BIN)/python bench/pages.py $(or $(BENCH_N),1000)

shots: $(VENV)/installed-dev browser site ## screenshots of the archive into docs/pictures/
	$(BIN)/python bench/shots.py

clean:
	rm -rf $(VENV) $(OUT) .sitegen build *.egg-info

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "sitegen needs Python 3.11 or later; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV) || { echo "On Debian: apt-get install python3-venv"; rm -rf $(VENV); exit 1; }

$(VENV)/installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/installed-dev: pyproject.toml $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

# the browser tests drive Debian's Chromium; elsewhere any `chromium` on the path will do
browser:
	@command -v chromium >/dev/null 2>&1 || \
	  { ASK=""; [ "$$(id -u)" = 0 ] || ASK=sudo; \
	    command -v apt-get >/dev/null 2>&1 && $$ASK apt-get update -qq && \
	    DEBIAN_FRONTEND=noninteractive $$ASK apt-get install -y -qq --no-install-recommends chromium fonts-noto-core fonts-noto-cjk >/dev/null; } || \
	  echo "No chromium was found or could be installed: the browser tests will be skipped."
