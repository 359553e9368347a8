# The few commands that people and CI run. All install into .venv, from constraints.txt.

PYTHON ?= python3
BIN := .venv/bin
DEMO := .demo

.PHONY: demo test lint docs bench clean

demo: .venv/installed
	rm -rf $(DEMO)
	$(BIN)/newslake ingest samples --lake $(DEMO)/lake --fetched-at 2026-03-14T08:00:00Z
	$(BIN)/newslake sql --lake $(DEMO)/lake -f docs/queries/first.sql
	@echo "Ask your own: $(BIN)/newslake sql --lake $(DEMO)/lake 'SELECT title, publisher FROM articles'"

test: .venv/installed-dev
	$(BIN)/python -m pytest -n 2

lint: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: .venv/installed-dev
	$(BIN)/python -m pytest tests/query -k dictionary --update-golden

bench: .venv/installed-dev
	$(BIN)/python benchmarks/ingest.py

clean:
	rm -rf .venv $(DEMO) build dist

.venv/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade -c constraints.txt pip
	$(BIN)/python -m pip install --quiet -c constraints.txt -e .
	touch $@

.venv/installed-dev: .venv/installed
	$(BIN)/python -m pip install --quiet -c constraints.txt -e . --group dev
	touch $@
