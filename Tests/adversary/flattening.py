"""Tables as rows of fields, which is what text has in place of cells: what becomes of the positions that a merged cell covers."""

from typing import NamedTuple, Optional

from registry import FIELD_DAMAGES
from report import Table


class Field(NamedTuple):
    """A text between two separators, and the slot whose value it is."""

    text: str
    key: Optional[str]

    def in_one_line(self):
        """Its text without breaks."""
        return self.text.replace("\n", " " if self.text.replace("\n", "").isdigit() else "")


EMPTY = Field("", None)

# How a merged cell is written.
REPEATED = "repeated"  # its text stands in every position
ONCE = "once"  # its text stands in the first position, the others are empty fields
NARROW = "narrow"  # the same, but positions to the right of the first are lost
GONE = "gone"  # all positions but the first are lost


def flatten(report, table, rng, style):
    """The table's rows of fields, with the report's damages of fields done to them."""
    rows = [flatten_row(table, number, style) for number in range(len(table.rows))]
    if report.damaged_table == table.name:
        for name in report.field_damages:
            FIELD_DAMAGES[name](rows, rng, report)
    return rows


def flatten_row(table, number, style):
    """The fields of one row."""
    row = table.rows[number]
    above = table.rows[number - 1] if number > 0 else []
    fields = []
    for column, cell in enumerate(row):
        from_left = column > 0 and row[column - 1] is cell
        from_above = column < len(above) and above[column] is cell
        if style == REPEATED:
            fields.append(Field(cell.text, None if from_left else cell.key))
        elif not from_left and not from_above:
            fields.append(Field(cell.text, cell.key))
        elif style == ONCE or (style == NARROW and not from_left):
            fields.append(EMPTY)
    return fields


def write_blocks(report, write_table, heading="{}", blank_line=True):
    """The report's lines: its tables as write_table has them, a blank line behind each, and its other blocks as they are."""
    lines = []
    for block in report.blocks:
        if isinstance(block, Table):
            lines += write_table(block)
            lines += [""] if blank_line else []
        else:
            lines.append(block.text if block.kind == "paragraph" else heading.format(block.text))
    return lines
