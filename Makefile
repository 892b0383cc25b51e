# Two commands for everyone, `make data` and `make test`; the rest is for those who work on the code.
# Everything happens in .venv, and the benchmarks in .venv-bench. Both are set up on first use from the lock files and
# are never repaired: when a lock changes, or an installation was interrupted, they are made afresh.

PYTHON ?= python3
BIN := .venv/bin
TOOLS := .venv/dev.stamp .venv/lading.stamp
INSTALL := -m pip --quiet --quiet --disable-pip-version-check --no-input install --no-build-isolation
COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--custom-compile-command 'make lock' $(UPGRADE) pyproject.toml --group data

# Only wheels are installed; of these development tools there are none. They are built with what is locked, too.
WHEELS := --only-binary :all:
WHEELS_AND_SOURCES := $(WHEELS) --no-binary ezodf --no-binary pyspark

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:

# An environment that does not run, or that was set up for another folder, counts as none.
$(shell for venv in .venv .venv-bench; do \
	found=$$($$venv/bin/python -c 'import lading; print(lading.__file__)' 2>/dev/null); \
	[ "$$found" = "$(CURDIR)/src/lading/__init__.py" ] || rm -f $$venv/*.stamp; done)

# A Python that was asked for by name is the one that counts, also when an environment was set up with another.
ifeq ($(origin PYTHON),command line)
$(shell for venv in .venv .venv-bench; do \
	found=$$($$venv/bin/python -c 'import sys; print(sys.version)' 2>/dev/null); \
	[ "$$found" = "$$($(PYTHON) -c 'import sys; print(sys.version)' 2>/dev/null)" ] || rm -f $$venv/*.stamp; done)
endif

.PHONY: help
help: ## what there is to make
	@sed -n 's/^\([a-z]*\):[^#]*## */\1|/p' $(MAKEFILE_LIST) | awk -F '|' '{ printf "make %-8s %s\n", $$1, $$2 }'

.PHONY: data
data: .venv/lading.stamp ## build the package and validate it; with TEXTS=DIR, check every span against the texts in DIR
	@$(BIN)/python scripts/build.py $(if $(TEXTS),--texts "$(TEXTS)")
	@$(BIN)/lading validate $(if $(TEXTS),--texts "$(TEXTS)")

.PHONY: test
test: $(TOOLS) ## run the tests
	@$(BIN)/python -m pytest --quiet --numprocesses auto --dist loadfile

.PHONY: bench
bench: .venv-bench/lading.stamp ## compare lading with its peers; with ROWS="100000 1000000", on tables of these sizes
	@.venv-bench/bin/python -m benchmarks $(if $(ROWS),--rows $(ROWS))

.PHONY: eval
eval: .venv/lading.stamp ## score the converter against documents with known answers; with RAISE=1, raise the baseline
	@$(BIN)/python -m scripts.evaluate --misses $(if $(RAISE),--raise)

.PHONY: check
check: lint types drift hooks test ## all that CI checks: format, lint, types, drift, hooks, tests

.PHONY: lint
lint: $(TOOLS) ## format and lint
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/ruff check --quiet .

.PHONY: types
types: $(TOOLS) ## type check
	@$(BIN)/mypy --no-error-summary

.PHONY: drift
drift: .venv/lading.stamp ## fail when a generated file is not what its sources give
	@$(BIN)/python scripts/build.py --check

.PHONY: hooks
hooks: $(TOOLS) ## check the pre-commit files
	@$(BIN)/pre-commit validate-config .pre-commit-config.yaml
	@$(BIN)/pre-commit validate-manifest .pre-commit-hooks.yaml

.PHONY: lock
lock: $(TOOLS) ## write the lock files from pyproject.toml, keeping versions where they still fit
	@$(COMPILE) $(WHEELS) --output-file requirements.txt
	@$(COMPILE) $(WHEELS_AND_SOURCES) --all-extras --group dev --constraint requirements.txt --output-file requirements-dev.txt
	@$(COMPILE) $(WHEELS) --extra frictionless --group bench --output-file requirements-bench.txt

.PHONY: upgrade
upgrade: ## write the lock files with the newest versions
	@$(MAKE) --no-print-directory lock UPGRADE=--upgrade

.PHONY: clean
clean: ## remove the environments and caches; the package stays
	@rm -rf .venv .venv-bench .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist

# The interpreter is asked where its installation lies, since `python3` may be the one in .venv that is about to go.
define set_up_afresh
	@base=$$($(PYTHON) -c 'import sys; sys.version_info < (3, 11) and sys.exit(1); print(sys._base_executable)' 2>/dev/null) || \
		{ echo 'lading needs Python 3.11 or newer, and $(PYTHON) does not run or is older: name another with make PYTHON=...' >&2; exit 2; }; \
		echo 'setting up $(@D)' && rm -rf $(@D) && "$$base" -m venv $(@D)
	@$(@D)/bin/python $(INSTALL) --require-hashes $(WHEELS) --requirement $<
endef

.venv/data.stamp: requirements.txt
	$(set_up_afresh)
	@touch $@

# Without data.stamp while this runs: interrupted, it leaves no environment that looks sound.
.venv/dev.stamp: requirements-dev.txt .venv/data.stamp
	@echo 'adding the development tools to .venv'
	@rm -f .venv/data.stamp
	@$(BIN)/python $(INSTALL) --require-hashes $(WHEELS_AND_SOURCES) --requirement $<
	@touch .venv/data.stamp $@

.venv/lading.stamp: pyproject.toml src/lading/__init__.py .venv/data.stamp
	@$(BIN)/python $(INSTALL) --no-deps --editable .
	@touch $@

.venv-bench/lading.stamp: requirements-bench.txt pyproject.toml src/lading/__init__.py
	$(set_up_afresh)
	@$(@D)/bin/python $(INSTALL) --no-deps --editable .
	@touch $@
