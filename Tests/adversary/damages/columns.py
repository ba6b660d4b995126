"""Columns that are lost, moved or added."""

from registry import grid_damage
from report import Cell, Table

REMARKS = ("", "", "", "无", "见附件", "1", "含上年", "已核")


def lose_column(report, table, column):
    """Takes the column away, and its values from the truth."""
    report.lose(row[column] for row in table.rows)
    for row in table.rows:
        del row[column]


def reorder(table, order):
    """Puts the columns in this order."""
    table.rows = [[row[column] for column in order] for row in table.rows]


@grid_damage
def lose_request_column(report, rng):
    """A column of numbers of the second table is lost."""
    lose_column(report, report.table("requests"), rng.randint(3, 9))


@grid_damage
def lose_review_column(report, rng):
    """A column of the third table is lost."""
    lose_column(report, report.table("review"), rng.randint(0, 14))


@grid_damage
def shuffle_organisations(report, rng):
    """The columns of the organisations stand in another order."""
    order = list(range(4, 9))
    rng.shuffle(order)
    report.told_by["requests."] = ("商业", "科研")
    reorder(report.table("requests"), [0, 1, 2, 3, *order, 9])


@grid_damage
def total_first(report, rng):
    """The totals stand before what they are the total of."""
    reorder(report.table("requests"), [0, 1, 2, 9, 3, 4, 5, 6, 7, 8])


@grid_damage
def person_last(report, rng):
    """The column of natural persons stands behind the organisations."""
    report.told_by["requests."] = ("自然",)
    reorder(report.table("requests"), [0, 1, 2, 4, 5, 6, 7, 8, 3, 9])


@grid_damage
def shuffle_review(report, rng):
    """The columns of a block of the third table stand in another order."""
    start = rng.choice([0, 5, 10])
    block = list(range(start, start + 5))
    rng.shuffle(block)
    order = list(range(15))
    order[start:start + 5] = block
    reorder(report.table("review"), order)


@grid_damage
def review_total_first(report, rng):
    """In each block of the third table the total stands first."""
    reorder(report.table("review"), [4, 0, 1, 2, 3, 9, 5, 6, 7, 8, 14, 10, 11, 12, 13])


@grid_damage
def review_litigation_first(report, rng):
    """In the third table litigation stands before reconsideration."""
    reorder(report.table("review"), [*range(5, 15), *range(5)])
    report.told_by["review."] = ("未经", "复议后")


@grid_damage
def reorder_proactive(report, rng):
    """In the first section of 2021 what is in force stands first."""
    table = report.table("proactive")
    if report.form == 2021:
        for number in (1, 2, 3):
            table.rows[number] = [table.rows[number][column] for column in (0, 3, 1, 2)]


@grid_damage
def add_remarks(report, rng):
    """A table has a column of remarks at its right."""
    table = rng.choice(report.tables())
    header = Cell(rng.choice(["备注", "说明", "备 注"]), kind="head")
    for number, row in enumerate(table.rows):
        if any(cell.key for cell in row):
            row.append(Cell(rng.choice(REMARKS), kind="note"))
        else:
            row.append(header if table.name != "proactive" or number == 0 else Cell())


@grid_damage
def add_last_year(report, rng):
    """The second table has a column with other numbers at its right: last year's."""
    header = Cell("上年数", kind="head")
    for row in report.table("requests").rows:
        row.append(Cell(str(rng.randint(0, 99)), kind="note") if any(cell.key for cell in row) else header)


@grid_damage
def add_serial_numbers(report, rng):
    """A table has a column of serial numbers at its left."""
    table = rng.choice([report.table("requests"), report.table("requests"), report.table("proactive")])
    header = Cell("序号", kind="head")
    count = 0
    for row in table.rows:
        if any(cell.key for cell in row):
            count += 1
            row.insert(0, Cell(str(count), kind="note"))
        else:
            row.insert(0, header if table.name == "requests" else Cell("序号", kind="head"))


@grid_damage
def add_subtotal_column(report, rng):
    """The organisations have a subtotal of their own."""
    header = Cell("小计", kind="head")
    for number, row in enumerate(report.table("requests").rows):
        keys = [cell.key for cell in row if cell.key]
        if keys:
            row.insert(9, Cell(str(sum(int(report.truth[key] or 0) for key in keys[1:6])), kind="note"))
        else:
            merged = number < 2 and row[8].text in ("申请人情况", "法人或其他组织")
            row.insert(9, row[8] if merged else header)


@grid_damage
def add_empty_column(report, rng):
    """A table has an empty column somewhere; cells that are merged there go through it."""
    table = rng.choice(report.tables())
    column = rng.randint(1, len(table.rows[0]))
    for row in table.rows:
        row.insert(column, row[column - 1] if column < len(row) and row[column - 1] is row[column] else Cell())


@grid_damage
def split_review(report, rng):
    """Reconsideration and litigation are two tables."""
    table = report.table("review")
    place = report.blocks.index(table)
    report.blocks[place:place + 1] = [
        Table("review", [row[:5] for row in table.rows]), Table("review2", [row[5:] for row in table.rows]),
    ]


@grid_damage
def label_review(report, rng):
    """The row of the third table has a label."""
    header, label = Cell("类别", kind="head"), Cell("件数")
    for row in report.table("review").rows:
        row.insert(0, label if any(cell.key for cell in row) else header)
