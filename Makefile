# The two that matter: `make run` shows what the program does, `make test` runs every test. Both set the machine up.

SHELL := /bin/bash
SWIFT ?= swift
BIAOGE := .build/release/biaoge
# With what a system package is installed: directly as root, through sudo otherwise.
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
# Where make install puts things; DESTDIR goes before it when a package is made.
PREFIX ?= /usr/local
DESTDIR ?=
STAGE := .build/stage
SAMPLE := Samples/report-2021-form/柳湾镇.docx

.PHONY: help run test test-office test-spark adversary asan tsan fuzz bombs archive bench bench-peers build stage install uninstall deb docs setup valgrind lint \
    format accept clean

help: ## Show what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: build ## Convert a sample township report to CSV
	$(BIAOGE) convert $(SAMPLE) --to csv

test: setup lint build valgrind ## Set up, lint, and run all tests
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

test-office: build ## Open our workbooks with openpyxl, calamine and xmllint
	Tests/office/run $(BIAOGE)

test-spark: build ## Compare the run under Apache Spark with the local one (needs java and python3)
	test -x .venv-spark/bin/python || { python3 -m venv .venv-spark && .venv-spark/bin/pip install --quiet 'pyspark>=3.5,<5'; }
	rm -rf .venv-spark/run && mkdir -p .venv-spark/run/in && cp -r Samples/*/ .venv-spark/run/in && echo %PDF-1.7 > .venv-spark/run/in/x.pdf
	$(BIAOGE) normalize .venv-spark/run/in --output .venv-spark/run/local || test $$? = 2
	PATH="$(CURDIR)/.venv-spark/bin:$$PATH" spark-submit --master 'local[2]' Samples/spark/normalize.py .venv-spark/run/in --output .venv-spark/run/spark --biaoge $(CURDIR)/$(BIAOGE)
	.venv-spark/bin/python Samples/spark/compare.py .venv-spark/run/local .venv-spark/run/spark

PYTHON ?= python3
SEED ?= 1
adversary: build ## Break 300 made-up reports and count what is silently wrong (make adversary SEED=2; needs python3)
	rm -rf .build/adversary
	$(PYTHON) -B Tests/adversary make .build/adversary --seed $(SEED)
	$(PYTHON) -B Tests/adversary judge .build/adversary $(BIAOGE)

build: setup ## Make .build/release/biaoge
	$(SWIFT) build -c release --static-swift-stdlib --product biaoge

stage: build ## Lay out what is installed in .build/stage: program, man pages, completions
	$(SWIFT) build -c release --static-swift-stdlib --product generate-manual
	Packaging/stage $(BIAOGE) .build/release/generate-manual $(STAGE)

# Only the copying needs rights, so it alone asks for them.
INTO := $(DESTDIR)$(PREFIX)
AS_OWNER = $(shell mkdir -p $(INTO) 2>/dev/null; test -w $(INTO) || echo $(SUDO))

install: stage ## Install below PREFIX (/usr/local), with DESTDIR before it
	$(AS_OWNER) mkdir -p $(INTO)
	$(AS_OWNER) cp -r $(STAGE)/. $(INTO)

uninstall: ## Take away what install put below PREFIX
	cd $(STAGE) && find . -type f | sed 's|^\.|$(INTO)|' | $(AS_OWNER) xargs -d '\n' rm -f

deb: stage ## Make a Debian package in .build/
	command -v dpkg-shlibdeps >/dev/null || $(SUDO) apt-get install -y --no-install-recommends dpkg-dev
	Packaging/deb $(STAGE) .build

setup: ## Install the system packages that are missing
	@pkg-config --exists libxml-2.0 libzip sqlite3 2>/dev/null || \
	if command -v apt-get >/dev/null; then \
	    $(SUDO) apt-get update && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends pkg-config libxml2-dev libzip-dev libsqlite3-dev; \
	elif command -v brew >/dev/null; then brew install pkg-config libxml2 libzip sqlite; \
	else echo "Install libxml2, libzip, sqlite3 and pkg-config with your package manager." >&2; exit 1; fi

valgrind: # Install what counts instructions for the test of speed, which skips itself without
	@command -v valgrind >/dev/null || ! command -v apt-get >/dev/null || \
	{ $(SUDO) apt-get update && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends valgrind binutils; }

# Without the bombs, which are read with little memory and less time by the delivered program (make bombs).
asan: setup ## Run all tests but the bombs with the address sanitizer and its leak check
	ASAN_OPTIONS=detect_leaks=1 LSAN_OPTIONS=suppressions=$(CURDIR)/Tests/leaks.supp:print_suppressions=0 SWIFT_BACKTRACE=enable=no \
	$(SWIFT) test --scratch-path .build-asan --sanitize address -Xswiftc -DSANITIZED --skip BombTests

tsan: setup ## Run the archive's tests with the thread sanitizer
	SWIFT_BACKTRACE=enable=no $(SWIFT) test --scratch-path .build-tsan --sanitize thread -Xswiftc -DSANITIZED --filter "BiaogeArchiveTests|BiaogeCommandTests.*(Normalize|Worker|Interruption)"

TIME ?= 60
fuzz: setup ## Set the fuzzers on everything, TIME seconds each (make fuzz TIME=600)
	BIAOGE_FUZZ=1 $(SWIFT) build -c release --scratch-path .build-fuzz --sanitize fuzzer --sanitize address \
	    -Xswiftc -sanitize=fuzzer,address -Xswiftc -enable-testing --product Fuzz
	Tests/Fuzz/run $(TIME) $(TARGETS)

bombs: build ## Hold every bomb to a second and 100 MB with the program as it is delivered
	$(SWIFT) build --build-tests
	BIAOGE_DELIVERED=$(CURDIR)/$(BIAOGE) stdbuf -oL $(SWIFT) test --skip-build --filter BombTests

archive: build ## Run the tests of normalize at full size: 2,000 documents, 30 kills
	$(SWIFT) build --build-tests
	BIAOGE_DELIVERED=$(CURDIR)/$(BIAOGE) BIAOGE_ARCHIVE_DOCUMENTS=2000 BIAOGE_KILLS=30 $(SWIFT) test --skip-build --filter "WholeArchiveTests|InterruptionTests"

bench: setup ## Measure every job beside its floor
	$(SWIFT) build -c release --static-swift-stdlib --product biaoge
	$(SWIFT) build -c release --static-swift-stdlib --product Floor
	$(SWIFT) build -c release --static-swift-stdlib --product Bench
	.build/release/Bench

bench-peers: bench ## Measure what others need for the same jobs (needs python3; installs pandoc and, in .venv-peers, the tools)
	command -v pandoc >/dev/null || $(SUDO) apt-get install -y --no-install-recommends pandoc
	test -x .venv-peers/bin/python || { python3 -m venv .venv-peers && .venv-peers/bin/pip install --quiet -r Tests/peers/requirements.txt; }
	.venv-peers/bin/python Tests/peers/measure.py .build/release "$${TMPDIR:-/tmp}/biaoge-bench"

docs: build ## Make the library's documentation in .build/docs
	rm -rf .build/symbols && mkdir -p .build/symbols
	$(SWIFT) symbolgraph-extract -module-name Biaoge -target $$(uname -m)-unknown-linux-gnu -output-dir .build/symbols \
	    -I .build/release/Modules -I Sources/CLibXML2 -I Sources/CLibZip $$(pkg-config --cflags-only-I libxml-2.0 libzip | sed 's/-I/-Xcc -I/g')
	docc convert Sources/Biaoge/Biaoge.docc --additional-symbol-graph-dir .build/symbols --output-path .build/docs --warnings-as-errors \
	    --fallback-display-name Biaoge --fallback-bundle-identifier Biaoge --transform-for-static-hosting

lint: ## Check the style
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

format: ## Put the style right
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

accept: setup ## Write the samples' expected files anew; read the difference before it is committed
	$(SWIFT) build --build-tests
	BIAOGE_ACCEPT=1 $(SWIFT) test --skip-build --filter "SampleReportTests|SamplesTests"
	git --no-pager diff --stat -- Samples

clean: ## Remove what was built
	rm -rf .build
