"""Writes a file of people's pay, the same bytes every time: `python3 people.py MEGABYTES FILE.csv`.

Nine columns as payroll systems export them: quoted commas, doubled quotes, UTF-8, CRLF; twelve jobs in sixty
metros at five levels, pay to the cent.
"""

import random
import sys

HEADER = "employee_id,name,job_title,location,level,hire_date,notes,currency,base_salary\r\n"
ROLES = [
    ("IT Director", 190), ("IT Manager", 140), ("Chief Information Officer", 290), ("Program Manager", 135),
    ("Project Manager", 110), ("Engineering Manager", 185), ("Software Developer", 130), ("Data Scientist", 125),
    ("Systems Analyst", 100), ("Web Developer", 90), ("Database Administrator", 105), ("Network Architect", 130),
]
PLACES = [
    "New York, NY", "Los Angeles, CA", "Chicago, IL", "Dallas, TX", "Houston, TX", "Washington, DC",
    "Philadelphia, PA", "Atlanta, GA", "Miami, FL", "Phoenix, AZ", "Boston, MA", "Riverside, CA",
    "San Francisco, CA", "Detroit, MI", "Seattle, WA", "Minneapolis, MN", "Tampa, FL", "San Diego, CA",
    "Denver, CO", "Baltimore, MD", "Orlando, FL", "Charlotte, NC", "St. Louis, MO", "San Antonio, TX",
    "Portland, OR", "Austin, TX", "Pittsburgh, PA", "Sacramento, CA", "Las Vegas, NV", "Cincinnati, OH",
    "Kansas City, MO", "Columbus, OH", "Cleveland, OH", "Indianapolis, IN", "Nashville, TN", "San Jose, CA",
    "Virginia Beach, VA", "Jacksonville, FL", "Providence, RI", "Milwaukee, WI", "Raleigh, NC",
    "Oklahoma City, OK", "Louisville, KY", "Richmond, VA", "Memphis, TN", "Salt Lake City, UT",
    "Birmingham, AL", "Fresno, CA", "Grand Rapids, MI", "Buffalo, NY", "Hartford, CT", "Tucson, AZ",
    "Rochester, NY", "Tulsa, OK", "Omaha, NE", "Knoxville, TN", "Albuquerque, NM", "Boise, ID", "Madison, WI",
    "Des Moines, IA",
]
NAMES = ["Zoë", "Ann", "José", "Li", "Søren", "Maya", "Omar", "Chloé", "Jan", "Ivy"]
NOTES = ["", "", "", "", "", "", "", '"said ""yes"""', "café", '"a, b"']
LEVELS = [("L1", 70), ("L2", 85), ("L3", 100), ("L4", 115), ("L5", 140)]


def main():
    size, path = int(float(sys.argv[1]) * 1_000_000), sys.argv[2]
    draw = random.Random(20261122).random
    written = number = 0
    with open(path, "wb") as file:
        file.write(HEADER.encode())
        while written < size:
            lines = []
            for _ in range(10_000):
                number += 1
                role, thousands = ROLES[int(draw() * 12)]
                place = int(draw() * draw() * 60)
                level, percent = LEVELS[int(draw() * 5)]
                # Pay in whole cents, so that every program reads the same number: half to one and a half times.
                low = thousands * percent * (160 - place)
                cents = int(low * 30 * (0.6 + draw() * 0.4 + draw() * 0.4 + draw() * 0.4)) // 5
                lines.append(
                    f"E{number},{NAMES[number % 10]} {chr(65 + number % 26)}.,{role},\"{PLACES[place]}\",{level},"
                    f"20{number % 26:02d}-0{number % 9 + 1}-1{number % 7},{NOTES[number * 7 % 10]},USD,"
                    f"{cents // 100}.{cents % 100:02d}\r\n"
                )
            written += file.write("".join(lines).encode())


main()
