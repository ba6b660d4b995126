"""What each tool does for one job. Run as: jobs.py TOOL FILE... ; the result is thrown away."""

import sys


def python_docx(paths):
    import docx

    for path in paths:
        for table in docx.Document(path).tables:
            for row in table.rows:
                print(",".join(cell.text for cell in row.cells))


def docx2python(paths):
    from docx2python import docx2python

    for path in paths:
        with docx2python(path) as document:
            print(document.body)


def mammoth(paths):
    import mammoth

    for path in paths:
        with open(path, "rb") as file:
            print(mammoth.convert_to_html(file).value)


def kreuzberg(paths):
    from kreuzberg import extract_file_sync

    for path in paths:
        print(extract_file_sync(path).content)


def markitdown(paths):
    from markitdown import MarkItDown

    converter = MarkItDown()
    for path in paths:
        print(converter.convert(path).text_content)


def pandas(paths):
    import pandas

    for path in paths:
        for table in pandas.read_html(path, flavor="lxml"):
            table.to_csv(sys.stdout)


def rows(paths):
    import csv

    for path in paths:
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.reader(file, delimiter="\t"):
                yield [int(field) if field.isdigit() else field for field in row]


def openpyxl(paths):
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows(paths):
        sheet.append(row)
    book.save("/dev/null")


def xlsxwriter(paths):
    import io

    import xlsxwriter

    book = xlsxwriter.Workbook(io.BytesIO(), {"constant_memory": True})
    sheet = book.add_worksheet()
    for number, row in enumerate(rows(paths)):
        sheet.write_row(number, 0, row)
    book.close()


def pyexcelerate(paths):
    import io

    import pyexcelerate

    book = pyexcelerate.Workbook()
    book.new_sheet("1", data=list(rows(paths)))
    book._save(io.BytesIO())


if __name__ == "__main__":
    globals()[sys.argv[1]](sys.argv[2:])
