"""What the layouts that other programs write have in common."""

import os
import subprocess
import tempfile

from layouts.pages import merged_page

LIMIT = 60  # seconds that a program may take


def run(command, given=b""):
    """What the program prints."""
    process = subprocess.run(command, input=given, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=LIMIT)
    return process.stdout


def page_text(report):
    """The report as a plain page, for programs that read HTML."""
    return "\n".join(merged_page(report))


def with_file(content, suffix, use):
    """What `use` makes of the path of a passing file with this content."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "report" + suffix)
        with open(path, "wb") as file:
            file.write(content)
        return use(path)
