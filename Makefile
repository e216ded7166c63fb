# Every target sets itself up in .venv first; nothing but Python 3.11+ is needed.
# Without make (Windows): python scripts/build.py · python scripts/run.py serve · python scripts/test.py
PYTHON ?= python3

.PHONY: site serve check test bench clean

site:  ; $(PYTHON) scripts/build.py
serve: ; $(PYTHON) scripts/run.py serve
check: ; $(PYTHON) scripts/run.py check
test:  ; $(PYTHON) scripts/test.py
bench: ; $(PYTHON) scripts/run.py --version && .venv/bin/python scripts/bench/build.py
clean: ; rm -rf build site .venv
