"""Your worth, computed apart from the program: writes worth.csv beside this file.

METHODS, section 4, on a log-normal market: z = ln(premiums) / log sd, at most .75 in size, pay = median * exp(z * sd).
"""

import csv
import math
import pathlib
from statistics import NormalDist

CASES = [
    # role, years, education, certifications, skill, median, log sd
    ("it-manager", 6, "bachelor", 0, 0, 150000, 0.30),
    ("it-manager", 14, "master", 2, 0, 150000, 0.30),
    ("it-director", 10, "none", 0, 0, 200000, 0.33),
    ("it-director", 3, "master", 1, 0.03, 200000, 0.33),
    ("project-manager", 14, "bachelor", 0, 0, 118000, 0.32),
    ("project-manager", 8, "doctorate", 3, 0.05, 118000, 0.32),
    ("team-leader", 0, "bachelor", 0, 0, 120000, 0.30),
    ("cio", 25, "professional", 5, 0.05, 255000, 0.29),
    ("program-manager", 9.5, "bachelor", 1, 0, 120000, 0.36),
]
EDUCATION = {"none": 0, "bachelor": 0, "master": 0.07, "doctorate": 0.15, "professional": 0.15}


def worth(role, years, education, certifications, skill, median, sd):
    typical = 8 if role in ("team-leader", "project-manager") else 10
    log = (min(years, 10) - min(typical, 10)) * math.log(1.047)
    log += math.log(1 + EDUCATION[education])
    log += math.log(1.03) if certifications else 0
    log += math.log(1.01) if certifications > 1 else 0
    log += math.log(1 + skill)
    z = max(-0.75, min(0.75, log / sd))
    return z, NormalDist().cdf(z), median * math.exp(z * sd)


with open(pathlib.Path(__file__).with_name("worth.csv"), "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow("role,years,education,certifications,skill,median,log_sd,z,probability,pay".split(","))
    for case in CASES:
        z, probability, pay = worth(*case)
        out.writerow([*case, f"{z:.9f}", f"{probability:.9f}", f"{pay:.4f}"])
