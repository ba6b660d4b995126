import Foundation
import TestSupport
import Testing
import Zip

/// A small file that asks for much, and what the program must say of it.
struct Bomb: Sendable, CustomTestStringConvertible {
    let name: String
    /// What the line on standard error names: the option that raises the limit, or the damage.
    let says: String
    /// Options that take other limits out of the way.
    var options: [String] = []
    let write: @Sendable (URL) throws -> Void

    var testDescription: String { name }

    init(_ name: String, says: String, options: [String] = [], write: @escaping @Sendable (URL) throws -> Void) {
        self.name = name
        self.says = says
        self.options = options
        self.write = write
    }

    /// A document whose body is an opening, a text again and again up to so many bytes, and a closing.
    static func body(
        _ name: String, says: String, options: [String] = [], _ opening: String, _ repeated: String, bytes: Int,
        _ closing: String = ""
    ) -> Bomb {
        Bomb(name, says: says, options: options) { file in
            try Self.write(DOCXBuilder("@@"), to: file, opening, repeated, bytes, closing)
        }
    }

    /// A plain file: an opening, a text again and again, a closing.
    static func text(_ name: String, says: String, _ opening: String, _ repeated: String, bytes: Int, _ closing: String = "")
        -> Bomb
    {
        Bomb(name, says: says) { file in
            try Data().write(to: file)
            let handle = try FileHandle(forWritingTo: file)
            defer { try? handle.close() }
            try handle.write(contentsOf: Data(opening.utf8))
            let pieces = Pieces(repeated, bytes: bytes)
            while let piece = pieces.next() { try handle.write(contentsOf: Data(piece)) }
            try handle.write(contentsOf: Data(closing.utf8))
        }
    }

    /// Writes a package in which the two signs `@@` of any part stand for the repeated text.
    static func write(
        _ builder: DOCXBuilder, to file: URL, _ opening: String, _ repeated: String, _ bytes: Int, _ closing: String
    ) throws {
        try write(builder.entries, to: file, opening, repeated, bytes, closing)
    }

    static func write(
        _ entries: [StoredZip.Entry], to file: URL, _ opening: String, _ repeated: String, _ bytes: Int, _ closing: String
    ) throws {
        let written = entries.map { entry in
            let halves = String(decoding: entry.bytes, as: UTF8.self).components(separatedBy: "@@")
            guard halves.count == 2 else { return ZipWriter.Entry(name: entry.name, content: entry.bytes) }
            var ends = [Array((halves[0] + opening).utf8), Array((closing + halves[1]).utf8)]
            let pieces = Pieces(repeated, bytes: bytes)
            return ZipWriter.Entry(name: entry.name) {
                if ends.count == 2 { return ends.removeFirst() }
                return pieces.next() ?? ends.popLast()
            }
        }
        var archive = Data()
        try ZipWriter.write(written, level: 1) { archive.append(contentsOf: $0) }
        try archive.write(to: file)
    }

    /// A text again and again, a mebibyte at a time.
    private final class Pieces {
        private let piece: [UInt8]
        private var left: Int

        init(_ text: String, bytes: Int) {
            let text = Array(text.utf8)
            let count = max(1, min(bytes, 1 << 20) / text.count)
            piece = Array(repeatElement(text, count: count).joined())
            left = bytes / piece.count
        }

        func next() -> [UInt8]? {
            guard left > 0 else { return nil }
            left -= 1
            return piece
        }
    }
}
