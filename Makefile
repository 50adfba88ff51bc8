# Two commands do all the set-up: `make site` builds the archive, `make test` passes the tests.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
OUT    := public

.PHONY: site serve test quick lint types law faults browser bench bench-growth shots clean

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

law: $(VENV)/installed-dev ## incremental builds beside clean ones, after each of LAW_EDITS edits; leave the sources alone meanwhile
	LAW_EDITS=$(or $(LAW_EDITS),5000) $(BIN)/python -m pytest -q tests/law/test_law.py

faults: $(VENV)/installed-dev ## every file call fails, every error; 200 kills over FAULT_ARTICLES: leave the sources alone meanwhile
	FAULT_STRIDE=1 FAULT_KILLS=$(or $(FAULT_KILLS),200) FAULT_ARTICLES=$(or $(FAULT_ARTICLES),1000) \
	  $(BIN)/python -m pytest -n 2 -q tests/faults

bench: $(VENV)/installed-bench ## this project beside Hugo and Pelican; BENCH_N articles, BENCH_ROUNDS rounds, BENCH_FLAGS
	$(BIN)/python bench/cases.py $(or $(BENCH_N),10000) $(or $(BENCH_ROUNDS),5) $(BENCH_FLAGS)

bench-growth: $(VENV)/installed-bench ## how its cost grows; BENCH_SIZES articles
	$(BIN)/python bench/growth.py $(BENCH_SIZES) $(BENCH_FLAGS)

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

$(VENV)/installed-bench: pyproject.toml $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	@touch $@

# the browser tests drive Debian's Chromium; elsewhere any `chromium` on the path will do
browser:
	@command -v chromium >/dev/null 2>&1 || \
	  { ASK=""; [ "$$(id -u)" = 0 ] || ASK=sudo; \
	    command -v apt-get >/dev/null 2>&1 && $$ASK apt-get update -qq && \
	    DEBIAN_FRONTEND=noninteractive $$ASK apt-get install -y -qq --no-install-recommends chromium fonts-noto-core fonts-noto-cjk >/dev/null; } || \
	  echo "No chromium was found or could be installed: the browser tests will be skipped."
