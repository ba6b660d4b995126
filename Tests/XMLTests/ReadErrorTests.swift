import Testing
import XML

@Suite("XMLParser, when reading fails")
struct XMLReadErrorTests {
    struct Broken: Error {}

    private struct Deaf: XMLHandler {
        func startElement(_ token: Int, _ element: borrowing StartElement) {}
        func endElement(_ token: Int) {}
        func characters(_ utf8: Span<UInt8>) {}
    }

    @Test("an error of the source comes out of the parse, wherever it happens", arguments: [0, 1, 10, 4_000, 20_000])
    func source(good: Int) {
        let bytes = Array(("<r>" + String(repeating: "<k a='b'>text</k>", count: 2_000)).utf8)
        var offset = 0
        var handler = Deaf()
        #expect(throws: Broken.self) {
            try XMLParser.parse(&handler, vocabulary: Vocabulary(), limits: ParsingLimits(depth: 10)) { buffer in
                guard offset < good else { throw Broken() }
                let count = min(buffer.count, good - offset)
                for index in 0..<count { buffer[index] = bytes[offset + index] }
                offset += count
                return count
            }
        }
    }
}
