#!/usr/bin/env python3
"""workbooks.py BIAOGE: every document of Samples and, where it is there, ../shared/corpus/docx, as a workbook.

openpyxl and calamine must open each and give back the cells, merges and types that the JSON of the same document has;
every part must follow the schemas of ../shared/schemas; the flat XML turned back into a zip must hold the same cells.
"""
import json, math, os, re, shutil, subprocess, sys, tempfile, zipfile
import xml.etree.ElementTree as ElementTree

import openpyxl
from openpyxl.cell.cell import MergedCell
import python_calamine

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SHARED = os.path.join(ROOT, "..", "shared")
PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
OURS = ("数据", "发现")
# A text that General shows with the same characters.
NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?")


def is_number(text):
    return (len(text) <= 11 and NUMBER.fullmatch(text) is not None and text != "-0"
            and not re.match(r"-?0\.0000", text))


def documents():
    folders = [os.path.join(SHARED, "corpus", "docx"), os.path.join(SHARED, "seeds")]
    samples = os.path.join(ROOT, "Samples")
    folders += [os.path.join(samples, name) for name in sorted(os.listdir(samples))] if os.path.isdir(samples) else []
    for folder in folders:
        for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
            if not name.startswith(("expected", ".")) and name.endswith((".docx", ".txt", ".html", ".htm")):
                yield os.path.join(folder, name)


def convert(biaoge, path, to, *options, output=None):
    arguments = [biaoge, "convert", *options, "--to", to, path] + (["--output", output] if output else [])
    run = subprocess.run(arguments, capture_output=True)
    assert run.returncode == 0, run.stderr.decode(errors="replace")
    return run.stdout


def as_written(text):
    """What a reader of the file sees: characters that XML has not stand as _xHHHH_."""
    text = re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text)
    return re.sub(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]", lambda m: "_x%04X_" % ord(m[0]), text)


def check_tables(document, book, values):
    tables = [t for t in document["tables"] if t["kind"] == "data" and t["columns"]]
    sheets = [s for s in book.worksheets if s.title not in OURS]
    assert len(sheets) == len(tables), (len(sheets), len(tables))
    for table, sheet in zip(tables, sheets):
        merges = {str(m) for m in sheet.merged_cells.ranges}
        expected = set()
        for cell in table["cells"]:
            row, column = cell["row"] + 1, cell["column"] + 1
            if cell["rowSpan"] * cell["columnSpan"] > 1:
                last = sheet.cell(row + cell["rowSpan"] - 1, column + cell["columnSpan"] - 1).coordinate
                expected.add(f"{sheet.cell(row, column).coordinate}:{last}")
            if values and not cell["header"]:
                continue  # The value stands there, and the sheet of the values is compared.
            got, text = sheet.cell(row, column), as_written(cell["text"])
            assert not isinstance(got, MergedCell)
            assert got.data_type != "f", (sheet.title, got.coordinate)
            if not text:
                assert got.value is None, (got.coordinate, got.value)
            elif not cell["header"] and is_number(text):
                assert got.data_type == "n" and float(text) == got.value, (got.coordinate, text, got.value)
            else:
                assert got.data_type == "s", (got.coordinate, got.data_type)
                assert got.value in (text, cell["text"]), (got.coordinate, text, got.value)
        assert merges == expected, (sheet.title, merges ^ expected)


def check_values(document, book):
    if not document["values"]:
        assert "数据" not in book.sheetnames
        return
    rows = list(book["数据"].iter_rows(values_only=True))
    assert list(rows[0]) == list(document["values"][0]), rows[0]
    assert len(rows) == len(document["values"]) + 1
    for row, value in zip(rows[1:], document["values"]):
        for got, expected in zip(row, value.values()):
            expected = "" if expected is None else str(expected)
            assert ("" if got is None else str(got)) == expected, (value["key"], got, expected)
    assert len(list(book["发现"].iter_rows())) == len(document["findings"]) + 1


