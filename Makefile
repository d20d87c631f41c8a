# Every target calls one script in scripts/ that a person can read.
# It needs Python 3.11+, make and a network to the package registry, nothing else.

.PHONY: help setup demo test check bench docs lock

help: ## say what there is
	@sed -n 's/^\([a-z]*\):.*## /make \1: /p' Makefile

setup: ## make .venv with the locked dependencies (each other target does this first)
	@scripts/setup

demo: ## load the bundled story into a fresh record and ask it
	@scripts/demo

test: ## run every test, with branch coverage
	@scripts/test $(ARGS)

check: ## ruff format and lint, mypy --strict, locks and generated docs current
	@scripts/check

bench: ## score evaluation/ against ../shared/bench and write docs/figures.md
	@scripts/bench $(ARGS)

docs: ## write the generated reference pages anew
	@scripts/docs

lock: ## resolve the dependencies anew and write the locks
	@scripts/lock
