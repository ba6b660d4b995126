/// A value that a person has set.
struct Correction: Sendable, Hashable {
    var key: String
    var value: String
    var reason: String
}
