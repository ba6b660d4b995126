import Biaoge
import Foundation
import TestSupport

/// Holds the values of one document of a made archive against its source.
struct ValueTrace {
    /// The lines of a text source, each with its fields.
    private var lines: [[[UInt8]]] = []
    private var encoding = "UTF-8"
    /// A source with tables, in its own layout.
    private var document: Biaoge.Document?
    /// What the report was made with, by key.
    private let made: [String: String]

    init(_ document: ArchiveMaker.Document) throws {
        var options = ReadingOptions()
        options.asIs = true
        let plain = try Biaoge.Document(reading: document.bytes, options: options)
        if [.docx, .html].contains(plain.format) {
            self.document = plain
        } else {
            encoding = plain.encoding ?? encoding
            lines = document.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Self.fields)
        }
        // The .docx is the layout that leaves nothing to be repaired.
        let original = try Biaoge.Document(reading: ArchiveMaker.report(document.number).builder.bytes, options: ReadingOptions())
        made = Dictionary(original.values.map { ($0.key, $0.number) }) { first, _ in first }
    }

    private static func fields(_ line: ArraySlice<UInt8>) -> [[UInt8]] {
        line.split(omittingEmptySubsequences: false) { $0 == 0x09 || $0 == UInt8(ascii: "|") }.map { field in
            Array(field.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 || $0 == 0x0D }.reversed())
        }
    }

    /// What is wrong with a row of values.csv; nothing when the cited place holds its raw text and that is its value.
    func fault(of value: [String: String]) -> String? {
        let (number, raw, place) = (value["value"] ?? "", value["raw"] ?? "", value["place"] ?? "")
        switch value["state"] {
        case "read", "repaired":
            guard holds(raw, at: place) else { return "\(raw) does not stand there" }
            guard raw.filter({ $0.isASCII && ($0.isNumber || "-.".contains($0)) }) == number else {
                return "\(raw) is not \(number)"
            }
            return made[value["key"] ?? ""] == number ? nil : "\(number), but \(made[value["key"] ?? ""] ?? "nothing") was made"
        case "blank", "absent":
            return number.isEmpty && made[value["key"] ?? ""] == "" ? nil : "there was a number"
        case "ambiguous":
            // Without its spans a table may be read in more than one way.
            return number.isEmpty ? nil : "an ambiguous value has no number"
        default:
            return "an undamaged report has no \(value["state"] ?? "")"
        }
    }

    /// Whether a text stands at a place.
    private func holds(_ raw: String, at place: String) -> Bool {
        let numbers = place.split { !$0.isNumber }.compactMap { Int($0) }
        if let document {
            guard numbers.count == 3, place == "table \(numbers[0]), row \(numbers[1]), column \(numbers[2])",
                document.tables.indices.contains(numbers[0] - 1)
            else { return false }
            let table = document.tables[numbers[0] - 1]
            return table.cells.contains {
                $0.row == numbers[1] - 1 && $0.column == numbers[2] - 1 && table.text(of: $0) == raw
            }
        }
        guard numbers.count == 1, place == "line \(numbers[0])", lines.indices.contains(numbers[0] - 1) else { return false }
        return lines[numbers[0] - 1].contains(encoded(raw, in: encoding))
    }
}
