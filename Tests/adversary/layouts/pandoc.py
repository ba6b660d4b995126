"""What pandoc makes of a page: every format it writes that has tables."""

from layouts.tools import page_text, run
from registry import layout

FORMATS = (
    "plain", "markdown", "gfm", "rst", "org", "asciidoc", "mediawiki", "latex", "dokuwiki", "textile", "jira", "typst", "haddock",
    "docx", "docbook", "markdown_mmd", "commonmark_x", "opml", "man", "texinfo", "zimwiki", "muse", "ms",
)
VARIANTS = {  # name: format, options
    "rtf": ("rtf", "--standalone"),
    "plain_wide": ("plain", "--columns=200"),
    "plain_unwrapped": ("plain", "--wrap=none"),
    "markdown_wide": ("markdown", "--columns=150"),
    "simple_tables": ("markdown-grid_tables-pipe_tables-multiline_tables",),
    "multiline_tables": ("markdown-grid_tables-pipe_tables-simple_tables",),
    "pipe_tables": ("markdown-grid_tables-multiline_tables-simple_tables",),
}


def enter(name, to, *options):
    """Enters a layout that pandoc writes in this format."""
    def write(report, rng):
        return run(["pandoc", "--from", "html", "--to", to, *options], page_text(report).encode())

    about = f"Written by pandoc as {' '.join((to, *options))}."
    layout("pandoc_" + name, write, "docx" if to == "docx" else "txt", ["pandoc"], about)


for format_name in FORMATS:
    enter(format_name, format_name)
for variant, (format_name, *variant_options) in VARIANTS.items():
    enter(variant, format_name, *variant_options)
