import Foundation
import Testing

/// Who may use whom. A breach names the file.
@Suite("The house")
struct HouseTests {
    static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources")

    /// For each module that few may import: the targets that may.
    static let importers: [String: Set<String>] = [
        "CLibXML2": ["XML", "Floor"],
        "CLibZip": ["Zip", "Floor"],
        "Glibc": ["Files", "Iconv", "Memory", "Processes", "Bench"],
        "SystemPackage": ["Files"],
        "GRDB": ["BiaogeArchive"],
        "ArgumentParser": ["BiaogeCommand"],
        "Crypto": ["Digest"],
        "Foundation": ["Bench", "Fuzz"],
    ]

    /// For each room of the library: the other rooms whose types it may name.
    static let rooms: [String: Set<String>] = [
        "Model": [],
        "Words": ["Model", "Forms"],
        "Readers": ["Model", "Words", "Layout"],
        "Layout": ["Model", "Words"],
        "Forms": ["Model", "Words"],
        "Repair": ["Model", "Words", "Layout", "Forms"],
        "Checks": ["Model", "Words", "Forms"],
        "Writers": ["Model", "Words"],
    ]

    @Test("only the wrapper of a module imports it", arguments: importers.keys.sorted())
    func imports(module: String) throws {
        for file in try Self.files(below: Self.sources) {
            let target = file.path.dropFirst(Self.sources.path.count).split(separator: "/")[0]
            guard Self.importers[module]?.contains(String(target)) == false else { continue }
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            let imports = lines.contains { $0.split(separator: " ").suffix(2).elementsEqual(["import", Substring(module)]) }
            #expect(!imports, "\(file.path) imports \(module)")
        }
    }

    @Test("a room names only types of the rooms it stands on", arguments: rooms.keys.sorted())
    func directions(room: String) throws {
        let allowed = Self.rooms[room, default: []].union([room])
        var owners: [String: String] = [:]
        for other in Self.rooms.keys where !allowed.contains(other) {
            for file in try Self.files(below: Self.sources.appending(path: "Biaoge/\(other)")) {
                for type in Self.declaredTypes(try String(contentsOf: file, encoding: .utf8)) { owners[type] = other }
            }
        }
        // A type inside another may bear the name of one elsewhere.
        for file in try Self.files(below: Self.sources.appending(path: "Biaoge/\(room)")) {
            for type in Self.declaredTypes(try String(contentsOf: file, encoding: .utf8), nested: true) { owners[type] = nil }
        }
        for file in try Self.files(below: Self.sources.appending(path: "Biaoge/\(room)")) {
            for word in Self.code(try String(contentsOf: file, encoding: .utf8)) {
                if let owner = owners[word] { Issue.record("\(file.path) is in \(room) and uses \(word) of \(owner)") }
            }
        }
    }

    @Test("every folder of the house stands on the map", arguments: ["", "Biaoge", "BiaogeArchive"])
    func map(folder: String) throws {
        let map = try String(
            contentsOf: Self.sources.deletingLastPathComponent().appending(path: "CONTRIBUTING.md"), encoding: .utf8)
        let rooms = try FileManager.default.contentsOfDirectory(
            at: Self.sources.appending(path: folder), includingPropertiesForKeys: [.isDirectoryKey])
        for room in rooms where room.hasDirectoryPath && room.pathExtension.isEmpty {
            #expect(
                map.contains(room.lastPathComponent), "CONTRIBUTING.md does not show Sources/\(folder)/\(room.lastPathComponent)")
        }
    }

    private static func files(below folder: URL) throws -> [URL] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return paths.filter { $0.hasSuffix(".swift") }.sorted().map { folder.appending(path: $0) }
    }

    /// The names of the types declared at the top level of a file, or anywhere in it.
    private static func declaredTypes(_ text: String, nested: Bool = false) -> [String] {
        text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ").map(String.init)
            guard let keyword = words.firstIndex(where: { ["struct", "enum", "class", "protocol", "typealias"].contains($0) }),
                nested || !line.hasPrefix(" "),
                words[..<keyword].allSatisfy({ ["public", "private", "fileprivate", "final", "indirect"].contains($0) }),
                keyword + 1 < words.count
            else { return nil }
            return words[keyword + 1].split(whereSeparator: { !$0.isLetter && !$0.isNumber }).first.map(String.init)
        }
    }

    /// The words of a file's code, comments and texts left out.
    private static func code(_ text: String) -> Set<String> {
        let lines = text.replacing("\\\"", with: "").split(separator: "\n").map { line in
            line.range(of: "//").map { comment in line[..<comment.lowerBound] } ?? line
        }
        let code = lines.map { line in line.split(separator: "\"", omittingEmptySubsequences: false).enumerated() }
            .map { pieces in pieces.filter { $0.offset % 2 == 0 }.map(\.element).joined(separator: " ") }
        return Set(code.flatMap { $0.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" }).map(String.init) })
    }
}
