# Every target sets itself up in .venv first; nothing but Python 3.11+ is needed.
# Without make (Windows): python scripts/build.py · python scripts/run.py serve · python scripts/test.py
PYTHON ?= python3

.PHONY: site serve check test compare changes preview zip links ledger bench clean

site:  ; $(PYTHON) scripts/build.py
serve: ; $(PYTHON) scripts/run.py serve
check: ; $(PYTHON) scripts/run.py check $(ARGS)
test:  ; $(PYTHON) scripts/test.py
# What changes for readers: make compare OLD=folder, or make changes BASE=commit, which builds both versions first.
compare: ; $(PYTHON) scripts/run.py compare $(OLD) . $(ARGS)
changes: ; $(PYTHON) scripts/changes.py $(BASE)
# The finished site for any host, for a look without a server, and whether its links to others still arrive.
zip:     ; $(PYTHON) scripts/pack.py
preview: ; $(PYTHON) scripts/preview.py
links:   ; $(PYTHON) scripts/run.py links $(ARGS)
ledger:  ; $(PYTHON) scripts/run.py ledger
# What a build costs: make bench of today's campaign, make bench SIZES="3000 21000" of made-up ones beside other engines.
bench: ; $(PYTHON) scripts/run.py --version && .venv/bin/python scripts/bench/$(if $(SIZES),nation.py $(SIZES),build.py) --rounds $(or $(ROUNDS),3) $(ARGS)
clean: ; rm -rf build site site.zip .venv
