import Foundation
import Testing

@testable import Biaoge

/// What `seeds/score.py` asks of the text around the tables, of issuer and year.
@Suite(.enabled(if: SeedDumps.isPresent, "needs ../shared/seeds")) struct SeedProseTests {
    /// Pieces that a page break had cut and that must stand in one block.
    static let together: [(seed: String, start: String, end: String)] = [
        ("000", "严格对照主动公开工作程序", "对本乡的政府信息进行全面梳理"), ("001", "充分发挥政务网", "站的功能"), ("002", "二、", "主动公开政府信息情况"),
        ("002", "三、", "收到和处理政府信息公开申请情况"), ("002", "2021年度报", "告"), ("003", "全方位、多层次积极", "开展政务公开宣传工作"),
        ("003", "权威发布公众关心热点", "信息为重点"), ("004", "三、", "收到和处理政府信息公开申请情况"),
    ]

    private func document(_ seed: String) throws -> Document {
        try Document(reading: SeedDumps.bytes(seed))
    }

    private func texts(_ document: Document) -> [String] {
        document.blocks.compactMap { block in
            switch block {
            case .heading(let text, _), .paragraph(let text): text.filter { !$0.isWhitespace }
            case .table: nil
            }
        }
    }

    @Test(arguments: together) func cutPiecesStandTogether(seed: String, start: String, end: String) throws {
        #expect(texts(try document(seed)).contains { $0.contains(start) && $0.contains(end) })
    }

    @Test(arguments: ["000", "001", "002", "003", "004"]) func noMarkOfAConverterIsLeft(seed: String) throws {
        for text in texts(try document(seed)) {
            for mark in ["**", "[bookmark", "---------"] { #expect(!text.contains(mark)) }
        }
    }

    @Test(arguments: [
        ("000", "同仁市加吾乡人民政府", 2021), ("001", "庄头镇", 2021), ("002", "哈图布呼镇", 2021), ("003", "冯记沟乡人民政府", 2019),
        ("004", "托里县库普乡", 2024),
    ])
    func issuerAndYearAreFound(seed: String, issuer: String, year: Int) throws {
        let document = try document(seed)
        #expect(document.issuer == issuer)
        #expect(document.year == year)
    }

    @Test(arguments: ["000", "001", "002", "003", "004"]) func everySectionIsAHeading(seed: String) throws {
        let sections = try document(seed).blocks.compactMap { block -> Character? in
            if case .heading(let text, level: 1) = block { text.first } else { nil }
        }
        #expect(String(sections) == "一二三四五六")
    }

    @Test(arguments: ["000", "001", "002", "003", "004"]) func noWordIsLostOrAdded(seed: String) throws {
        let plain = try DumpReader.read(
            Source(bytes: SeedDumps.bytes(seed), detection: Detection(format: SeedDumps.format(seed))), options: asIs)
        func words(_ document: Document) -> String {
            texts(document).joined().replacing("**", with: "").replacing("[bookmark:_GoBack]", with: "")
                .replacing(/[2-4]、|[二三四]、/, with: "")
        }
        #expect(words(try document(seed)) == words(plain))
    }

    private var asIs: ReadingOptions {
        var options = ReadingOptions()
        options.asIs = true
        return options
    }
}
