"""Damages that a stranger's file may have: other ways to write a number, a table turned, columns beside it, cells in pieces."""

import copy

from damages.columns import reorder
from damages.values import rewrite
from invention import invent
from registry import field_damage, grid_damage, line_damage
from report import Cell, Table, Text

CHINESE = "零一二三四五六七八九"
TRADITIONAL = str.maketrans("对应开请关数计总规章范处罚强费诉讼复议维结审经业团组织机构务报县乡镇说无价", "對應開請關數計總規章範處罰強費訴訟複議維結審經業團組織機構務報縣鄉鎮說無價")


def chinese(number):
    """A number below 100 as it is written in Chinese."""
    tens, ones = divmod(number, 10)
    return ("十" if tens == 1 else CHINESE[tens] + "十" if tens else "") + (CHINESE[ones] if ones or not tens else "")


@grid_damage
def chinese_numerals(report, rng):
    """Some small numbers are written in Chinese."""
    rewrite(report, rng, lambda text: chinese(int(text)) if text.isdigit() and int(text) < 100 else text, 0.1)


@grid_damage
def decimal_commas(report, rng):
    """The amount has a comma for its point; before three digits the file says that it parts thousands."""
    for table in report.tables():
        for cell in table.cells():
            if cell.key and "." in cell.text:
                cell.text = cell.text.replace(".", ",")
                whole, decimals = cell.text.split(",")
                if len(decimals) == 3 and 0 < len(whole) < 4 and whole != "0":
                    report.truth[cell.key] = whole + decimals


@grid_damage
def fraction_units(report, rng):
    """Numbers have units with words: 共3件, 3件次, 约3件."""
    rewrite(report, rng, lambda text: rng.choice(["共{}件", "{}件次", "{} 件", "{}（件）"]).format(text), 0.1)


@grid_damage
def zero_width(report, rng):
    """Characters that nobody sees stand in labels and numbers."""
    unseen = rng.choice(["\u200b", "\u00ad", "\ufeff", "\u200e", "\u2060"])
    for table in report.tables():
        for cell in table.cells():
            if len(cell.text) > 1 and rng.random() < 0.3:
                cut = rng.randint(1, len(cell.text) - 1)
                cell.text = cell.text[:cut] + unseen + cell.text[cut:]


@grid_damage
def traditional(report, rng):
    """Labels are in traditional characters."""
    for table in report.tables():
        for cell in table.cells():
            if not cell.key:
                cell.text = cell.text.translate(TRADITIONAL)


@grid_damage
def turned(report, rng):
    """Rows and columns of the third table, or of the second, have changed places."""
    table = report.table(rng.choice(["review", "review", "requests"]))
    table.rows = [list(column) for column in zip(*table.rows)]


@grid_damage
def review_by_result(report, rng):
    """The third table has a row for each result and a column for each kind of case."""
    table = report.table("review")
    values = table.rows[-1]
    words = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    heads = ("行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）")
    table.rows = [[Cell("类别", kind="head")] + [Cell(word, kind="head") for word in heads]]
    for number, word in enumerate(words):
        table.rows.append([Cell(word)] + [values[number + start] for start in (0, 5, 10)])


@grid_damage
def review_by_case(report, rng):
    """The third table has a row for each kind of case and a column for each result."""
    table = report.table("review")
    values = table.rows[-1]
    words = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    table.rows = [[Cell("类别", kind="head")] + [Cell(word, kind="head") for word in words]]
    for word, start in (("行政复议", 0), ("未经复议直接起诉", 5), ("复议后起诉", 10)):
        table.rows.append([Cell(word)] + values[start:start + 5])


@grid_damage
def column_to_end(report, rng):
    """A column of numbers stands behind all others."""
    column = rng.randint(3, 8)
    reorder(report.table("requests"), [other for other in range(10) if other != column] + [column])


@grid_damage
def beside(report, rng):
    """Two tables stand side by side in one."""
    first, second = report.table("proactive"), report.table("requests")
    place = report.blocks.index(second)
    width, height = first.width(), max(len(first.rows), len(second.rows))
    for table in (first, second):
        table.rows += [[Cell() for _ in range(table.width())] for _ in range(height - len(table.rows))]
    second.rows = [left + [Cell()] + right for left, right in zip(first.rows, second.rows)]
    assert width
    report.blocks.pop(place)
    report.blocks[report.blocks.index(first)] = second


