"""What text browsers and converters make of a page."""

from layouts.tools import page_text, run, with_file
from registry import tool_layout


def run_w3m(page, rng):
    """What w3m shows of a page, at some width."""
    options = ["-dump", "-T", "text/html", "-I", "UTF-8", "-O", "UTF-8", "-cols", rng.choice(["80", "120", "200"])]
    return run(["w3m", *options], page.encode())


@tool_layout("w3m")
def w3m(report, rng):
    """As w3m shows it, with borders."""
    return run_w3m(page_text(report), rng)


@tool_layout("w3m")
def w3m_borderless(report, rng):
    """As w3m shows it, without borders."""
    return run_w3m(page_text(report).replace(' border="1"', ""), rng)


@tool_layout("lynx")
def lynx(report, rng):
    """As lynx shows it."""
    width = "-width=" + rng.choice(["80", "200"])
    command = ["lynx", "-dump", "-stdin", "-assume_charset=utf-8", "-display_charset=utf-8", width]
    return run(command, page_text(report).encode())


@tool_layout("elinks")
def elinks(report, rng):
    """As elinks shows it."""
    options = ["-dump", "-dump-charset", "utf-8", "-dump-width", rng.choice(["80", "160"])]
    options += ["-eval", 'set document.codepage.assume = "utf-8"']
    return with_file(page_text(report).encode(), ".html", lambda path: run(["elinks", *options, path]))


@tool_layout("html2text")
def html2text(report, rng):
    """As html2text writes it, in Markdown."""
    import html2text as module

    converter = module.HTML2Text()
    converter.body_width = rng.choice([0, 78])
    converter.pad_tables = rng.random() < 0.5
    return converter.handle(page_text(report)).encode()


@tool_layout("markdownify")
def markdownify(report, rng):
    """As markdownify writes it, in Markdown."""
    import markdownify as module

    return module.markdownify(page_text(report)).encode()


@tool_layout("bs4")
def beautiful_soup(report, rng):
    """The text of a page as get_text of Beautiful Soup gives it."""
    import bs4

    separator, strip = rng.choice(["\n", "\t", " ", "|"]), rng.random() < 0.5
    return bs4.BeautifulSoup(page_text(report), "html.parser").get_text(separator, strip=strip).encode()
