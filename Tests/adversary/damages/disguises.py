"""Numbers and labels in disguise: what stands in a cell is no plain number, or stands under words that say something else."""

import copy

from damages.malice import some_row
from damages.values import rewrite
from registry import grid_damage
from report import Cell, Table

UNKNOWN = "?"  # no value that a cell could show
WORDS = dict(zip("0123456789", ("零", "一", "二", "三", "四", "五", "六", "七", "八", "九")))
FORMAL = dict(zip("0123456789", ("零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖")))
NOTHING_TOLD = ("详见附件", "保密", "见附件3", "不公开", "待统计", "N/A", "同上", "未统计", "*", "***", "……")
ROUGH = ("约{}", "{}余", "不足{}", ">{}", "≥{}", "{}以上", "近{}", "{}±1", "{}-9", "{}～9", "{}?", "({}", "{}或9", "{}%")


def blur(report, rng, change, share):
    """Writes this share of the numbers so that the cell no longer shows which number it is."""
    for table in report.tables():
        for cell in table.cells():
            if cell.key and cell.text.isdigit() and rng.random() < share:
                cell.text = change(cell.text)
                report.truth[cell.key] = UNKNOWN
                report.gone.add(cell.key)
                report.erased.add(cell.key)  # the sums may still tell it


@grid_damage
def nothing_told(report, rng):
    """Words stand in place of some numbers: 详见附件, 保密, 未统计."""
    blur(report, rng, lambda text: rng.choice(NOTHING_TOLD), 0.08)


@grid_damage
def rough_numbers(report, rng):
    """Some numbers are rough: 约3, 3余, 3-9."""
    blur(report, rng, lambda text: rng.choice(ROUGH).format(text), 0.08)


@grid_damage
def two_lines(report, rng):
    """Some cells have two numbers below each other, and only sums may tell which counts."""
    for table in report.tables():
        for cell in table.cells():
            if cell.key and cell.text.isdigit() and rng.random() < 0.06:
                report.gone.add(cell.key)
                cell.text = f"{cell.text}\n{int(cell.text) + rng.randint(1, 9)}"


@grid_damage
def ten_thousands(report, rng):
    """Some numbers are told in 万 or 千, each exactly."""
    def change(text):
        number = int(text)
        if number < 1_000 or text.startswith("0"):
            return text
        return f"{number / 10_000:.4f}".rstrip("0") + "万" if rng.random() < 0.7 else f"{number / 1_000:.3f}".rstrip("0").rstrip(".") + "千"

    rewrite(report, rng, lambda text: change(text) if text.isdigit() else text, 0.5)


@grid_damage
def own_units(report, rng):
    """The amount of the fees has its unit in the cell, and not always that of the form."""
    for table in report.tables():
        for cell in table.cells():
            if cell.key == "proactive.fees:amount" and cell.text.replace(".", "").isdigit():
                unit, factor = rng.choice([("元", 10_000), ("万元", 1), ("千元", 10), ("万", 1), ("元整", 10_000), ("（元）", 10_000), ("人民币元", 10_000)])
                whole, _, decimals = cell.text.partition(".")
                yuan = int(whole) * 10_000 + int(decimals.ljust(4, "0") or 0)
                cell.text = f"{yuan * factor // 10_000}{unit}" if yuan * factor % 10_000 == 0 else cell.text + "万元"


@grid_damage
def number_words(report, rng):
    """Some small numbers are words with their unit: 三件, 零件, 〇, 两件, 叁."""
    def change(text):
        if len(text) > 1 or not text.isdigit():
            return text
        choices = [WORDS[text] + "件", FORMAL[text], WORDS[text]]
        choices += ["〇"] if text == "0" else ["两件"] if text == "2" else []
        return rng.choice(choices)

    rewrite(report, rng, change, 0.15)


@grid_damage
def negative_styles(report, rng):
    """Negative numbers are written as accountants or authors do: (5), 减5, 5-, ▲5."""
    for table in report.tables():
        for cell in table.cells():
            if cell.key and cell.text.startswith("-") and cell.text[1:].isdigit():
                cell.text = rng.choice(["({})", "（{}）", "减{}", "{}-", "▲{}", "负{}", "减少{}", "－{}", "−{}", "–{}", "↓{}"]).format(cell.text[1:])
                report.gone.add(cell.key)


@grid_damage
def strange_thousands(report, rng):
    """Large numbers have signs among their digits that may part thousands or decimals."""
    separator = rng.choice(["、", ".", "．", "·", "’", "`", "_", ", ", "٬"])
    for table in report.tables():
        for cell in table.cells():
            if cell.key and cell.text.isdigit() and len(cell.text) >= 4:
                cell.text = f"{int(cell.text):,}".replace(",", separator)
                report.gone.add(cell.key)


@grid_damage
def scientific(report, rng):
    """Some numbers are written with an exponent, or with decimals that are all 0."""
    rewrite(report, rng, lambda text: rng.choice(["{}E0", "{}e+00", "{}.00", "{}.", "+{}.0"]).format(text) if text.isdigit() else text, 0.1)
    for table in report.tables():
        for cell in table.cells():
            if cell.key and ("E" in cell.text or "e" in cell.text or cell.text.endswith(".")):
                report.gone.add(cell.key)


