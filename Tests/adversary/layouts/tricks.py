"""Web pages that show other than their tags seem to say: cells and rows that nobody sees, spans that are none, numbers beside numbers."""

from layouts.pages import escaped, merged_page, merged_table, page, page_with_some, shown, write_body
from layouts.strangers import lines_of

# What makes an element that nobody sees.
UNSEEN = ("hidden", 'style="display:none"', 'style="DISPLAY : none !important"', 'class="gone"', 'style="visibility:collapse"', 'aria-hidden="true" class="gone"')
SHEET = "<style>.gone{display:none} .paper td{padding:0}</style>"
STRUCK = ("<s>{}</s>", "<strike>{}</strike>", "<del>{}</del>", '<span style="text-decoration:line-through">{}</span>', '<span class="old">{}</span>')


def number(rng):
    """Some number."""
    return str(rng.randint(1, 99))


def altered(line, rng):
    """A row's line with other numbers."""
    return "".join(str(rng.randint(0, 9)) if c.isdigit() and b == ">" else c for b, c in zip(" " + line, line))


@lines_of
def html_unseen_cells(report, rng):
    """Some cells are followed by one with another number that nobody sees, some rows by such a row."""
    def table(block):
        result = []
        for line in merged_table(block):
            if line.startswith("<tr>") and "span=" not in line:
                if rng.random() < 0.2:
                    result.append(altered(line, rng).replace("<tr>", f"<tr {rng.choice(UNSEEN)}>", 1))
                if rng.random() < 0.2:
                    head, *cells = line.split("</td>")
                    place = rng.randrange(len(cells)) if cells else 0
                    cells.insert(place, f"<td {rng.choice(UNSEEN[:4])}>{number(rng)}")
                    line = "</td>".join([head, *cells])
            result.append(line)
        return result

    return page(write_body(report, table), SHEET)


@lines_of
def html_struck(report, rng):
    """Before or behind some numbers stands an older one that is struck out."""
    def show(cell):
        old = rng.choice(STRUCK).format(number(rng))
        return rng.choice([old + escaped(cell.text), escaped(cell.text) + old, old + " " + escaped(cell.text)])

    lines = page_with_some(report, rng, 0.1, lambda cell: cell.key and cell.text.isdigit(), show)
    return [lines[0].replace("</head>", "<style>.old{text-decoration:line-through}</style></head>"), *lines[1:]]


@lines_of
def html_raised(report, rng):
    """Some numbers have a raised figure behind them that is a footnote's."""
    marks = ("<sup>{}</sup>", "<sup><a href='#n'>{}</a></sup>", '<span style="vertical-align:super;font-size:60%">{}</span>', "<sub>{}</sub>", '<a class="footnote" href="#n{0}"><sup>{0}</sup></a>')
    return page_with_some(report, rng, 0.08, lambda cell: cell.key and cell.text.isdigit(), lambda cell: escaped(cell.text) + rng.choice(marks).format(rng.randint(1, 9)))


@lines_of
def html_pictures(report, rng):
    """Some numbers are pictures."""
    pictures = ('<img src="{}.png">', '<img src="n{}.gif" alt="">', '<a href="#"><img src="{}.jpg" title="图"></a>')
    def show(cell):
        report.lose([cell])
        report.erased.add(cell.key)
        return rng.choice(pictures).format(rng.randint(0, 9))

    return page_with_some(report, rng, 0.1, lambda cell: cell.key and cell.text.isdigit(), show)


@lines_of
def html_nothing_spans(report, rng):
    """Spans are 0, empty, negative or no numbers where there is none, and go past the end of the table where there are some."""
    def table(block):
        result = []
        for line in merged_table(block):
            while "<td>" in line and rng.random() < 0.5:
                line = line.replace("<td>", "<td " + rng.choice(['colspan="0"', 'colspan=""', 'colspan="-2"', 'rowspan="1.5"', "colspan=1px", 'rowspan="abc"']) + ">", 1)
            result.append(line)
        return result

    return page(write_body(report, table))


@lines_of
def html_sections(report, rng):
    """Tables have their foot in front of their body, and the header in a table section of its own."""
    def table(block):
        lines = merged_table(block)
        rows = lines[1:-1]
        cut = 3 if block.name in ("requests", "review") and len(rows) > 4 else 1
        foot = "rowspan" not in rows[-1] and rows[-1].count("<td") == rows[-2].count("<td") or block.name == "requests"
        body, last = (rows[cut:-1], rows[-1:]) if foot else (rows[cut:], [])
        return ["<table>", "<tfoot>", *last, "</tfoot>", "<thead>", *rows[:cut], "</thead>", "<tbody>", *body, "</tbody>", "</table>"]

    return page(write_body(report, table))


@lines_of
def html_loose(report, rng):
    """Cells lack their start tags or stand without rows; words stand between rows; header cells stand among values."""
    def table(block):
        result = []
        for line in merged_table(block):
            if line.startswith("<tr>"):
                line = line.replace("</td></tr>", rng.choice(["</tr>", "</td>", "", "</td></tr>"]))
                if rng.random() < 0.2:
                    line = line.replace("<td>", "<th>").replace("</td>", rng.choice(["</th>", "</td>"]))
            result.append(line)
        return result

    return page(write_body(report, table))


@lines_of
def html_inner_pairs(report, rng):
    """Some cells hold a table of two cells, last year's number and this year's."""
    def pair(cell):
        report.unknowable.add(cell.key)
        return f"<table><tr><td>{number(rng)}</td><td>{escaped(cell.text)}</td></tr></table>"

    return page_with_some(report, rng, 0.05, lambda cell: cell.key and cell.text.isdigit(), pair)


@lines_of
def html_templates(report, rng):
    """Numbers stand as well in templates, lists of suggestions, scripts, comments and what browsers without scripts see."""
    wraps = (
        "<template>{}</template>", "<datalist><option>{}</option></datalist>", "<script>document.write({})</script>", "<noscript>{}</noscript>",
        "<!--{}-->", "<style>a{{width:{}px}}</style>", "<input type=hidden value={}>", "<textarea hidden>{}</textarea>", "<canvas>{}</canvas>",
        "<object hidden>{}</object>", "<audio>{}</audio>", "<iframe>{}</iframe>", "<meter value=1 hidden>{}</meter>", "<title>{}</title>",
    )
    return page_with_some(report, rng, 0.15, lambda cell: cell.key and cell.text, lambda cell: shown(cell) + rng.choice(wraps).format(number(rng)))


@lines_of
def html_twice(report, rng):
    """Each table stands twice, once for telephones, which a style sheet hides, with older numbers."""
    def table(block):
        lines = merged_table(block)
        other = [altered(line, rng) if "span=" not in line else line for line in lines]
        other[0] = other[0].replace("<table", f"<table {rng.choice(UNSEEN[:4])}")
        return other + lines if rng.random() < 0.5 else lines + other

    return page(write_body(report, table), SHEET)


@lines_of
def html_media(report, rng):
    """A style sheet hides things in print or on small screens only; on the screen they are there."""
    sheet = "<style>@media print{.v{display:none}} @media (max-width:300px){td{display:none}} .w:hover{display:none}</style>"
    lines = merged_page(report, lambda cell: f'<span class="{rng.choice("vw")}">{shown(cell)}</span>' if cell.key and cell.text and rng.random() < 0.3 else shown(cell))
    return [lines[0].replace("</head>", sheet + "</head>"), *lines[1:]]
