import ArgumentParser

/// A command line that begins with the name of its command, as nearly all do.
///
/// Read from the root, each of its words is looked at by every command on the way, and by ArgumentParser's own; that is more than half
/// of what a short run takes. The named command's parser alone comes to the same where nothing is wrong. Everything else is for the
/// root: what it has to say (help, errors, completions) names the command in full.
enum NamedCommand {
    /// The commands that have none below them.
    private static let all: [any ParsableCommand.Type] = [
        Convert.self, Inspect.self, Check.self, Repair.self, Normalize.self, Worker.self,
    ]

    /// The command that the words ask for; `nil` when it is for the root to answer.
    static func parse(_ words: ArraySlice<String>) -> (any ParsableCommand)? {
        guard let named = all.first(where: { $0.configuration.commandName == words.first }) else { return nil }
        let parsed = try? named.parseAsRoot(JoinedInputs.join(words.dropFirst()))
        // Asked for help, the parser gives a command of its own.
        return parsed.flatMap { type(of: $0) == named ? $0 : nil }
    }
}
