"""Layouts that a stranger's file may have: pages and documents with hidden or faulty parts, and other bytes."""

import io

from layouts.pages import escaped, merged_page, merged_table, page, shown, write_body
from layouts.texts import markdown, pipes, tabs
from layouts.word import write_docx
from registry import layout, tool_layout

HIDDEN = ' style="display:none"'


def lines_of(write):
    """A layout of HTML by our own hand, of which the damages of lines keep off."""
    layout(write.__name__, lambda report, rng: "\n".join(write(report, rng)).encode(), "html", ["html"], write.__doc__)
    return write


@lines_of
def html_hidden_rows(report, rng):
    """Some rows stand twice, once hidden with other numbers."""
    def table(block):
        result = []
        for line in merged_table(block):
            if line.startswith("<tr>") and rng.random() < 0.2 and "rowspan" not in line:
                digits = "".join(str(rng.randint(0, 9)) if c.isdigit() and rng.random() < 0.5 else c for c in line)
                digits = line if "span" in line else digits
                result.append(digits.replace("<tr>", f"<tr{HIDDEN}>", 1))
            result.append(line)
        return result

    return page(write_body(report, table))


@lines_of
def html_rowspan_too_large(report, rng):
    """Spans are larger than the table."""
    lines = merged_page(report)
    return [line.replace('rowspan="2"', 'rowspan="2"').replace('colspan="10"', 'colspan="99"') for line in lines]


@lines_of
def html_unclosed(report, rng):
    """No cell and no row has an end tag."""
    return [line.replace("</td>", "").replace("</tr>", "") for line in merged_page(report)]


@lines_of
def html_rtl(report, rng):
    """Marks of direction stand around numbers, and references for characters."""
    def show(cell):
        if cell.key and cell.text and rng.random() < 0.3:
            return rng.choice(["&lrm;{}", "&#8206;{}", "{}&zwnj;", "&#x200b;{}", "\u202d{}\u202c", "&nbsp;&emsp;{}"]).format(cell.text)
        return shown(cell)

    return merged_page(report, show)


@lines_of
def html_th_scope(report, rng):
    """Labels are header cells, rows stand in thead, tbody and tfoot, with col elements."""
    def table(block):
        lines = [line.replace("<td", "<th", 1).replace("</td>", "</th>", 1) for line in merged_table(block)[1:-1]]
        return ["<table><colgroup><col><col span=9></colgroup><thead>", lines[0], "</thead><tbody>", *lines[1:], "</tbody></table>"]

    return page(write_body(report, table))


@lines_of
def html_two_columns(report, rng):
    """Words of labels and numbers are in elements that show as blocks."""
    return merged_page(report, lambda cell: "".join(f"<div>{escaped(part)}</div>" for part in cell.text.split("\n") if part))


def encoded(name, encoding, mark=b""):
    """A layout of tabs, bars or Markdown in another encoding."""
    def write(report, rng):
        lines = rng.choice([tabs, pipes, markdown])(report, rng)
        return mark + rng.choice(["\n", "\r\n"]).join(lines).encode(encoding, "replace")

    layout(name, write, "txt", ["html"], f"Text in {encoding}.")


encoded("gb18030", "gb18030")
encoded("utf16", "utf-16")
encoded("utf16_le", "utf-16-le")
encoded("utf8_bom", "utf-8", b"\xef\xbb\xbf")
encoded("big5", "big5")


@tool_layout("docx", suffix="docx")
def docx_revisions(report, rng):
    """A .docx with deleted and inserted numbers, hidden ones, and rows deleted."""
    from lxml import etree  # noqa: F401
    import docx as module
    from docx.oxml.ns import qn

    document = module.Document(io.BytesIO(write_docx(report)))
    for table in document.tables:
        for run in list(table._tbl.iter(qn("w:r"))):
            text = "".join(t.text or "" for t in run.iter(qn("w:t")))
            if text.isdigit() and rng.random() < 0.1:
                add_unseen(run, str(rng.randint(0, 99)), rng)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def add_unseen(run, text, rng):
    """Puts a number behind a run that is deleted, or hidden."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    other = OxmlElement("w:r")
    if rng.random() < 0.5:
        other.append(OxmlElement("w:rPr"))
        other[0].append(OxmlElement("w:vanish"))
        word = OxmlElement("w:t")
        wrapped = other
    else:
        word = OxmlElement("w:delText")
        wrapped = OxmlElement("w:del")
        wrapped.set(qn("w:id"), "1")
        wrapped.append(other)
    word.text = text
    other.append(word)
    run.addnext(wrapped)


@tool_layout("docx", suffix="docx")
def docx_grid_before(report, rng):
    """A .docx whose rows begin with empty columns instead of continued cells."""
    import docx as module
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    document = module.Document(io.BytesIO(write_docx(report)))
    for table in document.tables:
        for row in table._tbl.tr_lst:
            first = row.tc_lst[0] if len(row.tc_lst) > 1 else None
            merge = first is not None and first.find(".//" + qn("w:vMerge"))
            if merge is not None and merge is not False and merge.get(qn("w:val")) in (None, "continue"):
                span = first.grid_span
                row.remove(first)
                properties = row.get_or_add_trPr()
                before = OxmlElement("w:gridBefore")
                before.set(qn("w:val"), str(span))
                properties.append(before)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@tool_layout("docx", suffix="doc")
def doc_that_is_html(report, rng):
    """A page that Word saved under the name of .doc, or as MHTML."""
    lines = "\r\n".join(merged_page(report)).replace("<html>", '<html xmlns:o="urn:schemas-microsoft-com:office:office">')
    if rng.random() < 0.5:
        return lines.encode()
    import base64
    import quopri

    body = lines.encode()
    how = rng.choice(["base64", "quoted-printable"])
    text = base64.encodebytes(body) if how == "base64" else quopri.encodestring(body)
    head = (
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"--x\"\r\n\r\n----x\r\n"
        f"Content-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: {how}\r\n\r\n"
    )
    return head.encode() + text.replace(b"\n", b"\r\n") + b"\r\n----x--\r\n"
