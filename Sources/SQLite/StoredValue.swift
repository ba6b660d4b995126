/// A value as SQLite stores it.
public enum StoredValue: Sendable {
    case text(String)
    case integer(Int)
    case null
}

/// What may stand for a question mark of a statement.
public protocol Storable {
    /// The value as SQLite stores it.
    var stored: StoredValue { get }
}

extension String: Storable {
    /// A text.
    public var stored: StoredValue { .text(self) }
}

extension Int: Storable {
    /// A whole number.
    public var stored: StoredValue { .integer(self) }
}

extension Optional: Storable where Wrapped: Storable {
    /// The value, or nothing.
    public var stored: StoredValue { self?.stored ?? .null }
}
