/// The values that stand behind a label in its own field, `规章000`.
enum ValuesInLabel {
    /// The values of a label's field: as many digits as the row has values are one each; what else they may be nobody can say.
    ///
    /// - Parameter part: the part of the form, the labels of whose rows hold no values.
    static func items(_ label: Int, _ source: TokenRows, count: Int, of part: Form.Part) -> [RowItems.Item] {
        let scalars = PlainScalars.of(Array(source.label(label).utf8)[...])
        let digits = scalars.reversed().prefix { $0 >= 0x30 && $0 <= 0x39 }.reversed()
        guard !digits.isEmpty, digits.count < scalars.count else {
            // Words and a mark for none: `结果维持 无`.
            let behind = scalars.split(separator: 0x20).dropFirst()
            let isNone = behind.last.map(FieldMeaning.isBlankMark) ?? false
            // Or numbers with words behind them: `结果维持 3 0 见附件`; but not the number of an item: `1 . 属 于 国 家 秘 密`.
            let hasNumber = behind.indices.dropLast().contains { index in
                behind[index].allSatisfy { $0 >= 0x30 && $0 <= 0x39 } && !isItemMark(behind[index + 1].first)
                    && !isLabel(behind[index...], of: part)
            }
            let hasValues = isNone || hasNumber || hasCounts(scalars) || hasCommaBeforeDigit(scalars)
            return hasValues ? [RowItems.Item(content: .doubtful, token: label)] : []
        }
        let isNumber = scalars.dropLast(digits.count).last.map { $0 == 0x2D || $0 == 0x2E || $0 == 0x2C } ?? false
        // Behind white space several digits are one number, unless they begin with a zero.
        let isParted = digits.count > 1 && digits.first != 0x30 && scalars.dropLast(digits.count).last == 0x20
        guard digits.count == count, !isNumber, !isParted else { return [RowItems.Item(content: .doubtful, token: label)] }
        return digits.map { RowItems.Item(content: .number(Number(mantissa: Int64($0 - 0x30), decimals: 0)), token: label) }
    }

    /// Whether words, the first of which is a number, are the label of a row, with its own number: `（三）不予公开 1 属于国家秘密`.
    private static func isLabel(_ words: ArraySlice<ArraySlice<UInt16>>, of part: Form.Part) -> Bool {
        let text = LabelText(String(decoding: Array(words.joined()), as: UTF16.self))
        return part.rows.contains { row in
            guard let label = row.labels.last.map({ LabelText($0) }), let ordinal = label.ordinal else { return false }
            return text.key == label.key && text.ordinal?.value == ordinal.value
        }
    }

    /// Whether a label has values behind it that commas part: `其他对外管理服务事项,3,-`.
    private static func hasCommaBeforeDigit(_ scalars: [UInt16]) -> Bool {
        zip(scalars, scalars.dropFirst()).contains { comma, digit in comma == 0x2C && digit >= 0x30 && digit <= 0x39 }
    }

    /// Whether a label has numbers with units behind it, with the words of their columns: `（一）予以公开：自然人5件，总计5件`.
    private static func hasCounts(_ scalars: [UInt16]) -> Bool {
        zip(scalars, scalars.dropFirst()).contains { digit, next in digit >= 0x30 && digit <= 0x39 && next == 0x4EF6 }  // 件
    }

    /// Whether a character stands behind the number of an item: a full stop of either width or an enumeration comma.
    private static func isItemMark(_ scalar: UInt16?) -> Bool { scalar == 0x2E || scalar == 0xFF0E || scalar == 0x3001 }
}
