import Foundation

@testable import Biaoge

/// The five source dumps beside the repository; without them their tests skip themselves.
enum SeedDumps {
    static let shared = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../../shared")
        .standardizedFileURL
    static let folder = shared.appending(path: "seeds")
    static let isPresent = FileManager.default.fileExists(atPath: folder.path)

    /// A seed by the three digits its name begins with.
    static func bytes(_ prefix: String) throws -> [UInt8] {
        let name = try FileManager.default.contentsOfDirectory(atPath: folder.path).first { $0.hasPrefix(prefix) }
        return try [UInt8](Data(contentsOf: folder.appending(path: name ?? "")))
    }

    static func format(_ prefix: String) -> Format { ["002", "004"].contains(prefix) ? .cellDump : .tabDump }

    /// The document that a seed gives without repair.
    static func read(_ prefix: String) throws -> Document {
        try DumpReader.read(Source(bytes: bytes(prefix), detection: Detection(format: format(prefix))), options: ReadingOptions())
    }
}
