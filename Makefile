# The two commands of the README are `make site` and `make test`; everything else serves them.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
READY := .venv/.ready

.PHONY: ready site test proof quick properdocs serve check lint lock api release clean

ready: $(READY)

site: $(READY)
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet
	@echo "The site is in site/. To look at it: $(BIN)/python -m http.server --directory site 8000"
	@echo "then open http://localhost:8000/ in a browser."

test: $(READY) lint
	$(BIN)/python tests/find_browser.py
	$(BIN)/python -m pytest -n auto --dist worksteal

# What grows with the pages, whole: every figure damaged in six ways, every page seen in each language. `make test` takes samples.
proof: $(READY)
	$(BIN)/python tests/find_browser.py
	PROOF=1 $(BIN)/python -m pytest -q -n auto --dist worksteal tests/test_mutations.py tests/browser

# While you change the program: lint, types, and the tests near what differs from main, those that build a site left out.
quick: $(READY) lint
	$(BIN)/python tests/near.py | xargs -r $(BIN)/python -m pytest -q -x -m "not browser and not build"

# ProperDocs continues the engine: the day MkDocs stops working, this is the way out. No file may differ.
properdocs: site
	rm -rf .cache/properdocs
	NO_MKDOCS_2_WARNING=1 $(BIN)/properdocs build --strict --quiet -f mkdocs.yml --site-dir .cache/properdocs
	diff -r site .cache/properdocs

serve: $(READY)
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

check: $(READY)
	$(BIN)/commonground check

lint: $(READY)
	$(BIN)/ruff check scripts tests benchmarks
	$(BIN)/ruff format --check scripts tests benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/biome lint --error-on-warnings overrides/assets
	$(BIN)/djlint --quiet --lint overrides

# Everything is pinned by hash; our own package is installed in place, without fetching anything more.
$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Common Ground needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12 ...")'
	@echo "Installing what the project needs into .venv: a few minutes, the first time only."
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q scripts  # or each command would, where Python may write nothing by itself
	@touch $(READY)

# The second lock is for other sites, whose workflow needs the checker alone (.github/workflows/language.yml).
LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-annotate --no-emit-index-url --quiet
lock:
	$(LOCK) --extra site --group dev --output-file requirements.lock
	$(LOCK) --group wheel --constraint requirements.lock --output-file requirements-check.lock

# What each module offers, on one page, made of its docstrings.
api: $(READY)
	$(BIN)/python .ci/api.py .cache/api.html

# The changelog's unreleased part gets a version and a day; nothing is sent anywhere.
release:
	$(PYTHON) .ci/release.py "$(VERSION)"

clean:
	rm -rf .venv .cache site
