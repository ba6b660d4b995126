import Testing

@testable import Biaoge

@Suite struct IdentityCheckTests {
    /// A document with the values of one part: all zero where nothing is said.
    static func document(
        _ form: Form, part id: String, _ numbers: [String: String], states: [String: Value.State] = [:],
        alternative: String = "split"
    ) -> Document {
        var document = Document(format: .docx)
        guard let part = form.parts.first(where: { $0.id == id }) else { return document }
        for (index, slot) in part.slots.enumerated() {
            let variant = part.rows[slot.row].variant
            let isAbsent = variant.map { $0.alternative != alternative } ?? false
            if isAbsent, variant?.isUsual == false { continue }
            let state = isAbsent ? .absent : states[slot.key] ?? .read
            document.values.append(
                Value(
                    form: form.id, part: part.id, key: slot.key, rowLabel: "", columnLabel: "",
                    number: state.hasNumber ? numbers[slot.key] ?? "0" : "", state: state, raw: "", place: Place(line: index + 1),
                    note: ""))
        }
        return document
    }

    static func findings(_ numbers: [String: String], states: [String: Value.State] = [:], alternative: String = "split") throws
        -> [Finding]
    {
        let form = try FormFileTests.form("annual-report-2021")
        return IdentityCheck.findings(
            in: document(form, part: "requests", numbers, states: states, alternative: alternative), forms: Form.bundled)
    }

    static let balanced = [
        "requests.received:person": "3", "requests.received:total": "3", "requests.carried_over:business": "2",
        "requests.carried_over:total": "2", "requests.granted:person": "3", "requests.granted:total": "3",
        "requests.denied.query:business": "1", "requests.denied.query:total": "1", "requests.outcome_total:person": "3",
        "requests.outcome_total:business": "1", "requests.outcome_total:total": "4", "requests.carried_forward:business": "1",
        "requests.carried_forward:total": "1",
    ]

    @Test(arguments: ["split", "single"]) func sumsThatHoldSayNothing(_ alternative: String) throws {
        #expect(try Self.findings(Self.balanced, alternative: alternative) == [])
        #expect(try Self.findings([:], alternative: alternative) == [])
    }

    @Test func theOneRowOf其他处理Counts() throws {
        var numbers = Self.balanced
        numbers["requests.denied.query:business"] = nil
        numbers["requests.denied.query:total"] = nil
        numbers["requests.other:business"] = "1"
        numbers["requests.other:total"] = "1"
        #expect(try Self.findings(numbers, alternative: "single") == [])
    }

    @Test func everySumOfAWrongNumberFails() throws {
        var numbers = Self.balanced
        numbers["requests.granted:person"] = "5"
        let findings = try Self.findings(numbers)
        #expect(findings.map(\.kind) == [.identityFails, .identityFails])
        #expect(findings.map(\.key) == ["requests.outcome_total:person", "requests.granted:total"])
        #expect(
            findings[0].message(in: .chinese)
                == "三、收到和处理政府信息公开申请情况，申请人情况 / 自然人：（七）总计 3；（一）予以公开 5 = 5；相差 -2")
        #expect(findings[1].message(in: .english).contains("三、本年度办理结果 / （一）予以公开: 总计 3; 自然人 5 = 5; the difference is -2"))
        #expect(findings[0].place.citation == "line 169")
    }

    @Test func blanksCountNothingAndItIsSaid() throws {
        let states = ["requests.carried_over:person": Value.State.blank, "requests.carried_forward:person": .blank]
        let findings = try Self.findings(Self.balanced, states: states)
        #expect(findings.map(\.kind) == [.identityHoldsIfBlankIsZero, .identityHoldsIfBlankIsZero])
        #expect(findings[0].arguments[3] == "申请人情况 / 自然人")
        #expect(findings[1].arguments[3] == "二、上年结转政府信息公开申请数量; 四、结转下年度继续办理")
        var numbers = Self.balanced
        numbers["requests.received:person"] = "4"
        let failing = try Self.findings(numbers, states: states)
        #expect(failing.filter(\.isFailure).map(\.kind) == [.identityFailsIfBlankIsZero, .identityFails])
    }

    @Test func aSideOfBlanksOnlyCannotBeJudged() throws {
        let findings = try Self.findings(Self.balanced, states: ["requests.granted:total": .blank])
        let row = try #require(findings.first { $0.arguments[1].contains("自然人") })
        #expect(row.kind == .identityNotAssessable)
        #expect(!findings.contains { $0.kind == .identityFails })
    }

    @Test(arguments: [Value.State.missing, .ambiguous]) func lostValuesLeaveSumsOpen(_ state: Value.State) throws {
        let findings = try Self.findings(Self.balanced, states: ["requests.granted:person": state])
        #expect(findings.map(\.kind) == [.identityNotAssessable, .identityNotAssessable])
        #expect(findings.allSatisfy { !$0.isFailure })
    }

    @Test func decimalsAreExact() throws {
        #expect(try #require(ExactSum("0.1")) + (try #require(ExactSum("0.2"))) == ExactSum("0.3"))
        #expect(ExactSum("59237.2449")?.text == "59237.2449")
        #expect((ExactSum.zero - (try #require(ExactSum("12.50")))).text == "-12.5")
        for wrong in ["", "-", "1.", ".5", "1e3", "１", "1,000", "0.0000000000001"] { #expect(ExactSum(wrong) == nil) }
    }
}
