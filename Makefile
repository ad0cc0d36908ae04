# Two commands do all: `make replicate` runs the main job, `make test` the tests.
# Both make .venv on first use; the backends' own environment is made by dsrecipes on first use (see `dsrecipes doctor`).

PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3)
BIN := .venv/bin
TINY := tiny/base.yaml tiny/sft-no-reflection.yaml tiny/sft-reflection.yaml tiny/rl-grpo.yaml

.PHONY: replicate test lint clean

replicate: .venv/installed
	$(BIN)/dsrecipes launch $(TINY)
	$(BIN)/dsrecipes report

test: lint
	$(BIN)/python -m pytest

lint: .venv/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@

clean:
	rm -rf .venv .pytest_cache .ruff_cache .mypy_cache
