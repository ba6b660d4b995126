@testable import Biaoge

/// The document that a dump gives.
func readDump(_ text: String, as format: Format = .tabDump) throws -> Document {
    let source = Source(bytes: Array(text.utf8), detection: Detection(format: format, encoding: "utf-8"))
    return try DumpReader.read(source, options: ReadingOptions())
}

extension FieldRows {
    /// The texts of all rows, for comparing.
    var texts: [[String]] {
        (0..<rowCount).map { row in self.row(row).map(text(of:)) }
    }
}
