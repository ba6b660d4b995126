import Testing

@testable import Biaoge

/// A report whose own sums are wrong comes out as printed.
@Suite struct WrongSumsTests {
    /// The cells of a row of section 三, whose label takes the place of three.
    private func cells(_ row: [String]) -> String { (row.count == 8 ? "<td colspan=3>" : "<td>") + row.joined(separator: "<td>") }

    /// The values of section 三 with empty cells, where most rows have one number and its total.
    ///
    /// - Parameter wrong: the numbers of rows that do not add up.
    private func printed(_ wrong: [String: String]) throws -> (String) -> String? {
        var numbers: [String: String] = [:]
        for row in [
            "received", "denied.state_secret", "denied.internal", "denied.query", "unavailable.not_held", "rejected.repeat",
        ] {
            numbers["\(row):person"] = "2"
            numbers["\(row):total"] = "2"
        }
        numbers.merge(["granted:person": "1", "granted:total": "1", "other:legal": "3", "other:total": "3"]) { $1 }
        let part = PartText("requests", form: 1, numbers.merging(wrong) { $1 }, other: "")
        let values = try part.valuesOnPage(cells)
        return { key in values.first { $0.key == "requests." + key }.map { "\($0.state) \($0.number)" } }
    }

    /// Two rows fit in no way, and one would if a number had gone from an empty cell, but not with its column.
    @Test func amongEmptyCellsSeveralWrongRowsAreAsPrinted() throws {
        let printed = try printed([
            "denied.third_party:nonprofit": "10", "denied.third_party:total": "1", "unavailable.needs_creation:research": "7",
            "unavailable.needs_creation:total": "24", "rejected.published:nonprofit": "14", "rejected.published:other": "21",
            "rejected.published:total": "21", "outcome_total:research": "7", "outcome_total:nonprofit": "24",
            "outcome_total:other": "21", "outcome_total:total": "52",
        ])
        #expect(printed("denied.third_party:total") == "read 1")
        #expect(printed("denied.third_party:nonprofit") == "read 10")
        #expect(printed("unavailable.needs_creation:total") == "read 24")
        #expect(printed("rejected.published:other") == "read 21")
    }

