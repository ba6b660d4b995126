"""Tables as lines of text, a row a line: tabs, pipes, commas, spaces."""

import unicodedata

from flattening import EMPTY, GONE, NARROW, ONCE, REPEATED, flatten, write_blocks
from registry import text_layout

STYLES = (ONCE, NARROW, REPEATED)


def joined(report, rng, style, separator, start="", end=""):
    """Fields with a separator between them."""
    def write(table):
        rows = flatten(report, table, rng, style)
        return [start + separator.join(field.in_one_line() for field in row) + end for row in rows]

    return write_blocks(report, write)


@text_layout
def tabs(report, rng):
    """A tab between fields."""
    return joined(report, rng, rng.choice([ONCE, ONCE, NARROW]), "\t")


@text_layout
def tabs_doubled(report, rng):
    """Two tabs between fields, what merged cells cover lost, as resiliparse writes it."""
    return joined(report, rng, GONE, "\t\t")


@text_layout
def tabs_repeated(report, rng):
    """A tab between fields, merged cells repeated."""
    return joined(report, rng, REPEATED, "\t")


@text_layout
def pipes(report, rng):
    """A pipe before, between and behind fields."""
    return joined(report, rng, rng.choice(STYLES), "|", "|", "|")


@text_layout
def pipes_behind(report, rng):
    """A pipe between fields and at the end of lines."""
    return joined(report, rng, rng.choice([NARROW, ONCE]), "| ", "", " |")


@text_layout
def pipes_between(report, rng):
    """A pipe between fields only."""
    return joined(report, rng, rng.choice(STYLES), " | ")


@text_layout
def markdown(report, rng):
    """Tables of Markdown, the first row as header."""
    style = rng.choice(STYLES)

    def write(table):
        rows = flatten(report, table, rng, style)
        width = max(map(len, rows))
        lines = []
        for row in rows:
            texts = [field.text.replace("\n", "<br>") for field in row + [EMPTY] * (width - len(row))]
            lines.append("| " + " | ".join(texts) + " |")
        return ["", lines[0], "|" + "---|" * width] + lines[1:]

    return write_blocks(report, write, "## {}")


@text_layout
def markdown_pieces(report, rng):
    """Tables of Markdown with separators and blank lines in their midst, as text recognition makes them."""
    def write(table):
        lines = []
        for number, row in enumerate(flatten(report, table, rng, ONCE)):
            lines.append("| " + " | ".join(field.in_one_line() for field in row) + " |")
            if number == 0 or rng.random() < 0.15:
                lines.append("|" + "---|" * len(row))
            if rng.random() < 0.1:
                lines.append("")
        return lines

    return write_blocks(report, write)


@text_layout
def commas(report, rng):
    """Comma or semicolon between fields, quoted where needed; perhaps all lines filled up to the same number of fields."""
    separator = rng.choice([",", ",", ";", "，"])
    width = 15 if rng.random() < 0.5 else 0
    style = rng.choice(STYLES)

    def quoted(text):
        if separator in text or "\n" in text or '"' in text:
            return '"' + text.replace('"', '""') + '"'
        return text

    def write(table):
        rows = flatten(report, table, rng, style)
        return [separator.join([quoted(field.text) for field in row] + [""] * (width - len(row))) for row in rows]

    lines = write_blocks(report, write)
    if not width:
        return lines
    return [line if line.count(separator) >= width - 1 else quoted(line) + separator * (width - 1) for line in lines]


@text_layout
def spaces(report, rng):
    """One to three spaces between fields, empty fields lost."""
    gap = rng.choice([" ", "  ", "   "])

    def write(table):
        rows = flatten(report, table, rng, GONE)
        return [gap.join(field.in_one_line() for field in row if field.text) for row in rows]

    return write_blocks(report, write, blank_line=rng.random() < 0.5)


@text_layout
def one_line(report, rng):
    """A line for each table or for all of the report; a space, a tab or a pipe between fields, empty fields lost."""
    separator = rng.choice([" ", " ", "\t", "|", " | "])

    def write(table):
        rows = flatten(report, table, rng, rng.choice([GONE, GONE, REPEATED]))
        return [separator.join(field.in_one_line() for row in rows for field in row if field.text)]

    lines = write_blocks(report, write)
    return [separator.join(line for line in lines if line)] if rng.random() < 0.6 else lines


@text_layout
def markdown_one_line(report, rng):
    """Tables of Markdown with nothing or a space in place of all line ends."""
    return [rng.choice(["", " "]).join(line for line in markdown(report, rng) if line)]


@text_layout
def aligned(report, rng):
    """Columns lined up with spaces, two columns of the screen for a Chinese character."""
    def write(table):
        rows = [[field.in_one_line() for field in row] for row in flatten(report, table, rng, ONCE)]
        widths = [0] * max(map(len, rows))
        for row in rows:
            for column, text in enumerate(row):
                widths[column] = max(widths[column], min(shown_width(text), 44))
        return ["  ".join(map(padded, row, widths)).rstrip() for row in rows]

    return write_blocks(report, write)


def shown_width(text):
    """How many columns of the screen the text takes."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def padded(text, width):
    """The text, filled up with spaces."""
    return text + " " * max(0, width - shown_width(text))
