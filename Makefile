# Two commands are all you need:  make serve  (use it)  and  make test  (check it).
# Both make the environment first; the second time that takes no time.

VENV := .venv
STAMP := $(VENV)/.installed

# The first Python that is new enough; name another with `make PYTHON=/path/to/python install`.
PYTHON ?= $(shell for name in python3.11 python3 python3.12 python3.13; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)

.DEFAULT_GOAL := help
.PHONY: help install serve test

help:
	@echo "make serve    install, build the search index, open the web chat"
	@echo "make test     install, then run every check"
	@echo "make install  make the environment in $(VENV), with the command $(VENV)/bin/advisor"

install: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed. Install it, or run: make PYTHON=/path/to/python install"; exit 1; }
	@echo "Making the environment in $(VENV) with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv $(VENV) || { echo "Python cannot make environments. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@echo "Installing the packages (about four minutes and 2 GB the first time)"
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[dev]"
	@touch $(STAMP)
	@echo "Installed: $(VENV)/bin/advisor"

serve: install
	@echo "Bringing the search index up to date (under a minute the first time)"
	@$(VENV)/bin/advisor index
	@$(VENV)/bin/advisor serve --open

test: install
	@VENV=$(VENV) scripts/check
