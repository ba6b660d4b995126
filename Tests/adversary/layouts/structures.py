"""What programs print: labels with values, JSON, lists."""

import json

from flattening import ONCE, flatten, write_blocks
from registry import text_layout
from report import Table, Text


@text_layout
def key_values(report, rng):
    """A line for each value, behind its labels."""
    separator = rng.choice(["：", ": ", "="])
    names = {}
    for slot in report.slots:
        labels = [slot["row_label"]] if slot["row_label"] else []
        names[slot["key"]] = " / ".join(labels + [slot["column_label"]]).replace(" / ", "-")
    lines = []
    for block in report.blocks:
        if isinstance(block, Table):
            lines += [names[cell.key] + separator + cell.text for cell in block.cells() if cell.key]
        else:
            lines.append(block.text)
    return lines


@text_layout
def json_rows(report, rng):
    """Tables as JSON: one object, or a line for each row."""
    tables = [[[field.text for field in row] for row in flatten(report, table, rng, ONCE)] for table in report.tables()]
    if rng.random() < 0.5:
        title = report.blocks[0].text if report.blocks and isinstance(report.blocks[0], Text) else ""
        whole = {"title": title, "tables": tables}
        return json.dumps(whole, ensure_ascii=False, indent=rng.choice([None, 1, 2])).split("\n")
    return [line for rows in tables for line in [json.dumps(row, ensure_ascii=False) for row in rows] + [""]]


@text_layout
def python_lists(report, rng):
    """Rows as Python prints lists, with None for some empty fields."""
    def write(table):
        rows = flatten(report, table, rng, ONCE)
        return [str([field.text if field.text or rng.random() < 0.5 else None for field in row]) for row in rows]

    return write_blocks(report, write)
