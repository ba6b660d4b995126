"""A report as a list of blocks: headings, paragraphs and tables; and what the finished file says in each slot of the form."""

from dataclasses import dataclass, field
from typing import NamedTuple, Optional


@dataclass(eq=False)
class Cell:
    """A cell; one that is merged over several positions is the same object in each of them."""

    text: str = ""
    key: Optional[str] = None  # the slot of the form whose value stands here
    kind: str = "label"  # label, head, value, or note for what is no part of the form


class Placed(NamedTuple):
    """A cell at its first position, with how many rows and columns it covers."""

    row: int
    column: int
    cell: Cell
    rows: int
    columns: int


class Table:
    """A matrix of cells. Damages may leave its rows unequally long."""

    def __init__(self, name, rows):
        self.name = name
        self.rows = rows

    def cells(self):
        """Every cell once, row by row."""
        return list(dict.fromkeys(cell for row in self.rows for cell in row))

    def value_rows(self):
        """The numbers of the rows that hold values."""
        return [number for number, row in enumerate(self.rows) if any(cell.key for cell in row)]

    def group_rows(self, start):
        """The numbers of the value rows whose group, the second column, begins with this text."""
        return [number for number in self.value_rows() if self.rows[number][1].text.startswith(start)]

    def width(self):
        """How many columns the longest row has."""
        return max(map(len, self.rows))

    def placed(self):
        """Every cell with its spans, row by row."""
        taken, result = set(), []
        for i, row in enumerate(self.rows):
            for j, cell in enumerate(row):
                if (i, j) in taken:
                    continue
                columns = 1
                while j + columns < len(row) and row[j + columns] is cell and (i, j + columns) not in taken:
                    columns += 1
                rows = 1
                while i + rows < len(self.rows) and self._covers(cell, i + rows, j, columns):
                    rows += 1
                taken.update((i + a, j + b) for a in range(rows) for b in range(columns))
                result.append(Placed(i, j, cell, rows, columns))
        return result

    def is_own(self):
        """Whether it is a table of the report itself: its cells are those of slots."""
        return any(cell.key for row in self.rows for cell in row)

    def _covers(self, cell, i, j, columns):
        """Whether the cell goes on in the row i, over all its columns."""
        row = self.rows[i]
        return j + columns <= len(row) and all(row[j + k] is cell for k in range(columns))


class Text(NamedTuple):
    """A block that is no table; kind is title, heading or paragraph."""

    kind: str
    text: str


@dataclass
class Report:
    """A report in the making. Damages change the blocks, and with them what is true of the file."""

    form: int  # 2019 or 2021
    slots: list  # the slots of that form, as figures.read_form gives them
    figures: str  # what its numbers look like, a key of figures.FIGURES
    year: int = 0
    blocks: list = field(default_factory=list)
    truth: dict = field(default_factory=dict)  # slot: the value that the file shows, "" for an empty cell
    gone: set = field(default_factory=set)  # slots whose value no longer stands in the file
    erased: set = field(default_factory=set)  # slots that were emptied, but may be derived from the sums
    unknowable: set = field(default_factory=set)  # slots that the file shows as any careful reader would misread them
    told_by: dict = field(default_factory=dict)  # the start of slots' keys: words without which the file does not tell which is which
    field_damages: list = field(default_factory=list)  # damages of fields, done while the table is written
    damaged_table: str = ""  # the table that they strike

    def tables(self):
        """The blocks that are tables."""
        return [block for block in self.blocks if isinstance(block, Table)]

    def table(self, name):
        """The first table of this name, None where it is no longer there."""
        return next((table for table in self.tables() if table.name == name), None)

    def lose(self, cells):
        """Notes that the values of these cells no longer stand in the file."""
        self.gone.update(cell.key for cell in cells if cell.key)
