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
        "Readers": ["Model", "Words", "Layout", "Prose"],
        "Layout": ["Model", "Words"],
        "Prose": ["Model", "Words"],
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
                for type in SourceCode.types(try String(contentsOf: file, encoding: .utf8)) { owners[type] = other }
            }
        }
        // A type inside another may bear the name of one elsewhere.
        for file in try Self.files(below: Self.sources.appending(path: "Biaoge/\(room)")) {
            for type in SourceCode.types(try String(contentsOf: file, encoding: .utf8), nested: true) { owners[type] = nil }
        }
        for file in try Self.files(below: Self.sources.appending(path: "Biaoge/\(room)")) {
            for word in SourceCode.words(try String(contentsOf: file, encoding: .utf8)) {
                if let owner = owners[word] { Issue.record("\(file.path) is in \(room) and uses \(word) of \(owner)") }
            }
        }
    }

    /// What a room adds to a type of another room or of the standard library is used without naming anything of the room.
    @Test("a room uses only members of the rooms it stands on", arguments: rooms.keys.sorted())
    func members(room: String) throws {
        let allowed = Self.rooms[room, default: []].union([room])
        var owners: [String: String] = [:]
        for other in Self.rooms.keys where !allowed.contains(other) {
            for text in try Self.texts(below: "Biaoge/\(other)") {
                for name in SourceCode.addedMembers(text) { owners[name] = other }
            }
        }
        // What the room itself, one below it or a wall declares under the same name may be meant.
        for folder in allowed.map({ "Biaoge/\($0)" }) + ["XML", "Zip", "Iconv", "Memory"] {
            for text in try Self.texts(below: folder) { for name in SourceCode.declaredNames(text) { owners[name] = nil } }
        }
        for file in try Self.files(below: Self.sources.appending(path: "Biaoge/\(room)")) {
            for word in SourceCode.words(try String(contentsOf: file, encoding: .utf8)) {
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

    private static func texts(below folder: String) throws -> [String] {
        try files(below: sources.appending(path: folder)).map { try String(contentsOf: $0, encoding: .utf8) }
    }
}
