"""The forms, and made-up figures for all their slots that satisfy every sum."""

import csv
import os

FORMS = (2019, 2021)
APPLICANTS = ("person", "business", "research", "nonprofit", "legal", "other", "total")
RESULTS = ("upheld", "corrected", "other", "pending", "total")
REVIEWS = ("reconsideration", "litigation_direct", "litigation_after")
SPECIAL_ROWS = ("requests.received", "requests.carried_over", "requests.outcome_total", "requests.carried_forward")

# What the figures look like; a name that stands twice is drawn twice as often.
FIGURES = {
    "full": "no zero anywhere",
    "half": "every other slot is 0",
    "halfblank": "every other slot is empty",
    "small": "few and small numbers, 0 elsewhere, as a township has them",
    "blank": "few and small numbers, elsewhere empty",
    "dash": "few and small numbers, elsewhere a dash, a stroke or 无",
}
DRAWN_FIGURES = ("full", "full", "full", "full", "half", "halfblank", "small", "blank", "dash")


def read_form(folder, year):
    """The rows of a form's table of slots: key, row_label, column_label."""
    with open(os.path.join(folder, f"annual-report-{year}.tsv"), encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def make_figures(rng, form, figures):
    """A number for every slot, as text."""
    def number(share_of_zeros, highest):
        if figures in ("small", "blank", "dash"):
            return 0 if rng.random() < share_of_zeros else rng.randint(1, highest)
        if figures in ("half", "halfblank"):
            return 0 if rng.random() < 0.5 else rng.randint(1, 999)
        return rng.randint(1, rng.choice([9, 99, 999]))

    keys = [slot["key"] for slot in form]
    values = make_requests(rng, keys, number, figures)
    for review in REVIEWS:
        for result in RESULTS[:-1]:
            values[f"review.{review}:{result}"] = number(0.85, 6)
        values[f"review.{review}:total"] = sum(values[f"review.{review}:{result}"] for result in RESULTS[:-1])
    for key in keys:
        if key.startswith("proactive."):
            values[key] = make_proactive(rng, key, number(0.5, 300))
    return {key: str(values[key]) for key in keys}


def make_requests(rng, keys, number, figures):
    """The second table: received + carried over = outcomes + carried forward, in every column."""
    rows = list(dict.fromkeys(key.split(":")[0] for key in keys if key.startswith("requests.")))
    values = {}
    for applicant in APPLICANTS[:-1]:
        outcomes = 0
        for row in rows:
            if row not in SPECIAL_ROWS:
                values[f"{row}:{applicant}"] = number(0.96, 9)
                outcomes += values[f"{row}:{applicant}"]
        forward = number(0.8, 5)
        over = min(number(0.8, 5), outcomes + forward)
        if figures == "full" and outcomes + forward > 1:
            over = max(1, min(over, outcomes + forward - 1))
        values[f"requests.outcome_total:{applicant}"] = outcomes
        values[f"requests.carried_forward:{applicant}"] = forward
        values[f"requests.carried_over:{applicant}"] = over
        values[f"requests.received:{applicant}"] = outcomes + forward - over
    for row in rows:
        values[f"{row}:total"] = sum(values[f"{row}:{applicant}"] for applicant in APPLICANTS[:-1])
    return values


def make_proactive(rng, key, number):
    """A number of the first table: a change may be negative, and fees may have decimals."""
    if key.endswith(":change") and rng.random() < 0.3:
        return -number
    if key == "proactive.fees:amount" and number and rng.random() < 0.6:
        return f"{number}.{rng.randint(1, 9999)}".rstrip("0")
    return number
