/// A line of a table that is drawn with borders, looked at where its columns meet.
struct DrawnLine {
    /// What stands where two columns meet.
    enum Joint {
        /// `|`, or a sign of its kind.
        case bar
        /// `+`, or a corner.
        case corner
        /// Anything else: a cell reaches over it.
        case text
    }

    /// The line's number, from 1.
    let number: Int
    /// For each joint, what stands there.
    private(set) var joints: [Joint] = []
    /// For each joint, the offset of the character there, and of the one behind it; -1 where a wide character lies across.
    private(set) var offsets: [Int] = []
    private(set) var behind: [Int] = []
    /// For each column, whether a border runs through it.
    private(set) var isRuled: [Bool] = []

    /// Looks at a line.
    ///
    /// - Parameter columns: where the joints are.
    init(_ range: Range<Int>, number: Int, joints columns: [Int], in span: Span<UInt8>, width: TextWidth) {
        self.number = number
        joints.reserveCapacity(columns.count)
        var next = 0
        var dashes = true
        var hasDash = false
        var (all, places, ends, ruled) = (joints, offsets, behind, isRuled)
        let total = span.forEachCharacter(of: range, width: width) { offset, column in
            while next < columns.count, columns[next] < column {
                all.append(.text)
                places.append(-1)
                ends.append(-1)
                if next > 0 { ruled.append(false) }
                next += 1
                (dashes, hasDash) = (true, false)
            }
            if next < columns.count, columns[next] == column {
                let kind = span.drawnKind(at: offset, before: range.upperBound)
                all.append(kind == .corner ? .corner : kind == .bar ? .bar : .text)
                places.append(offset)
                ends.append(offset + span.characterLength(at: offset, before: range.upperBound))
                if next > 0 { ruled.append(dashes && hasDash) }
                next += 1
                (dashes, hasDash) = (true, false)
            } else if span.drawnKind(at: offset, before: range.upperBound) == .dash {
                hasDash = true
            } else {
                dashes = false
            }
        }
        endsInTime = next == columns.count && total == (columns.last ?? 0) + 1
        (joints, offsets, behind, isRuled) = (all, places, ends, ruled)
    }

    /// Whether the line ends at the last joint.
    private(set) var endsInTime = false
    /// Whether a border runs through some column.
    var hasRule: Bool { isRuled.contains(true) }
    /// Whether it runs through all.
    var isWholeRule: Bool { isRuled.allSatisfy(\.self) }
}

/// What a character is in a drawn table.
enum DrawnKind {
    case bar, dash, corner, text
}

extension Span<UInt8> {
    /// What the character at an offset is in a drawn table.
    func drawnKind(at offset: Int, before end: Int) -> DrawnKind {
        switch self[offset] {
        case .bar: return .bar
        case .hyphen, 0x3D, 0x3A: return .dash  // - = :
        case 0x2B: return .corner  // +
        case 0xE2 where offset + 2 < end:
            let (second, third) = (self[offset + 1], self[offset + 2])
            if second == 0x94 {
                switch third {
                case 0x80, 0x81, 0x84, 0x85, 0x88, 0x89: return .dash
                case 0x82, 0x83, 0x86, 0x87, 0x8A, 0x8B: return .bar
                default: return .corner
                }
            }
            guard second == 0x95 else { return .text }
            return third == 0x90 ? .dash : third == 0x91 ? .bar : third < 0xB0 ? .corner : .text
        default: return barLength(at: offset, before: end) > 0 ? .bar : .text
        }
    }
}
