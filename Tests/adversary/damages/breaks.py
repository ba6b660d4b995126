"""What page breaks do: pieces of a table that have lost columns, rows that are torn off or stand again, the head of each page."""

import copy

from damages.lines import somewhere
from registry import grid_damage, line_damage
from report import Table, Text


def split_off(report, rng):
    """Breaks the second table in two; returns the second piece."""
    table = report.table("requests")
    number = rng.choice(table.value_rows()[2:])
    rest = Table("requests2", table.rows[number:])
    table.rows = table.rows[:number]
    report.blocks.insert(report.blocks.index(table) + 1, rest)
    return rest


@grid_damage
def column_lost_at_break(report, rng):
    """Behind a page break the second table lacks a column of numbers, and perhaps the column of totals is lost everywhere."""
    rest, table = split_off(report, rng), report.table("requests")
    pieces = [(rest, rng.randint(3, 8))]
    if rng.random() < 0.5 and len(table.rows[0]) == 10:
        pieces = [(table, 9), (rest, 9), *pieces]
    for piece, column in pieces:
        if min(map(len, piece.rows)) > column:
            report.lose(row[column] for row in piece.rows)
            piece.rows = [row[:column] + row[column + 1:] for row in piece.rows]


@grid_damage
def labels_lost_at_break(report, rng):
    """Behind a page break the second table lacks its first column of labels, or its first two."""
    rest = split_off(report, rng)
    count = rng.choice([1, 1, 2])
    rest.rows = [row[count:] for row in rest.rows]


@grid_damage
def last_row_torn_off(report, rng):
    """The last row of a table is a table of its own, with a rule of Markdown above or below it."""
    table = report.table(rng.choice(["requests", "proactive"]))
    width = len(set(map(id, table.rows[-1])))
    rule = Text("paragraph", rng.choice(["\t", "|"]).join(["---"] * width))
    rest = Table(table.name + "2", [table.rows.pop()])
    place = report.blocks.index(table) + 1
    report.blocks[place:place] = [rest, rule] if rng.random() < 0.7 else [rule, rest]


@grid_damage
def rows_repeated_behind_break(report, rng):
    """Behind a page break the last rows of the first page stand once more."""
    rest, table = split_off(report, rng), report.table("requests")
    count = rng.randint(1, 3)
    rows = [row for row in table.rows[-count:] if any(cell.key for cell in row)]
    rest.rows = copy.deepcopy(rows) + rest.rows


@line_damage
def running_heads(lines, rng):
    """The title stands once more on each page, perhaps with the page's number."""
    title = lines[0].strip()
    style = rng.choice(["{}", "{}    {}", "— {1} —  {0}", "{}第{}页"])
    for number in range(2, 2 + rng.randint(1, 4)):
        lines.insert(somewhere(lines, rng), style.format(title, number))
