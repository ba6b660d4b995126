/// Takes the text out of a document in Rich Text Format (Microsoft, version 1.9.1): what is shown, a TAB behind each cell, LF behind each row and
/// each paragraph outside of tables.
struct RichText {
    /// What holds until the end of the group.
    private struct State {
        /// Whether the group is no text of the document: fonts, styles, pictures, margins, anything marked as ignorable.
        var isSkipped = false
        var isFontTable = false
        var isHidden = false
        /// Whether text is struck out or raised.
        var isMarked = false
        var isInTable = false
        var font: Int?
        /// How many characters behind a `\u` stand in its place for programs that do not know it.
        var replacements = 1
    }

    /// The text so far.
    private(set) var output = RichTextOutput()
    private let bytes: [UInt8]
    private let limits: Limits
    private var offset = 0
    private var state = State()
    private var outer: [State] = []
    private var fonts: [Int: TextEncoding] = [:]
    /// The encoding of text in no other; that of Chinese Windows where nothing is said.
    private var encoding = TextEncoding.gb18030
    private var toSkip = 0
    private var highSurrogate: UInt32?

    init(_ bytes: [UInt8], limits: Limits) {
        self.bytes = bytes
        self.limits = limits
    }

    /// Reads the document to its end.
    mutating func read() throws(ReadError) {
        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            switch byte {
            case UInt8(ascii: "{"):
                outer.append(state)
                toSkip = 0
                guard outer.count <= limits.depth else { throw .limit(.depth, found: outer.count, allowed: limits.depth) }
            case UInt8(ascii: "}"):
                state = outer.popLast() ?? State()
                toSkip = 0
            case UInt8(ascii: "\\"): control()
            case 0x0D, 0x0A: break
            case .tab: space(.tab)
            default:
                let start = offset - 1
                while offset < bytes.count, Self.isPlain(bytes[offset]) { offset += 1 }
                let skipped = min(toSkip, offset - start)
                toSkip -= skipped
                show(bytes[(start + skipped)..<offset], textEncoding)
            }
            guard output.count <= limits.textBytes else {
                throw .limit(.textBytes, found: output.count, allowed: limits.textBytes)
            }
            guard output.pieceCount <= limits.pieces else {
                throw .limit(.pieces, found: output.pieceCount, allowed: limits.pieces)
            }
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte != UInt8(ascii: "{") && byte != UInt8(ascii: "}") && byte != UInt8(ascii: "\\") && byte >= 0x20
    }

    private var textEncoding: TextEncoding { state.font.flatMap { fonts[$0] } ?? encoding }

    // MARK: Controls

    /// A backslash and what belongs to it: a word with a number perhaps, or a sign.
    private mutating func control() {
        let start = offset
        while offset < bytes.count, offset - start < 32, bytes[offset] | 0x20 >= 0x61, bytes[offset] | 0x20 <= 0x7A {
            offset += 1
        }
        guard offset > start else { return sign() }
        let word = String(decoding: bytes[start..<offset], as: UTF8.self)
        var isNegative = false
        if offset + 1 < bytes.count, bytes[offset] == .hyphen, bytes[offset + 1].isDigit {
            isNegative = true
            offset += 1
        }
        var number: Int?
        while offset < bytes.count, bytes[offset].isDigit {
            number = min((number ?? 0) * 10 + Int(bytes[offset] - 0x30), 1 << 31)
            offset += 1
        }
        if offset < bytes.count, bytes[offset] == .space { offset += 1 }
        take(word, number.map { isNegative ? -$0 : $0 })
    }

    private mutating func sign() {
        guard offset < bytes.count else { return }
        let sign = bytes[offset]
        offset += 1
        switch sign {
        case UInt8(ascii: "'"):
            guard offset + 1 < bytes.count, let high = bytes[offset].hexadecimal, let low = bytes[offset + 1].hexadecimal else {
                return
            }
            offset += 2
            if toSkip > 0 { toSkip -= 1 } else { show([high << 4 | low], textEncoding) }
        case UInt8(ascii: "*"): state.isSkipped = true
        case UInt8(ascii: "~"): show([.space], .utf8)
        case UInt8(ascii: "_"): show([.hyphen], .utf8)
        case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"):
            if toSkip > 0 { toSkip -= 1 } else { show([sign], textEncoding) }
        case 0x0D, 0x0A: endParagraph()
        default: break
        }
    }

