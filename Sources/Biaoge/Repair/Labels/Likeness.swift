/// How like a label of the forms a text is, from 0 to 100. What ``LabelBook`` gives, and what others make of it.
enum Likeness {
    /// From here to 100 the text is a wording of the label, white space, punctuation, notes and the number in front aside.
    static let exact = 95
    /// The most that a text gets which is no wording of the label.
    static let damaged = 94
    /// The text ends with all of a label of five characters or more: the label of its group, or a piece of another, is glued in front.
    static let glued = 92
    /// The same of a shorter label, with which longer ones may end as well.
    static let gluedToShort = 90
    /// The text begins with all of the label; behind it stands a note, or something else.
    static let withRest = 84
    /// Above this, the label of a group stands in front of a row's own and speaks for it.
    static let group = 80
    /// A piece of a label gets this and more, the more of it there is. What has less is too little like a label to be its row.
    static let weak = 60
    /// Below this a text is not like a label at all.
    static let least = 55
    /// How much more like its label than like any other a damaged text must be: one character of fifteen.
    static let margin = 6
}
