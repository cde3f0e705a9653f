# SPDX-License-Identifier: Apache-2.0
# The front door. Each target is one script in scripts/; this file only names them and says what they do.
SHELL := /bin/bash
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
export PORT ?= 8080
export DATA ?= ./var

.PHONY: help run build test test-full bench bench-forensics lint format package clean

help: ## this page
	@echo 'Anping 安评 - set up and run'
	@echo
	@awk -F':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))
	@echo
	@echo 'A fresh Debian 12 machine needs two commands:'
	@echo '  make run     then open http://127.0.0.1:$(PORT) (another port: make run PORT=9000)'
	@echo '  make test    everything that is checked before a change is accepted'
	@echo
	@echo 'Both install what is missing from Debian and npm (as root, or through sudo), show what they do, and can be'
	@echo 'repeated. Everything they make lies in build/, web/node_modules/, web/dist/ and $(DATA)/.'
	@echo 'Where to read on: README.md, ARCHITECTURE.md, CONTRIBUTING.md.'

run: ## install what is missing, build, create the demonstration data in ./var, serve on PORT
	@scripts/run.sh

build: ## the release program in build/release/bin and the web pages in web/dist
	@scripts/build.sh release

test: ## both builds, lints, unit tests on both databases, browser story, kill cycles
	@scripts/test.sh

test-full: ## make test, browser story and replay on PostgreSQL, TSan, clang-19 with clang-tidy, coverage, fuzzing, 500 kill cycles
	@scripts/test-full.sh

bench: ## throughput and latency on this machine, as ratios within one run
	@scripts/bench.sh

bench-forensics: ## copies found among invented reports, and how fast, beside sim_text (PRESETS="M L")
	@scripts/bench-forensics.sh $(PRESETS)

lint: ## dependency rule, coroutine rule, sizes, licences, assertions, format: seconds
	@scripts/lint.sh

format: ## rewrite every C++ file with clang-format-19
	@scripts/lint.sh --fix-format

package: ## a Debian package of the release program in build/package/
	@scripts/package.sh

clean: ## remove what was built (never ./var)
	@rm -rf build web/dist
