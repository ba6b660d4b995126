/// Tells the layout of a text dump by the shapes of its lines.
///
/// Every line that is not empty is counted under the first shape that it has:
/// 1. *cell*: a TAB, no other one in the line, and at most 120 bytes (a cell of a one-cell-per-line dump; longer ones, an
///    indented paragraph too, count as nothing);
/// 2. *tabbed*: a TAB elsewhere;
/// 3. *piped*: two bars or more, or one at an end of the line, or nothing else;
/// 4. *spaced*: a label and at least three numbers parted by white space, at the end of the line;
/// 5. *lone number*: nothing but one number, with an empty line before and behind.
///
/// A cell line counts only next to another one or to a lone TAB: rows have more than one cell, while an
/// indented paragraph begins with a TAB as well. Lone TABs alone part cells that stand between them. Of tabs, cells and bars the most
/// frequent shape wins when it has at least 2 lines (cells: 3); without these, at least 3 spaced lines or 10 lone numbers decide.
/// Tables that are drawn, in a markup language or parted by commas have no shape here: the reader finds them in any text.
struct DumpDetection {
    private var lines = 0
    private var cells = 0
    private var hasCellWithText = false
    private var tabbed = 0
    private var piped = 0
    private var spaced = 0
    private var loneNumbers = 0
    private let isStructuredText: Bool

    /// What the shapes say, and how many lines have the shape that decided.
    var answer: (Format, Detection.Evidence) {
        if isStructuredText { return (.text, .noLineShapes) }
        let format: Format
        let count: Int
        if cells >= 3, hasCellWithText, cells > tabbed, cells > piped {
            (format, count) = (.cellDump, cells)
        } else if tabbed >= 2, tabbed >= piped {
            (format, count) = (.tabDump, tabbed)
        } else if piped >= 2 {
            (format, count) = (.pipeDump, piped)
        } else if spaced >= 3 {
            (format, count) = (.spaceDump, spaced)
        } else if loneNumbers >= 10 {
            (format, count) = (.lineDump, loneNumbers)
        } else {
            return (.text, .noLineShapes)
        }
        return (format, .lineShapes(format, count, of: lines))
    }

    /// Counts the line shapes of text in UTF-8 with LF line ends, in its first MiB.
    init(_ utf8: [UInt8]) {
        isStructuredText = Self.isStructured(utf8)
        guard !isStructuredText else { return }
        let head = utf8.span.extracting(first: 1 << 20)
        var start = 0
        var tabs = 0
        var previous = Shape.empty
        var beforePrevious = Shape.empty
        for index in head.indices {
            let byte = head[index]
            if byte > 0x0A { continue }
            if byte == 0x09 { tabs += 1 }
            guard byte == 0x0A else { continue }
            let shape = LineShape(head.extracting(start..<index), tabs: tabs).shape
            count(shape, after: previous, beforePrevious)
            (beforePrevious, previous) = (previous, shape)
            start = index + 1
            tabs = 0
        }
        if start < head.count {
            let shape = LineShape(head.extracting(start...), tabs: tabs).shape
            count(shape, after: previous, beforePrevious)
            (beforePrevious, previous) = (previous, shape)
        }
        count(.empty, after: previous, beforePrevious)
    }

    private mutating func count(_ shape: Shape, after previous: Shape, _ beforePrevious: Shape) {
        if shape != .empty { lines += 1 }
        switch shape {
        case .cell where previous == .cell || previous == .emptyCell:
            cells += 1
            hasCellWithText = true
        case .emptyCell: cells += previous == .cell || previous == .emptyCell ? 1 : 0
        case .tabbed: tabbed += 1
        case .piped: piped += 1
        case .spaced: spaced += 1
        case .empty where previous == .number && beforePrevious == .empty: loneNumbers += 1
        default: break
        }
    }

    /// JSON and its lines: a brace, or a bracket that a value follows.
    private static func isStructured(_ utf8: [UInt8]) -> Bool {
        let head = utf8.prefix(256).filter { $0 > 0x20 }
        guard let first = head.first, head.count > 1 else { return false }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[") && "{[\"]-0123456789".utf8.contains(head[1])
    }
}

/// The shape of a line, as ``DumpDetection`` counts it.
enum Shape {
    case empty, cell, emptyCell, tabbed, piped, spaced, number, other
}

/// Finds the shape of one line.
struct LineShape {
    let shape: Shape

    /// - Parameter tabs: how many TABs the line has.
    init(_ line: Span<UInt8>, tabs: Int) {
        // Most lines of a dump are settled by that.
        if tabs > 1 {
            shape = .tabbed
            return
        }
        var bars = 0
        var visible = 0
        var lastVisible: UInt8 = 0
        var firstVisible: UInt8 = 0
        for index in line.indices {
            let byte = line[index]
            if byte == UInt8(ascii: "|") { bars += 1 }
            guard byte > 0x20 else { continue }
            if visible == 0 { firstVisible = byte }
            lastVisible = byte
            visible += 1
        }
        if tabs == 1, line[0] == 0x09 {
            shape = visible == 0 ? .emptyCell : visible <= 120 ? .cell : .other
        } else if tabs > 0 {
            shape = .tabbed
        } else if visible == 0 {
            shape = .empty
        } else if bars >= 2 || bars == 1 && (firstVisible == UInt8(ascii: "|") || lastVisible == UInt8(ascii: "|")) {
            shape = .piped
        } else {
            shape = Self.numbers(line)
        }
    }

    /// Counts the numbers at the end of a line that white space parts, from the last one back.
    private static func numbers(_ line: Span<UInt8>) -> Shape {
        var numbers = 0
        var end = line.count
        while end > 0 {
            while end > 0, line[end - 1] <= 0x20 { end -= 1 }
            var start = end
            while start > 0, isNumberByte(line[start - 1]) { start -= 1 }
            guard start < end, start == 0 || line[start - 1] <= 0x20 else { break }
            numbers += 1
            end = start
        }
        if end == 0, numbers == 1 { return .number }
        return numbers >= 3 ? .spaced : .other
    }

    private static func isNumberByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "+"):
            true
        default: false
        }
    }
}
