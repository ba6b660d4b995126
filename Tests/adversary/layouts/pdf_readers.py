"""What programs make of a report as PDF."""

from layouts.pdf import write_pdf
from layouts.tools import run, with_file
from registry import tool_layout


def from_pdf(report, rng, read):
    """What `read` makes of the path of the report as PDF."""
    return with_file(write_pdf(report, rng), ".pdf", read)


@tool_layout("pymupdf", "pdftotext")
def pdftotext(report, rng):
    """As pdftotext reads it, in the order of the page."""
    return from_pdf(report, rng, lambda path: run(["pdftotext", path, "-"]))


@tool_layout("pymupdf", "pdftotext")
def pdftotext_layout(report, rng):
    """As pdftotext -layout reads it."""
    return from_pdf(report, rng, lambda path: run(["pdftotext", "-layout", path, "-"]))


@tool_layout("pymupdf", "pdftotext")
def pdftotext_raw(report, rng):
    """As pdftotext -raw reads it."""
    return from_pdf(report, rng, lambda path: run(["pdftotext", "-raw", path, "-"]))


@tool_layout("pymupdf", "pdftotext")
def pdftotext_fixed(report, rng):
    """As pdftotext -fixed reads it."""
    return from_pdf(report, rng, lambda path: run(["pdftotext", "-fixed", "4", path, "-"]))


@tool_layout("pymupdf", "pdfplumber")
def pdfplumber_tables(report, rng):
    """The tables that pdfplumber finds."""
    import pdfplumber

    def read(path):
        separator, line_break = rng.choice(["\t", "|", ","]), rng.choice(["", "\n", " "])
        space = line_break if separator == "|" and line_break != "\n" else ""
        lines = []
        with pdfplumber.open(path) as document:
            for table in (table for page in document.pages for table in page.extract_tables()):
                lines += [separator.join((text or "").replace("\n", space) for text in row) for row in table] + [""]
        return "\n".join(lines).encode()

    return from_pdf(report, rng, read)


@tool_layout("pymupdf", "pdfplumber")
def pdfplumber_text(report, rng):
    """The text that pdfplumber finds, with the layout kept or not."""
    import pdfplumber

    def read(path):
        layout = rng.random() < 0.5
        with pdfplumber.open(path) as document:
            return "\n".join(page.extract_text(layout=layout) for page in document.pages).encode()

    return from_pdf(report, rng, read)


@tool_layout("pymupdf")
def pymupdf_text(report, rng):
    """The text that PyMuPDF finds."""
    import pymupdf

    return from_pdf(report, rng, lambda path: "\n".join(page.get_text() for page in pymupdf.open(path)).encode())


@tool_layout("pymupdf")
def pymupdf_sorted(report, rng):
    """The text that PyMuPDF finds, sorted by place."""
    import pymupdf

    return from_pdf(report, rng, lambda path: "\n".join(page.get_text(sort=True) for page in pymupdf.open(path)).encode())


@tool_layout("pymupdf")
def pymupdf_tables(report, rng):
    """The tables that PyMuPDF finds, as Markdown or with tabs."""
    import pymupdf

    def tabbed(table):
        rows = [[(text or "").replace("\n", "") for text in row] for row in table.extract()]
        return "\n".join("\t".join(row) for row in rows) + "\n"

    def read(path):
        markdown, texts = rng.random() < 0.5, []
        for page in pymupdf.open(path):  # a table lives as long as its page
            texts += [table.to_markdown() if markdown else tabbed(table) for table in page.find_tables().tables]
        return "\n".join(texts).encode()

    return from_pdf(report, rng, read)


@tool_layout("pymupdf", "markitdown")
def markitdown_pdf(report, rng):
    """As markitdown reads it."""
    from markitdown import MarkItDown

    return from_pdf(report, rng, lambda path: MarkItDown().convert(path).text_content.encode())


@tool_layout("pymupdf", "pypdf")
def pypdf(report, rng):
    """The text that pypdf finds, with the layout kept or not."""
    import pypdf as module

    mode = rng.choice(["plain", "plain", "layout"])
    return from_pdf(
        report, rng,
        lambda path: "\n".join(page.extract_text(extraction_mode=mode) for page in module.PdfReader(path).pages).encode())


@tool_layout("pymupdf")
def pymupdf_blocks(report, rng):
    """The blocks that PyMuPDF finds, an empty line behind each."""
    import pymupdf

    return from_pdf(
        report, rng,
        lambda path: "\n".join(block[4] for page in pymupdf.open(path) for block in page.get_text("blocks", sort=True)).encode())
