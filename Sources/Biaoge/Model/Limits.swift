/// How much a document may ask for before it is refused.
///
/// The defaults are far above any real report and low enough that a bomb ends within a second and 100 MB.
public struct Limits: Sendable {
    /// A limit by its name, which is also that of the option that raises it.
    public enum Name: String, Sendable, CaseIterable {
        /// ``Limits/inputBytes``
        case inputBytes = "max-input-bytes"
        /// ``Limits/inflatedBytes``
        case inflatedBytes = "max-inflated-bytes"
        /// ``Limits/ratio``
        case ratio = "max-ratio"
        /// ``Limits/textBytes``
        case textBytes = "max-text-bytes"
        /// ``Limits/pieces``
        case pieces = "max-pieces"
        /// ``Limits/attributes``
        case attributes = "max-attributes"
        /// ``Limits/depth``
        case depth = "max-depth"
        /// ``Limits/columns``
        case columns = "max-columns"
        /// ``Limits/cells``
        case cells = "max-cells"

        fileprivate var field: WritableKeyPath<Limits, Int> {
            switch self {
            case .inputBytes: \.inputBytes
            case .inflatedBytes: \.inflatedBytes
            case .ratio: \.ratio
            case .textBytes: \.textBytes
            case .pieces: \.pieces
            case .attributes: \.attributes
            case .depth: \.depth
            case .columns: \.columns
            case .cells: \.cells
            }
        }
    }

    /// Bytes of one input, 64 MiB unless told.
    public var inputBytes = 64 << 20
    /// Bytes of a package's parts after inflating, 64 MiB unless told; parts that are not read, such as images, do not count.
    public var inflatedBytes = 64 << 20
    /// Bytes after inflating for each byte before, once a part is larger than 16 MiB; 100 unless told.
    public var ratio = 100
    /// Bytes of one page or one dump, and of the text in one part of a package, 16 MiB unless told (over five million Chinese
    /// characters). Nor may a single tag or comment of a package be larger.
    public var textBytes = 16 << 20
    /// Headings, paragraphs and tables of one document, 250,000 unless told. Nor may there be more findings, or more elements in
    /// a part of a package that holds no text (styles, lists, relationships), or sixteen times as many in one that does; nor a quarter as many different names of elements and attributes.
    public var pieces = 250_000
    /// Attributes of one tag, 100 unless told; and a quarter of the namespaces around one.
    public var attributes = 100
    /// Elements inside each other, 1,000 unless told.
    public var depth = 1_000
    /// Columns of one table, 16,384 unless told (as many as a spreadsheet has).
    public var columns = 16_384
    /// Grid positions of one table, and fields of one dump, 1,000,000 unless told. A line of one field counts twice.
    public var cells = 1_000_000

    /// Up to so many bytes anything may inflate as it likes, whatever its ``ratio``: a small bomb does no harm.
    package static let freeBytes = 16 << 20

    /// Different names of elements and attributes in one document: a quarter of ``pieces``. The parser keeps them all.
    var names: Int { pieces / 4 }

    /// Pages in one message: a 256th of ``pieces``. Each may be in another encoding, which takes time to tell.
    var messagePages: Int { pieces / 256 }

    /// The default limits.
    public init() {}

    /// The limit of that name.
    public subscript(name: Name) -> Int {
        get { self[keyPath: name.field] }
        set { self[keyPath: name.field] = newValue }
    }
}
