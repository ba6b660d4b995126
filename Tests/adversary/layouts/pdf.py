"""Reports as PDF: tables with rules, rows broken by pages, page numbers."""

import functools

from report import Table

HEADING_SIZES = {"title": 16, "heading": 12, "paragraph": 12}
PADDING = 3


@functools.cache
def font():
    """The font, read once."""
    import pymupdf

    return pymupdf.Font("cjk").buffer


def text_width(text, size):
    """A Chinese character is as wide as it is high, any other half of that."""
    return sum(size if ord(character) > 0x2000 else size * 0.5 for character in text)


def wrap(text, width, size):
    """The text in lines that fit."""
    lines, line, used = [], "", 0
    for character in text:
        if character == "\n":
            lines.append(line)
            line, used = "", 0
            continue
        advance = text_width(character, size)
        if used + advance > width and line:
            lines.append(line)
            line, used = "", 0
        line += character
        used += advance
    return lines + [line]


def column_widths(table, width):
    """Labels have more room than numbers."""
    count = table.width()
    if table.name.startswith("requests") and count == 10:
        shares = [1, 1.6, 3] + [1] * 7
    elif table.name.startswith("proactive") and count == 4:
        shares = [1.6, 1, 1, 1]
    else:
        shares = [1] * count
    return [share * width / sum(shares) for share in shares]


class Drawing:
    """A document in the making, and how far down the page it is."""

    def __init__(self, rng):
        import pymupdf

        landscape = rng.random() < 0.2
        self.width, self.height = (842, 595) if landscape else (595, 842)
        self.margin = rng.choice([50, 72])
        self.size = rng.choice([8, 9, 10.5])
        self.line_height = self.size * 1.35
        self.numbered = rng.random() < 0.6
        self.document = pymupdf.open()
        self.start_page()

    def start_page(self):
        """Begins a page, with its number at the foot."""
        self.page = self.document.new_page(width=self.width, height=self.height)
        self.page.insert_font(fontname="F0", fontbuffer=font())
        self.y = self.margin
        if self.numbered:
            self.write(self.width / 2 - 10, self.height - 30, f"- {self.document.page_count} -", 9)

    def write(self, x, y, text, size):
        """Writes a line, x and y being the left end of its base."""
        self.page.insert_text((x, y), text, fontname="F0", fontsize=size)

    def add_text(self, block):
        """Writes a heading or a paragraph."""
        size = HEADING_SIZES[block.kind]
        for line in wrap(block.text, self.width - 2 * self.margin, size):
            if self.y + size * 1.5 > self.height - self.margin:
                self.start_page()
            self.y += size * 1.5
            self.write(self.margin, self.y - 4, line, size)

    def add_table(self, table, rng):
        """Draws a table, its rows on as many pages as they need."""
        edges = [self.margin]
        for width in column_widths(table, self.width - 2 * self.margin):
            edges.append(edges[-1] + width)
        cells = []
        for placed in table.placed():
            right = edges[min(placed.column + placed.columns, len(edges) - 1)]
            left = edges[placed.column]
            cells.append((placed, left, right, wrap(placed.cell.text, right - left - 2 * PADDING, self.size)))
        heights = self.row_heights(table, cells)
        middle, centred = rng.random() < 0.6, rng.random() < 0.5
        start = 0
        while start < len(heights):
            if self.y + heights[start] > self.height - self.margin - 20:
                self.start_page()
            levels, end = self.rows_on_page(heights, start)
            for cell in cells:
                self.draw_cell(cell, levels, start, end, middle, centred)
            self.y = levels[-1] + 4
            start = end

    def row_heights(self, table, cells):
        """How high each row has to be for its texts."""
        heights = [self.line_height] * len(table.rows)
        for placed, _, _, lines in cells:
            if placed.rows == 1:
                heights[placed.row] = max(heights[placed.row], len(lines) * self.line_height)
        heights = [height + 4 for height in heights]
        for placed, _, _, lines in cells:  # a tall merged cell stretches its last row
            end = placed.row + placed.rows
            lacking = len(lines) * self.line_height + 4 - sum(heights[placed.row:end])
            if 1 < placed.rows < 8 and lacking > 0:
                heights[end - 1] += lacking
        return heights

    def rows_on_page(self, heights, start):
        """Where the rules of the rows from this one on are that fit on the page, and the first row that does not."""
        levels, end = [self.y + 6], start
        while end < len(heights) and levels[-1] + heights[end] < self.height - self.margin - 15:
            levels.append(levels[-1] + heights[end])
            end += 1
        if end == start:
            levels.append(levels[-1] + heights[end])
            end += 1
        return levels, end

    def draw_cell(self, cell, levels, start, end, middle, centred):
        """The part of a cell that is on this page; its text where it begins."""
        placed, left, right, lines = cell
        top, bottom = max(placed.row, start), min(placed.row + placed.rows, end)
        if top >= bottom:
            return
        above, below = levels[top - start], levels[bottom - start]
        self.page.draw_rect((left, above, right, below), width=0.5)
        if placed.row < start:
            return
        offset = (below - above - len(lines) * self.line_height) / 2 if middle else 2
        for number, line in enumerate(lines, 1):
            x = left + PADDING
            if centred and placed.cell.key:
                x = (left + right - text_width(line, self.size)) / 2
            self.write(x, above + max(offset, 0) + number * self.line_height - 3, line, self.size)


def write_pdf(report, rng):
    """The report as PDF, of some size and with some margins."""
    drawing = Drawing(rng)
    for block in report.blocks:
        if isinstance(block, Table):
            drawing.add_table(block, rng)
        else:
            drawing.add_text(block)
    drawing.document.subset_fonts()
    return drawing.document.tobytes()
