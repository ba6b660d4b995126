import Foundation
import Testing

/// Code that an article shows stands word for word in a worked example, which compiles and runs here.
@Suite("Articles")
struct ArticleTests {
    static let catalogue = HouseTests.sources.appending(path: "Biaoge/Biaoge.docc")

    struct Listing: CustomTestStringConvertible, Sendable {
        var article: String
        var lines: [String]
        var testDescription: String { "\(article): \(lines.first ?? "")" }
    }

    static let listings: [Listing] = {
        let articles = (try? FileManager.default.contentsOfDirectory(atPath: catalogue.path)) ?? []
        return articles.filter { $0.hasSuffix(".md") }.sorted().flatMap { article -> [Listing] in
            let text = (try? String(contentsOf: catalogue.appending(path: article), encoding: .utf8)) ?? ""
            var listings: [Listing] = []
            var isInside = false
            for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
                if line.hasPrefix("```") {
                    isInside = !isInside && (line == "```swift" || line == "```html")
                    if isInside { listings.append(Listing(article: article, lines: [])) }
                } else if isInside {
                    listings[listings.count - 1].lines.append(line.trimmingCharacters(in: .whitespaces))
                }
            }
            return listings
        }
    }()

    @Test("a listing stands in an example", arguments: listings)
    func listing(_ listing: Listing) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        let examples = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix("Example.swift") }
        let found = try examples.contains { example in
            let text = try String(contentsOf: folder.appending(path: example), encoding: .utf8)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            return "\n\(lines.joined(separator: "\n"))\n".contains("\n\(listing.lines.joined(separator: "\n"))\n")
        }
        #expect(found, "\(listing.article) shows code that stands in no example:\n\(listing.lines.joined(separator: "\n"))")
    }

    @Test("there is code in the three articles", arguments: ["Model.md", "AddAReader.md", "AddAForm.md"])
    func hasListing(article: String) {
        #expect(Self.listings.contains { $0.article == article })
    }
}
