"""Reports as web pages."""

from html import escape

from flattening import GONE, NARROW, ONCE, flatten
from layouts.texts import aligned
from registry import html_layout
from report import Table

# What a reader of the page does not see, or sees above or struck through a number.
UNSEEN = (
    '<span style="display:none">{}</span>', '<span style="position:absolute;left:-9999px">{}</span>', "<span hidden>{}</span>",
    '<span style="visibility:hidden">{}</span>', '<span style="font-size:0">{}</span>', '<img alt="{}" src="x.gif">',
    "<!-- {} -->", "<script>var a={}</script>", "<sup>[{}]</sup>", "<del>{}</del>",
)


def escaped(text):
    """A text as HTML."""
    return escape(text, quote=False).replace("\n", "<br>")


def shown(cell):
    """The text of a cell as HTML."""
    return escaped(cell.text)


def page(body, style=""):
    """The lines of a page with this body."""
    start = f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>报告</title>{style}</head><body>'
    return [start] + body + ["</body></html>"]


def write_body(report, write_table):
    """The blocks of the report, its tables as write_table has them."""
    tags = {"title": "h1", "heading": "h2", "paragraph": "p"}
    lines = []
    for block in report.blocks:
        if isinstance(block, Table):
            lines += write_table(block)
        else:
            tag = tags[block.kind]
            lines.append(f"<{tag}>{escaped(block.text)}</{tag}>")
    return lines


def merged_table(table, show=shown, attributes=' border="1"'):
    """A table with its merged cells, whose contents `show` gives."""
    rows = ["" for _ in table.rows]
    for placed in table.placed():
        spans = f' rowspan="{placed.rows}"' if placed.rows > 1 else ""
        spans += f' colspan="{placed.columns}"' if placed.columns > 1 else ""
        rows[placed.row] += f"<td{spans}>{show(placed.cell)}</td>"
    return [f"<table{attributes}>"] + [f"<tr>{row}</tr>" for row in rows] + ["</table>"]


def merged_page(report, show=shown, attributes=' border="1"'):
    """A page whose tables have merged cells."""
    return page(write_body(report, lambda table: merged_table(table, show, attributes)))


def flat_page(report, rng, styles, table_tag, row_tag, cell_tag, space="", style=""):
    """A page whose tables have no merged cells, in elements of our choice; a tag may have attributes."""
    def element(tag, content):
        return f"<{tag}>{content}</{tag.split()[0]}>"

    def write(table):
        rows = flatten(report, table, rng, rng.choice(styles) if len(styles) > 1 else styles[0])
        lines = [element(row_tag, "".join(element(cell_tag, escaped(field.text)) + space for field in row)) for row in rows]
        return [f"<{table_tag}>"] + lines + [f"</{table_tag.split()[0]}>"]

    return page(write_body(report, write), style)


@html_layout
def html(report, rng):
    """A plain table with merged cells."""
    return merged_page(report)


@html_layout
def html_unmerged(report, rng):
    """Empty cells in place of merged ones."""
    return flat_page(report, rng, [ONCE], "table", "tr", "td")


@html_layout
def html_short_rows(report, rng):
    """Merged cells have lost their spans, and the rows are shorter for it."""
    return flat_page(report, rng, [NARROW, GONE], "table", "tr", "td")


@html_layout
def html_div_style(report, rng):
    """A table of div elements, by a style sheet."""
    style = "<style>.t{display:table}.r{display:table-row}.c{display:table-cell}</style>"
    return flat_page(report, rng, [ONCE], 'div class="t"', 'div class="r"', 'div class="c"', style=style)


@html_layout
def html_div_inline(report, rng):
    """A table of div and span elements, by style attributes."""
    tags = ('div style="display:table"', 'div style="display: table-row"', 'span style="display:table-cell;"')
    return flat_page(report, rng, [ONCE], *tags)


