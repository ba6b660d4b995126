"""Reports as .docx, and what programs make of those."""

import io

from layouts.tools import run, with_file
from registry import tool_layout
from report import Table


def write_docx(report):
    """The report as python-docx saves it."""
    import docx

    document = docx.Document()
    for block in report.blocks:
        if isinstance(block, Table):
            add_table(document, block)
        elif block.kind == "paragraph":
            document.add_paragraph(block.text)
        else:
            document.add_heading(block.text, 1)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def add_table(document, block):
    """Adds a table with its merged cells."""
    table = document.add_table(len(block.rows), block.width())
    table.style = "Table Grid"
    for row, column, cell, rows, columns in block.placed():
        target = table.cell(row, column)
        if rows > 1 or columns > 1:
            target = target.merge(table.cell(row + rows - 1, column + columns - 1))
        target.text = cell.text


@tool_layout("docx", suffix="docx")
def docx(report, rng):
    """A .docx by python-docx."""
    return write_docx(report)


@tool_layout("docx", "docx2txt")
def docx_docx2txt(report, rng):
    """A .docx as docx2txt reads it."""
    return with_file(write_docx(report), ".docx", lambda path: run(["docx2txt", path, "-"]))


@tool_layout("docx", "pandoc")
def docx_pandoc(report, rng):
    """A .docx as pandoc reads it."""
    content = write_docx(report)
    return with_file(content, ".docx", lambda path: run(["pandoc", path, "--to", rng.choice(["plain", "gfm", "markdown"])]))


@tool_layout("docx")
def docx_python(report, rng):
    """A .docx as a script with python-docx prints it, merged cells repeated."""
    import docx as module

    document = module.Document(io.BytesIO(write_docx(report)))
    separator = rng.choice(["\t", "|", " | ", ","])
    lines = []
    for element in document.element.body:
        if element.tag.endswith("}p"):
            lines.append("".join(part.text or "" for part in element.iter() if part.tag.endswith("}t")))
        elif element.tag.endswith("}tbl"):
            rows = module.table.Table(element, document).rows
            lines += [separator.join(cell.text for cell in row.cells) for row in rows] + [""]
    return "\n".join(lines).encode()


@tool_layout("docx", "markitdown")
def docx_markitdown(report, rng):
    """A .docx as markitdown reads it."""
    from markitdown import MarkItDown

    return with_file(write_docx(report), ".docx", lambda path: MarkItDown().convert(path).text_content.encode())


@tool_layout("docx", "docx2python")
def docx_docx2python(report, rng):
    """A .docx as docx2python reads it."""
    from docx2python import docx2python

    return with_file(write_docx(report), ".docx", lambda path: docx2python(path).text.encode())


@tool_layout("docx")
def docx_cells(report, rng):
    """A .docx as a script with python-docx prints it, a line or a piece of a line for each cell, merged cells perhaps once."""
    import docx as module

    document = module.Document(io.BytesIO(write_docx(report)))
    once, separator, end = rng.random() < 0.5, rng.choice(["\n", "\n", " ", ", ", "；"]), rng.choice(["", "\n"])
    lines = []
    for element in document.element.body:
        if element.tag.endswith("}p"):
            lines.append("".join(part.text or "" for part in element.iter() if part.tag.endswith("}t")))
        elif element.tag.endswith("}tbl"):
            for row in module.table.Table(element, document).rows:
                cells = []
                for cell in row.cells:
                    if not once or all(cell._tc is not other._tc for other in cells):
                        cells.append(cell)
                lines.append(separator.join(cell.text for cell in cells) + end)
    return "\n".join(lines).encode()
