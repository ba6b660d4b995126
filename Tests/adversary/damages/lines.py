"""Damages of the lines of a finished text."""

from registry import line_damage

PAGE_NUMBERS = ("- {} -", "—{}—", "{}", "第{}页", "第 {} 页 共 8 页", "{} / 8", "\x0c{}", "Page {}")
FURNITURE = (
    "打印本页 关闭窗口", "来源：办公室 发布时间：2023-01-18", "浏览次数：326", "责任编辑：王芳", "分享到：", "版权所有 备案号12345678",
    "字体：大 中 小", "2023年1月20日", "http://www.example.gov.cn/xxgk/2023/0118.html",
)


def somewhere(lines, rng):
    """A place for a further line, behind the first three."""
    return rng.randint(min(3, len(lines)), len(lines))


@line_damage
def page_numbers(lines, rng):
    """Page numbers stand between the lines."""
    style = rng.choice(PAGE_NUMBERS)
    for number in range(2, 2 + rng.randint(1, 4)):
        lines.insert(somewhere(lines, rng), style.format(number))


@line_damage
def furniture(lines, rng):
    """What stands around the text of a web page stands between its lines."""
    for _ in range(rng.randint(1, 3)):
        lines.insert(somewhere(lines, rng), rng.choice(FURNITURE))


@line_damage
def blank_lines(lines, rng):
    """Blank lines stand where none should."""
    for _ in range(rng.randint(1, 8)):
        lines.insert(somewhere(lines, rng), "")


@line_damage
def line_doubled(lines, rng):
    """A line stands twice."""
    number = rng.randrange(len(lines))
    lines.insert(number, lines[number])


@line_damage
def lines_indented(lines, rng):
    """Every line is indented."""
    lines[:] = ["    " + line for line in lines]


@line_damage
def lines_quoted(lines, rng):
    """Every line begins with the mark of a quotation."""
    lines[:] = ["> " + line for line in lines]


@line_damage
def carriage_returns(lines, rng):
    """Lines end as they do under Windows."""
    lines[:] = [line + "\r" for line in lines]


@line_damage
def equal_lines_lost(lines, rng):
    """Of lines that are equal only the first is left."""
    seen, result = set(), []
    for line in lines:
        if not line.strip() or line not in seen:
            result.append(line)
        seen.add(line)
    lines[:] = result
