internal import Foundation

@testable import Biaoge

/// A document made of bytes, written in every format and read back.
enum WritersTarget {
    static func run(_ bytes: [UInt8]) {
        let document = FuzzDocument(bytes).document
        var options = WritingOptions()
        if let first = bytes.first {
            options.derived = first & 1 != 0
            options.allTables = first & 2 != 0
            options.safe = first & 4 != 0
            options.byteOrderMark = first & 8 != 0
            options.language = first & 16 != 0 ? .chinese : .english
        }
        for format in OutputFormat.allCases {
            guard let written = write(document, format, options) else { continue }
            switch format {
            case .json: ReadBack.json(written, document)
            case .html: ReadBack.html(written, document)
            case .csv: if !options.safe { ReadBack.csv(written, document, options) }
            case .xlsx: ReadBack.workbook(written)
            case .xml: ReadBack.xml(written)
            case .text, .markdown, .tidy: precondition(UTF8Check.isValid(written), "\(format) is no UTF-8")
            }
        }
    }

    /// What a writer gives; `nil` when it says that the format cannot hold the document.
    private static func write(_ document: Document, _ format: OutputFormat, _ options: WritingOptions) -> [UInt8]? {
        var written: [UInt8] = []
        var output = ByteOutput(flushSize: 512) { written += $0 }
        var writer = format.writer(options)
        do {
            _ = try writer.write(document, from: SourceDescription(name: "a<b>&\".docx"), to: &output)
            try writer.finish(to: &output)
            try output.flush()
        } catch {
            precondition(error is WriteError, "\(format): \(error)")
            return nil
        }
        return written
    }
}
