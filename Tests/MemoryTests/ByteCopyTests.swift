import Memory
import Testing

@Suite("Copying bytes unless some are low")
struct ByteCopyTests {
    private let bytes = Array("一般公共预算 1,234 \"x\"".utf8)

    @Test("any range is copied as it stands, into room that just holds it and into more")
    func ranges() {
        let plain = bytes.map { $0 <= 0x2C ? UInt8(ascii: "0") : $0 }
        for start in 0...plain.count {
            for end in start...plain.count {
                for spare in [0, 1, 7, 8, 64] {
                    let (copied, answer) = copy(plain, start..<end, room: end - start + spare)
                    #expect(answer && copied == Array(plain[start..<end]))
                }
            }
        }
    }

    @Test("nothing is copied when a byte of the range is low, and bytes around the range do not matter")
    func low() {
        for start in 0...bytes.count {
            for end in start...bytes.count {
                let isPlain = bytes[start..<end].allSatisfy { $0 > 0x2C }
                let (copied, answer) = copy(bytes, start..<end, room: end - start + 8)
                #expect(answer == isPlain && copied == (isPlain ? Array(bytes[start..<end]) : []))
            }
        }
    }

    @Test("bytes are appended as they are, behind what is there")
    func whole() {
        let copied = [UInt8](capacity: 2 * bytes.count) { output in
            for middle in [0, 1, bytes.count] {
                output.removeAll()
                output.append(bytes.span.extracting(0..<middle))
                output.append(bytes.span.extracting(middle..<bytes.count))
            }
            output.append([UInt8]().span)
            output.append(bytes.span)
        }
        #expect(copied == bytes + bytes)
    }

    private func copy(_ bytes: [UInt8], _ range: Range<Int>, room: Int) -> ([UInt8], Bool) {
        var answer = false
        let copied = [UInt8](capacity: room) { answer = append(bytes.span, range, to: &$0, unlessAtMost: 0x2C) }
        return (copied, answer)
    }
}
