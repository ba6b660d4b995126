import Foundation

@testable import Biaoge

/// The five source dumps beside the repository; without them their tests skip themselves.
enum SeedDumps {
    static let shared = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../../shared")
        .standardizedFileURL
    static let folder = shared.appending(path: "seeds")
    static let isPresent = FileManager.default.fileExists(atPath: folder.path)

    /// A seed by the three digits its name begins with.
    static func read(_ prefix: String) throws -> Document {
        let name = try FileManager.default.contentsOfDirectory(atPath: folder.path).first { $0.hasPrefix(prefix) }
        let bytes = try [UInt8](Data(contentsOf: folder.appending(path: name ?? "")))
        let format: Format = ["002", "004"].contains(prefix) ? .cellDump : .tabDump
        return try DumpReader.read(Source(bytes: bytes, detection: Detection(format: format)), options: ReadingOptions())
    }
}