def check_calamine(path, book):
    other = python_calamine.CalamineWorkbook.from_path(path)
    assert other.sheet_names == book.sheetnames
    for name in other.sheet_names:
        sheet = book[name]
        for r, row in enumerate(other.get_sheet_by_name(name).to_python(skip_empty_area=False), 1):
            for c, got in enumerate(row, 1):
                expected = sheet.cell(r, c).value
                expected = "" if expected is None else expected
                assert type(got) in (str, float, int), got
                if isinstance(expected, (int, float)):
                    same = math.isclose(got, expected)
                else:  # calamine, as Excel, drops white space at either end: the schema has no xml:space to keep it.
                    same = as_written(got).strip(" \t\r\n") == as_written(expected).strip(" \t\r\n")
                assert same, (name, r, c, got, expected)
        merged = sorted(((a[0], a[1]), (b[0], b[1])) for a, b in other.get_sheet_by_name(name).merged_cell_ranges or [])
        assert merged == sorted(((m.min_row - 1, m.min_col - 1), (m.max_row - 1, m.max_col - 1)) for m in sheet.merged_cells.ranges)


def check_schemas(path, scratch):
    schema = os.path.join(SHARED, "schemas", "sml.xsd")
    if not os.path.exists(schema) or not shutil.which("xmllint"):
        return
    parts = []
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        for name in package.namelist():
            part = os.path.join(scratch, name.replace("/", "_"))
            with open(part, "wb") as file:
                file.write(package.read(name))
            ElementTree.parse(part)
            if name.startswith("xl/") and name.endswith(".xml"):
                parts.append(part)
    run = subprocess.run(["xmllint", "--noout", "--nonet", "--schema", schema, *parts], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr[:2000]


def unflatten(flat, path):
    """The parts of a flat document as a zip."""
    for prefix, name in [("", "http://schemas.openxmlformats.org/spreadsheetml/2006/main")]:
        ElementTree.register_namespace(prefix, name)
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    with zipfile.ZipFile(path, "w") as package:
        for part in ElementTree.fromstring(flat).iter(PKG + "part"):
            name, kind = part.get(PKG + "name"), part.get(PKG + "contentType")
            package.writestr(name[1:], ElementTree.tostring(part.find(PKG + "xmlData")[0], encoding="utf-8"))
            types += f'<Override PartName="{name}" ContentType="{kind}"/>'
        package.writestr("[Content_Types].xml", types + "</Types>")


def cells(book):
    return {(s.title, c.coordinate): c.value for s in book.worksheets for row in s.iter_rows() for c in row if c.value is not None}


def check(biaoge, path, scratch, *options):
    document = json.loads(convert(biaoge, path, "json", *options))
    target, flat = os.path.join(scratch, "book.xlsx"), os.path.join(scratch, "flat.xlsx")
    convert(biaoge, path, "xlsx", *options, output=target)
    book = openpyxl.load_workbook(target)
    check_tables(document, book, bool(document["values"]))
    check_values(document, book)
    check_calamine(target, book)
    check_schemas(target, scratch)
    unflatten(convert(biaoge, path, "xml", *options), flat)
    assert cells(openpyxl.load_workbook(flat)) == cells(book)
    return sum(len(s["cells"]) for s in document["tables"])


def main():
    biaoge = os.path.abspath(sys.argv[1])
    count = failed = total = 0
    for path in documents():
        for options in ([], ["--as-is"]):
            with tempfile.TemporaryDirectory() as scratch:
                count += 1
                try:
                    total += check(biaoge, path, scratch, *options)
                except Exception as error:
                    failed += 1
                    print("FAILED", os.path.basename(path), *options, type(error).__name__, str(error)[:600])
    print(f"workbooks: {count - failed} of {count} as they should be, {total} cells")
    return 1 if failed or not count else 0


if __name__ == "__main__":
    sys.exit(main())
