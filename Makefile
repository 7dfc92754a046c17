# Everything a developer or a new user types. Needs Python 3.11 or later, make and git.
.POSIX:
.PHONY: demo test lint types browser node notebooks pictures bench-gold bench-events bench-resolution bench-news bench-times bench-pipelines bench-explorer clean

PYTHON = python3
VENV = .venv
BIN = $(VENV)/bin
STAMP = $(VENV)/.installed
TEST_STAMP = $(VENV)/.installed-test
SHARED = ../shared

demo: $(STAMP)
	rm -rf out/demo
	$(BIN)/chronotope build notebooks/articles --out out/demo
	$(BIN)/chronotope show out/demo
	@echo
	@echo "Who says so (chronotope query out/demo claims-by-holder --param holder=SMP):"
	@$(BIN)/chronotope query out/demo claims-by-holder --param holder=SMP
	@echo
	@echo "Open this page in a browser: $$(pwd)/out/demo/timeline.html"

test: $(TEST_STAMP) browser node lint types
	$(BIN)/python -m pytest -n 2 --dist loadfile

lint: $(TEST_STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(TEST_STAMP)
	$(BIN)/mypy

# Debian's Chromium where we may install packages, else the browser that Playwright brings.
browser: $(TEST_STAMP)
	@if command -v chromium >/dev/null; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null; \
	else $(BIN)/python -m playwright install chromium; fi

# For the tests of the page's scripts; where it is missing and we may not install it, they are left out, unless CI is set.
node:
	@if command -v node >/dev/null; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -qq && apt-get install -y -qq --no-install-recommends nodejs >/dev/null; fi

# The README's pictures, of the articles that the demo has; they change with the page, and with the fonts of the machine.
pictures: $(TEST_STAMP) browser
	rm -rf out/pictures/belle-hermine
	$(BIN)/chronotope build --quiet notebooks/articles --out out/pictures/belle-hermine
	$(BIN)/python docs/pictures.py out/pictures/belle-hermine docs

# The scorers and the corpora are not part of the repository: SHARED says where they are.
bench-gold: $(TEST_STAMP)
	$(BIN)/python benchmarks/gold.py $(SHARED)/gold

bench-events: $(TEST_STAMP)
	PYTHONPATH=training $(BIN)/python -P benchmarks/events.py $(SHARED)/gold

bench-resolution: $(TEST_STAMP)
	$(BIN)/python benchmarks/resolution.py $(SHARED)/gold

bench-news: $(TEST_STAMP)
	$(BIN)/python benchmarks/news.py $(SHARED)/corpora/winer-fr

bench-times: $(TEST_STAMP)
	$(BIN)/python benchmarks/times.py $(SHARED)

# The libraries beside which the page is measured come by npm; without it they are left out.
bench-explorer: $(TEST_STAMP) browser
	$(BIN)/python benchmarks/explorer.py

bench-pipelines: $(TEST_STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[training]'
	$(BIN)/python training/prepare.py $(SHARED)/corpora out/prepared
	$(BIN)/python training/evaluate.py fr out/prepared
	$(BIN)/python training/evaluate.py en out/prepared
	$(BIN)/python benchmarks/pipelines.py $(SHARED)/corpora/winer-fr

$(STAMP): setup.cfg pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $(STAMP)

$(TEST_STAMP): $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test,notebook,serve,map]'
	touch $(TEST_STAMP)

clean:
	rm -rf $(VENV) out build dist graph/*.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
