#!/usr/bin/env python3
"""Percentiles of the ai-jobs file by year, role and country, computed without parley.

    ai_jobs_percentiles.py salaries-2025-01-19.csv MarketData > ai-jobs-percentiles.csv

Conventions: full-time rows; a cell in the currency of its country where one of its rows is, all others brought to it
at the ECB rates of 1 July of the year (the last before it, or the last there are), else in USD; 1,000 to 10,000,000 in
USD kept; a title is a role when it is one of its names, or has one inside as whole words (the
longest, two words or more), unless that name never counts or the words beside it make it another job (the survey is
one of IT, so that general titles count); sample quantiles as numpy's "linear" (R type 7); quartiles from 5 people,
tails from 10.
"""
import csv, re, statistics, sys
from collections import Counter, defaultdict

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
    names, technical = {}, set()
    for role in table(f"{data}/codes/roles.csv"):
        for name in (role["title"], role["role"]):
            names.setdefault(" ".join(words(name)), (role["role"], role["counts"]))
        if role["family"] == "technical":
            technical.add(role["role"])
    for alias in table(f"{data}/codes/role-aliases.csv"):
        names.setdefault(" ".join(words(alias["alias"])), (alias["role"], alias["counts"]))
    for occupation in table(f"{data}/codes/occupations.csv"):
        names.setdefault(" ".join(words(occupation["title"])), (occupation["soc"], ""))
    meanings = {row["word"]: row["meaning"] for row in table(f"{data}/codes/title-words.csv")}
    countries = {p["location"] for p in table(f"{data}/codes/locations.csv") if p["kind"] in ("country", "nation")}
    rates = sorted(table(f"{data}/datasets/ecb-reference-rates/rates.csv"), key=lambda r: r["date"])

    def role_of(title):
        w = words(title)
        if " ".join(w) in names:
            return counted(names[" ".join(w)], [])
        for length in range(len(w) - 1, 1, -1):
            for start in range(len(w) - length + 1):
                found = names.get(" ".join(w[start : start + length]))
                if found:
                    return counted(found, w[:start] + w[start + length :])
        return "unknown-role"

    def counted(found, beside):
        role, counts = found
        said = [meanings.get(word, "plain" if word.isdigit() else "trade") for word in beside]
        if counts == "never" or "other" in said or (role in technical and "above" in said):
            return "other-job"
        allowed = {"it", "plain"} | ({"part"} if "it" in said else set())
        return "other-job" if counts == "in-it" and set(said) - allowed else role

    home = {country: row["currency"] for row in table(f"{data}/codes/currencies.csv") for country in row["countries"].split("|")}

    def rate(code, to, day):
        row = [r for r in rates if r["date"] <= day] or rates[:1]
        per = {k: float(v) for k, v in row[-1].items() if k != "date" and v}
        per["EUR"] = 1.0
        return None if code not in per else per[to] / per[code]

    known, roles = {}, {}
    cells, reasons = defaultdict(list), Counter()
    for row in table(file):
        year, code, title = row["work_year"], row["salary_currency"], row["job_title"]
        if row["employment_type"] != "FT":
            reasons["filtered"] += 1
            continue
        key = (code, year)
        if key not in known:
            known[key] = 1.0 if code == "USD" else rate(code, "USD", f"{year}-07-01")
        if known[key] is None:
            reasons["no-exchange-rate"] += 1
            continue
        pay = float(row["salary"]) * known[key]
        if not 1_000 <= pay <= 10_000_000:
            reasons["absurd-pay"] += 1
            continue
        if title not in roles:
            roles[title] = role_of(title)
        if roles[title] in ("unknown-role", "other-job"):
            reasons[roles[title]] += 1
            continue
        if row["company_location"] not in countries:
            reasons["unknown-place"] += 1
            continue
        reasons["imported"] += 1
        cells[year, roles[title], row["company_location"]].append((code, float(row["salary"])))
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow("year job location currency n mean p10 p25 p50 p75 p90".split())
    for reason, count in sorted(reasons.items()):
        out.writerow(["", reason, "", "", count] + [""] * 6)
    for (year, job, place), pays in sorted(cells.items()):
        if len(pays) < 5:
            continue
        own = {code for code, _ in pays}
        currency = home[place] if home.get(place) in own else "USD"
        pays = sorted(pay if code == currency else pay * rate(code, currency, f"{year}-07-01") for code, pay in pays)
        figures = [quantile(pays, p) if len(pays) >= least else None
                   for p, least in ((.1, 10), (.25, 5), (.5, 5), (.75, 5), (.9, 10))]
        shown = [f"{f:.2f}" if f is not None else "" for f in [statistics.fmean(pays)] + figures]
        out.writerow([year, job, place, currency, len(pays)] + shown)


if __name__ == "__main__":
    main(*sys.argv[1:])
