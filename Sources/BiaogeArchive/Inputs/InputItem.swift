public import Biaoge

/// One document of an archive on its way into the dataset.
struct InputItem {
    /// The path under its input; entries of archives stand behind `!/`.
    var source: String
    /// The path as it was named on the command line, for when two inputs hold the same path.
    var longSource: String
    /// The document's bytes, or why there are none.
    var content: Content

    /// The document's bytes, or why there are none.
    enum Content {
        case bytes([UInt8])
        case failure(DocumentFailure)
    }
}

/// How inputs are read.
public struct InputOptions: Sendable {
    /// How much a document may ask for.
    public var limits = Limits()
    /// The field of a JSON-lines corpus that holds the text; the first of the usual ones unless given.
    public var textField: String?
    /// The field of a JSON-lines corpus that holds the name; the first of the usual ones unless given.
    public var nameField: String?
    /// How many archives may stand inside each other.
    public var nesting = 8
    /// How many entries the archives inside one archive may have together.
    public var nestedEntries = 100_000

    /// The usual options.
    public init() {}
}

/// What was passed over, by the reason for it.
public struct SkippedFiles: Sendable, Hashable {
    /// Names that begin with a dot.
    public var hidden = 0
    /// What word processors and systems leave behind: `~$…`, `__MACOSX`, `Thumbs.db`.
    public var leftovers = 0
    /// Symbolic links, which may lead out of the input.
    public var links = 0
    /// Pipes, sockets, devices.
    public var special = 0

    /// All together.
    public var total: Int { hidden + leftovers + links + special }

    /// Whether a part of a path says that its file is skipped; it is counted.
    mutating func skips(name: ArraySlice<UInt8>) -> Bool {
        if name.first == UInt8(ascii: ".") {
            if name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) { return false }
            hidden += 1
            return true
        }
        if name.starts(with: "~$".utf8) || name.elementsEqual("__MACOSX".utf8) || name.elementsEqual("Thumbs.db".utf8) {
            leftovers += 1
            return true
        }
        return false
    }
}
