extension Value.State {
    /// The state as a word for people.
    package func word(_ language: Language) -> String { wording(language) }

    private var wording: Wording {
        switch self {
        case .read: Wording("原值", "read")
        case .repaired: Wording("修复", "repaired")
        case .derived: Wording("推算", "derived")
        case .corrected: Wording("更正", "corrected")
        case .blank: Wording("空白", "blank")
        case .missing: Wording("缺失", "missing")
        case .ambiguous: Wording("不明", "ambiguous")
        case .absent: Wording("无此行", "absent")
        }
    }

    /// What the state means, in a sentence.
    func explanation(_ language: Language) -> String { explanationWording(language) }

    private var explanationWording: Wording {
        switch self {
        case .read: Wording("原文如此。", "It stands in the source.")
        case .repaired:
            Wording("原文有此数，但版式错位、拆分或被遮住，已复位。", "It stands in the source, but the layout had moved, split or hidden it.")
        case .derived:
            Wording("原文没有此数，是勾稽关系唯一允许的值。", "It does not stand in the source; it is the only value that the sums allow.")
        case .corrected: Wording("由人工更正。", "A person corrected it.")
        case .blank: Wording("原文此格为空。", "The cell is empty in the source.")
        case .missing: Wording("原文已丢失，且无法推算。", "The source lost it, and the sums do not give it back.")
        case .ambiguous: Wording("有多种读法，未取其一。", "More than one reading fits; none was chosen.")
        case .absent: Wording("本式样没有这一行。", "This variant of the form has no such row.")
        }
    }

    /// The state and what it means, on one line.
    func remark(_ language: Language) -> String {
        Wording("%1：%2", "%1: %2")(language, [word(language), explanation(language)])
    }

    /// How remarks name the source text of a cell.
    static func rawText(_ raw: String, _ language: Language) -> String {
        Wording("原文：%1", "Source text: %1")(language, [raw])
    }

    /// How remarks name a place in the source.
    static func place(_ citation: String, _ language: Language) -> String {
        Wording("出处：%1", "Place: %1")(language, [citation])
    }
}
