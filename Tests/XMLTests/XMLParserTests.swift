import Testing
import XML

@Suite("XMLParser")
struct XMLParserTests {
    @Test("elements, attributes and text come in order, known names as tokens")
    func events() throws {
        let log = try parse("<r xmlns='u'><k n='1 &amp; 2'>a&lt;b<![CDATA[<c>]]></k><z/></r>")
        #expect(log == ["-1 r", "7 k n=1 & 2", "text a<b<c>", "end 7", "-1 z", "end -1", "end -1"])
    }

    @Test("a name in another namespace is another name")
    func namespaces() throws {
        #expect(try parse("<k/>") == ["-1 k", "end -1"])
    }

    @Test("a document type declaration ends the parse, so no entity is ever expanded")
    func documentType() {
        let bomb = "<!DOCTYPE r [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><r>&b;</r>"
        #expect(throws: XMLError.documentType) { try parse(bomb) }
    }

    @Test("malformed XML is an error with its line")
    func malformed() {
        #expect {
            try parse("<r>\n\n<k></r>")
        } throws: { error in
            guard case .malformed(let line, let message)? = error as? XMLError else { return false }
            return line == 3 && !message.isEmpty
        }
    }

    @Test("elements too deeply inside each other are an error")
    func depth() {
        #expect(throws: XMLError.depth(allowed: 50)) {
            try parse(String(repeating: "<r>", count: 100_000))
        }
    }

    @Test(
        "an attribute as a number is clamped, and no number is nil",
        arguments: [
            ("12", 12), (" -3 ", -3), ("99999999999999999999", Int(Int32.max)), ("1a", nil), ("", nil),
        ] as [(String, Int?)])
    func integers(text: String, expected: Int?) throws {
        var recorder = Recorder()
        try feed(&recorder, "<r xmlns='u'><k n='\(text)'/></r>")
        #expect(recorder.number == expected)
    }
}

private func parse(_ text: String) throws -> [String] {
    var recorder = Recorder()
    try feed(&recorder, text)
    return recorder.log
}

private func feed(_ recorder: inout Recorder, _ text: String) throws {
    var vocabulary = Vocabulary()
    vocabulary.add("k", namespaces: ["u"], token: 7)
    vocabulary.add("n", token: 3)
    let bytes = Array(text.utf8)
    var offset = 0
    try XMLParser.parse(&recorder, vocabulary: vocabulary, limits: ParsingLimits(depth: 50)) { buffer in
        // Pieces of at most seven bytes show that nothing depends on where a piece ends.
        let count = min(7, buffer.count, bytes.count - offset)
        for index in 0..<count { buffer[index] = bytes[offset + index] }
        offset += count
        return count
    }
}

private struct Recorder: XMLHandler {
    var log: [String] = []
    var number: Int?
    private var text = ""

    mutating func startElement(_ token: Int, _ element: borrowing StartElement) {
        endText()
        var line = "\(token) \(element.localName)"
        element.forEachAttribute { line += " \($0)=\($1)" }
        log.append(line)
        if token == 7 { number = element.integer(3) }
    }

    mutating func endElement(_ token: Int) {
        endText()
        log.append("end \(token)")
    }

    mutating func characters(_ utf8: Span<UInt8>) {
        for index in utf8.indices { text.unicodeScalars.append(Unicode.Scalar(utf8[index])) }
    }

    private mutating func endText() {
        if !text.isEmpty { log.append("text \(text)") }
        text = ""
    }
}
