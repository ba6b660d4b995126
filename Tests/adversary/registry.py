"""What can be done to a report, by name: damages of the grid, of fields and of lines; and the layouts it is written in.

A decorator enters a function under its own name; its docstring is the sentence that `list` shows.
"""

import importlib.util
import shutil
from typing import Callable, NamedTuple

GRID_DAMAGES = {}  # (report, rng): change the cells before anything is written
FIELD_DAMAGES = {}  # (rows, rng, report): change one table's rows of fields, as text layouts write them
LINE_DAMAGES = {}  # (lines, rng): change the lines of the finished text
PROGRAMS = ("docx2txt", "elinks", "lynx", "pandoc", "pdftotext", "w3m")  # what layouts need else are Python modules


def grid_damage(function):
    """Enters a damage of the grid."""
    GRID_DAMAGES[function.__name__] = function
    return function


def field_damage(function):
    """Enters a damage of fields."""
    FIELD_DAMAGES[function.__name__] = function
    return function


def line_damage(function):
    """Enters a damage of lines."""
    LINE_DAMAGES[function.__name__] = function
    return function


class Layout(NamedTuple):
    """How a report is written: by us as lines, which can be damaged further, or by others' programs as bytes."""

    write: Callable  # (report, rng) -> lines, or bytes where a tool writes
    suffix: str
    needs: tuple  # programs and Python modules; none for what we write ourselves
    about: str

    @property
    def is_text(self):
        """Whether we write it ourselves, as lines."""
        return not self.needs

    def missing(self):
        """What it needs and this machine has not."""
        return [need for need in self.needs if not (shutil.which if need in PROGRAMS else importlib.util.find_spec)(need)]


LAYOUTS = {}


def layout(name, write, suffix="txt", needs=(), about=None):
    """Enters a layout."""
    LAYOUTS[name] = Layout(write, suffix, tuple(needs), about or write.__doc__)


def text_layout(function):
    """Enters a layout of plain text."""
    layout(function.__name__, function)
    return function


def html_layout(function):
    """Enters a layout of HTML."""
    layout(function.__name__, function, "html")
    return function


def tool_layout(*needs, suffix="txt"):
    """Enters a layout that needs these programs or Python modules."""
    def enter(function):
        layout(function.__name__, function, suffix, needs)
        return function
    return enter
