import Foundation
import Testing

@testable import Biaoge

/// The five source dumps, slot by slot against `expected.csv`; skipped where `../shared` is not there.
@Suite struct SeedsTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../../shared/seeds")
        .standardized

    struct Expected {
        var key: String
        var value: String
        var states: [String]
    }

    static let expected: [String: [Expected]] = {
        guard let text = try? String(contentsOf: folder.appending(path: "expected.csv"), encoding: .utf8) else { return [:] }
        var result: [String: [Expected]] = [:]
        for line in text.split(whereSeparator: \.isNewline).dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 4 else { continue }
            result[fields[0], default: []].append(
                Expected(key: fields[1], value: fields[2], states: fields[3].split(separator: "|").map(String.init)))
        }
        return result
    }()

    @Test(.enabled(if: !expected.isEmpty, "needs ../shared/seeds"), arguments: expected.keys.sorted())
    func everySlotOfASeedIsRight(_ name: String) throws {
        let bytes = try Data(contentsOf: Self.folder.appending(path: name))
        var options = ReadingOptions()
        options.asIs = true
        let document = try Document(reading: Array(bytes), options: options)
        let solution = try #require(Solver.bundled.solve(document))
        let values = Dictionary(solution.values.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        for slot in Self.expected[name] ?? [] {
            let value = values[slot.key]
            #expect(
                value?.number == slot.value && slot.states.contains(value?.state.rawValue ?? ""),
                "\(name) \(slot.key): \(value.map { "\($0.number) \($0.state)" } ?? "none"), expected \(slot.value) \(slot.states)"
            )
        }
    }
}
