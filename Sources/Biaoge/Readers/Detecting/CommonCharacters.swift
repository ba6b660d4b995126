internal import Iconv

/// A set of characters by their two bytes in a double-byte encoding.
struct CommonCharacters: Sendable {
    private var bits = [UInt64](repeating: 0, count: 1_024)

    /// The characters of a text, by the pairs that an encoding has for them.
    ///
    /// iconv is asked once what every pair means; pairs of characters that are not in the text are left out.
    init(_ text: String, encoding: TextEncoding) {
        let wanted = Set(text.unicodeScalars.lazy.filter { $0.value > 0x7F })
        var pairs: [UInt8] = []
        for lead in UInt8(0xA1)...0xF9 {
            for trail in UInt8(0x40)...0xFE where trail < 0x7F || trail > 0xA0 {
                pairs += [lead, trail, 0x0A]
            }
        }
        guard var decoder = TextDecoder(from: encoding.iconvName) else { return }
        var line = 0
        for scalar in String(decoding: decoder.decode(pairs.span).utf8, as: UTF8.self).unicodeScalars {
            if scalar == "\n" {
                line += 1
            } else if wanted.contains(scalar), line * 3 + 1 < pairs.count {
                let pair = Int(pairs[line * 3]) << 8 | Int(pairs[line * 3 + 1])
                bits[pair >> 6] |= 1 << UInt64(pair & 63)
            }
        }
    }

    /// Whether the character with these two bytes is in the set.
    func contains(_ pair: UInt16) -> Bool {
        bits[Int(pair >> 6)] & 1 << UInt64(pair & 63) != 0
    }
}
