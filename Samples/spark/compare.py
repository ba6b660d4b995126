"""Compares the rows that Spark wrote with those of the local run: compare.py LOCAL/values.csv SPARK/values"""

import csv
import glob
import sys


def rows(paths):
    found = []
    for path in paths:
        with open(path, newline="", encoding="utf-8") as file:
            found += list(csv.reader(file))[1:]
    return sorted(found)


local = rows([sys.argv[1]])
spark = rows(glob.glob(sys.argv[2] + "/*.csv"))
different = [pair for pair in zip(local, spark) if pair[0] != pair[1]]
for pair in different[:3]:
    print("local: %s\nspark: %s" % pair)
print(f"{len(local)} rows locally, {len(spark)} from Spark, {len(different)} of them different")
sys.exit(0 if local == spark and local else 1)
