"""Rows that are lost, moved, doubled, torn or added."""

import copy

from figures import APPLICANTS, RESULTS
from registry import grid_damage
from report import Cell, Table, Text

PAGE_NUMBERS = ("—3—", "- 4 -", "3", "第 3 页 共 6 页")
NOTES = (
    "注：1.本表由各单位填报；2.单位：件。", "填报单位：办公室　填报人：王芳　电话：5223456", "备注：以上数据截至12月31日",
)


def remove(report, table, number):
    """Takes the row away, and its values from the truth."""
    report.lose(table.rows[number])
    del table.rows[number]


@grid_damage
def none(report, rng):
    """Nothing is damaged."""


@grid_damage
def lose_row(report, rng):
    """A row is lost."""
    table = report.table(rng.choice(["requests", "requests", "proactive"]))
    remove(report, table, rng.sample(table.value_rows(), 1)[0])


@grid_damage
def lose_three_rows(report, rng):
    """Three rows are lost, each somewhere else."""
    table = report.table("requests")
    rows = table.value_rows()
    for number in sorted(rng.sample(rows, min(3, len(rows))), reverse=True):
        remove(report, table, number)


@grid_damage
def lose_rows_together(report, rng):
    """Two to six rows below each other are lost."""
    table = report.table("requests")
    start = rng.choice(table.value_rows())
    end = min(start + rng.randint(2, 6), len(table.rows))
    for number in reversed(range(start, end)):
        remove(report, table, number)


@grid_damage
def swap_rows(report, rng):
    """Two neighbours of a group have changed places."""
    table = report.table("requests")
    rows = [
        number for number in table.value_rows()
        if number + 1 < len(table.rows) and table.rows[number][1] is table.rows[number + 1][1]
        and table.rows[number][1] is not table.rows[number][2]
    ]
    number = rng.choice(rows)
    table.rows[number], table.rows[number + 1] = table.rows[number + 1], table.rows[number]


@grid_damage
def shuffle_groups(report, rng):
    """Some rows of two groups have changed places, within their group or into the other."""
    table = report.table("requests")
    numbers = [n for n in table.value_rows() if table.rows[n][1].text.startswith(rng.choice(["（三）", "（五）"]))]
    rows = [table.rows[number] for number in numbers]
    rng.shuffle(rows)
    for number, row in zip(numbers, rows):
        table.rows[number] = row


@grid_damage
def swap_received(report, rng):
    """Carried over stands before newly received."""
    table = report.table("requests")
    first = table.value_rows()[0]
    table.rows[first], table.rows[first + 1] = table.rows[first + 1], table.rows[first]


@grid_damage
def double_row(report, rng):
    """A row stands twice."""
    table = report.table(rng.choice(["requests", "proactive"]))
    number = rng.sample(table.value_rows(), 1)[0]
    table.rows.insert(number, copy.deepcopy(table.rows[number]))


@grid_damage
def lose_header(report, rng):
    """The whole header of a table is lost."""
    table = report.table(rng.choice(["requests", "review"]))
    # Without a header columns in another order look like those of the form, and numbers that add up say no more.
    order = [cell.key.split(":")[1] for cell in table.rows[-1] if cell.key]
    if order != list(APPLICANTS) and order != list(RESULTS) * 3:
        report.unknowable.update(cell.key for cell in table.cells() if cell.key)
    table.rows = table.rows[3:]


@grid_damage
def lose_header_row(report, rng):
    """A row of a header is lost."""
    table = report.table(rng.choice(["requests", "review"]))
    del table.rows[rng.randint(0, 2)]


@grid_damage
def repeat_header(report, rng):
    """The header stands once more in the midst of the table."""
    table = report.table("requests")
    number = rng.choice(table.value_rows()[3:])
    table.rows[number:number] = copy.deepcopy(table.rows[:3])


@grid_damage
def add_subtotal_rows(report, rng):
    """Groups have a row with their subtotals, before or behind the rest."""
    table = report.table("requests")
    for group in ("（三）", "（五）"):
        rows = table.group_rows(group)
        if not rows:
            continue
        sums = [sum(int(report.truth[table.rows[i][j].key] or 0) for i in rows) for j in range(3, 10)]
        word = rng.choice(["小计", "合计"])
        place = rows[0] if rng.random() < 0.5 else rows[-1] + 1
        labels = [table.rows[rows[0]][0], table.rows[rows[0]][1], Cell(word)]
        table.rows.insert(place, labels + [Cell(str(number), kind="note") for number in sums])


@grid_damage
def add_note_row(report, rng):
    """A note stands below a table, as a row of it."""
    table = rng.choice(report.tables())
    table.rows.append([Cell(rng.choice(NOTES), kind="note")] * len(table.rows[0]))


@grid_damage
def stack_group(report, rng):
    """The cells of a group stand in one row, one below the other within each cell."""
    table = report.table("requests")
    rows = table.group_rows(rng.choice(["（三）", "（四）", "（五）"]))
    if rows:
        labels = [table.rows[rows[0]][0], table.rows[rows[0]][1]]
        stacked = [Cell("\n".join(table.rows[i][j].text for i in rows)) for j in range(2, 10)]
        table.rows[rows[0]:rows[-1] + 1] = [labels + stacked]


@grid_damage
def tear_table(report, rng):
    """A page break makes two tables of one, perhaps with a page number or the header between them."""
    table = report.table(rng.choice(["requests", "requests", "proactive"]))
    number = rng.choice(table.value_rows()[1:])
    place = report.blocks.index(table)
    rest = Table(table.name + "2", table.rows[number:])
    if rng.random() < 0.4 and table.name == "requests":
        rest.rows = copy.deepcopy(table.rows[:3]) + rest.rows
    table.rows = table.rows[:number]
    between = [Text("paragraph", rng.choice(PAGE_NUMBERS))] if rng.random() < 0.5 else []
    report.blocks[place + 1:place + 1] = between + [rest]


@grid_damage
def tear_row(report, rng):
    """A page break goes through a row: half of its label and some of its numbers stand in the next."""
    table = report.table("requests")
    number = rng.choice([i for i in table.value_rows() if len(table.rows[i][2].text) > 6])
    place = report.blocks.index(table)
    row = table.rows[number]
    label = row[2]
    cut = rng.randint(3, len(label.text) - 3)
    above, below = Cell(label.text[:cut]), Cell(label.text[cut:])
    first = [above if cell is label else cell for cell in row]
    second = [below if cell is label else cell for cell in row]
    where = rng.choice(["above", "below", "mixed"])
    for j in range(3, 10):
        here = where if where != "mixed" else rng.choice(["above", "below"])
        (second if here == "above" else first)[j] = Cell()
    if rng.random() < 0.5:
        rest = Table("requests2", [second] + table.rows[number + 1:])
        table.rows = table.rows[:number] + [first]
        report.blocks.insert(place + 1, rest)
        if rng.random() < 0.5:
            report.blocks.insert(place + 1, Text("paragraph", rng.choice(PAGE_NUMBERS[:3])))
    else:
        table.rows[number:number + 1] = [first, second]


@grid_damage
def wrap_review(report, rng):
    """The one row of the third table is broken into two, each empty where the other is not."""
    table = report.table("review")
    cut = rng.choice([5, 8, 10, 7])
    row = table.rows[-1]
    table.rows[-1:] = [
        row[:cut] + [Cell() for _ in row[cut:]],
        [Cell() for _ in row[:cut]] + row[cut:],
    ]
