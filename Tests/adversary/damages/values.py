"""Numbers that are erased, wrong in the original, or written in another way."""

from registry import grid_damage

FULL_WIDTH = str.maketrans("0123456789.-", "０１２３４５６７８９．－")


def rewrite(report, rng, change, share):
    """Writes this share of the numbers in another way; what they say stays the same."""
    for table in report.tables():
        for cell in table.cells():
            text = cell.text.lstrip("-").replace(".", "")
            if cell.key and cell.text.strip() and text.isdigit() and rng.random() < share:
                cell.text = change(cell.text)


@grid_damage
def erase_values(report, rng):
    """One to four cells are empty; the sums may still tell what stood there."""
    table = rng.choice(report.tables())
    for cell in rng.sample([cell for cell in table.cells() if cell.key], rng.randint(1, 4)):
        if cell.text.strip():
            cell.text = report.truth[cell.key] = ""
            report.erased.add(cell.key)


@grid_damage
def misprint(report, rng):
    """One to three numbers are wrong in the original, so that sums do not hold."""
    cells = [cell for cell in report.table("requests").cells() if cell.key and cell.text.isdigit()]
    for cell in rng.sample(cells, rng.randint(1, 3)):
        if int(cell.text) > 0:
            cell.text = str(int(cell.text) + rng.choice([1, 10, 2, -1]))
        else:
            cell.text = str(rng.randint(1, 3))
        report.truth[cell.key] = cell.text


@grid_damage
def full_width(report, rng):
    """Digits are of full width."""
    rewrite(report, rng, lambda text: text.translate(FULL_WIDTH), 0.7)


@grid_damage
def thousands(report, rng):
    """Large numbers have a separator, of whatever kind, behind the thousands."""
    separator = rng.choice([",", "，", " ", "\u00a0", "\u2009", "'"])
    for table in report.tables():
        for cell in table.cells():
            if cell.key and cell.text.lstrip("-").isdigit() and len(cell.text.lstrip("-")) >= 4:
                cell.text = f"{int(cell.text):,}".replace(",", separator)


@grid_damage
def spaced_digits(report, rng):
    """Spaces stand between the digits of a number."""
    rewrite(report, rng, " ".join, 0.15)


@grid_damage
def units(report, rng):
    """Numbers have their unit behind them."""
    rewrite(report, rng, lambda text: text + rng.choice(["件", "件", "条"]), 0.3)


@grid_damage
def footnotes(report, rng):
    """Numbers have the mark of a footnote behind them."""
    mark = rng.choice(["①", "[1]", "*", "（注1）", "¹", "†", "(1)", "注"])
    rewrite(report, rng, lambda text: text + mark, 0.08)


@grid_damage
def remarks_in_cells(report, rng):
    """Numbers have a remark with another number behind them."""
    remarks = ["（含上年结转3件）", "（其中网络申请2件）", "(见附件2)"]
    rewrite(report, rng, lambda text: text + rng.choice(remarks), 0.05)


@grid_damage
def decimals(report, rng):
    """Whole numbers end with .0."""
    rewrite(report, rng, lambda text: text if "." in text else text + ".0", 0.2)


@grid_damage
def plus_signs(report, rng):
    """Numbers have a plus before them."""
    rewrite(report, rng, lambda text: text if text.startswith("-") else "+" + text, 0.3)


@grid_damage
def leading_zeros(report, rng):
    """Numbers are filled up with zeros."""
    rewrite(report, rng, lambda text: text if text.startswith("-") or "." in text else text.zfill(3), 0.3)


@grid_damage
def misread_digits(report, rng):
    """Letters stand where 0 and 1 should."""
    def letters(text):
        zero, one = ("O", "l") if rng.random() < 0.5 else ("o", "I")
        return text.replace("0", zero).replace("1", one)

    rewrite(report, rng, letters, 0.1)
