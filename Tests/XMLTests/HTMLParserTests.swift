import Testing
import XML

/// Writes the events down.
private struct Recorder: HTMLHandler {
    var events: [String] = []
    var stopAt: Int?

    mutating func startElement(_ token: Int, _ element: borrowing HTMLStartElement) throws {
        if token == stopAt { throw XMLError.documentType }
        var text = "<\(token < 0 ? element.name : String(token))"
        var values: [String] = []
        element.forEachKnownAttribute { token, value in
            values.append(" \(token)=" + String(decoding: value.indices.map { value[$0] }, as: UTF8.self))
        }
        text += values.joined()
        events.append(text + ">")
    }
    mutating func endElement(_ token: Int) { events.append("</\(token)>") }
    mutating func characters(_ utf8: Span<UInt8>) {
        events.append(String(decoding: utf8.indices.map { utf8[$0] }, as: UTF8.self))
    }
}

@Suite struct HTMLParserTests {
    private let vocabulary: Vocabulary = {
        var vocabulary = Vocabulary()
        for (token, name) in ["table", "tr", "td", "colspan", "title"].enumerated() { vocabulary.add(name, token: token) }
        return vocabulary
    }()

    private func events(_ html: String, stopAt: Int? = nil, maximumDepth: Int = 100) throws -> [String] {
        var recorder = Recorder(stopAt: stopAt)
        let isComplete = try HTMLParser.parse(
            &recorder, vocabulary: vocabulary, limits: ParsingLimits(depth: maximumDepth), utf8: Array(html.utf8).span)
        #expect(isComplete)
        return recorder.events
    }

    @Test func `elements come by their tokens, attributes resolved`() throws {
        #expect(
            try events("<TABLE><td ColSpan='2' x=y title='a&lt;中'>b</td></table>") == [
                "<0>", "<2 3=2 4=a<中>", "b", "</2>", "</0>",
            ])
    }

    @Test func `an end comes for every start`() throws {
        #expect(try events("<table><tr><td>a<td>b") == ["<0>", "<1>", "<2>", "a", "</2>", "<2>", "b", "</2>", "</1>", "</0>"])
    }

    @Test func `the page's own encoding label is ignored`() throws {
        #expect(try events("<meta charset=gbk><td>中") == ["<meta>", "</-1>", "<2>", "中", "</2>"])
    }

    @Test func `what the handler throws ends the parse and comes out`() {
        #expect(throws: XMLError.documentType) { try events("<table><tr><td>", stopAt: 1) }
    }

    @Test func `depth has a limit`() {
        #expect(throws: XMLError.depth(allowed: 100)) { try events(String(repeating: "<div>", count: 101)) }
    }
}
