# Everything runs from .venv in this folder; `make help` lists what there is.
# All paths are relative, so that the folder may have spaces in its name.

PORT ?= 8501
SIZES ?= district province
PY := .venv/bin/python
CODE := $(wildcard dashboard.py pages ui reports planning metrics etl texts bench tests)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run build test units browser next lint types programs bench lock clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1	\2/p' Makefile

run: .venv/run.stamp ## install if needed, build the warehouse, serve the dashboard (PORT=8501)
	@$(PY) -m etl build || echo "The build failed; the dashboard goes on with the last published data." >&2
	@echo "Papan Inovasi: http://127.0.0.1:$(PORT)  (stop with Ctrl+C)"
	@$(PY) -m streamlit run dashboard.py --server.port $(PORT)

build: .venv/run.stamp ## build and publish the warehouse only
	@$(PY) -m etl build

# Two at a time: the types beside the figures on the next DuckDB; browser tests, which mostly wait, beside the others.
# Browsers are started one at a time.
test: $(PY) ## lint, types and all tests, with a browser
	$(MAKE) --no-print-directory --jobs=2 types next lint programs
	$(MAKE) --no-print-directory --jobs=2 units browser

# In the order of the folders: files of few but long tests would else come last, and one processor would wait.
units: .venv/dev.stamp ## the tests that need no browser
	$(PY) -m pytest -q -n 2 --dist loadfile --no-loadscope-reorder -m "not browser"

browser: .venv/dev.stamp ## the tests in a browser
	$(PY) -m pytest -q -m browser

# The loader and the metrics must give the same figures on the next major DuckDB.
next: .venv-next/run.stamp ## the figures of record on the next DuckDB
	.venv-next/bin/python -m pytest tests/metrics/test_golden.py tests/etl/test_types.py

lint: .venv/dev.stamp ## ruff: rules and format
	$(PY) -m ruff check $(CODE)
	$(PY) -m ruff format --check $(CODE)

types: .venv/dev.stamp ## mypy --strict
	$(PY) -m mypy --strict $(CODE)

OFFICE := libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-impress-nogui

# Never fails: without them the tests that need them fail one by one with the same sentence.
programs: ## install Chromium and LibreOffice for the tests (Debian, as root)
	@if ! { command -v chromium || command -v chromium-browser; } >/dev/null; then packages="chromium"; fi; \
	for office in $(OFFICE); do \
		if command -v dpkg >/dev/null; then dpkg -s "$$office" >/dev/null 2>&1 || dpkg -s "$${office%-nogui}" >/dev/null 2>&1; \
			else command -v soffice >/dev/null; fi || packages="$$packages $$office"; \
	done; \
	if [ -z "$$packages" ]; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $$packages && exit 0; \
	fi; \
	echo "Missing: $$packages. Install them (as root: apt-get install $$packages)." \
		"Until then the tests that need them fail." >&2

bench: .venv/run.stamp ## measure builds and queries on generated data (SIZES="district province nation")
	$(PY) -m bench $(foreach size,$(SIZES),--size $(size))

# One lock for every platform; it names packages, versions and hashes, no addresses.
COMPILE := $(PY) -m uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate pyproject.toml

lock: $(PY) ## compile requirements.txt and requirements-dev.txt from pyproject.toml
	$(PY) -m pip install --quiet uv
	$(COMPILE) --output-file requirements.txt
	$(COMPILE) --group dev --output-file requirements-dev.txt
	grep -E '^[a-z0-9-]+==' requirements-dev.txt | grep -v '^duckdb' | sed 's/ \\$$//' > .venv/constraints.txt
	$(PY) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		requirements-next.in --constraint .venv/constraints.txt --output-file requirements-next.txt

clean: ## remove .venv, published warehouses and caches; input batches stay
	rm -rf .venv .venv-next data/build bench/data .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp remembers which lock is installed, so that packages are installed only when it changed.
.venv/run.stamp: requirements.txt | $(PY)
	$(PY) -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements.txt
	@touch $@

.venv/dev.stamp: requirements-dev.txt | $(PY)
	$(PY) -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements-dev.txt
	@touch $@

.venv-next/run.stamp: requirements-next.txt | $(PY)
	$(PY) -m venv .venv-next
	.venv-next/bin/python -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements-next.txt
	@touch $@

# PYTHON=… chooses another interpreter; otherwise the first of these that is 3.11 or newer.
$(PY):
	@for python in $(if $(PYTHON),"$(PYTHON)",python3.11 python3 python3.12 python3.13 python); do \
		"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
		if ! "$$python" -c 'import venv, ensurepip' 2>/dev/null; then \
			echo "$$python cannot make a virtual environment: install its venv package" \
				"(on Debian, as root: apt-get install python3-venv), then try again." >&2; exit 1; \
		fi; \
		exec "$$python" -m venv .venv; \
	done; \
	echo "Python 3.11 or newer is needed; none was found. Name one with: make PYTHON=/path/to/python3.11" >&2; exit 1
