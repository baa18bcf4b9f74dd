# parley: see README.md. Every target sets up what it needs.
PREFIX ?= /usr/local
SWIFT ?= swift
BUILD = .build/release
# One program with every library in it: it starts in half the time, since nothing is looked up or relocated.
RELEASE = -c release --product parley --static-swift-stdlib -Xswiftc -static-executable
SHARE = $(DESTDIR)$(PREFIX)/share
COMPLETIONS = bash-completion/completions/parley zsh/site-functions/_parley fish/vendor_completions.d/parley.fish
PACKAGES = libcsv-dev nettle-dev libsqlite3-dev zlib1g-dev

.PHONY: demo test accept install uninstall format lint build setup clean bench

demo: build
	@$(BUILD)/parley negotiate --role "IT Director" --location Denver --offer 185k --current 178k \
	  --as-of 2026-11-21 --library .build/demo.sqlite --color auto
	@printf '\nTry yours:\n  %s\n' '$(BUILD)/parley negotiate --role "Program Manager" --location Seattle --offer 150k'

test: setup
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

# Records what the commands print, shows the difference, and fails until it is committed.
accept: setup
	@SWIFT="$(SWIFT)" ./.ci/accept

build: setup
	@test -x $(BUILD)/parley || echo "Building parley (release, about three minutes the first time)..."
	@$(SWIFT) build $(RELEASE) > .build/release.log 2>&1 || { cat .build/release.log; exit 1; }

install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/parley
	install -m 755 $(BUILD)/parley $(DESTDIR)$(PREFIX)/bin/parley
	rm -rf $(DESTDIR)$(PREFIX)/share/parley/MarketData
	cp -R MarketData $(DESTDIR)$(PREFIX)/share/parley/
	install -d $(addprefix $(SHARE)/,$(dir $(COMPLETIONS)))
	$(BUILD)/parley completions bash > $(SHARE)/bash-completion/completions/parley
	$(BUILD)/parley completions zsh > $(SHARE)/zsh/site-functions/_parley
	$(BUILD)/parley completions fish > $(SHARE)/fish/vendor_completions.d/parley.fish

uninstall:
	rm -rf $(DESTDIR)$(PREFIX)/bin/parley $(SHARE)/parley
	rm -f $(addprefix $(SHARE)/,$(COMPLETIONS))

format:
	$(SWIFT) format --in-place --recursive Sources Tests Benchmarks/Sources Package.swift

lint:
	$(SWIFT) format lint --strict --recursive Sources Tests Benchmarks/Sources Package.swift

# Beside polars, DuckDB and pandas, those of them that python3 has; see Benchmarks/README.md.
bench: build
	cd Benchmarks && $(SWIFT) build -c release && .build/release/csv-benchmark ../MarketData/datasets/bls-oews-2025-05/cells.csv 9
	cd Benchmarks && .build/release/value-benchmark ../MarketData && python3 simulation.py \
	  && .build/release/tax-benchmark ../MarketData
	cd Benchmarks && python3 people.py 100 .build/people.csv \
	  && python3 cells.py .build/people.csv job_title location base_salary --market-check 2026-03-01

clean:
	rm -rf .build

# Installs the C libraries that are missing; does nothing when they are there.
setup:
	@./.ci/setup $(PACKAGES)
