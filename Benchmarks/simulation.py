"""Courses of 48 months a second, ours beside numpy, in one run: `python3 simulation.py [ROUNDS]`.

The offer is that of `SampleOffers.baseAndShares`: a base of 200,000, 4,000 shares at 60 that vest over four years, odds of a
layoff each month and the pay that is lost then. numpy draws 48 monthly steps a course; ours draws a course by its eight
leading components, by Sobol's sequence. The mean of both must be the expected value, within three standard errors.
"""

import os
import resource
import statistics
import subprocess
import sys

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
OURS = os.path.join(HERE, ".build", "release", "value-benchmark")
MONTHS, BASE, UNITS, PRICE, VOLATILITY, RATE, SEARCH = 48, 200_000, 4_000, 60, 0.4, 0.045, 5
HAZARD = np.where(np.arange(1, MONTHS + 1) <= 12, 0.009 * 1.5, 0.009)


def ours():
    text = subprocess.run([OURS, os.path.join(HERE, "..", "MarketData"), "--courses"], capture_output=True, text=True,
                          check=True).stdout
    count, seconds, expected, mean, error = map(float, text.split(","))
    return count / seconds, expected, mean, error


def theirs(count=1 << 18, block=1 << 13):
    month = np.arange(1, MONTHS + 1)
    discount = (1 + RATE) ** (-month / 12)
    vested = np.where((month >= 12) & (month % 3 == 0), UNITS / 16, 0)
    vested[11] = UNITS / 4
    lost = np.minimum(SEARCH, MONTHS - month) * BASE / 12 * discount
    gone = 1 - np.cumprod(1 - HAZARD)
    step = VOLATILITY / np.sqrt(12)
    drift = -VOLATILITY**2 / 2 * month / 12
    base = (BASE / 12 * discount).sum()
    random = np.random.Generator(np.random.Philox(1))
    start = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    totals = []
    for _ in range(count // block):
        price = PRICE * np.exp(np.cumsum(random.standard_normal((block, MONTHS)) * step, axis=1) + drift)
        layoff = np.searchsorted(gone, random.random(block), side="right")
        there = layoff[:, None] >= month
        total = base + (price * vested * there).sum(axis=1)
        total -= np.where(layoff < MONTHS, lost[np.minimum(layoff, MONTHS - 1)], 0)
        totals.append(total)
    seconds = resource.getrusage(resource.RUSAGE_SELF).ru_utime - start
    totals = np.concatenate(totals)
    return count / seconds, totals.mean(), totals.std() / np.sqrt(count)


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    mine, other = [], []
    for _ in range(rounds):
        speed, expected, mean, error = ours()
        rival, their_mean, their_error = theirs()
        for name, found, doubt in (("ours", mean, error), ("numpy", their_mean, their_error)):
            if abs(found - expected) > 3 * doubt + 1:
                sys.exit(f"{name}: mean {found:.2f} +- {doubt:.2f}, and the expected value is {expected:.2f}")
        mine.append(speed)
        other.append(rival)
    print("what, million courses/s, standard error of the mean")
    print(f"ours, {statistics.median(mine) / 1e6:.2f}, {error:.2f}")
    print(f"numpy {np.__version__}, {statistics.median(other) / 1e6:.2f}, {their_error:.2f}")
    print(f"ratio, {statistics.median(a / b for a, b in zip(mine, other)):.2f}")


if __name__ == "__main__":
    main()
