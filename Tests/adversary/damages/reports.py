"""Damages of the report as a whole: tables that are moved, lost or joined by others, and text that is cut."""

from invention import invent
from registry import grid_damage
from report import Table, Text


def another(report, rng):
    """Another made-up report of the same form; what damages do to its numbers is no matter of this one's slots."""
    other = invent(rng, report.form, report.slots, report.figures)
    for table in other.tables():
        for cell in table.cells():
            cell.key = None
    return other


def lose_tables(report, blocks):
    """Notes that the values of the tables among these blocks are lost."""
    for block in blocks:
        if isinstance(block, Table):
            report.lose(block.cells())


def lose_rows(report, rows):
    """Notes that the values of these rows are lost."""
    for row in rows:
        report.lose(row)


@grid_damage
def figures_in_prose(report, rng):
    """A sentence before the second table has other numbers under the words of its labels."""
    place = report.blocks.index(report.table("requests"))
    received, over, persons = rng.randint(1, 90), rng.randint(0, 9), rng.randint(1, 9)
    report.blocks.insert(place, Text("paragraph", (
        f"本年新收政府信息公开申请{received}件，上年结转政府信息公开申请{over}件，其中自然人申请{persons}件。"
    )))


@grid_damage
def last_year_behind(report, rng):
    """Last year's tables follow at the end."""
    other = another(report, rng)
    report.blocks.append(Text("heading", f"附：{report.year - 1}年度政府信息公开工作情况统计表"))
    report.blocks += [table for table in other.tables() if rng.random() < 0.8]


@grid_damage
def last_year_between(report, rng):
    """Last year's table follows behind each of this year's."""
    other = another(report, rng)
    for table in report.tables():
        place, twin = report.blocks.index(table) + 1, other.table(table.name)
        if twin:
            report.blocks[place:place] = [Text("paragraph", f"{report.year - 1}年度情况如下："), twin]


@grid_damage
def another_report_behind(report, rng):
    """A second report follows in the same file."""
    report.blocks += another(report, rng).blocks


@grid_damage
def shuffle_tables(report, rng):
    """The tables, each with its heading, stand in another order."""
    places = [place for place, block in enumerate(report.blocks) if isinstance(block, Table)]
    for table in report.tables():
        if not table.is_own():  # whose is whose the order told, or a line that need not move with it
            report.unknowable.update(key for key in report.truth if key.startswith(table.name + "."))
    headed = all(place > 0 and isinstance(report.blocks[place - 1], Text) for place in places)
    before = 1 if headed else 0
    moved = [report.blocks[place - before:place + 1] for place in places]
    rng.shuffle(moved)
    for place, blocks in zip(places, moved):
        report.blocks[place - before:place + 1] = blocks


@grid_damage
def lose_prose(report, rng):
    """Nothing but the tables is left."""
    report.blocks = report.tables()


@grid_damage
def lose_other_tables(report, rng):
    """Only one table is there; in place of the others a line says that they are left out."""
    kept = rng.choice(report.tables())
    for table in report.tables():
        if table is not kept:
            report.blocks[report.blocks.index(table)] = Text("paragraph", "（表略）")
            report.lose(table.cells())


@grid_damage
def lose_end(report, rng):
    """The file ends within a table."""
    table = rng.choice(report.tables())
    place = report.blocks.index(table)
    cut = rng.randint(1, len(table.rows))
    lose_rows(report, table.rows[cut:])
    lose_tables(report, report.blocks[place + 1:])
    table.rows = table.rows[:cut]
    report.blocks = report.blocks[:place + 1]


@grid_damage
def lose_start(report, rng):
    """The file begins within a table."""
    table = rng.choice(report.tables()[1:])
    place = report.blocks.index(table)
    cut = rng.randint(0, len(table.rows) - 1)
    if table is not report.table(table.name):  # last year's, and the line that says so is lost
        report.unknowable.update(key for key in report.truth if key.startswith(table.name + "."))
    lose_rows(report, table.rows[:cut])
    lose_tables(report, report.blocks[:place])
    table.rows = table.rows[cut:]
    report.blocks = report.blocks[place:]
