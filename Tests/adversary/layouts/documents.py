"""A .docx in which a number is more than a run of text: revised, hidden, struck, in a field, a list, a frame, a formula, another table."""

import io

from layouts.word import write_docx
from registry import tool_layout

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def element(xml):
    """A piece of WordprocessingML."""
    from lxml import etree

    name, rest = xml[1:].replace(">", " >", 1).split(" ", 1)
    return etree.fromstring(f"<{name} {NAMESPACES} {rest}")


def changed(report, change):
    """The bytes of the report's document after a change of its body."""
    import docx

    document = docx.Document(io.BytesIO(write_docx(report)))
    change(document.element.body)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def number_runs(body):
    """The runs in tables that hold a whole number, and their numbers."""
    found = []
    for table in body.iter(W + "tbl"):
        for run in table.iter(W + "r"):
            text = "".join(node.text or "" for node in run.iter(W + "t"))
            if text.isdigit() and run.find(W + "br") is None:
                found.append((run, text))
    return found


def with_runs(report, rng, share, change):
    """The document with a share of the runs that hold a number changed."""
    def change_body(body):
        for run, text in number_runs(body):
            if rng.random() < share:
                change(run, text)

    return changed(report, change_body)


def replaced(run, *xml):
    """Puts other elements in the place of a run."""
    for piece in reversed(xml):
        run.addnext(element(piece))
    run.getparent().remove(run)


def plain(text, properties=""):
    """A run."""
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}<w:t>{text}</w:t></w:r>"


