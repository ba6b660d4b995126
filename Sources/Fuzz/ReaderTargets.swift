internal import TestSupport
internal import Zip

@testable import Biaoge

/// Bytes for the readers.
enum ReaderTargets {
    /// Any archive: its directory, all entries, and the document in it.
    static func zip(_ bytes: [UInt8]) {
        if let archive = try? ZipArchive(bytes.span) {
            for index in 0..<min(archive.count, 64) {
                guard let entry = archive.entry(at: index), var reader = try? archive.open(entry) else { continue }
                var buffer = [UInt8](repeating: 0, count: 1 << 12)
                var span = buffer.mutableSpan
                for _ in 0..<256 { if (try? reader.read(into: &span)) ?? 0 == 0 { break } }
            }
        }
        WholeReading.run(bytes)
    }

    /// A package made of fragments: body, styles, numbering, notes and relationships, parted by NUL. What begins as XML is read
    /// as a flat package.
    static func docx(_ bytes: [UInt8]) {
        if bytes.starts(with: Array("<?xml".utf8)) { return WholeReading.run(bytes) }
        let parts = bytes.split(separator: 0, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
        var builder = DOCXBuilder(parts[0])
        func part(_ index: Int) -> String? { index < parts.count && !parts[index].isEmpty ? parts[index] : nil }
        builder.styles = part(1)
        builder.numbering = part(2)
        builder.footnotes = part(3)
        builder.endnotes = part(4)
        builder.header = part(5)
        WholeReading.run(builder.bytes)
    }

    /// A page, whatever its bytes.
    static func html(_ bytes: [UInt8]) {
        WholeReading.run(Array("<html>".utf8) + bytes)
    }

    /// Text: told by itself, then under every name.
    static func text(_ bytes: [UInt8]) {
        WholeReading.run(bytes)
        for name in ["utf-8", "gb18030", "gbk", "big5", "utf-16le", "utf-16be", "shift_jis", "iso-2022-jp"] {
            guard let decoding = try? Decoding(bytes, named: name, label: nil) else { continue }
            precondition(UTF8Check.isValid(decoding.utf8), "decoding gave bytes that are no UTF-8")
        }
    }

    /// A dump in a layout that detection may not have chosen.
    static func dump(_ bytes: [UInt8]) {
        guard let first = bytes.first else { return }
        let formats: [Format] = [.tabDump, .cellDump, .pipeDump, .spaceDump, .lineDump, .text]
        guard let decoding = try? Decoding(Array(bytes.dropFirst()), named: nil, label: nil) else { return }
        let source = Source(bytes: decoding.utf8, detection: Detection(format: formats[Int(first) % formats.count]))
        guard let document = try? DumpReader.read(source, options: WholeReading.options) else { return }
        WholeReading.check(document)
    }
}
