"""Percentiles by cell from a cold start, ours beside polars, DuckDB and pandas, in one run.

    python3 cells.py FILE.csv ROLE LOCATION PAY [--rounds 5] [--market-check YYYY-MM-DD]

ROLE, LOCATION and PAY are names of columns. Each tool reads the file in a process of its own, which writes count,
p25, p50, p75 and p90 (R type 7) of every role x location; rows whose pay is no number are left out. The tools take
turns, so that a slow spell of the machine strikes all. Printed are medians of user and system CPU time, of the time
on the clock and of the peak of memory, and the CPU time of each beside ours. All must give the same cells, to the
cent. `--market-check` times the whole program on the file too; that does more: it maps titles and places, rolls
cells up and takes the file's digest.
"""

import argparse
import csv
import importlib.util
import os
import statistics
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
OURS = os.path.join(HERE, ".build", "release", "cells-benchmark")
PARLEY = os.path.join(HERE, "..", ".build", "release", "parley")
LEVELS = (0.25, 0.5, 0.75, 0.9)


def polars(path, role, place, pay, out):
    import polars as pl

    value = pl.col(pay).cast(pl.Float64, strict=False)
    lazy = pl.scan_csv(path, infer_schema=False).select(pl.col(role), pl.col(place), value).drop_nulls(pay)
    found = lazy.group_by(role, place).agg(
        pl.len(), *[pl.col(pay).quantile(level, "linear").alias(f"p{level}") for level in LEVELS]
    )
    found.collect(engine="streaming").write_csv(out, include_header=False)


def duckdb(path, role, place, pay, out):
    import duckdb as db

    names = [f'"{name}"' for name in (role, place)]
    db.sql(
        f"""copy (select {", ".join(names)}, count(v), {", ".join(f"quantile_cont(v, {level})" for level in LEVELS)}
        from (select {", ".join(names)}, try_cast("{pay}" as double) as v
          from read_csv('{path}', header = true, all_varchar = true))
        where v is not null group by {", ".join(names)}) to '{out}' (header false)"""
    )


def pandas(path, role, place, pay, out):
    import pandas as pd

    table = pd.read_csv(path, usecols=[role, place, pay], dtype={role: "category", place: "category"}, na_values=["*", "#"])
    table[pay] = pd.to_numeric(table[pay], errors="coerce")
    groups = table.dropna(subset=[pay]).groupby([role, place], observed=True)[pay]
    found = groups.quantile(list(LEVELS)).unstack()
    found.insert(0, "count", groups.size())
    found.to_csv(out, header=False)


PEERS = {"polars": polars, "duckdb": duckdb, "pandas": pandas}


def measured(command):
    """User and system seconds, seconds on the clock, and the peak of memory in MB of one process."""
    start = time.monotonic()
    child = os.posix_spawn(
        command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    )
    _, status, usage = os.wait4(child, 0)
    if status:
        sys.exit(f"failed: {' '.join(command)}")
    # Linux gives the peak in kibibytes.
    return usage.ru_utime, usage.ru_stime, time.monotonic() - start, usage.ru_maxrss * 1024 / 1e6


def cells(path):
    with open(path, newline="", encoding="utf-8") as file:
        return {
            (role, place): (int(count), *(float(figure) for figure in figures))
            for role, place, count, *figures in csv.reader(file)
        }


def refuse_difference(name, theirs, ours):
    if theirs.keys() != ours.keys():
        sys.exit(f"{name} has {len(theirs)} cells, ours are {len(ours)}")
    for key, figures in ours.items():
        if any(abs(a - b) > 0.005 for a, b in zip(figures, theirs[key])):
            sys.exit(f"{name} differs in {key}: {theirs[key]}, ours are {figures}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file")
    parser.add_argument("columns", nargs=3)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--market-check", metavar="DATE")
    parser.add_argument("--tool", choices=PEERS, help=argparse.SUPPRESS)
    parser.add_argument("--out", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.tool:
        return PEERS[given.tool](given.file, *given.columns, given.out)

    with tempfile.TemporaryDirectory() as folder:
        outs = {name: os.path.join(folder, name) for name in ["ours", *PEERS]}
        commands = {"ours": [OURS, given.file, *given.columns, outs["ours"]]}
        for name in PEERS:
            if importlib.util.find_spec(name) is None:
                print(f"{name} is not installed here: left out")
                continue
            options = ["--tool", name, "--out", outs[name]]
            commands[name] = [sys.executable, os.path.abspath(__file__), given.file, *given.columns, *options]
        check = "parley market check"
        if given.market_check:
            commands[check] = [PARLEY, "market", "check", given.file, "--effective", given.market_check, "--quiet"]
        rounds = {name: [] for name in commands}
        for _ in range(given.rounds):
            for name, command in commands.items():
                rounds[name].append(measured(command))
        found = {name: cells(outs[name]) for name in commands if name in outs}
        for name, theirs in found.items():
            refuse_difference(name, theirs, found["ours"])

    print(f"{os.path.getsize(given.file) / 1e6:.1f} MB, {len(found['ours'])} cells, {given.rounds} rounds")
    print("what, user s, system s, clock s, peak MB, CPU beside ours, clock beside ours")
    base = {}
    for name, runs in rounds.items():
        user, system, clock, peak = (statistics.median(column) for column in zip(*runs))
        base = base or {"cpu": user + system, "clock": clock}
        ratios = f"{(user + system) / base['cpu']:.2f}, {clock / base['clock']:.2f}"
        print(f"{name}, {user:.2f}, {system:.2f}, {clock:.2f}, {peak:.0f}, {ratios}")


main()
