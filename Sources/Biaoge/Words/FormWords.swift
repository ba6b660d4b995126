extension FormError: CustomStringConvertible {
    /// The error in English, one line.
    public var description: String { message(in: .english) }

    /// What is wrong with the form file and where, in one line.
    public func message(in language: Language) -> String {
        switch self {
        case .malformed(let line, let message):
            Wording("第 %1 行：标记有误（%2）", "line %1: the markup is broken (%2)")(language, [String(line), message])
        case .noIdentifier:
            Wording("没有 data-form：请在 body 上写明表式的名称", "no data-form: name the form on the body element")(language)
        case .noParts: Wording("没有带 data-part 的表格", "no table has a data-part")(language)
        case .duplicatePart(let part): Wording("两个表格的 data-part 都是 %1", "two tables have the data-part %1")(language, [part])
        case .noKeys(let part): Wording("表 %1 没有数据格（td）", "table %1 has no value cell (td)")(language, [part])
        case .missingKey(let part, let row, let column):
            Wording("表 %1 第 %2 行第 %3 列：数据格缺少 data-key", "table %1, row %2, column %3: a value cell without data-key")(
                language, [part, String(row), String(column)])
        case .wrongKey(let key, let row, let column):
            Wording("第 %2 行第 %3 列：%1 不是“表.行:列”形式的键", "row %2, column %3: %1 is not a key such as table.row:column")(
                language, [key, String(row), String(column)])
        case .duplicateKey(let key, let row, let column):
            Wording("第 %2 行第 %3 列：键 %1 已经用过", "row %2, column %3: the key %1 is used already")(
                language, [key, String(row), String(column)])
        case .unknownContent(let content, let part, let row):
            Wording(
                "表 %2 第 %3 行：data-content 不能是 %1，只能是 count、change、amount",
                "table %2, row %3: data-content is count, change or amount, not %1")(language, [content, part, String(row)])
        case .wrongVariant(let variant, let part, let row):
            Wording("表 %2 第 %3 行：data-variant 应为“组:选项”，不能是 %1", "table %2, row %3: data-variant is group:alternative, not %1")(
                language, [variant, part, String(row)])
        case .brokenGrid(let part, let row):
            Wording(
                "表 %1 第 %2 行：单元格重叠或超出表格，请检查 colspan 和 rowspan",
                "table %1, row %2: cells overlap or hang out; look at colspan and rowspan")(
                    language, [part, String(row)])
        case .wrongRule(let rule, let part):
            Wording("表 %2：%1 不是勾稽关系，应形如“每列：a + b = c”", "table %2: %1 is not a sum such as each column: a + b = c")(
                language, [rule, part])
        case .unknownName(let name, let rule, let part):
            Wording("表 %3：勾稽关系 %2 中的 %1 不存在", "table %3: there is no %1, which the sum %2 names")(language, [name, rule, part])
        }
    }
}
