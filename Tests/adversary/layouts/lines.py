"""Tables as lines of text, a cell a line."""

from flattening import GONE, NARROW, ONCE, REPEATED, flatten, write_blocks
from registry import text_layout


@text_layout
def cell_lines(report, rng):
    """A line for each cell, an empty one for an empty cell."""
    def write(table):
        return [field.text for row in flatten(report, table, rng, GONE) for field in row]

    return write_blocks(report, write, blank_line=False)


@text_layout
def cell_lines_covered(report, rng):
    """A line for each cell, and an empty one for what a merged cell covers."""
    def write(table):
        return [field.text for row in flatten(report, table, rng, rng.choice([ONCE, NARROW])) for field in row]

    return write_blocks(report, write, blank_line=False)


@text_layout
def cell_lines_spaced(report, rng):
    """A line for each cell that is not empty, a blank line behind each."""
    def write(table):
        rows = flatten(report, table, rng, GONE)
        return [line for row in rows for field in row if field.text for line in (field.text, "")]

    return write_blocks(report, write, blank_line=False)


@text_layout
def cell_lines_tabbed(report, rng):
    """A line for each cell with a tab before it, a blank line behind each row."""
    def write(table):
        rows = flatten(report, table, rng, NARROW)
        return [line for row in rows for line in ["\t" + field.text for field in row] + [""]]

    return write_blocks(report, write)


@text_layout
def cell_lines_piped(report, rng):
    """A line for each cell with a pipe before it, a pipe and a blank line behind each row."""
    def write(table):
        rows = flatten(report, table, rng, NARROW)
        return [line for row in rows for line in ["| " + field.in_one_line() for field in row] + ["|", ""]]

    return write_blocks(report, write)


@text_layout
def cell_lines_tabs_between(report, rng):
    """A line for each cell and one with a tab between cells, more empty lines behind each row, as browsers copy paragraphs in cells."""
    breaks = rng.choice([1, 2])

    def write(table):
        gap = [""] * (breaks - 1)
        lines = []
        for row in flatten(report, table, rng, GONE):
            for number, field in enumerate(row):
                lines += ([*gap, "\t", *gap] if number else []) + ([field.in_one_line()] if field.text else [])
            lines += [""] * 2 * breaks
        return lines

    return write_blocks(report, write)


@text_layout
def cell_lines_apart(report, rng):
    """A line for each cell, as many empty lines behind each, empty ones too, and some more behind each row."""
    behind_cell, behind_row = rng.randint(2, 4), rng.randint(0, 3)

    def write(table):
        rows = flatten(report, table, rng, GONE)
        return [line for row in rows for field in row for line in [field.text] + [""] * (behind_cell - 1)
                + [""] * (behind_row if field is row[-1] else 0)]

    return write_blocks(report, write)


@text_layout
def cell_lines_repeated(report, rng):
    """A line for each cell, merged cells repeated in every position they cover, perhaps an empty line behind each."""
    gap = [""] * rng.randint(0, 1)

    def write(table):
        return [line for row in flatten(report, table, rng, REPEATED) for field in row for line in [field.in_one_line(), *gap]]

    return write_blocks(report, write, blank_line=False)
