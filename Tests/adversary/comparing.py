"""`compare`: two saved judgements of the same folder, file by file."""

from judging import GIVEN_UP, silent

SLACK = 5  # so many more slots given up are no news


def compare(before, after):
    """Prints the files that have become worse, and how many have become better."""
    worse, better = [], 0
    for file, judgement in after.items():
        if file not in before:
            continue
        old, new = figures(before[file]), figures(judgement)
        if new[0] > old[0] or (new[0] == old[0] and new[1] > old[1] + SLACK):
            worse.append((file, old, new, judgement["faults"]))
        elif new < old:
            better += 1
    for file, old, new, faults in sorted(worse, key=lambda entry: entry[1][0] - entry[2][0]):
        print(f"{file}: silently wrong {old[0]} → {new[0]}, given up {old[1]} → {new[1]}")
        if new[0] > old[0]:
            for fault in faults[:3]:
                print("    " + fault)
    print(f"{len(worse)} files worse, {better} better")
    for name, index in (("silently wrong", 0), ("given up", 1)):
        old, new = (sum(figures(judgement)[index] for judgement in side.values()) for side in (before, after))
        print(f"{name}: {old:,} → {new:,}")


def figures(judgement):
    """How many slots of a file are silently wrong, and how many given up."""
    return silent(judgement["counts"]), judgement["counts"].get(GIVEN_UP, 0)