    /// 17 and 11 are one, and 5 is misprinted; the total stands in the column before it.
    @Test func aRowFullButForItsTotalIsInDoubt() throws {
        let printed = try printed([
            "received:person": "1711", "received:nonprofit": "5", "received:legal": "14", "received:other": "58",
            "received:total": "",
        ])
        for column in ["person", "business", "nonprofit", "other"] { #expect(printed("received:" + column) == "ambiguous ") }
    }

    /// With a field for each column, where other rows show that their ends are blank.
    @Test func aRowThatEndsBlankAmongOthersIsAsPrinted() throws {
        var numbers = [
            "received:person": "2", "received:total": "2", "granted:person": "2", "granted:total": "2",
            "outcome_total:person": "2",
            "outcome_total:total": "2", "denied.process:business": "4", "denied.process:research": "6",
        ]
        for row in ["partial", "denied.security", "denied.internal", "rejected.repeat"] {
            for column in ["business", "nonprofit", "legal"] { numbers[row + ":" + column] = "0" }
        }
        var part = PartText("requests", numbers, other: "")
        part.putLabelsInPlace(withCovered: true)
        let values = try part.solved(PartText.bars)
        #expect(values["denied.process:business"] == "read 4")
        #expect(values["denied.process:total"] == "blank ")
    }

    /// The total is misprinted; were it and the number in front of it one, 18, and a cell lost, all would hold.
    @Test func twoDefectsThatMakeUpForEachOtherDoNotOutdoWhatIsPrinted() throws {
        let part = PartText(
            "review",
            [
                "reconsideration:upheld": "18", "reconsideration:pending": "1", "reconsideration:total": "8",
            ], other: "")
        let values = try part.valuesOnPage()
        for key in ["upheld", "pending"] {
            #expect(values.first { $0.key == "review.reconsideration:" + key }?.state != .blank)
        }
    }

    /// Were the sum of 17 lost, all would hold; the blank cells behind it are in doubt as the zeros are.
    @Test func aBlankThatOnlyZerosMovedIsInDoubt() throws {
        let row = ["0", "6", "0", "0", "6", "0", "0", "17", "", "0", "0", "0", "", "0", ""]
        let header = """
            <tr><td colspan=5>行政复议<td colspan=10>行政诉讼<tr><td rowspan=2>结果维持<td rowspan=2>结果纠正<td rowspan=2>其他结果<td rowspan=2>尚未审结\
            <td rowspan=2>总计<td colspan=5>未经复议直接起诉<td colspan=5>复议后起诉<tr><td>结果维持<td>结果纠正<td>其他结果<td>尚未审结<td>总计<td>结果维持\
            <td>结果纠正<td>其他结果<td>尚未审结<td>总计
            """
        let html = "<html><h1>四、政府信息公开行政复议、行政诉讼情况</h1><table>\(header)<tr><td>\(row.joined(separator: "<td>"))</table></html>"
        let values = try Document(reading: Array(html.utf8)).values
        let states = values.filter { $0.key.hasPrefix("review.litigation_after") }.map(\.state)
        #expect(states == [Value.State](repeating: .ambiguous, count: 5))
        #expect(values.first { $0.key == "review.reconsideration:corrected" }?.number == "6")
    }

    /// 10 stands in two cells, and its total is misprinted: what stands behind holds one place further left.
    @Test func twoDefectsThatMakeUpForEachOtherMayStandBesideAMisprint() throws {
        var part = PartText("review")
        part.rows[part.rows.count - 1] = ["", "", "1", "0", "", "32", "", "7", "", "", "7", "", "", "", ""]
        let values = try part.valuesOnPage()
        #expect(values.first { $0.key == "review.reconsideration:other" }?.state == .ambiguous)
        #expect(values.first { $0.key == "review.litigation_direct:total" }?.state == .ambiguous)
    }

    /// Were the total of 4 lost, the zeros behind it would hold one place further right.
    @Test func aMisprintedTotalIsNotDerivedAnew() throws {
        var requests = PartText("requests", PartText.persons(["received": "4", "granted": "4", "outcome_total": "4"]), other: "")
        requests.putLabelsInPlace()
        var review = PartText("review")
        review.rows[review.rows.count - 1] = ["0", "3", "7", "0", "10", "0", "4", "0", "0", "0", "0", "0", "", "", ""]
        let tables = [requests, review].map { "\($0.title)\n\n" + $0.rows.map(PartText.cellLines).joined(separator: "\n") }
        let values = try Document(reading: Array(tables.joined(separator: "\n\n").utf8)).values
        #expect(values.first { $0.key == "review.litigation_direct:total" }?.state == .ambiguous)
        #expect(values.first { $0.key == "review.reconsideration:total" }?.number == "10")
    }

    /// Were a cell lost, each 11 would be the total of the other, and 1 that of 1.
    @Test func singleNumbersThatEqualTheirSumsDoNotMoveARowThatLooksWhole() throws {
        let row = ["", "0", "0", "1", "11", "0", "", "", "11", "0", "", "0", "", "0", ""]
        var part = PartText("review")
        part.rows[part.rows.count - 1] = row
        let values = try part.valuesOnPage()
        #expect(values.first { $0.key == "review.litigation_direct:total" }?.number != "11")
        #expect(values.first { $0.key == "review.litigation_after:upheld" }?.number != "0")
    }

    /// Had its four numbers slid to the left, there would be a thousand places for them, of which none adds up either.
    @Test func aRowThatAddsUpInNoOrderIsAsPrinted() throws {
        let numbers = ["upheld": "13", "corrected": "21", "pending": "7", "total": "19"]
        let part = PartText(
            "review", Dictionary(uniqueKeysWithValues: numbers.map { ("reconsideration:" + $0.key, $0.value) }), other: "")
        let values = try part.valuesOnPage().filter { $0.key.hasPrefix("review.") }
        #expect(values.map(\.number) == ["13", "21", "", "7", "19"] + [String](repeating: "", count: 10))
        #expect(Set(values.map(\.state)) == [.read, .blank])
    }

    /// Of thousands of places for the zeros none matters to a number that has no others to add up with.
    @Test func zerosDoNotPlaceANumberThatNoSumHas() throws {
        let row = ["", "0", "0", "0", "", "0", "", "0", "0", "", "17", "", "", "", ""]
        var part = PartText("review")
        part.rows[part.rows.count - 1] = row
        let values = try part.valuesOnPage().filter { $0.key.hasPrefix("review.") }
        #expect(values.dropLast().map(\.number) == Array(row.dropLast()))
        #expect(Set(values.dropLast().map(\.state)) == [.read, .blank])
    }

    /// Side by side they may be a piece of the table that lost a column.
    @Test func threeWrongRowsSideBySideAreInDoubt() throws {
        let printed = try printed([
            "denied.third_party:nonprofit": "10", "denied.third_party:total": "1", "denied.internal:business": "7",
            "denied.internal:person": "", "denied.internal:total": "1", "denied.process:nonprofit": "14",
            "denied.process:total": "21",
            "outcome_total:total": "52",
        ])
        #expect(printed("denied.third_party:total") == "ambiguous ")
        #expect(printed("denied.internal:business") == "ambiguous ")
    }

    /// A number lost from 未经复议直接起诉 would make 3 its total, and 0 the first number of 复议后起诉.
    @Test func zerosAreNotMovedToMendASum() throws {
        let part = PartText("review", ["litigation_direct:pending": "3", "litigation_direct:total": "0"], other: "")
        let value = try part.valuesOnPage().first { $0.key == "review.litigation_after:upheld" }
        #expect(value?.state == .blank || value?.state == .ambiguous)
    }

    /// A row that does not add up and ends with what fills it up is in doubt; that nothing would be left for empty cells of other rows says
    /// nothing of these.
    @Test func whatIsPrintedAsEmptyDoesNotRestOnARowInDoubt() throws {
        var numbers: [String: String] = [:]
        for row in ["received", "denied.state_secret", "denied.internal", "outcome_total"] {
            numbers["\(row):person"] = row == "outcome_total" ? "4" : "2"
            numbers["\(row):total"] = numbers["\(row):person"]
        }
        let part = PartText(
            "requests", form: 1, numbers.merging(["partial:business": "29", "partial:total": "9"]) { $1 }, other: "")
        // As writers have it that leave out one of two cells which a label covers, and fill the row up.
        let values = try part.solved { row in
            guard row.count == 8, let first = row[0].first else { return row.joined(separator: "\t") }
            let front = first.isNumber ? ["", "", row[0]] : first == "（" ? ["", row[0]] : [row[0], ""]
            return (front + row.dropFirst() + (first.isNumber ? [] : [""])).joined(separator: "\t")
        }
        #expect(PartText.states(values, "partial") == ["ambiguous"])
        #expect(PartText.states(values, "rejected.repeat") == ["blank"])
    }

    /// The first cell of （七） is lost, and an empty one fills it up; the totals that other rows leave empty are of nothing.
    @Test func anEmptyTotalOfNothingIsNoHabit() throws {
        let rows = [
            ["一、本年新收政府信息公开申请数量", "11", "13", "", "14", "", "3", "41"], ["（一）予以公开", "", "", "", "9", "", "0", "9"],
            ["2.没有现成信息需要另行制作", "", "0", "0", "", "", "0", ""], ["3.补正后申请内容仍不明确", "0", "0", "0", "0", "0", "", ""],
            ["（七）总计", "13", "0", "14", "", "3", "41", ""],
        ]
        var part = PartText("requests", form: 1)
        part.rows = part.rows.prefix { $0.count < 8 } + rows
        let person = try part.valuesOnPage(cells).first { $0.key == "requests.outcome_total:person" }
        #expect(person?.number != "13")
    }

    /// 9 is misprinted, so that 2.重复申请, which lost a cell, fits in no way; the column of 总计 is gone.
    @Test func nothingIsDerivedFromNumbersOfWhichNoneFitTogether() throws {
        var part = PartText("requests", form: 1)
        for row in part.rows.indices { part.rows[row].removeAll { $0 == "总计" } }
        for row in part.rows.indices where part.rows[row].count == 8 { part.rows[row].removeLast() }
        part.put(["一、": "11,22,33,44,55,66", "（一）": "9,20,30,40,50,60", "2.重复": "1,2,4,5,6", "（七）": "11,22,33,44,55,66"])
        #expect(try part.solved { $0.map { "|\n\($0)\n" }.joined() }["granted:total"] != "derived 209")
    }
}
