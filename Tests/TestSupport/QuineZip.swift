/// A zip archive whose only entry is the archive itself.
///
/// After Russ Cox, "Zip Files All The Way Down" (2010): the packed data is a program of two instructions, each of them five bytes
/// of Deflate (RFC 1951). *Literal n* gives the next n bytes as they are, *repeat n* gives the last n bytes once more; with them a
/// program can print itself with something in front and behind. The checksum, which stands in what it is taken of, is the solution
/// of 32 linear equations.
public enum QuineZip {
    private static let name = Array("itself.zip".utf8)
    /// Header and end are padded so that either of them and one instruction are 258 bytes, the longest copy of Deflate.
    private static let size = 253
    private static let packedSize = 155 + 2 * size

    /// The archive's bytes.
    public static var bytes: [UInt8] {
        // A bit of the checksum that is claimed changes always the same bits of the checksum that there is.
        let start = crc32(archive(claiming: 0))
        let changes: [UInt32] = (0..<32).map { crc32(archive(claiming: 1 << $0)) ^ start }
        // Row by row: the bits of the claim that make a bit of the result, and at place 32 what they must come to.
        var rows: [UInt64] = (0..<32).map { row in
            var equation: UInt64 = 1 << row
            for (bit, change) in changes.enumerated() { equation ^= UInt64(change >> row & 1) << bit }
            return equation | UInt64(start >> row & 1) << 32
        }
        for column in 0..<32 {
            guard let pivot = rows[column...].firstIndex(where: { $0 >> column & 1 == 1 }) else { continue }
            rows.swapAt(column, pivot)
            for row in 0..<32 where row != column && rows[row] >> column & 1 == 1 { rows[row] ^= rows[column] }
        }
        var checksum: UInt32 = 0
        for (bit, row) in rows.enumerated() where row >> 32 == 1 { checksum |= 1 << bit }
        return archive(claiming: checksum)
    }

    private static func archive(claiming checksum: UInt32) -> [UInt8] {
        let header = header(checksum)
        let end = end(checksum)
        return header + program(header, end) + end
    }

    /// What stands before the packed data: the entry's own header.
    private static func header(_ checksum: UInt32) -> [UInt8] {
        let padding = size - 30 - name.count
        return little(UInt32(0x0403_4B50)) + fields(checksum, padding: padding) + name + extra(padding)
    }

    /// What stands behind the instructions: a last block of nothing, the directory, and the directory's own end.
    private static func end(_ checksum: UInt32) -> [UInt8] {
        let padding = size - 5 - 46 - name.count - 22
        var bytes = literal(0)
        bytes[0] = 1
        bytes += little(UInt32(0x0201_4B50)) + little(UInt16(20)) + fields(checksum, padding: padding)
        bytes += [UInt8](repeating: 0, count: 14) + name + extra(padding)
        bytes += little(UInt32(0x0605_4B50)) + little(UInt32(0)) + little(UInt16(1)) + little(UInt16(1))
        return bytes + little(UInt32(46 + name.count + padding)) + little(UInt32(size + packedSize)) + little(UInt16(0))
    }

    /// The fields that the header and the directory share: from the version to the length of the padding.
    private static func fields(_ checksum: UInt32, padding: Int) -> [UInt8] {
        var bytes = [20, 0, 8, 0, 0x21].flatMap { little(UInt16($0)) } + little(checksum)
        bytes += little(UInt32(packedSize)) + little(UInt32(packedSize - 5 + 2 * size))
        return bytes + little(UInt16(name.count)) + little(UInt16(padding))
    }

    /// A field that means nothing (APPNOTE 4.5), so many bytes long.
    private static func extra(_ count: Int) -> [UInt8] {
        little(UInt16(0xFFFF)) + little(UInt16(count - 4)) + [UInt8](repeating: 0, count: count - 4)
    }

    /// Prints the header, itself and the end. Each line beginning with a literal tells what it prints; the repeats print it again.
    private static func program(_ header: [UInt8], _ end: [UInt8]) -> [UInt8] {
        let long = literal(258)
        // Two copies of 10 bytes, 20 back; one copy of 258 bytes, 258 back, and an empty block.
        let repeat20: [UInt8] = [0x42, 0x88, 0x21, 0xC4, 0x00]
        let repeatLong: [UInt8] = [0x1A, 0x0D, 0x01, 0x80, 0x00]
        let instructions = [
            long, header, long, repeatLong,
            literal(5), repeatLong,
            literal(5), literal(5),
            literal(20), repeatLong, literal(5), literal(5), literal(20), repeat20,
            literal(20), repeat20, literal(20), repeat20, literal(20), repeat20,
            literal(20), repeat20, literal(0), literal(0), long, repeat20,
            literal(0), literal(0), long, repeatLong, end, repeatLong,
        ]
        return Array(instructions.joined())
    }

    /// The instruction that gives the next bytes as they are (RFC 1951, 3.2.4).
    private static func literal(_ count: UInt16) -> [UInt8] { [0] + little(count) + little(~count) }
}
