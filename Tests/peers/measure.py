"""`make bench-peers`: the jobs of `make bench` beside what a user would pick instead, in one run, as a table.

Run as: measure.py BUILD INPUTS, with the Python of a virtual environment that holds the tools (requirements.txt beside this file).
CPU time is user and system time of the whole process, start included; each tool reads the same file.
"""

import os
import pathlib
import statistics
import subprocess
import sys
import time
from importlib import metadata

LIMIT = 180  # seconds that a run may take
HERE = pathlib.Path(__file__).parent
PACKAGES = {"python_docx": "python-docx", "xlsxwriter": "XlsxWriter", "pyexcelerate": "PyExcelerate"}


def measure(command):
    """CPU seconds and peak MiB of a run, or why there are none."""
    with open(os.devnull, "w") as nowhere:
        process = subprocess.Popen(command, stdout=nowhere, stderr=nowhere)
    end = time.monotonic() + LIMIT
    while True:
        done, status, usage = os.wait4(process.pid, os.WNOHANG)
        if done:
            break
        if time.monotonic() > end:
            process.kill()
            os.wait4(process.pid, 0)
            return f"more than {LIMIT} s"
        time.sleep(0.001)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        return f"fails ({process.returncode})"
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def version(tool):
    if tool == "pandoc":
        return subprocess.run(["pandoc", "--version"], capture_output=True, text=True).stdout.split()[1]
    return metadata.version(PACKAGES.get(tool, tool))


def command(tool, files, kind):
    if tool == "pandoc":
        return ["pandoc", "--from", kind, "--to", "plain", *files]
    return [sys.executable, str(HERE / "jobs.py"), tool, *files]


def main():
    build, inputs = map(pathlib.Path, sys.argv[1:3])
    biaoge = str(build / "biaoge")
    report, table, page, tabs = (str(inputs / name) for name in ["report.docx", "table.docx", "table.html", "table-tabs.txt"])
    reports = [str(inputs / f"reports/{number}.docx") for number in range(200)]
    workbook = str(inputs / "peers.xlsx")
    readers = ["pandoc", "python_docx", "docx2python", "mammoth", "kreuzberg", "markitdown"]
    jobs = [
        ("one report .docx", "docx", [report], readers, ["convert", "--to", "csv", report], 5),
        ("200 reports .docx, one process", "docx", reports, readers, ["convert", "--to", "csv", *reports], 3),
        ("20,000 × 10 .docx", "docx", [table], readers, ["convert", "--to", "csv", table], 1),
        ("20,000 × 10 HTML", "html", [page], ["pandas", "pandoc", "kreuzberg", "markitdown"], ["convert", "--to", "csv", page], 1),
        (
            "200,000 cells to .xlsx", "", [tabs], ["openpyxl", "xlsxwriter", "pyexcelerate"],
            ["convert", "--to", "xlsx", "--output", workbook, tabs], 3,
        ),
    ]
    print("| job | tool | version | CPU, ms | × biaoge | peak, MiB |")
    print("|---|---|---|---:|---:|---:|")
    for name, kind, files, tools, ours, runs in jobs:
        commands = {"biaoge": [biaoge, *ours]} | {tool: command(tool, files, kind) for tool in tools}
        outcomes = {tool: [] for tool in commands}
        for _ in range(runs):
            for tool, words in commands.items():
                if not outcomes[tool] or not isinstance(outcomes[tool][-1], str):
                    outcomes[tool].append(measure(words))
        base = statistics.median(cpu for cpu, _ in outcomes["biaoge"])
        for tool, found in outcomes.items():
            number = "" if tool == "biaoge" else version(tool)
            shown = tool.replace("_", "-")
            if isinstance(found[-1], str):
                print(f"| {name} | {shown} | {number} | {found[-1]} | | |", flush=True)
                continue
            cpu = statistics.median(cpu for cpu, _ in found)
            peak = statistics.median(peak for _, peak in found)
            print(f"| {name} | {shown} | {number} | {cpu * 1000:.1f} | {cpu / base:.1f} | {peak:.0f} |", flush=True)


if __name__ == "__main__":
    main()
