# Two commands set everything up: `make demo` and `make test`.
PYTHON ?= python3
BIN := .venv/bin
# As many as there are cores: with three, pages that tests open in turn came too late now and then.
WORKERS ?= 2
# The extras that the tests need.
TESTS ?= test

.PHONY: demo test suite coverage lint docs dist try-wheel bench clean

.venv/.installed: setup.cfg pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[desk,ru]'
	touch $@

.venv/.tested: .venv/.installed
	$(BIN)/python -m pip install --quiet --editable '.[desk,docs,ru,$(TESTS)]'
	touch $@

demo: .venv/.installed
	$(BIN)/actors build seeds/ -o output/

lint: .venv/.tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tools.word_lists
	$(BIN)/python tools/check_javascript.py

test: lint suite

# Each worker takes tests that lie together, which share what they need; one that is done early takes from the others.
suite: .venv/.tested
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

# The same with the lines that no test runs; it takes twice as long.
coverage: .venv/.tested
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal --cov --cov-report=term

# The docs as a site in build/site: open index.html there. Broken links fail (with --quiet they would not).
docs: .venv/.tested
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict
	@echo "The site: build/site/index.html"

# A wheel and a source distribution, in dist/.
dist: .venv/.tested
	rm -rf dist
	$(BIN)/python -m build --no-isolation --outdir dist . >/dev/null

# The wheel in a fresh environment outside the checkout gives the same bytes as the demo.
try-wheel: demo dist
	$(BIN)/python tools/try_wheel.py dist output

bench: .venv/.tested
	$(BIN)/python benchmarks/speed.py

clean:
	rm -rf .venv build dist *.egg-info
