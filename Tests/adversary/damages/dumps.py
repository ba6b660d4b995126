"""What the dumps have that the rules were learnt from: labels in wrong rows, words cut or invented, rows that were glued, joined or left out."""

from damages.fields import number_rows, put_in_place, value_fields
from figures import APPLICANTS, RESULTS
from flattening import EMPTY, Field
from registry import field_damage, grid_damage
from report import Cell, Text

INVENTED = ("数据{}", "列{}", "Column{}", "Unnamed: {}", "Col{}", "第{}列", "{}")


@grid_damage
def group_in_wrong_row(report, rng):
    """The label of a group stands in the cell of the outcomes, or behind the label of the row above, and not beside its items."""
    table = report.table("requests")
    rows = table.group_rows(rng.choice(["（三）", "（四）", "（五）"]))
    if not rows:
        return
    group, above = table.rows[rows[0]][1], table.rows[rows[0] - 1]
    wrong = above[0] if rng.random() < 0.5 else [cell for cell in above if not cell.key][-1]
    if wrong is not group and wrong.kind == "label":
        wrong.text += " " + group.text
        group.text = ""


@grid_damage
def total_header_above(report, rng):
    """The header of the totals stands in the first line of the header, as a cell of its own."""
    table = report.table("requests")
    if len(table.rows[0]) == 10 and table.rows[1][9].text == "总计":
        table.rows[0] = table.rows[0][:9] + [table.rows[1][9]]
        table.rows[1] = table.rows[1][:9] + [Cell(kind="head")]
        table.rows[2] = table.rows[2][:9] + [Cell(kind="head")]


def untell_order(report, table):
    """Notes that nothing tells columns that stand in another order than the form's."""
    for row in table.rows:
        order = [cell.key.split(":")[1] for cell in row if cell.key]
        if order and not (table.name == "proactive" or order == list(APPLICANTS) or order == list(RESULTS) * 3):
            report.unknowable.update(cell.key for cell in table.cells() if cell.key)


@grid_damage
def cut_headers(report, rng):
    """Header words of a table have lost their second line, or all but their first character."""
    table, left = rng.choice(report.tables()), rng.choice([1, 2, 3])
    for cell in table.cells():
        if cell.kind == "head" and 3 <= len(cell.text) <= 8 and not cell.text.startswith("行政"):
            cell.text = cell.text[:left]
    untell_order(report, table)


@grid_damage
def invented_headers(report, rng):
    """The lowest line of a header has words that a program made up."""
    table, words, first = report.table(rng.choice(["requests", "review"])), rng.choice(INVENTED), rng.randint(0, 1)
    heads = [i for i, row in enumerate(table.rows) if all(cell.kind == "head" for cell in row)]
    if heads:
        table.rows[:heads[-1] + 1] = [[Cell(words.format(j + first), kind="head") for j in range(table.width())]]
        untell_order(report, table)


@grid_damage
def zeros_left_out(report, rng):
    """One to four rows have no zeros, and perhaps nothing at all, where the others print theirs."""
    table = report.table(rng.choice(["requests", "requests", "review"]))
    rows = table.value_rows()
    for number in rng.sample(rows, min(len(rows), rng.randint(1, 4))):
        for cell in table.rows[number]:
            if cell.key and cell.text == "0":
                cell.text = report.truth[cell.key] = ""


@grid_damage
def lose_many_labels(report, rng):
    """Four to ten rows of numbers have no label."""
    table = report.table("requests")
    rows = table.value_rows()
    for number in rng.sample(rows, min(len(rows), rng.randint(4, 10))):
        table.rows[number] = [cell if cell.key or cell.kind != "label" else Cell() for cell in table.rows[number]]


def take_out(report, table, number):
    """Takes a row out of the table, and its numbers out of the sums they are counted in, as in a report that never had it."""
    row = table.rows[number]
    whole = {other[-1].key.split(":")[0]: other for other in table.rows if other[-1].key}
    sums = [whole[name] for name in ("requests.received", "requests.outcome_total") if name in whole]
    counted = [(cell, [other[column] for other in sums]) for column, cell in enumerate(row) if cell.key]
    if len(counted) != 7 or len(sums) != 2 or not all(is_less(cell, others) for cell, others in counted):
        return
    for cell, others in counted:
        for other in others if int(cell.text or 0) else []:
            other.text = report.truth[other.key] = str(int(other.text) - int(cell.text))
        report.truth[cell.key] = ""
        report.gone.add(cell.key)
    del table.rows[number]


def is_less(cell, others):
    """Whether a cell has a plain number that can be taken from those of others, or none."""
    if not all(other.text.isdigit() or not other.text for other in (cell, *others)):
        return False
    return all(int(other.text or 0) >= int(cell.text or 0) for other in others)


@grid_damage
def other_incomplete(report, rng):
    """Of the three rows of 其他处理 one or two are not there, and never were."""
    table = report.table("requests")
    rows = table.group_rows("（六）")
    if len(rows) == 3:
        for number in sorted(rng.sample(rows, rng.choice([1, 1, 2])), reverse=True):
            take_out(report, table, number)


