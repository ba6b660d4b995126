extension Finding {
    /// The finding as a sentence.
    public func message(in language: Language) -> String {
        kind.wording(language, arguments)
    }
}

extension Finding.Kind {
    /// The one place for the texts of findings.
    var wording: Wording {
        switch self {
        // Tables
        case .overlappingSpan: Wording("单元格与前面的单元格重叠，已截短", "A cell overlaps an earlier one and was cut back")
        case .coveredCell: Wording("单元格的位置已全部被占用，其文字未保留", "A cell whose whole place is taken was dropped")
        case .hangingRowSpan: Wording("纵向合并超出最后一行，已截短", "A row span hung below the last row and was cut")

        // Encodings of text
        case .wrongEncodingLabel: Wording("自标编码 %1 与内容不符，按 %2 读取", "Labelled %1, but it is %2 and read as that")
        case .uncertainEncoding:
            Wording("无法确定编码，按 %1 读取；可用 --encoding 指定", "The encoding is uncertain, read as %1; name it with --encoding")
        case .undecodableBytes:
            Wording("%1 处字节不是 %2 编码（首处在第 %3 字节），以 U+FFFD 代替", "%1 bytes are not %2 (the first is byte %3); each stands as U+FFFD")
        case .cutCharacter: Wording("文末的字符不完整，已舍去 %1 字节", "The text ends in the middle of a character; its %1 bytes were dropped")
        case .nulInText: Wording("文字中有 %1 个空字符（NUL），已舍去", "%1 NUL characters in the text were dropped")

        // DOCX
        case .unknownElement: Wording("不认识的元素 %1，其内容未读取", "The element %1 is not known; what it holds was not read")
        case .contentNotRead: Wording("%1 所指的内容未读取", "What %1 refers to was not read")
        case .trackedChanges: Wording("文档含有修订，按 %1 读取", "The document has tracked changes; they were read as %1")
        case .commentsLeftOut: Wording("未保留批注 %1 处", "Comments left out: %1")
        case .marginTablesLeftOut: Wording("未保留页眉页脚中的表格 %1 个", "Tables in headers and footers left out: %1")
        case .hiddenTextLeftOut: Wording("未保留隐藏文字", "Hidden text was left out")
        case .mergedTextLeftOut:
            Wording("被合并的单元格中有不显示的文字，未保留（%1 处）", "Text of cells merged into another does not show and was left out: %1")
        case .unknownNumberFormat: Wording("不认识的编号格式 %1，按阿拉伯数字编号", "The number format %1 is not known; its numbers are decimals")
        case .unknownSymbol: Wording("符号 %1 没有对应的 Unicode 字符", "The symbol %1 has no Unicode character that is known")
        case .fieldWithoutResult: Wording("域 %1 没有保存结果，其内容未读取", "A field %1 has no stored result; nothing stands for it")
        case .unclosedField: Wording("有域没有结束标记，其代码未读取", "A field has no end; its code was left out")

        // HTML
        case .textBetweenRows: Wording("表格的行与行之间有文字，已放在表格之前", "Text between the rows of a table was put before it")
        case .pageNotReadToEnd: Wording("网页的标记严重损坏，未能读到末尾", "The page's markup is so damaged that it was not read to its end")

        // Dumps and layout
        case .separatorRow: Wording("分隔行已略去", "A separator row was left out")
        case .pageNumber: Wording("页码 %1 已略去", "The page number %1 was left out")
        case .converterMark: Wording("转换工具留下的标记 %1 已去掉", "The mark %1 that a converter left was taken out")
        case .joinedParagraph:
            Wording("本段接在第 %1 行的段落之后（分页断开）", "This text was joined to the paragraph of line %1, which a page's end had cut")
        case .sectionNumber: Wording("节号 %1 按前后次序改为 %2", "By the sequence of the sections, the number %1 was made %2")
        case .spacedTitle: Wording("标题中的空格已去掉", "Spaces inside the title were closed up")
        case .otherReport:
            Wording("文件中还有另一份报告“%1”，其数据未采用", "There is another report or year as well, %1; its values were not taken")
        case .joinedTable:
            Wording(
                "本表是第 %1 行起的表格因分页断开的后一段，已接上", "This is a piece of the table of line %1, which a page's end had cut; joined to it")
        case .raggedRow: Wording("本行的栏数与各行不同，已对齐", "The row had more or fewer fields than the others and was put in line")
        case .spacedHeader: Wording("表头字间的空格已去掉", "Spaces between the characters of a header were closed up")

        // Repair
        case .unknownRow: Wording("表式中没有“%1”这一行，已原样保留", "The form has no row %1; it was kept as it stands")
        case .rowMoved: Wording("“%1”行的位置与表式不同，按行标题归位", "The row %1 stands elsewhere than in the form; placed by its label")
        case .rowPlacedByOrder:
            Wording("行标题缺失，按行的次序认定为“%1”", "A row without its label is %1 by the order of the rows")
        case .rowLost: Wording("原文缺“%1”行", "The source lost the row %1")
        case .rowTwice: Wording("“%1”行出现两次且数值不同，无法取舍", "The row %1 stands twice with different numbers; neither is taken")
        case .columnsReordered:
            Wording("“%1”：各栏次序与表式不同（%2），已按表头归位", "%1: the columns stand in another order (%2); they were placed by their header")
        case .columnsUnknown:
            Wording(
                "“%1”：各栏次序与表式不同，表头不足以确定，不取其值",
                "%1: the columns stand in another order that the header does not tell; no value is taken")
        case .rowDoubted:
            Wording(
                "“%1”行看似空白或不全，其数字可能在别处或已丢失，不予认定",
                "The row %1 seems blank or short, but its numbers may stand elsewhere or be lost; nothing of it is taken")
        case .valuesUnplaced: Wording("有 %1 个数字不在表式的任何一行之中", "Numbers that stand in no row of the form: %1")
        case .valuePlaced: Wording("%1：原文“%2”，按栏数与勾稽关系归位为 %3", "%1: the source has %2, placed as %3 by columns and sums")
        case .valueDerived: Wording("%1：原文缺失，由勾稽关系推算为 %2（%3）", "%1: lost in the source, derived as %2 (%3)")
        case .valueAmbiguous: Wording("%1：有多种读法，不取其一（%2）", "%1: more than one reading fits, none is taken (%2)")
        case .valueMissing: Wording("%1：原文缺失，无法推算", "%1: lost in the source, and no sum gives it back")
        case .unitConverted: Wording("%1：按表式单位将 %2 换算为 %3", "%1: %2 converted to the form's unit: %3")
        case .partMissing: Wording("没有找到“%1”的表格", "The table of %1 was not found")

        // Checks: sums
        case .identityFails: Wording("%1，%2：%3；%4；相差 %5", "%1, %2: %3; %4; the difference is %5")
        case .identityFailsIfBlankIsZero:
            Wording("%1，%2：%3；%4；相差 %5（空白格按 0 计）", "%1, %2: %3; %4; the difference is %5 (blank cells read as 0)")
        case .identityHoldsIfBlankIsZero:
            Wording("%1：有空白格，按 0 计才成立：%2（%3 处：%4）", "%1: holds if blank cells are 0: %2 (%3 times: %4)")
        case .identityNotAssessable:
            Wording("%1：数值缺失或不明，无法核对：%2（%3 处：%4）", "%1: cannot be checked for want of values: %2 (%3 times: %4)")

        // Checks: hints
        case .rulesOfTownship: Wording("乡镇、街道不制定规章，但“%1”为 %2", "A township issues no 规章, but %1 is %2")
        case .formOfOtherYears: Wording("%1 用于 %2 年的报告，本报告为 %3 年", "%1 is the form for reports of %2; this one is of %3")
        case .emptySection: Wording("“%1”一节没有内容", "The section %1 is empty")
        case .textAgainstTable: Wording("正文“%1”与表中的 %2 不一致", "The text says %1, the table %2")
        case .feeInYuan:
            Wording("表中收费 %1 万元，正文为 %2 元；单位可能有误", "The table has a fee of %1 万元, the text %2 元; one may have the wrong unit")

        // Writers
        case .noTable: Wording("没有数据表格", "There is no data table")
        case .noForm: Wording("没有认出任何表式", "No form was recognised")
        case .noSuchTable: Wording("没有第 %1 个表格（共 %2 个）", "There is no table %1; there are %2")
        case .spansFlattened:
            Wording("合并单元格已展平，文字只写在左上角", "Cells that span were flattened; their text stands at the top left")
        case .derivedWithheld:
            Wording("%1：推算值 %2 未写出（--derived 可写出）", "%1: the derived value %2 is not printed; --derived prints it")
        case .ambiguousWithheld: Wording("%1：有多种读法，未写出（%3）", "%1: more than one reading fits, none is printed (%3)")
        case .missingWithheld: Wording("%1：原文缺失，留空", "%1: the source lost it; the cell is left empty")

        // Across reports
        case .carriedOverDiffers:
            Wording(
                "%1 年结转下年度为 %2（%3），%4 年上年结转为 %5",
                "%1 carried %2 forward (%3), but %4 has %5 carried over from the year before")
        case .inForceDiffers:
            Wording(
                "提示：%1 年现行有效 %2 件，按 %3 年制发、废止推算为 %4 件，报告为 %5 件",
                "A hint: %2 in force in %1, with what %3 issued and repealed that makes %4; the report has %5")
        case .reportedTwice: Wording("%1 的 %2 年度报告不止一份，另见 %3", "%1 has more than one report for %2, see also %3")
        case .issuersJoined: Wording("以下名称视为同一机关：%1", "Taken as one issuer: %1")
        case .notReported: Wording("%1 没有 %2 年度报告", "%1 has no report for %2")
        case .differsFromSum:
            Wording(
                "本级报告为 %1，各报告合计为 %2，相差 %3", "This report has %1, the sum of the others is %2; the difference is %3")
        }
    }
}
