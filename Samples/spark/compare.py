"""Compares what Spark wrote with the local run, the values and the documents that failed: compare.py LOCAL SPARK (two folders)"""

import csv
import glob
import sys


def rows(pattern):
    found = []
    for path in glob.glob(pattern):
        with open(path, newline="", encoding="utf-8") as file:
            found += list(csv.DictReader(file))
    return found


def failed(rows):
    return sorted(row["source"] for row in rows)


local, spark = sys.argv[1:]
here, there = [sorted(map(str, rows(path))) for path in (local + "/values.csv", spark + "/values/*.csv")]
different = [pair for pair in zip(here, there) if pair[0] != pair[1]]
for pair in different[:3]:
    print("local: %s\nspark: %s" % pair)
print(f"{len(here)} rows locally, {len(there)} from Spark, {len(different)} of them different")
failures = failed(row for row in rows(local + "/reports.csv") if row["ok"] == "false"), failed(rows(spark + "/failures/*.csv"))
print(f"{len(failures[0])} documents failed locally, {len(failures[1])} under Spark")
sys.exit(0 if here and here == there and failures[0] == failures[1] else 1)
