# newsindex: `make run` and `make test` do all the set-up that they need.
#   make run [ARTICLES="DIR_OR_FILE ..."]   the product on this machine    make serve   the same with production settings
#   make test [ARGS="tests/query -k facets"]                               make lint    make setup

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARTICLES ?=
# Folders in ARTICLES are those of whoever calls, also with `make -C`.
FROM := $(PWD)

.PHONY: run serve setup test lint lock

run: $(VENV)/installed $(VENV)/messages
	@$(BIN)/python manage.py run --from "$(FROM)" $(ARTICLES)

serve: $(VENV)/installed $(VENV)/messages
	@DEBUG=0 $(BIN)/python manage.py run --from "$(FROM)" $(ARTICLES)

setup: $(VENV)/installed $(VENV)/messages
	@$(BIN)/python manage.py run --prepare

test: $(VENV)/installed-dev $(VENV)/messages
	@$(BIN)/python -m tests.run $(ARGS)

lint: $(VENV)/installed-dev $(VENV)/messages
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	DATA_DIR=$(VENV)/lint $(BIN)/python manage.py makemigrations --check --dry-run
	DATA_DIR=$(VENV)/lint DEBUG=0 ALLOWED_HOSTS=example.org $(BIN)/python manage.py check --deploy --fail-level WARNING

$(VENV)/python: 
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo >&2 "newsindex needs Python 3.11 or later: install it, or name it, make PYTHON=python3.12 run."; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo >&2 "Python lacks its venv module: apt install python3-venv (Debian), and start again."; exit 1; }
	@echo "Making the virtual environment ..."
	@$(PYTHON) -m venv $(VENV) && touch $@

$(VENV)/installed: requirements.lock $(VENV)/python
	@echo "Installing the packages of $< (half a minute) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

$(VENV)/installed-dev: requirements-dev.lock $(VENV)/installed
	@echo "Installing the packages of $< (half a minute) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

$(VENV)/messages: $(wildcard search/locale/*/LC_MESSAGES/*.po) $(VENV)/installed
	@$(BIN)/pybabel --quiet compile --domain django --directory search/locale
	@touch $@

# After a change of dependencies in pyproject.toml.
COMPILE := env -u PIP_FIND_LINKS $(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-header \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links
lock: $(VENV)/installed-dev
	$(COMPILE) --output-file requirements.lock pyproject.toml
	$(COMPILE) --extra dev --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml

