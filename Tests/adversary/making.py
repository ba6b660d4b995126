"""`make`: a folder of damaged reports, and beside each a .json with what a reader should find in it."""

import collections
import json
import multiprocessing
import os
import random
import warnings
from dataclasses import dataclass
from typing import Optional

import damages  # noqa: F401 (enters the damages in the registry)
import layouts  # noqa: F401 (enters the layouts)
from figures import DRAWN_FIGURES, FORMS, read_form
from invention import invent
from registry import FIELD_DAMAGES, GRID_DAMAGES, LAYOUTS, LINE_DAMAGES
from report import Text

DRAWN_FORMS = (2021, 2021, 2019)
DRAWN_TABLES = ("requests", "requests", "review", "proactive")
PAGE_TEXTS = {"markitdown_pdf", "pdftotext", "pdftotext_raw", "pymupdf_blocks", "pymupdf_text", "pypdf"}
ONLY_IN_REQUESTS = {"number_split", "numbers_joined"}


@dataclass
class Recipe:
    """What all files of a folder have in common."""

    folder: str
    seed: str
    forms: dict  # year: slots
    layouts: list
    count_of_damages: int
    only: Optional[list] = None  # these damages and no drawn ones
    figures: Optional[str] = None  # these figures and no drawn ones


def make(recipe, count):
    """Makes the files, and says of which ones it could not: a damage may find nothing to damage in a report already damaged."""
    os.makedirs(recipe.folder, exist_ok=True)
    with multiprocessing.Pool() as pool:
        reasons = pool.imap_unordered(make_file, [(recipe, number) for number in range(count)], chunksize=8)
        failed = collections.Counter(reason for reason in reasons if reason)
    print(f"{count - sum(failed.values())} files in {recipe.folder}")
    for reason, times in failed.most_common():
        print(f"  {times} not made: {reason}")


def make_file(order):
    """Makes one file; returns why not, or None. Its number and the seed decide everything about it."""
    recipe, number = order
    warnings.filterwarnings("ignore")  # of the tools
    rng = random.Random(f"{recipe.seed}-{number}")
    name = rng.choice(recipe.layouts)
    drawn_figures, form = rng.choice(DRAWN_FIGURES), rng.choice(DRAWN_FORMS)
    report = invent(rng, form, recipe.forms[form], recipe.figures or drawn_figures)
    drawn = recipe.only or draw_damages(rng, name, recipe.count_of_damages)
    try:
        content = write(report, rng, name, drawn)
    except Exception as error:
        return f"{name}, {' and '.join(drawn)}: {error!r:.100}"
    if not content:
        return f"{name}: nothing was written"
    note_untold(report, content)
    if "person_last" in drawn and name in PAGE_TEXTS:  # a page's text has the words of tall cells behind others in the form's order too
        report.unknowable.update(key for key in report.truth if key.startswith("requests."))
    file = f"{number:05d}-{name}-{'+'.join(drawn)}-{report.figures}-{form}.{LAYOUTS[name].suffix}"
    with open(os.path.join(recipe.folder, file), "wb") as output:
        output.write(content)
    about = {
        "file": file, "layout": name, "damages": drawn, "figures": report.figures, "form": form,
        "truth": report.truth, "gone": sorted(report.gone), "erased": sorted(report.erased),
        "unknowable": sorted(report.unknowable),
    }
    with open(os.path.join(recipe.folder, file + ".json"), "w", encoding="utf-8") as output:
        json.dump(about, output, ensure_ascii=False)
    return None


def note_untold(report, content):
    """Notes the slots of which a text that some program wrote has lost the words that tell them apart."""
    kinds = [block.kind if isinstance(block, Text) else "own" if block.is_own() else "other" for block in report.blocks]
    if "title" in kinds and "own" in kinds[:kinds.index("title")]:  # the only report with a beginning is the one behind
        report.unknowable.update(report.truth)
    if "title" not in kinds:
        own = {table.name for table in report.tables() if table.is_own()}
        for table in report.tables():
            if table.name not in own:  # last year's, as far as anybody knows this year's: nothing says which year that is
                report.unknowable.update(key for key in report.truth if key.startswith(table.name + "."))
    text = "".join(content.decode("utf-8", "ignore").replace("<br>", "").split())
    for start, words in report.told_by.items():
        if not content.startswith(b"PK") and not any(word in text for word in words):
            report.unknowable.update(key for key in report.truth if key.startswith(start))


def draw_damages(rng, layout, count):
    """So many damages, of those that the layout can show."""
    pool = list(GRID_DAMAGES)
    if LAYOUTS[layout].is_text:
        pool += [*FIELD_DAMAGES, *LINE_DAMAGES]
    return [rng.choice(pool) for _ in range(count)]


def write(report, rng, layout, names):
    """The report's bytes after the damages of the grid, then of fields, then of lines."""
    report.damaged_table = rng.choice(DRAWN_TABLES)
    if ONLY_IN_REQUESTS & set(names):
        report.damaged_table = "requests"
    for name in names:
        if name in GRID_DAMAGES:
            GRID_DAMAGES[name](report, rng)
    report.field_damages = [name for name in names if name in FIELD_DAMAGES]
    written = LAYOUTS[layout].write(report, rng)
    if not LAYOUTS[layout].is_text:
        return written
    for name in names:
        if name in LINE_DAMAGES:
            LINE_DAMAGES[name](written, rng)
    return "\n".join(written).encode()


def read_forms(folder):
    """The slots of both forms, or None where they are not there."""
    try:
        return {year: read_form(folder, year) for year in FORMS}
    except FileNotFoundError:
        return None


def installed(names):
    """Those of the layouts whose tools this machine has; says which are left out."""
    left_out = collections.defaultdict(list)
    for name in names:
        for need in LAYOUTS[name].missing():
            left_out[need].append(name)
    for need, without in sorted(left_out.items()):
        print(f"{need} is not installed, so these layouts are skipped: {', '.join(without)}")
    return [name for name in names if not LAYOUTS[name].missing()]