@tool_layout("docx", suffix="docx")
def docx_fields(report, rng):
    """Numbers are results of fields, with or without results of their own, or begin behind a page that a field asks for."""
    def change(run, text):
        if rng.random() < 0.4:
            replaced(run, f'<w:fldSimple w:instr=" =SUM(LEFT) \\* MERGEFORMAT ">{plain(text)}</w:fldSimple>')
        else:
            code = rng.choice(["=SUM(ABOVE)", "MERGEFIELD 数量", "REF n1 \\h", "FORMTEXT", "DOCPROPERTY n"])
            replaced(
                run, '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', f"<w:r><w:instrText> {code} 99 </w:instrText></w:r>",
                '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', plain(text), '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            )

    return with_runs(report, rng, 0.3, change)


@tool_layout("docx", suffix="docx")
def docx_struck(report, rng):
    """Numbers stand behind older ones that are struck out, before or behind."""
    def change(run, text):
        old = plain(str(rng.randint(0, 99)), rng.choice(["<w:strike/>", "<w:dstrike/>", '<w:strike w:val="1"/>', "<w:vanish/>", "<w:webHidden/><w:vanish/>"]))
        replaced(run, *([old, plain(text)] if rng.random() < 0.5 else [plain(text), old]))

    return with_runs(report, rng, 0.2, change)


@tool_layout("docx", suffix="docx")
def docx_raised(report, rng):
    """Numbers have a raised figure behind them that is a footnote's."""
    def change(run, text):
        raised = plain(str(rng.randint(1, 9)), rng.choice(['<w:vertAlign w:val="superscript"/>', '<w:position w:val="8"/><w:sz w:val="12"/>']))
        replaced(run, plain(text), raised)

    return with_runs(report, rng, 0.1, change)


@tool_layout("docx", suffix="docx")
def docx_controls(report, rng):
    """Numbers stand in content controls, smart tags, bookmarks, links and formulas."""
    def change(run, text):
        replaced(run, rng.choice([
            f'<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{plain(text)}</w:sdtContent></w:sdt>',
            f'<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:value="99"/></w:dropDownList></w:sdtPr><w:sdtContent>{plain(text)}</w:sdtContent></w:sdt>',
            f'<w:smartTag w:element="chmetcnv"><w:smartTagPr><w:attr w:name="SourceValue" w:val="99"/></w:smartTagPr>{plain(text)}</w:smartTag>',
            f'<w:hyperlink w:anchor="a">{plain(text)}</w:hyperlink>',
            f'<m:oMath><m:r><m:t>{text}</m:t></m:r></m:oMath>',
            f'<w:ins w:id="1" w:author="a">{plain(text)}</w:ins>',
            f'<w:bdo w:val="rtl">{plain(text)}</w:bdo>' if len(text) == 1 else plain(text),
        ]))

    return with_runs(report, rng, 0.3, change)


@tool_layout("docx", suffix="docx")
def docx_frames(report, rng):
    """Numbers stand in text frames, once for new programs and once for old ones."""
    def change(run, text):
        inner = f"<w:txbxContent><w:p>{plain(text)}</w:p></w:txbxContent>"
        replaced(run, (
            f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{inner}</wps:txbx></w:drawing></mc:Choice>'
            f'<mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>'
        ))

    return with_runs(report, rng, 0.1, change)


@tool_layout("docx", suffix="docx")
def docx_revised_rows(report, rng):
    """Some rows stand twice, once deleted with other numbers, and some cells are deleted or moved away."""
    import copy

    def change(body):
        for table in body.iter(W + "tbl"):
            for row in list(table.iter(W + "tr")):
                if rng.random() < 0.15 and row.find(".//" + W + "vMerge") is None and number_runs_in(row):
                    other = copy.deepcopy(row)
                    for run in number_runs_in(other):
                        run.find(W + "t").text = str(rng.randint(0, 99))
                    way = rng.choice(["del", "moveFrom", "hidden"])
                    mark_row(other, way)
                    (row.addprevious if rng.random() < 0.5 else row.addnext)(other)

    return changed(report, change)


def number_runs_in(row):
    """The runs of a row that hold a whole number."""
    return [run for run in row.iter(W + "r") if "".join(node.text or "" for node in run.iter(W + "t")).isdigit()]


def mark_row(row, way):
    """Marks a row and all that it holds as deleted, moved away or hidden."""
    properties = row.find(W + "trPr")
    if properties is None:
        properties = element("<w:trPr></w:trPr>")
        row.insert(0, properties)
    properties.append(element('<w:hidden></w:hidden>' if way == "hidden" else '<w:del w:id="9" w:author="a"></w:del>'))
    for run in list(row.iter(W + "r")):
        if way == "hidden":
            mark = run.find(W + "rPr")
            if mark is None:
                mark = element("<w:rPr></w:rPr>")
                run.insert(0, mark)
            mark.append(element("<w:vanish></w:vanish>"))
            continue
        wrapper = element(f'<w:{way} w:id="9" w:author="a"></w:{way}>')
        run.addprevious(wrapper)
        wrapper.append(run)
        if way == "del":
            for node in run.iter(W + "t"):
                node.tag = W + "delText"


@tool_layout("docx", suffix="docx")
def docx_lists(report, rng):
    """Some numbers are those of automatic lists, their paragraphs empty."""
    def change_body(body):
        for run, text in number_runs(body):
            if rng.random() < 0.1:
                paragraph = run.getparent()
                properties = paragraph.find(W + "pPr")
                if properties is None:
                    properties = element("<w:pPr></w:pPr>")
                    paragraph.insert(0, properties)
                properties.append(element('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'))
                if rng.random() < 0.5:
                    paragraph.remove(run)
                    report.blurred.append(text)

    report.blurred = []
    content = changed(report, change_body)
    lose_numbers(report, report.blurred)
    return content


def lose_numbers(report, texts):
    """Notes that nobody knows the values that show one of these texts."""
    lost = set(texts)
    for table in report.tables():
        for cell in table.cells():
            if cell.key and cell.text in lost:
                report.unknowable.add(cell.key)


@tool_layout("docx", suffix="docx")
def docx_spans_off(report, rng):
    """Spans and grids are off by one: what cells say of their width does not fit the grid of the table."""
    def change(body):
        for table in body.iter(W + "tbl"):
            spans = [span for span in table.iter(W + "gridSpan")]
            for span in spans:
                if rng.random() < 0.1:
                    span.set(W + "val", str(max(1, int(span.get(W + "val")) + rng.choice([-1, 1]))))
            grid = table.find(W + "tblGrid")
            if rng.random() < 0.5 and len(grid):
                grid.remove(grid[-1])

    return changed(report, change)


@tool_layout("docx", suffix="docx")
def docx_merge_hidden(report, rng):
    """Some cells of numbers are merged with the one above, whose number is all that shows; their own stay in the file."""
    hidden = []

    def change(body):
        for table in body.iter(W + "tbl"):
            rows = list(table.iter(W + "tr"))
            for above, row in zip(rows, rows[1:]):
                if rng.random() < 0.08 and number_runs_in(above) and number_runs_in(row) and len(above.findall(W + "tc")) == len(row.findall(W + "tc")):
                    cells = [(a, b) for a, b in zip(above.findall(W + "tc"), row.findall(W + "tc")) if number_runs_in(a) and number_runs_in(b)]
                    if not cells or any(cell.find(".//" + W + "vMerge") is not None for pair in cells for cell in pair):
                        continue
                    upper, lower = rng.choice(cells)
                    for cell, value in ((upper, "restart"), (lower, "continue")):
                        cell.get_or_add_tcPr().append(element(f'<w:vMerge w:val="{value}"></w:vMerge>'))
                    hidden.extend("".join(node.text or "" for node in cell.iter(W + "t")) for cell in (upper, lower))

    content = changed(report, change)
    lose_numbers(report, hidden)
    return content


@tool_layout("docx", suffix="docx")
def docx_symbols(report, rng):
    """Digits are broken by what nobody sees: runs, soft hyphens, marks of pages, tabs in front, joiners."""
    def change(run, text):
        way = rng.choice(["runs", "hyphen", "break", "tab", "proof", "noBreakHyphen"])
        if way == "runs" and len(text) > 1:
            replaced(run, plain(text[0]), "<w:proofErr w:type='spellStart'></w:proofErr>", plain(text[1:]))
        elif way == "hyphen" and len(text) > 1:
            replaced(run, f"<w:r><w:t>{text[0]}</w:t><w:softHyphen/><w:t>{text[1:]}</w:t></w:r>")
        elif way == "break":
            replaced(run, f"<w:r><w:lastRenderedPageBreak/><w:t>{text}</w:t></w:r>")
        elif way == "tab":
            replaced(run, f"<w:r><w:tab/><w:t>{text}</w:t></w:r>")
        elif way == "proof":
            replaced(run, "<w:bookmarkStart w:id='5' w:name='a'></w:bookmarkStart>", plain(text), "<w:bookmarkEnd w:id='5'></w:bookmarkEnd>")

    return with_runs(report, rng, 0.2, change)
