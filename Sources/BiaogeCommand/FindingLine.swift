import Biaoge

extension Finding {
    /// The finding as the commands print it: its place, where it has one, before its message.
    func line(in language: Language) -> String {
        let citation = place.citation(in: language)
        return (citation.isEmpty ? "" : citation + language.say("：", ": ")) + message(in: language)
    }
}
