"""What the programs that gather text for corpora make of a page, as content systems write one."""

from layouts.pages import escaped, merged_page
from layouts.tools import run
from registry import tool_layout


def content_page(report, rng):
    """A page whose cells hold their text as it is, in paragraphs or in paragraphs with spans; each tag on its own line or not."""
    cell = rng.choice(["{}", "<p>{}</p>", '<p style="text-align:center"><span>{}</span></p>', "\n<p>\n<span>{}</span></p>\n"])
    empty = rng.choice(["", "&nbsp;"])
    lines = merged_page(report, lambda placed: cell.format(escaped(placed.text) or empty))
    if rng.random() < 0.5:
        lines = [line.replace("<t", "\n<t").replace("</tr>", "\n</tr>") for line in lines]
    return "\n".join(lines)


@tool_layout("trafilatura")
def trafilatura(report, rng):
    """The text that trafilatura finds."""
    import trafilatura as module

    form = rng.choice(["txt", "txt", "markdown", "xml"])
    text = module.extract(content_page(report, rng), output_format=form, favor_recall=rng.random() < 0.5)
    return (text or "").encode()


@tool_layout("resiliparse")
def resiliparse(report, rng):
    """The text that resiliparse finds, as it makes corpora of Common Crawl."""
    from resiliparse.extract.html2text import extract_plain_text

    return extract_plain_text(content_page(report, rng), preserve_formatting=rng.random() < 0.7, main_content=False).encode()


@tool_layout("inscriptis")
def inscriptis(report, rng):
    """The text that inscriptis lays out."""
    from inscriptis import get_text

    return get_text(content_page(report, rng)).encode()


@tool_layout("justext")
def justext(report, rng):
    """The paragraphs that jusText finds."""
    import justext as module

    paragraphs = module.justext(content_page(report, rng).encode(), module.get_stoplist("English"), encoding="utf-8")
    return "\n".join(paragraph.text for paragraph in paragraphs).encode()


@tool_layout("bs4")
def page_strings(report, rng):
    """The text of a page as get_text of Beautiful Soup gives it, the page in lines."""
    import bs4

    return bs4.BeautifulSoup(content_page(report, rng), "lxml").get_text(rng.choice(["", "", "\n", "\n", " ", "|"])).encode()


@tool_layout("html2text")
def page_markdown(report, rng):
    """A page as html2text writes it, its cells with paragraphs."""
    import html2text as module

    converter = module.HTML2Text()
    converter.body_width = rng.choice([0, 78])
    return converter.handle(content_page(report, rng)).encode()


@tool_layout("markdownify")
def page_markdownify(report, rng):
    """A page as markdownify writes it, its cells with paragraphs."""
    import markdownify as module

    return module.markdownify(content_page(report, rng)).encode()


@tool_layout("pandoc")
def page_pandoc(report, rng):
    """A page as pandoc writes it, its cells with paragraphs."""
    return run(["pandoc", "--from", "html", "--to", rng.choice(["plain", "gfm", "rst"])], content_page(report, rng).encode())


@tool_layout("bs4")
def inner_text(report, rng):
    """The innerText of a page: a tab between cells, a line for each row, an empty line at each side of a paragraph."""
    import bs4

    text, breaks = "", 0
    for part in inner_parts(bs4.BeautifulSoup(content_page(report, rng), "lxml").body):
        if isinstance(part, int):
            breaks = max(breaks, part)
        elif part:
            text += "\n" * breaks * bool(text) + part
            breaks = 0
    return text.encode()


def inner_parts(node):
    """The texts in an element, and the numbers of line breaks that its children require, as the HTML standard collects them."""
    for child in node.children:
        if child.name is None:
            yield " ".join(child.split()) or "\xa0" * ("\xa0" in child)
            continue
        breaks = {"p": 2, "h1": 2, "h2": 2, "table": 1, "div": 1}.get(child.name, 0)
        yield breaks
        yield "\n" if child.name == "br" else ""
        yield from inner_parts(child)
        if child.name in ("td", "tr") and child.find_next_sibling(child.name):
            yield {"td": "\t", "tr": "\n"}[child.name]
        yield breaks
