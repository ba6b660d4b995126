import Foundation
import Testing

/// What the documentation names is there: types, functions, files. A name that was changed and not its mention is found here.
@Suite("Names in the documentation")
struct NamesInDocsTests {
    static let root: URL = HouseTests.sources.deletingLastPathComponent()
    static let articles: [String] = ["CONTRIBUTING.md"] + files(below: "Sources/Biaoge/Biaoge.docc", "md")
    static let sources: [String] = files(below: "Sources", "swift")
    static let code = CodeNames((sources + files(below: "Tests", "swift")).map { read($0) })
    /// The names of all files and folders, without what stands behind the point.
    static let fileNames = Set(
        (files(below: "Sources", "") + files(below: "Tests", "")).flatMap { path in
            path.split(separator: "/").map { $0.prefix { $0 != "." } }
        }.map(String.init) + ["Sources", "Tests", "Samples"])

    @Test("what a comment refers to is declared")
    func commentNames() {
        for file in Self.sources {
            for name in Self.spans(in: Self.read(file), mark: "``") { expectDeclared(name, in: file) }
        }
    }

    @Test("what an article refers to is declared", arguments: articles)
    func articleNames(file: String) {
        let text = Self.read(file)
        for name in Self.spans(in: text, mark: "``") { expectDeclared(name, in: file) }
        for name in Self.spans(in: text, mark: "`") where name.first?.isUppercase == true && name.allSatisfy(\.isLetter) {
            guard name.contains(where: \.isLowercase) else { continue }
            #expect(Self.code.words.contains(name) || Self.fileNames.contains(name), "\(file) names \(name)")
        }
    }

    @Test("the files that an article names are there", arguments: articles)
    func articlePaths(file: String) {
        for path in Self.spans(in: Self.read(file), mark: "`") where path.contains("/") || path.hasSuffix(".swift") {
            guard path.allSatisfy({ $0.isLetter || $0.isNumber || "/.+-_".contains($0) }) else { continue }
            let places = ["", "Sources/", "Sources/Biaoge/", "Sources/Biaoge/Readers/Detecting/"]
            let isThere =
                places.contains { FileManager.default.fileExists(atPath: Self.root.appending(path: $0 + path).path) }
                || Self.sources.contains { $0.hasSuffix("/" + path) }
            #expect(isThere, "\(file) names the file \(path)")
        }
    }

    /// A name such as ``Table/text(of:)``: each of its pieces is a word of the code, and a function has these arguments.
    private func expectDeclared(_ name: String, in file: String) {
        for piece in name.split(separator: "/").map(String.init) {
            let isDeclared = piece.contains("(") ? Self.code.functions.contains(piece) : Self.code.words.contains(piece)
            #expect(isDeclared, "\(file) names \(name)")
        }
    }

    /// What stands between two marks on one line.
    private static func spans(in text: String, mark: String) -> [String] {
        text.split(separator: "\n").flatMap { line -> [String] in
            // Of single marks only those that are no half of a double one.
            let line = mark == "`" ? String(line).replacing("``", with: "\"") : String(line)
            let pieces = line.split(separator: mark, omittingEmptySubsequences: false)
            return pieces.indices.filter { $0 % 2 == 1 && $0 + 1 < pieces.count }.map { String(pieces[$0]) }
        }
    }

    private static func read(_ path: String) -> String {
        (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
    }

    private static func files(below folder: String, _ ending: String) -> [String] {
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
        return paths.filter { ending.isEmpty || $0.hasSuffix("." + ending) }.sorted().map { folder + "/" + $0 }
    }
}
