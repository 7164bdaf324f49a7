# Two commands do everything on a fresh Debian machine: `make run` and `make test`.
.DEFAULT_GOAL := help
BIN := .venv/bin
HOST ?=
PORT ?=
DATA ?= ../shared/data

.PHONY: help setup run neural test check audit faults bench bench-speed bench-quality bench-load bench-image bench-sizing fuzz golden image lock dev peers clean

help: ## show what there is
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup: ## make .venv and install everything needed to serve
	@scripts/setup run

run: setup ## set up and serve on http://127.0.0.1:8000 (HOST=, PORT=)
	@exec $(BIN)/newsbriefs serve $(if $(HOST),--host $(HOST)) $(if $(PORT),--port $(PORT))

neural: ## install what runs models: transformers, sentencepiece, CTranslate2, torch
	@scripts/setup neural

dev:
	@scripts/setup dev

peers:
	@scripts/setup bench

test: dev ## set up and run all tests
	@$(BIN)/python -m pytest -n 2 --dist loadfile

check: dev audit ## format, lint, types, known holes in what we depend on
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy

audit: dev
	@scripts/audit

faults: dev ## kill -9 at 50 random moments, dead stores, rolling restarts
	@KILLS=50 $(BIN)/python -m pytest tests/faults

bench: bench-speed ## speed and quality, each against its floors
	@if [ -d "$(DATA)" ]; then $(MAKE) --no-print-directory bench-quality; \
	else echo "no evaluation data at $(DATA): quality is not measured (make bench DATA=folder)"; fi

bench-speed: peers ## speed through HTTP against a plain script that shells out to apertium, of neural engines, and step by step
	@$(BIN)/python benchmarks/speed/over_http.py
	@$(BIN)/python benchmarks/speed/hostile.py
	@$(BIN)/python -m benchmarks.speed.neural
	@$(BIN)/python benchmarks/speed/understanding.py $(if $(wildcard $(DATA)),--data $(DATA))
	@$(BIN)/python benchmarks/speed/checks.py $(if $(wildcard $(DATA)),--data $(DATA))

bench-load: peers ## 200 callers at three times what can be served, 10,000 jobs, the cache; some 25 minutes
	@$(BIN)/python -m benchmarks.load.crowd --minutes 10
	@$(BIN)/python -m benchmarks.load.jobs
	@$(BIN)/python -m benchmarks.load.cache

bench-image: peers ## size and start of the embedded image, against floors (needs buildah and root)
	@scripts/image build embedded
	@$(BIN)/python -m benchmarks.image embedded

bench-sizing: peers ## requests/s and memory by cores and languages, for docs/sizing.md; a quarter of an hour
	@$(BIN)/python -m benchmarks.sizing

bench-quality: peers ## quality on the evaluation data, next to peers and floors (DATA=../shared/data)
	@$(BIN)/python -m benchmarks.quality --data $(DATA)

fuzz: dev ## an hour of the parsers (FUZZ_SECONDS=3600), then 5,000 requests made from the OpenAPI document
	@FUZZ_SECONDS=$${FUZZ_SECONDS:-3600} $(BIN)/python -m pytest tests/fuzz -o timeout=0
	@FUZZ_EXAMPLES=5000 $(BIN)/python -m pytest tests/contract/test_fuzz.py

image: ## build the embedded image with docker, podman or buildah (docs/image.md)
	@scripts/image build embedded

golden: dev ## write the golden files anew; read the difference before you commit it
	@$(BIN)/python -m pytest tests/golden --golden-write

lock: dev ## resolve the pinned requirements anew
	@scripts/lock

clean: ## remove the virtual environment and caches
	@rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist *.egg-info
