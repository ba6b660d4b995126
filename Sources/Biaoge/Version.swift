/// The version of this library and of what it writes (semantic versioning).
public let version = "0.1.0"
