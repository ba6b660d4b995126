extension Document {
    /// Sections 五 (problems) and 六 (other matters) whose title has nothing behind it.
    func emptySections(_ sections: [ReportSection]) -> [Finding] {
        sections.compactMap { section in
            let isOne = ["存在的主要问题", "存在的问题", "存在问题", "其他需要报告"].contains { section.title.hasText($0) }
            // 六、其他需要报告的事项：无 says it all in the title.
            guard isOne, section.contents.allSatisfy(\.isEmpty), !section.title.hasText("：") || section.title.hasSuffix("：")
            else {
                return nil
            }
            return Finding(.emptySection, at: Place(), part: nil, key: nil, [section.title])
        }
    }
}
