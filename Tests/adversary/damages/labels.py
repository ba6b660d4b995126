"""Labels that are lost, cut, misread or broken."""

from registry import grid_damage

GROUPS = ("三、", "（三）", "（四）", "（五）", "（六）")
MISREAD = dict(zip("国秘己申未请止法公信复政理处关结", "园祕已甲末清正珐么佶夏玫埋外美给"))


def request_labels(report):
    """The labels of the second table."""
    return [cell for cell in report.table("requests").cells() if cell.kind == "label" and cell.text]


@grid_damage
def lose_label(report, rng):
    """The label of one or two rows is empty."""
    table = report.table(rng.choice(["requests", "requests", "proactive"]))
    count, rows = rng.choice([1, 1, 2]), table.value_rows()
    for number in sorted(rng.sample(rows, min(count, len(rows)))):
        [cell for cell in table.rows[number] if not cell.key][-1].text = ""


@grid_damage
def lose_groups(report, rng):
    """The labels of all groups are empty."""
    for cell in report.table("requests").cells():
        if cell.text.startswith(GROUPS):
            cell.text = ""


@grid_damage
def cut_labels(report, rng):
    """Some labels lack their end."""
    count = rng.randint(1, 6)
    for cell in rng.sample(request_labels(report), count):
        cell.text = cell.text[:max(3, len(cell.text) - rng.randint(2, 8))]


@grid_damage
def cut_all_labels(report, rng):
    """Of every label the first three to five characters are left."""
    for cell in request_labels(report):
        cell.text = cell.text[:rng.choice([3, 4, 5])]


@grid_damage
def number_labels(report, rng):
    """Of the labels that begin with a number only that is left."""
    for cell in request_labels(report):
        if cell.text[0].isdigit():
            cell.text = cell.text[:2]


@grid_damage
def misread_labels(report, rng):
    """Characters of labels and headers are taken for others that look alike."""
    for table in report.tables():
        for cell in table.cells():
            if not cell.key:
                cell.text = "".join(MISREAD.get(c, c) if rng.random() < 0.3 else c for c in cell.text)


@grid_damage
def wrap_headers(report, rng):
    """Header words are broken into two lines."""
    for table in report.tables():
        for cell in table.cells():
            if cell.kind == "head" and 3 <= len(cell.text) <= 8:
                half = len(cell.text) // 2
                cell.text = cell.text[:half] + "\n" + cell.text[half:]


@grid_damage
def upright_labels(report, rng):
    """Groups are written from top to bottom, one character a line."""
    for cell in report.table("requests").cells():
        if cell.text.startswith(GROUPS) or cell.text == "自然人":
            cell.text = "\n".join(cell.text)
