#!/usr/bin/env python3
"""Percentiles of the ai-jobs file by year, role and country, computed without parley.

    ai_jobs_percentiles.py salaries-2025-01-19.csv MarketData > ai-jobs-percentiles.csv

Conventions: full-time rows; pay in USD at the ECB rates of 1 July of the year (the last before it, or the last there
are); 1,000 to 10,000,000 kept; a title is a role when it is one of its names, or has one inside as whole words (the
longest, two words or more) without a word that makes it another job; sample quantiles as numpy's "linear" (R type 7);
quartiles from 5 people, tails from 10.
"""
import csv, re, statistics, sys
from collections import Counter, defaultdict

OTHERS = set("""assistant assist asst aide intern internship trainee apprentice deputy to for former student secretary
recruiter sales teacher instructor professor paralegal""".split())


def words(text):
    text = text.lower().replace("'", "").replace(".", "").replace("&", " and ")
    return re.findall(r"[^\W_]+", text)


def table(path):
    return list(csv.DictReader(open(path, newline="", encoding="utf-8")))


def quantile(values, p):
    h = (len(values) - 1) * p
    low = int(h)
    high = min(low + 1, len(values) - 1)
    return values[low] + (h - low) * (values[high] - values[low])


def main(file, data):
    names = {}
    for role in table(f"{data}/codes/roles.csv"):
        for name in (role["title"], role["role"]):
            names.setdefault(" ".join(words(name)), role["role"])
    for alias in table(f"{data}/codes/role-aliases.csv"):
        names.setdefault(" ".join(words(alias["alias"])), alias["role"])
    for occupation in table(f"{data}/codes/occupations.csv"):
        names.setdefault(" ".join(words(occupation["title"])), occupation["soc"])
    countries = {p["location"] for p in table(f"{data}/codes/locations.csv") if p["kind"] in ("country", "nation")}
    rates = sorted(table(f"{data}/datasets/ecb-reference-rates/rates.csv"), key=lambda r: r["date"])

    def role_of(title):
        w = words(title)
        if " ".join(w) in names:
            return names[" ".join(w)]
        for length in range(len(w) - 1, 1, -1):
            for start in range(len(w) - length + 1):
                found = names.get(" ".join(w[start : start + length]))
                if found:
                    return None if OTHERS & set(w[:start] + w[start + length :]) else found
        return None

    def rate(code, day):
        row = [r for r in rates if r["date"] <= day] or rates[:1]
        per = {k: float(v) for k, v in row[-1].items() if k != "date" and v}
        per["EUR"] = 1.0
        return None if code not in per else per["USD"] / per[code]

    known, roles = {}, {}
    cells, reasons = defaultdict(list), Counter()
    for row in table(file):
        year, code, title = row["work_year"], row["salary_currency"], row["job_title"]
        if row["employment_type"] != "FT":
            reasons["filtered"] += 1
            continue
        key = (code, year)
        if key not in known:
            known[key] = 1.0 if code == "USD" else rate(code, f"{year}-07-01")
        if known[key] is None:
            reasons["no-exchange-rate"] += 1
            continue
        pay = float(row["salary"]) * known[key]
        if not 1_000 <= pay <= 10_000_000:
            reasons["absurd-pay"] += 1
            continue
        if title not in roles:
            roles[title] = role_of(title)
        if roles[title] is None:
            reasons["unknown-role"] += 1
            continue
        if row["company_location"] not in countries:
            reasons["unknown-place"] += 1
            continue
        reasons["imported"] += 1
        cells[year, roles[title], row["company_location"]].append(pay)
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow("year job location n mean p10 p25 p50 p75 p90".split())
    for reason, count in sorted(reasons.items()):
        out.writerow(["", reason, "", count] + [""] * 6)
    for (year, job, place), pays in sorted(cells.items()):
        if len(pays) < 5:
            continue
        pays.sort()
        figures = [quantile(pays, p) if len(pays) >= least else None
                   for p, least in ((.1, 10), (.25, 5), (.5, 5), (.75, 5), (.9, 10))]
        shown = [f"{f:.2f}" if f is not None else "" for f in [statistics.fmean(pays)] + figures]
        out.writerow([year, job, place, len(pays)] + shown)


if __name__ == "__main__":
    main(*sys.argv[1:])