    private mutating func take(_ word: String, _ number: Int?) {
        let isOn = number != 0
        switch word {
        case "u": unicode(number ?? 0)
        case "uc": state.replacements = max(0, number ?? 1)
        case "bin": offset = min(bytes.count, offset + max(0, number ?? 0))
        case "cell": if !state.isSkipped { output.endCell() }
        case "row": if !state.isSkipped { output.endRow() }
        case "nestcell", "nestrow": show([.space], .utf8)
        case "par", "line", "sect", "page", "column": endParagraph()
        case "tab": space(.tab)
        case "pard": state.isInTable = false
        case "intbl": state.isInTable = true
        case "plain": (state.isHidden, state.isMarked, state.font) = (false, false, nil)
        case "v", "deleted": state.isHidden = isOn
        case "strike", "striked", "super", "sub": state.isMarked = isOn
        case "nosupersub": state.isMarked = false
        case "ansicpg": encoding = number.flatMap { TextEncoding(label: "cp\($0)") } ?? encoding
        case "f": state.font = number
        case "fcharset": if state.isFontTable, let font = state.font { fonts[font] = Self.encoding(ofCharacterSet: number) }
        case "fonttbl": (state.isSkipped, state.isFontTable) = (true, true)
        case _ where Self.skipped.contains(word): state.isSkipped = true
        default: if let text = Self.signs[word] { show(text.utf8, .utf8) }
        }
    }

    /// The groups besides the ignorable ones whose text stands in no line of the document.
    private static let skipped: Set<String> = [
        "colortbl", "stylesheet", "info", "pict", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr",
        "footerf", "footnote", "nonesttables", "nonshppict", "xe", "tc", "private",
    ]
    private static let signs = [
        "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
        "emspace": " ", "enspace": " ", "qmspace": " ",
    ]

    /// The encoding of a font by its character set; `nil` for those of the West, whose Chinese text is in that of the document.
    private static func encoding(ofCharacterSet number: Int?) -> TextEncoding? {
        switch number {
        case 134: .gb18030
        case 136: .big5
        case 128: TextEncoding(label: "cp932")
        case 129: TextEncoding(label: "cp949")
        default: nil
        }
    }

    // MARK: Text

    /// A unit of UTF-16, as a signed number.
    private mutating func unicode(_ number: Int) {
        toSkip = state.replacements
        let unit = UInt32(truncatingIfNeeded: number) & 0xFFFF
        var value = unit
        if unit & 0xFC00 == 0xD800 {
            highSurrogate = unit
            return
        }
        if unit & 0xFC00 == 0xDC00, let high = highSurrogate { value = 0x1_0000 + (high & 0x3FF) << 10 + unit & 0x3FF }
        highSurrogate = nil
        let scalar = Unicode.Scalar(value).flatMap { $0.value < 0x20 ? nil : $0 } ?? "\u{FFFD}"
        show(String(scalar).utf8, .utf8)
    }

    /// The end of a paragraph or a line; in a cell it parts words.
    private mutating func endParagraph() { space(.lineFeed) }

    /// A TAB or LF; within a cell a space, since it parts no cells.
    private mutating func space(_ byte: UInt8) { show([state.isInTable ? .space : byte], .utf8) }

    private mutating func show(_ text: some Collection<UInt8>, _ encoding: TextEncoding) {
        guard !state.isSkipped, !state.isHidden, !text.isEmpty else { return }
        if state.isMarked, text.contains(where: \.isDigit) {
            // Digits that are struck out or raised are no part of a number.
            output.add(Array("~~".utf8) + text + Array("~~".utf8), encoding, isInTable: state.isInTable)
        } else {
            output.add(text, encoding, isInTable: state.isInTable)
        }
    }
}
