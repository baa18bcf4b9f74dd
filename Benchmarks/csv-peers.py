"""Python's csv module on the same file, to compare: `python3 csv-peers.py FILE [RUNS]`.

Prints MB per second of user CPU time, medians, for plain reading and for fields converted to numbers where
they convert.
"""

import csv
import os
import resource
import statistics
import sys


def user_seconds(work):
    start = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    work()
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime - start


def plain(path):
    with open(path, newline="", encoding="utf-8") as file:
        for _ in csv.reader(file):
            pass


def typed(path):
    with open(path, newline="", encoding="utf-8") as file:
        for record in csv.reader(file):
            for field in record:
                try:
                    float(field)
                except ValueError:
                    sys.intern(field)


def main():
    path = sys.argv[1]
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    megabytes = os.path.getsize(path) / 1e6
    for name, work in (("Python csv, records only", plain), ("Python csv, all fields typed", typed)):
        seconds = statistics.median(user_seconds(lambda: work(path)) for _ in range(runs))
        print(f"{name}, {megabytes / seconds:.0f} MB/s")


main()
