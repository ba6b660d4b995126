"""`judge`: what biaoge makes of a folder of damaged reports, slot by slot."""

import collections
import csv
import io
import json
import os
import subprocess
from concurrent.futures import ThreadPoolExecutor

FILES_AT_ONCE = 20
WITH_VALUE = ("read", "repaired", "derived", "corrected")
SILENT = ("wrong value", "wrongly blank", "wrongly absent")  # the kinds of verdict that are silently wrong
GIVEN_UP = "given up"
RIGHT = "right"


def read_folder(folder):
    """What is known of each file, by its name."""
    known = {}
    for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
        if name.endswith(".json"):
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                about = json.load(file)
            known[about["file"]] = about
    return known


def convert(folder, biaoge, files):
    """The rows of tidy by file and slot. Says so where the program dies."""
    def run(names):
        command = [os.path.abspath(biaoge), "convert", *names, "--to", "tidy"]
        process = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        if process.returncode < 0:
            print(f"biaoge died of signal {-process.returncode} at one of: {' '.join(names)}")
        return process.stdout.decode("utf-8", "replace")

    rows = collections.defaultdict(dict)
    parts = [files[start:start + FILES_AT_ONCE] for start in range(0, len(files), FILES_AT_ONCE)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for output in pool.map(run, parts):
            for row in csv.DictReader(io.StringIO(output)):
                rows[row["source"]][row["key"]] = row
    return rows


def verdict(slot, about, row):
    """What is to be said of a slot."""
    truth, gone = about["truth"][slot], slot in about["gone"]
    state, value = (row["state"], row["value"]) if row else ("missing", "")
    if slot in about.get("unknowable", ()):
        return RIGHT
    if state in WITH_VALUE:
        same = value == truth or (truth == "" and value == "0") or ("." in value and value.rstrip("0").rstrip(".") == truth != "")
        return RIGHT if same or (slot in about["erased"] and state == "derived") else "wrong value"
    if state == "blank":
        return RIGHT if truth == "" else "wrongly blank"
    if state == "absent":
        return RIGHT if gone and truth in ("", "0") else "wrongly absent"
    return RIGHT if gone else GIVEN_UP


def judge_file(about, rows):
    """How many slots have which verdict, and a line on each that is silently wrong."""
    counts, faults = collections.Counter(), []
    for slot, truth in about["truth"].items():
        row = rows.get(slot)
        found = verdict(slot, about, row)
        counts[found] += 1
        if found in SILENT:
            faults.append(describe(slot, found, row, truth))
    for slot, row in rows.items():  # values in slots of the other form: the form was taken for the wrong one
        is_shown = row["state"] in ("read", "repaired", "derived", "blank")
        if slot not in about["truth"] and is_shown and not slot.startswith("requests.other"):
            counts["wrong value"] += 1
            faults.append(describe(slot, "wrong value", row, None))
    return counts, faults


def describe(slot, found, row, truth):
    """A line on what is wrong with a slot."""
    expected = "the form has no such slot" if truth is None else f"expected {truth!r}"
    return f"{slot}: {found}, {row['state']} {row['value']!r}, {expected}, raw {row['raw']!r}, {row['place']}"


def judge(folder, biaoge):
    """The judgements of all files, by name."""
    known = read_folder(folder)
    rows = convert(folder, biaoge, list(known))
    judgements = {}
    for file, about in known.items():
        counts, faults = judge_file(about, rows.get(file, {}))
        judgements[file] = {
            "layout": about["layout"], "damages": "+".join(about["damages"]), "counts": dict(counts), "faults": faults,
        }
    return judgements


def silent(counts):
    """How many slots are silently wrong."""
    return sum(counts.get(kind, 0) for kind in SILENT)


def print_judgements(judgements, limit):
    """A line for all files together, then the worst damages, layouts and files, so many of each."""
    total, by_damages, by_layout = collections.Counter(), {}, {}
    for judgement in judgements.values():
        total.update(judgement["counts"])
        for groups, name in ((by_damages, judgement["damages"]), (by_layout, judgement["layout"])):
            groups.setdefault(name, collections.Counter()).update(judgement["counts"])
    print_table(f"{len(judgements)} files", {"all": total}, limit)
    print_table("damages", by_damages, limit)
    print_table("layouts", by_layout, limit)
    files = {name: judgement["counts"] for name, judgement in judgements.items()}
    print(f"\nfiles with values silently wrong: {sum(silent(counts) > 0 for counts in files.values())}")
    for name in worst(files)[:limit]:
        if silent(files[name]):
            print(f"{name}: {silent(files[name])}")
            for fault in judgements[name]["faults"][:3]:
                print("    " + fault)


def worst(groups):
    """The names, those with most slots silently wrong first, then those with most given up."""
    return sorted(groups, key=lambda name: (-silent(groups[name]), -groups[name].get(GIVEN_UP, 0)))


def print_table(title, groups, limit):
    """Prints so many lines of counts, of several groups only those with a fault."""
    columns = ("slots", "silently wrong", *SILENT, GIVEN_UP)
    print(f"\n{title:40.40} " + " ".join(f"{column:>14}" for column in columns))
    shown = [name for name in worst(groups) if len(groups) == 1 or silent(groups[name]) or groups[name].get(GIVEN_UP)]
    for name in shown[:limit]:
        counts = groups[name]
        numbers = [sum(counts.values()), silent(counts), *(counts.get(kind, 0) for kind in (*SILENT, GIVEN_UP))]
        print(f"{name:40.40} " + " ".join(f"{number:14,}" for number in numbers))
    if len(shown) > limit:
        print(f"and {len(shown) - limit} more")
