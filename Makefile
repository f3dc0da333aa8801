# Each target does its own set-up: a virtual environment in .venv, filled again when pyproject.toml changes.
# Once filled, nothing here needs the network.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
BASE := $(VENV)/base.stamp
DEV := $(VENV)/dev.stamp
MAKERS := $(VENV)/makers.stamp

.DEFAULT_GOAL := help
.PHONY: help demo test lint types eval bench docs figures fit clean

help: ## Show this list.
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

demo: $(BASE) ## Read the sample corpus in the package and show what it says.
	@$(BIN)/elchi demo

test: lint types ## Everything that must hold: linters, types, layers, tests, quality floors.
	$(BIN)/python -m pytest -n auto --dist loadfile
	$(BIN)/python eval/gate.py

lint: $(DEV) ## Style (ruff) and the one-way layers (import-linter).
	$(BIN)/ruff check .
	$(BIN)/lint-imports

types: $(DEV) ## Types (mypy --strict).
	$(BIN)/mypy
	$(BIN)/mypy eval benchmarks tools

eval: $(DEV) ## Quality against its floors; more of it where ELCHI_EVAL names a folder of labelled news.
	$(BIN)/python eval/gate.py

bench: $(DEV) ## Speed, memory and start-up, beside name spotting alone; what stories and resolution cost as they grow.
	$(BIN)/python benchmarks/bench.py
	$(BIN)/python benchmarks/stories.py
	$(BIN)/python benchmarks/resolve.py

docs: $(DEV) ## Write the generated pages, and the outputs shown in the others, again.
	$(BIN)/python tools/make_docs.py

figures: $(DEV) ## Measure, and fill the table of figures in README.md.
	$(BIN)/python tools/make_figures.py

fit: $(MAKERS) ## Fit the weights of the decision anew; those of stories with tools/fit_stories.py.
	$(BIN)/python tools/fit_weights.py

clean: ## Remove the virtual environment and all caches.
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BASE): pyproject.toml tools/new_venv.sh
	@echo "setting up $(VENV) (once; a minute or less)"
	@sh tools/new_venv.sh $(VENV)
	@$(PIP) --upgrade 'pip>=25.1'
	@$(PIP) --editable '.[web]'
	@touch $@

$(DEV): $(BASE) tools/get_browser.sh
	@echo "installing what tests and linters need (once)"
	@$(PIP) --editable '.[html,web]' --group test --group lint
	@$(PIP) --no-deps --group followthemoney
	@sh tools/get_browser.sh
	@touch $@

$(MAKERS): $(DEV)
	@$(PIP) --group makers
	@touch $@
