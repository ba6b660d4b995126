/// What one fast pass over bytes tells: whether they are UTF-8, and whether they hold what a reader wants away.
///
/// Well-formed UTF-8 is Unicode's table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF.
public struct UTF8Scan: Sendable, Hashable {
    /// How many bytes at the start are well-formed.
    public private(set) var validCount = 0
    /// Whether what follows the well-formed bytes is a character that the end of the bytes cuts off.
    public private(set) var isCut = false
    /// How many characters take two bytes (Latin, Greek, Cyrillic …).
    public private(set) var twoByteCount = 0
    /// How many characters take three or four bytes (Chinese, among others).
    public private(set) var longerCount = 0
    /// Whether there is a CR, a NUL, a NEL (U+0085), an U+2028 or an U+2029.
    public private(set) var hasLineEndsOrNUL = false

    /// Looks at the bytes, up to the first that is not UTF-8.
    public init(_ bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBytes { unsafe scan($0) }
    }

    /// Whether all bytes are well-formed, but for a character cut off at the end.
    public func isValid(count: Int) -> Bool { validCount == count || isCut }

    private mutating func scan(_ bytes: UnsafeRawBufferPointer) {
        let count = bytes.count
        var index = 0
        var marks: UInt64 = 0
        while index < count {
            if index + 8 <= count {
                let word = unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                if word & 0x8080_8080_8080_8080 == 0 {
                    // A byte of the word is zero where subtracting one borrows into its high bit.
                    let carriageReturns = word ^ 0x0D0D_0D0D_0D0D_0D0D
                    marks |= (word &- 0x0101_0101_0101_0101) | (carriageReturns &- 0x0101_0101_0101_0101)
                    index += 8
                    continue
                }
            }
            let lead = unsafe bytes[index]
            if lead < 0x80 {
                if lead == 0 || lead == 0x0D { marks = ~0 }
                index += 1
                continue
            }
            let length = Self.length(of: lead)
            guard length > 0 else { break }
            guard index + length <= count else {
                isCut = unsafe isCutCharacter(UnsafeRawBufferPointer(rebasing: bytes[index...]))
                break
            }
            let second = unsafe bytes[index + 1]
            guard Self.allows(lead: lead, second: second) else { break }
            switch length {
            case 2:
                if lead == 0xC2, second == 0x85 { marks = ~0 }
                twoByteCount += 1
            case 3:
                let third = unsafe bytes[index + 2]
                guard third & 0xC0 == 0x80 else {
                    finish(at: index, marks: marks)
                    return
                }
                if lead == 0xE2, second == 0x80, third & 0xFE == 0xA8 { marks = ~0 }
                longerCount += 1
            default:
                guard unsafe bytes[index + 2] & 0xC0 == 0x80, unsafe bytes[index + 3] & 0xC0 == 0x80 else {
                    finish(at: index, marks: marks)
                    return
                }
                longerCount += 1
            }
            index += length
        }
        finish(at: index, marks: marks)
    }

    private mutating func finish(at index: Int, marks: UInt64) {
        validCount = index
        hasLineEndsOrNUL = marks & 0x8080_8080_8080_8080 != 0
    }

    /// Whether bytes that end too early are the beginning of one well-formed character.
    private func isCutCharacter(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count > 1 else { return true }
        guard unsafe Self.allows(lead: bytes[0], second: bytes[1]) else { return false }
        return unsafe bytes.count == 2 || bytes[2] & 0xC0 == 0x80
    }

    /// How many bytes a character takes that begins so; 0 when none does.
    @inline(__always) private static func length(of lead: UInt8) -> Int {
        switch lead {
        case 0xE0...0xEF: 3
        case 0xC2...0xDF: 2
        case 0xF0...0xF4: 4
        default: 0
        }
    }

    @inline(__always) private static func allows(lead: UInt8, second: UInt8) -> Bool {
        switch lead {
        case 0xE0: second & 0xE0 == 0xA0
        case 0xED: second & 0xE0 == 0x80
        case 0xF0: second >= 0x90 && second <= 0xBF
        case 0xF4: second & 0xF0 == 0x80
        default: second & 0xC0 == 0x80
        }
    }
}
