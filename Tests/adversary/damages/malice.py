"""What somebody would do who wants one wrong number to pass for a right one: other numbers under the same words, and columns that change."""

import copy

from damages.columns import reorder
from damages.values import rewrite
from registry import grid_damage
from report import Cell, Table, Text


def note_row(label, table, number, rng, highest=99):
    """A row with the outer labels of another, a label of its own and numbers that are no part of the form."""
    row = table.rows[number]
    return row[:2] + [label] + [Cell(str(rng.randint(0, highest)), kind="note") for _ in row[3:]]


def some_row(report, rng):
    """The second table, and the number of one of its rows with an item's label."""
    table = report.table("requests")
    return table, rng.choice([i for i in table.value_rows() if table.rows[i][2] is not table.rows[i][1]])


@grid_damage
def of_which_rows(report, rng):
    """Rows tell how many of those above came in by which way."""
    table, number = some_row(report, rng)
    for word in rng.sample(["其中：网络申请", "其中：当面申请", "其中：信函申请"], rng.choice([1, 2])):
        table.rows.insert(number + 1, note_row(Cell(word), table, number, rng))


@grid_damage
def last_year_rows(report, rng):
    """Rows are followed by last year's."""
    table = report.table("requests")
    for number in sorted(rng.sample(table.value_rows(), 4), reverse=True):
        table.rows.insert(number + 1, note_row(Cell(rng.choice(["上年同期", "（上年）", "上年数"])), table, number, rng))


@grid_damage
def row_again_otherwise(report, rng):
    """A row stands twice, the second time with other numbers: nobody knows which are true."""
    table, number = some_row(report, rng)
    report.lose(table.rows[number])
    table.rows.insert(number + 1, note_row(Cell(table.rows[number][2].text), table, number, rng))


@grid_damage
def percent_column(report, rng):
    """A column tells by how many per cent the totals have grown."""
    header = Cell("同比", kind="head")
    place = rng.choice([9, 10])
    for row in report.table("requests").rows:
        text = rng.choice(["{}%", "+{}%", "-{}%", "{}.5%", "{}"]).format(rng.randint(0, 99))
        row.insert(place, Cell(text, kind="note") if any(cell.key for cell in row) else header)


@grid_damage
def zero_pairs(report, rng):
    """Zeros are written twice, or with their unit."""
    rewrite(report, rng, lambda text: rng.choice(["0（0）", "0件", "0 (0)", "0/0"]) if text == "0" else text, 0.3)


@grid_damage
def negative_zero(report, rng):
    """Zeros have a minus."""
    rewrite(report, rng, lambda text: "-0" if text == "0" else text, 0.2)


@grid_damage
def hashes(report, rng):
    """Numbers did not fit their cells, or a spreadsheet took them for dates."""
    for table in report.tables():
        for cell in table.cells():
            if cell.key and cell.text.isdigit() and rng.random() < 0.05:
                cell.text = rng.choice(["####", f"{int(cell.text) % 12 + 1}月3日", "2022-01-03", "1.2E+03", "#REF!"])
                report.gone.add(cell.key)


@grid_damage
def partly_blank(report, rng):
    """In some columns zeros are left out, in the others they are printed."""
    table = report.table("requests")
    columns = rng.sample(range(3, 10), 3)
    for number in table.value_rows():
        for column in columns:
            cell = table.rows[number][column] if column < len(table.rows[number]) else Cell()
            if cell.key and cell.text == "0":
                cell.text = report.truth[cell.key] = ""


@grid_damage
def right_to_left(report, rng):
    """The columns of numbers stand from right to left."""
    reorder(report.table("requests"), [0, 1, 2, 9, 8, 7, 6, 5, 4, 3])


@grid_damage
def continued_reordered(report, rng):
    """The second table goes on under its header again, there in another order."""
    table = report.table("requests")
    number = rng.choice(table.value_rows()[2:-1])
    rest = Table("requests2", copy.deepcopy(table.rows[:3]) + table.rows[number:])
    organisations = [4, 5, 6, 7, 8]
    rng.shuffle(organisations)
    reorder(rest, [0, 1, 2, *rng.choice([[3, *organisations, 9], [9, 3, *organisations], [*organisations, 3, 9]])])
    table.rows = table.rows[:number]
    place = report.blocks.index(table)
    report.blocks[place + 1:place + 1] = [Text("paragraph", "续表"), rest]


@grid_damage
def columns_merged(report, rng):
    """Two applicants share their cells, under a header of both."""
    table, column = report.table("requests"), rng.choice([4, 5, 6, 7])
    for row in table.rows:
        left, right = row[column], row[column + 1]
        if left.key:
            report.lose([left, right])
            row[column:column + 2] = [Cell(str(int(left.text or 0) + int(right.text or 0)), kind="note")] * 2 \
                if (left.text or "0").isdigit() and (right.text or "0").isdigit() else [left, left]
        elif left is not right:
            row[column:column + 2] = [Cell(left.text + "、" + right.text, kind="head")] * 2


@grid_damage
def other_total_row(report, rng):
    """Below the total of the outcomes stands that of another year."""
    table = report.table("requests")
    number = table.value_rows()[-1]
    table.rows.insert(number, note_row(Cell(rng.choice(["2019年总计", "上年总计", "总计"])), table, number - 1, rng, 999))
