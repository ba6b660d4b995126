"""Damaged reports in many layouts, and what biaoge makes of them. `python3 Tests/adversary --help`; README.md says more."""

import argparse
import json
import os
import sys

from comparing import compare
from figures import FIGURES
from judging import judge, print_judgements
from making import Recipe, installed, make, read_forms
from registry import FIELD_DAMAGES, GRID_DAMAGES, LAYOUTS, LINE_DAMAGES

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FORMS = os.path.normpath(os.path.join(ROOT, "..", "shared", "forms"))


def layout_names(text):
    """The layouts that the words text, tools and all or a list of names mean."""
    groups = {
        "all": list(LAYOUTS),
        "text": [name for name in LAYOUTS if LAYOUTS[name].is_text],
        "tools": [name for name in LAYOUTS if not LAYOUTS[name].is_text],
    }
    return groups.get(text) or known_names(text.split(","), LAYOUTS)


def damage_names(text):
    """The damages of a list with plus signs."""
    return known_names(text.split("+"), {**GRID_DAMAGES, **FIELD_DAMAGES, **LINE_DAMAGES})


def known_names(names, known):
    """The names, if all of them are known."""
    for name in names:
        if name not in known:
            raise argparse.ArgumentTypeError(f"no such name: {name} (see list)")
    return names


def parse():
    """The arguments."""
    parser = argparse.ArgumentParser(prog="adversary", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)

    making = commands.add_parser("make", help="make a folder of damaged reports")
    making.add_argument("folder")
    making.add_argument("--count", type=int, default=300, help="how many files (300)")
    making.add_argument("--seed", default="1", help="the same seed makes the same files where the same tools are installed (1)")
    making.add_argument("--layouts", type=layout_names, default="all", help="text, tools, all or names with commas (all)")
    making.add_argument("--damages", type=int, default=1, metavar="N", help="how many damages are drawn for each file (1)")
    making.add_argument("--only", type=damage_names, metavar="NAME+NAME", help="these damages in every file")
    making.add_argument("--figures", choices=FIGURES, help="such figures in every file")
    making.add_argument("--forms", default=FORMS, help="the folder with annual-report-2019.tsv and -2021.tsv (%(default)s)")

    judging = commands.add_parser("judge", help="convert the folder and count what is right, silently wrong and given up")
    judging.add_argument("folder")
    judging.add_argument("biaoge", help="the program")
    judging.add_argument("--save", metavar="FILE", help="keep all judgements as JSON, for compare")
    judging.add_argument("--show", type=int, default=15, metavar="N", help="how many lines of each table (15)")

    comparing = commands.add_parser("compare", help="say which files two saved judgements differ in")
    comparing.add_argument("before")
    comparing.add_argument("after")

    commands.add_parser("list", help="list the damages, layouts and figures")
    return parser.parse_args()


def run_make(arguments):
    """Makes the folder, if the forms are there."""
    forms = read_forms(arguments.forms)
    if not forms:
        print(f"skipped: {arguments.forms} has not the forms that reports are made from")
        return
    names = installed(arguments.layouts)
    if not names:
        print("skipped: nothing that these layouts need is installed")
        return
    recipe = Recipe(
        arguments.folder, arguments.seed, forms, names, arguments.damages, only=arguments.only, figures=arguments.figures,
    )
    make(recipe, arguments.count)


def run_judge(arguments):
    """Judges the folder, if there is anything in it."""
    judgements = judge(arguments.folder, arguments.biaoge)
    if not judgements:
        print(f"skipped: there are no reports in {arguments.folder}")
        return
    print_judgements(judgements, arguments.show)
    if arguments.save:
        with open(arguments.save, "w", encoding="utf-8") as file:
            json.dump(judgements, file, ensure_ascii=False)


def run_compare(arguments):
    """Compares two saved judgements."""
    sides = []
    for path in (arguments.before, arguments.after):
        with open(path, encoding="utf-8") as file:
            sides.append(json.load(file))
    compare(*sides)


def run_list(arguments):
    """Prints a sentence on each damage, layout and kind of figures."""
    for title, functions in (
        ("damages of the grid", GRID_DAMAGES), ("damages of fields", FIELD_DAMAGES), ("damages of lines", LINE_DAMAGES),
    ):
        print(f"\n{title}")
        for name, function in functions.items():
            print(f"  {name:24} {function.__doc__}")
    print("\nlayouts")
    for name, layout in LAYOUTS.items():
        print(f"  {name:24} {layout.about}")
    print("\nfigures")
    for name, about in FIGURES.items():
        print(f"  {name:24} {about}")


if __name__ == "__main__":
    parsed = parse()
    sys.exit({"make": run_make, "judge": run_judge, "compare": run_compare, "list": run_list}[parsed.command](parsed))