@grid_damage
def label_copied(report, rng):
    """A row has the label of the next one: nobody knows which is which."""
    table = report.table("requests")
    numbers = [
        i for i in table.value_rows()[:-1] if table.rows[i][1] is table.rows[i + 1][1] and table.rows[i][2] is not table.rows[i][1]
    ]
    number = rng.choice(numbers)
    report.lose(table.rows[number])
    report.lose(table.rows[number + 1])
    table.rows[number][2].text = table.rows[number + 1][2].text


@grid_damage
def header_copied(report, rng):
    """A column has the header of the next one: nobody knows which is which."""
    table = report.table("requests")
    column = rng.choice([4, 5, 6, 7])
    for row in table.rows:
        report.lose([row[column], row[column + 1]])
        if row[column].kind == "head" and row[column] is not row[column + 1]:
            row[column].text = row[column + 1].text


@grid_damage
def sum_rows(report, rng):
    """A row has the sum of new and carried over, or that which shows that all sums hold."""
    table = report.table("requests")
    first = table.value_rows()[0]
    if rng.random() < 0.5:
        pairs = zip(table.rows[first], table.rows[first + 1])
        sums = [str(int(a.text) + int(b.text)) if a.key and a.text.isdigit() and b.text.isdigit() else "0" for a, b in pairs][3:]
        label = Cell(rng.choice(["合计（一+二）", "收到申请合计", "一、二项合计", "总计"]))
        table.rows.insert(first + 2, [label] * 3 + [Cell(text, kind="note") for text in sums])
    else:
        label = Cell(rng.choice(["勾稽校验", "差额", "平衡关系", "校验（应为0）"]))
        table.rows.append([label] * 3 + [Cell(rng.choice(["0", "√", "平"]) if rng.random() < 0.3 else "0", kind="note") for _ in range(7)])


@grid_damage
def years_in_rows(report, rng):
    """The third table has a row for last year and one for this."""
    table = report.table("review")
    header, row = table.rows[:-1], table.rows[-1]
    corner = Cell("年度", kind="head")
    last = [Cell(str(rng.randint(0, 9)), kind="note") for _ in row]
    report.told_by["review."] = (f"{report.year}年",)
    rows = [[Cell(f"{report.year - 1}年")] + last, [Cell(f"{report.year}年")] + row]
    if rng.random() < 0.3:
        rows.reverse()
    table.rows = [[corner] + line for line in header] + rows


@grid_damage
def years_in_columns(report, rng):
    """In the first section of 2021 each number of last year stands beside this year's, under a header of its own."""
    table = report.table("proactive")
    if report.form != 2021:
        return
    own, last = Cell(f"{report.year}年", kind="head"), Cell(f"{report.year - 1}年", kind="head")
    is_last_first = rng.random() < 0.5
    rows = []
    for number, row in enumerate(table.rows):
        new, width = [row[0]], sum(cell is row[1] for cell in row[1:])
        for cell in row[1::width]:
            other = Cell(str(rng.randint(0, 300)), kind="note") if cell.key else cell
            new += [other if (half == 0) == is_last_first else cell for half in (0, 1) for _ in range(width)]
        rows.append(new)
        if number == 1:
            years = [last, own] if is_last_first else [own, last]
            rows.append([Cell("", kind="head")] + [copy.copy(year) for _ in row[1:] for year in years])
    table.rows = rows


@grid_damage
def total_of_groups(report, rng):
    """Each group begins with a row of its own that has the group's sum beside its label."""
    table = report.table("requests")
    for group in ("（三）", "（四）", "（五）"):
        rows = table.group_rows(group)
        if not rows:
            continue
        sums = [sum(int(report.truth[table.rows[i][j].key] or 0) if (report.truth[table.rows[i][j].key] or "0").isdigit() else 0 for i in rows)
                for j in range(3, 10)]
        label = Cell(table.rows[rows[0]][1].text)
        table.rows.insert(rows[0], [table.rows[rows[0]][0], label, label] + [Cell(str(number), kind="note") for number in sums])


@grid_damage
def item_again(report, rng):
    """An item stands in another group as well, with other numbers: nobody knows which are true."""
    table, number = some_row(report, rng)
    others = [i for i in table.value_rows() if table.rows[i][1] is not table.rows[number][1]]
    place = rng.choice(others)
    report.lose(table.rows[number])
    copied = table.rows[place][:2] + [Cell(table.rows[number][2].text)] + [Cell(str(rng.randint(0, 99)), kind="note") for _ in range(7)]
    table.rows.insert(place, copied)


@grid_damage
def narrow_summary(report, rng):
    """A summary with the same labels and only the totals stands before the second table, for the whole county."""
    table = report.table("requests")
    rows = [[Cell("项目", kind="head"), Cell("全县合计", kind="head")]]
    for number in table.value_rows():
        rows.append([Cell(table.rows[number][2].text), Cell(str(rng.randint(0, 999)), kind="note")])
    report.blocks.insert(report.blocks.index(table), Table("summary", rows))
