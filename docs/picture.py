#!/usr/bin/env python3
"""Draws the READMEs' picture: a broken dump above, the same rows as Biaoge repairs them below.

    docs/picture.py .build/release/biaoge      writes docs/repair.svg and docs/repair.zh-CN.svg

Both halves are real: the lines of the sample as they stand, the values and states as the program gives them. The picture has a ground of
its own, so that it can be read on light and dark pages.
"""
import csv
import io
import subprocess
import sys
from html import escape
from pathlib import Path

SAMPLE = Path("Samples/tab-dump-broken/report.txt")
# The lines of the dump, and the rows of the form, that the picture shows.
LINES = [slice(38, 41), slice(48, 57)]
ROWS = ["requests.received", "requests.denied.internal", "requests.denied.process", "requests.denied.enforcement",
        "requests.denied.query", "requests.unavailable.not_held", "requests.unavailable.needs_creation"]
COLUMNS = ["person", "business", "research", "nonprofit", "legal", "other", "total"]

WORDS = {
    "repair.svg": {
        "before": "A dump as a converter left it: 总计 lost with its header word, a label slid left, a page end in the table",
        "after": "As Biaoge repairs it", "repaired": "repaired: stands in the source, its place was put right",
        "derived": "derived: lost in the source, the only number that the sums allow",
    },
    "repair.zh-CN.svg": {
        "before": "转换工具留下的文本：“总计”连同表头丢失，一个行标题左移，分页切断了表格",
        "after": "Biaoge 修复之后", "repaired": "修复：原文有此数，位置已复原", "derived": "推算：原文已丢失，是勾稽关系唯一允许的数",
    },
}
STYLE = """
text { font: 13px "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; fill: #1f2328 }
.dump { font-family: "Noto Sans Mono CJK SC", Menlo, Consolas, "PingFang SC", "Microsoft YaHei", monospace; font-size: 12px }
.tab { fill: #b35900 } .title { font-weight: bold } .small { font-size: 12px; fill: #57606a } .head { font-weight: bold; font-size: 12px }
.ground { fill: #ffffff; stroke: #d0d7de } .cell { fill: none; stroke: #afb8c1 } .header { fill: #eef1f4; stroke: #afb8c1 }
.repaired { fill: #dbeafe; stroke: #afb8c1 } .derived { fill: #d3f2d9; stroke: #afb8c1 } .number { text-anchor: middle }
"""
WIDTH, LABEL, COLUMN, LINE, ROW, MARGIN = 960, 328, 84, 20, 28, 20


def shortened(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"


def dump_lines() -> list[str]:
    lines = SAMPLE.read_text(encoding="utf-8").split("\n")
    return [line for part in LINES for line in lines[part]]


def repaired_rows(biaoge: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Each row's label, and for each column its value and state."""
    output = subprocess.run([biaoge, "convert", SAMPLE, "--to", "tidy"], capture_output=True, check=True, text=True).stdout
    values = {row["key"]: row for row in csv.DictReader(io.StringIO(output))}
    rows = []
    for name in ROWS:
        slots = [values[f"{name}:{column}"] for column in COLUMNS]
        rows.append((slots[0]["row_label"].split(" / ")[-1], [(slot["value"], slot["state"]) for slot in slots]))
    return rows


def column_labels(biaoge: str) -> list[str]:
    output = subprocess.run([biaoge, "convert", SAMPLE, "--to", "tidy"], capture_output=True, check=True, text=True).stdout
    labels = {row["key"]: row["column_label"] for row in csv.DictReader(io.StringIO(output))}
    return [labels[f"{ROWS[0]}:{column}"].split(" / ")[-1] for column in COLUMNS]


def picture(words: dict[str, str], lines: list[str], header: list[str], rows: list) -> str:
    parts: list[str] = []

    def text(x: float, y: float, content: str, name: str = "") -> None:
        parts.append(f'<text x="{x}" y="{y}"{f" class={chr(34)}{name}{chr(34)}" if name else ""}>{content}</text>')

    def box(x: float, y: float, width: float, height: float, name: str) -> None:
        parts.append(f'<rect x="{x}" y="{y}" width="{width}" height="{height}" class="{name}"/>')

    y = MARGIN + 14
    text(MARGIN, y, escape(words["before"]), "title")
    y += 10
    for line in lines:
        y += LINE
        shown = escape(shortened(line, 62)).replace("\t", '<tspan class="tab"> → </tspan>')
        text(MARGIN, y, shown, "dump")
    y += 40
    text(MARGIN, y, escape(words["after"]), "title")
    y += 14
    box(MARGIN, y, LABEL, ROW, "header")
    for index, label in enumerate(header):
        x = MARGIN + LABEL + index * COLUMN
        box(x, y, COLUMN, ROW, "header")
        text(x + COLUMN / 2, y + 18, escape(label), "head number")
    for label, cells in rows:
        y += ROW
        box(MARGIN, y, LABEL, ROW, "header")
        text(MARGIN + 8, y + 18, escape(shortened(label, 24)))
        for index, (value, state) in enumerate(cells):
            x = MARGIN + LABEL + index * COLUMN
            box(x, y, COLUMN, ROW, state if state in ("repaired", "derived") else "cell")
            text(x + COLUMN / 2, y + 19, escape(value), "number")
    y += ROW + 14
    x = MARGIN
    for state in ("repaired", "derived"):
        box(x, y, 16, 16, state)
        text(x + 24, y + 13, escape(words[state]), "small")
        x += 400
    height = y + 16 + MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}">\n'
        f"<style>{STYLE}</style>\n"
        f'<rect x="0.5" y="0.5" width="{WIDTH - 1}" height="{height - 1}" rx="8" class="ground"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )


if __name__ == "__main__":
    biaoge = sys.argv[1]
    lines, header, rows = dump_lines(), column_labels(biaoge), repaired_rows(biaoge)
    for name, words in WORDS.items():
        (Path("docs") / name).write_text(picture(words, lines, header, rows), encoding="utf-8")
