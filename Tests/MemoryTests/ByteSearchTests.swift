import Memory
import Testing

@Suite("Looking for bytes")
struct ByteSearchTests {
    /// Longer than a word, at no even place of one.
    private let bytes = Array("第0行\t4729\t9458 & more than eight bytes\n".utf8)

    @Test("a byte is found at every offset or behind it, as a plain search finds it")
    func one() {
        for byte in UInt8.min...UInt8.max {
            for start in 0...bytes.count {
                #expect(bytes.span.firstOffset(of: byte, from: start) == bytes[start...].firstIndex(of: byte))
            }
        }
        #expect([UInt8]().span.firstOffset(of: 0) == nil)
    }

    @Test(
        "so is the first of the low ones, whatever bytes stand beside it", arguments: [0x00, 0x0A, 0x20, 0x2C, 0x7F] as [UInt8])
    func low(limit: UInt8) {
        for byte in UInt8.min...UInt8.max {
            var changed = bytes
            for place in bytes.indices {
                changed[place] = byte
                for start in [0, place / 2, place, changed.count] {
                    let expected = changed[start...].firstIndex { $0 <= limit } ?? changed.count
                    #expect(changed.span.firstOffset(atMost: limit, from: start) == expected)
                }
                changed[place] = bytes[place]
            }
        }
    }
}