@html_layout
def html_div_plain(report, rng):
    """A table of div elements that nothing but their classes shows."""
    return flat_page(report, rng, [ONCE, GONE], 'div class="grid"', 'div class="row"', 'div class="cell"')


@html_layout
def html_list(report, rng):
    """Rows as items of a list."""
    return flat_page(report, rng, [GONE], "ul", "li", "span", space=" ")


@html_layout
def html_in_page_table(report, rng):
    """The page itself is laid out with a table."""
    start, end = '<table width="100%"><tr><td>导航</td><td>', "</td></tr><tr><td colspan=2>版权所有</td></tr></table>"
    return page([start] + write_body(report, merged_table) + [end])


@html_layout
def html_word(report, rng):
    """A page as Word saves it."""
    def show(cell):
        if not cell.text:
            return "<p class=MsoNormal><o:p>&nbsp;</o:p></p>"
        runs = "".join(f"<span>{escaped(part)}</span>" for part in (cell.text[:2], cell.text[2:]) if part)
        return f'<p class=MsoNormal align=center><span lang=EN-US style="font-size:10.5pt">{runs}<o:p></o:p></span></p>'

    return merged_page(report, show, " class=MsoTableGrid")


@html_layout
def html_preformatted(report, rng):
    """Columns lined up with spaces in a pre element."""
    return page(["<pre>"] + [escape(line) for line in aligned(report, rng)] + ["</pre>"])


@html_layout
def html_breaks(report, rng):
    """A paragraph for a table, a br between rows, spaces between fields."""
    separator = rng.choice(["&nbsp;&nbsp;", "&emsp;", "\t", " "])

    def write(table):
        rows = flatten(report, table, rng, GONE)
        lines = [separator.join(escaped(field.in_one_line()) for field in row if field.text) for row in rows]
        return ["<p>" + "<br>".join(lines) + "</p>"]

    return page(write_body(report, write))


def page_with_some(report, rng, share, fits, write):
    """The page on which a share of the cells that fit are written in another way."""
    def show(cell):
        return write(cell) if fits(cell) and rng.random() < share else shown(cell)

    return merged_page(report, show)


@html_layout
def html_input(report, rng):
    """Every other value stands in a field of a web form."""
    def field(cell):
        return f'<input type="text" value="{escape(cell.text)}">'

    return page_with_some(report, rng, 0.5, lambda cell: cell.key, field)


@html_layout
def html_select(report, rng):
    """Some values are the selected option of several."""
    def choice(cell):
        texts = sorted({cell.text, "0", "1", "5"})
        options = [f"<option{' selected' if text == cell.text else ''}>{text}</option>" for text in texts]
        return "<select>" + "".join(options) + "</select>"

    return page_with_some(report, rng, 0.3, lambda cell: cell.key and cell.text, choice)


@html_layout
def html_cell_table(report, rng):
    """Some cells hold a table of one cell."""
    def table(cell):
        return f"<table><tr><td>{escaped(cell.text)}</td></tr></table>"

    return page_with_some(report, rng, 0.15, lambda cell: cell.text, table)


@html_layout
def html_unseen(report, rng):
    """Behind some values stands another number, which nobody sees on the page or takes for part of the value."""
    def unseen(cell):
        return shown(cell) + rng.choice(UNSEEN).format(rng.randint(1, 9))

    return page_with_some(report, rng, 0.2, lambda cell: cell.key, unseen)


@html_layout
def html_ruby(report, rng):
    """Some labels and values have small characters above them."""
    def show(cell):
        if not cell.key and len(cell.text) > 2 and rng.random() < 0.2:
            first, rest = escaped(cell.text[0]), escaped(cell.text[1:])
            return f"<ruby>{first}<rp>(</rp><rt>bāo</rt><rp>)</rp></ruby>{rest}"
        if cell.key and cell.text and rng.random() < 0.05:
            return f"<ruby>{escaped(cell.text)}<rt>{rng.randint(1, 9)}</rt></ruby>"
        return shown(cell)

    return merged_page(report, show)
