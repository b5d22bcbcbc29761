# Everything a person does with this folder; `make` alone lists it.

# The first Python on this machine that is new enough; or name one: make demo PYTHON=/path/to/python3.13
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON = $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c '$(NEW_ENOUGH)' >/dev/null 2>&1 && echo $$python && break; done)
BIN := .venv/bin
define ENVIRONMENT
@python="$(PYTHON)"; "$${python:-none}" -c '$(NEW_ENOUGH)' >/dev/null 2>&1 \
	|| { echo "Open Kader needs Python 3.11 or newer, and finds none. Install it, or name one: make PYTHON=/path/to/python3.13" >&2; exit 5; }; \
	"$$python" scripts/environment.py
endef

.DEFAULT_GOAL := help
.PHONY: help demo test postgresql check fix messages reference pictures lock bill audit compiled bench mutants clean

help: ## show these commands
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 18

demo: ## load the year 2024 and serve it on http://localhost:8000 (PORT=8001 for another port)
	$(ENVIRONMENT) runtime
	@$(BIN)/openkader demo $(if $(PORT),--port $(PORT))

test: ## run the whole suite
	$(ENVIRONMENT) dev
	@$(BIN)/python scripts/test.py

postgresql: ## run all that asks the database on the PostgreSQL that OPENKADER_TEST_POSTGRES names
	$(ENVIRONMENT) dev
	@$(BIN)/python scripts/test.py postgresql

check: ## run every checker and show all that they find
	$(ENVIRONMENT) dev
	@$(BIN)/python scripts/check.py

fix: ## let the tools mend what they can mend
	$(ENVIRONMENT) dev
	@$(BIN)/ruff check --quiet --fix-only; $(BIN)/ruff format --quiet

messages: ## bring the Dutch catalogue up to the source, and compile it
	$(ENVIRONMENT) dev
	@$(BIN)/python scripts/messages.py

reference: ## write the pages of the reference that follow from the code
	$(ENVIRONMENT) dev
	@$(BIN)/python scripts/reference.py
	@$(BIN)/python scripts/openapi.py

pictures: ## take the pictures of the handbook anew, from the demo (needs Chromium)
	$(ENVIRONMENT) dev
	@OPENKADER_PICTURES=1 $(BIN)/pytest -q tests/functional/test_handbook.py

lock: ## renew the locked requirements (needs uv)
	$(ENVIRONMENT) dev
	@$(BIN)/python scripts/lock.py

bill: ## write what an installation is made of, as CycloneDX (build/openkader.cdx.json)
	$(ENVIRONMENT) dev
	@$(BIN)/python scripts/bill.py

audit: ## ask an advisory service which package has a known weakness (needs a network)
	$(ENVIRONMENT) dev
	@$(BIN)/python scripts/audit.py

compiled: ## build a package in dist with screening compiled for this machine (needs gcc and Python's headers)
	$(ENVIRONMENT) dev
	@$(BIN)/python scripts/compiled.py

bench: ## measure the evaluator against its peers
	$(ENVIRONMENT) dev
	@$(BIN)/python -m benchmarks.kader

mutants: ## change the kader's code in small ways and see whether a test notices (slow)
	$(ENVIRONMENT) dev
	@$(BIN)/mutmut run; $(BIN)/mutmut results

clean: ## remove what the tools made; the register in openkader-data stays
	@rm -rf .venv build dist mutants htmlcov .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache test-results
	@find src tests scripts docs -name __pycache__ -type d -prune -exec rm -rf {} +