@grid_damage
def numbers_as_text_again(report, rng):
    """A sentence below each table tells its numbers once more, with others from the year before."""
    for table in report.tables():
        place = report.blocks.index(table) + 1
        words = "；".join(f"{cell.text}件" for cell in table.cells()[-8:] if cell.key)
        report.blocks.insert(place, Text("paragraph", f"上表数据依次为：{words}；上年为{rng.randint(1, 90)}件、{rng.randint(1, 90)}件。"))


@grid_damage
def other_office_first(report, rng):
    """A summary table of several offices stands before the report's own."""
    rows = [[Cell(word, kind="head") for word in ("单位", "本年新收", "上年结转", "予以公开", "结转下年度")]]
    rows += [
        [Cell(name)] + [Cell(str(rng.randint(0, 99)), kind="note") for _ in range(4)] for name in ("柳湾镇", "白鹿乡", "大兴街道", "合计")
    ]
    report.blocks.insert(report.blocks.index(report.tables()[0]), Table("summary", rows))


@grid_damage
def continued(report, rng):
    """The second table goes on behind 续表 with its header again, on each page."""
    table = report.table("requests")
    header, place = table.rows[:3], report.blocks.index(table)
    numbers = sorted(rng.sample(table.value_rows()[1:], 3))
    pieces = [Table("requests", table.rows[:numbers[0]])]
    for start, end in zip(numbers, numbers[1:] + [len(table.rows)]):
        pieces += [Text("paragraph", rng.choice(["续表", "（续上表）", "续表3"])), Table("requests2", copy.deepcopy(header) + table.rows[start:end])]
    report.blocks[place:place + 1] = pieces


@grid_damage
def last_year_in_brackets(report, rng):
    """Last year's numbers stand in brackets behind this year's."""
    rewrite(report, rng, lambda text: f"{text}（{rng.randint(0, 99)}）", 0.2)


@grid_damage
def slash_pairs(report, rng):
    """This year's and last year's numbers stand with a slash between them."""
    rewrite(report, rng, lambda text: f"{text}/{rng.randint(0, 99)}", 0.2)


@grid_damage
def same_column_twice(report, rng):
    """Each number is followed by a column with last year's, under a header of its own."""
    other = invent(rng, report.form, report.slots, report.figures).table("review")
    table = report.table("review")
    rows = []
    for number, row in enumerate(table.rows):
        new = []
        for column, cell in enumerate(row):
            new.append(cell)
            if any(c.key for c in row):
                new.append(Cell(other.rows[-1][column].text, kind="note"))
            else:
                new.append(cell if number < 2 and column + 1 < len(row) and row[column + 1] is cell else Cell("上年", kind="head"))
        rows.append(new)
    table.rows = rows


@field_damage
def cells_joined(rows, rng, report):
    """Labels and values of some rows stand in one field, with colons."""
    for i, row in enumerate(rows):
        keys = [field for field in row if field.key]
        if len(keys) >= 5 and rng.random() < 0.2:
            label = "".join(field.text for field in row if not field.key)
            words = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
            text = label + "：" + "，".join(f"{word}{field.text}件" for word, field in zip(words, keys))
            rows[i] = [type(keys[0])(text, keys[0].key)]


@field_damage
def number_cut_at_line_end(rows, rng, report):
    """A number is cut by the end of the line; its last digit begins the next."""
    places = [
        (i, j) for i, row in enumerate(rows) for j, field in enumerate(row)
        if field.key and len(field.text) > 1 and field.text.isdigit() and i + 1 < len(rows)
    ]
    if places:
        i, j = rng.choice(places)
        field = rows[i][j]
        rows[i][j] = type(field)(field.text[:-1], field.key)
        rows.insert(i + 1, [type(field)(field.text[-1], None)])


@line_damage
def carriage_returns_only(lines, rng):
    """Lines end with a carriage return alone, as on old Macs."""
    lines[:] = ["\r".join(lines)]


@line_damage
def nulls(lines, rng):
    """Null bytes stand among the lines."""
    for _ in range(3):
        number = rng.randrange(len(lines))
        lines[number] = "\x00" + lines[number]
