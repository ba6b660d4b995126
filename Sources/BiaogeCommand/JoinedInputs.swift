/// Many inputs as one word: the time that ArgumentParser takes for a word grows with the number of words, and ten thousand would take
/// it seconds.
enum JoinedInputs {
    /// Stands between inputs; no word of a command line can have it.
    private static let separator = "\0"

    /// A command line in which inputs that follow each other are one word.
    ///
    /// Of words in a row that are no options, all but the first are inputs for certain: no option of ours takes two words.
    static func join(_ words: some Sequence<String>) -> [String] {
        var joined: [String] = []
        var inARow = 0
        for word in words {
            inARow = word.hasPrefix("-") ? 0 : inARow + 1
            if inARow > 2 {
                joined[joined.count - 1] += separator + word
            } else {
                joined.append(word)
            }
        }
        return joined
    }

    /// The inputs again.
    static func part(_ inputs: [String]) -> [String] {
        inputs.flatMap { $0.utf8.split(separator: 0, omittingEmptySubsequences: false).map { String(Substring($0)) } }
    }
}