@grid_damage
def other_not_parted(report, rng):
    """In the form of 2021 其他处理 is one row, as in that of 2019."""
    table = report.table("requests")
    rows = table.group_rows("（六）")
    if len(rows) != 3:
        return
    columns = list(zip(*(table.rows[number][3:] for number in rows)))
    if not all(cell.text.isdigit() or not cell.text for column in columns for cell in column):
        return
    sums = [str(sum(int(cell.text or 0) for cell in column)) for column in columns]
    for key in report.truth:
        if key.startswith("requests.other."):
            report.truth[key] = ""
            report.gone.add(key)
    first = table.rows[rows[0]]
    table.rows[rows[0]:rows[-1] + 1] = [[first[0], first[1], first[1]] + [Cell(text, kind="note") for text in sums]]


@grid_damage
def two_rows_in_one(report, rng):
    """Two rows below each other share one, the labels and the numbers of each in the same cells."""
    table = report.table("requests")
    rows = [i for i in table.value_rows()[:-1] if i + 1 in table.value_rows()]
    number = rng.choice(rows)
    upper, lower = table.rows[number:number + 2]
    joined = []
    for above, below in zip(upper, lower):
        if above is below:
            joined.append(above)
        elif above.key or below.key:
            joined.append(Cell("\n".join(cell.text for cell in (above, below) if cell.text)))
            report.lose([above, below])
        else:
            text = f"{above.text}\n{below.text}"
            joined.append(joined[-1] if joined and joined[-1].text == text else Cell(text))
    table.rows[number:number + 2] = [joined]


@grid_damage
def rows_elided(report, rng):
    """In place of some rows stands one of dots."""
    table = report.table("requests")
    start = rng.choice(table.value_rows())
    end = min(start + rng.randint(1, 6), len(table.rows))
    dots = rng.choice(["……", "...", "…", "（略）"])
    for row in table.rows[start:end]:
        report.lose(row)
    table.rows[start:end] = [[Cell(dots) for _ in range(table.width())]]


@grid_damage
def other_year(report, rng):
    """The title has a year of the other form."""
    year = rng.choice([2019, 2020] if report.form == 2021 else [2021, 2022, 2024])
    report.blocks = [
        Text(block.kind, block.text.replace(str(report.year), str(year))) if isinstance(block, Text) else block for block in report.blocks
    ]


@grid_damage
def numbered_anew(report, rng):
    """Headings have the numbers of an automatic list, or none."""
    words = dict(zip("一二三四五六", "123456"))
    style = rng.choice(["{}、 ", "{}. ", ""])
    report.blocks = [
        Text("heading", style.format(words[block.text[0]]) + block.text[2:])
        if isinstance(block, Text) and block.kind == "heading" and block.text[0] in words and rng.random() < 0.7 else block
        for block in report.blocks
    ]


@field_damage
def number_doubled(rows, rng, report):
    """In one to three rows a number stands twice, as language models write it, and the rest moves to the right."""
    numbers = number_rows(rows)
    for i in rng.sample(numbers, min(len(numbers), rng.randint(1, 3))):
        place = rng.choice(value_fields(rows[i]))
        report.gone.update(field.key for field in rows[i] if field.key)
        rows[i].insert(place + 1, Field(rows[i][place].text, None))


@field_damage
def zeros_added(rows, rng, report):
    """One to three rows end with zeros too many, as language models write them."""
    numbers = number_rows(rows)
    for i in rng.sample(numbers, min(len(numbers), rng.randint(1, 3))):
        report.gone.update(field.key for field in rows[i] if field.key)
        rows[i] += [Field("0", None)] * rng.randint(1, 3)


@field_damage
def rows_glued(rows, rng, report):
    """Some rows have nothing between their cells: 规章000."""
    share = rng.choice([0.1, 0.5])
    for i, row in enumerate(rows):
        keys = [field.key for field in row if field.key]
        if keys and rng.random() < share:
            report.gone.update(keys)
            rows[i] = [Field("".join(field.in_one_line() for field in row), keys[0])]


@field_damage
def label_around_numbers(rows, rng, report):
    """Some labels are broken, with half above and half below their numbers."""
    def broken(row):
        values = value_fields(row)
        labels = [number for number, field in enumerate(row) if not field.key and len(field.text) > 4]
        if len(values) < 5 or not labels or labels[-1] >= values[0] or rng.random() >= 0.3:
            return [row]
        place = labels[-1]
        text, half = row[place].text, len(row[place].text) // 2
        above, below = ([EMPTY] * place + [Field(piece, None)] for piece in (text[:half], text[half:]))
        return [above, row[:place] + [EMPTY] + row[place + 1:], below]

    put_in_place(rows, broken)


@field_damage
def empty_fields_lost(rows, rng, report):
    """In one to three rows all empty fields are lost, and the numbers behind them move up."""
    numbers = number_rows(rows)
    for number in rng.sample(numbers, min(len(numbers), rng.randint(1, 3))):
        rows[number] = [field for field in rows[number] if field.text]
