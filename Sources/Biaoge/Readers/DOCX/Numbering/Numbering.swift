/// One level of a list: how its numbers count and how they are written (ECMA-376 part 1, 17.9.6).
struct ListLevel: Sendable {
    /// What stands between a number and the text.
    enum Suffix: Sendable {
        case tab, space, nothing
    }

    /// The first number.
    var start = 0
    var format = NumberFormat.decimal
    /// The name of a format that is not known; the numbers are written as decimals then.
    var unknownFormat: String?
    /// The text around the numbers; `%1` to `%9` stand for the numbers of the levels.
    var text = ""
    var suffix = Suffix.tab
    /// The level, from 1, whose use starts this one again; 0 for never; `nil` for every higher one.
    var restart: Int?
    /// Whether all numbers are written as decimals, whatever their own level says.
    var isLegal = false
    /// The paragraph style that stands for this level.
    var style: String?
    /// The font of a bullet, which decides what its character looks like.
    var font: String?
    var isPicture = false
}

/// The lists of a document, from numbering.xml (ECMA-376 part 1, 17.9).
struct Numbering: Sendable {
    /// The levels of a list.
    struct Abstract: Sendable {
        var levels: [Int: ListLevel] = [:]
        /// The numbering style whose list this one only refers to.
        var styleReference: String?
        /// The numbering style that this list belongs to.
        var style: String?
    }

    /// A use of a list, with what it changes.
    struct Instance: Sendable {
        var abstractID: Int
        var startOverrides: [Int: Int] = [:]
        var levelOverrides: [Int: ListLevel] = [:]
    }

    var abstracts: [Int: Abstract] = [:]
    var instances: [Int: Instance] = [:]

    /// The list that a use of one really means: a reference to a numbering style leads to the list of that style.
    func abstractID(of instance: Instance) -> Int {
        guard let reference = abstracts[instance.abstractID]?.styleReference else { return instance.abstractID }
        return abstracts.filter { $0.value.style == reference }.keys.min() ?? instance.abstractID
    }
}
