/// How much a document may ask for before it is refused.
///
/// The defaults are far above any real report and low enough that a bomb ends within a second and 100 MB.
public struct Limits: Sendable {
    /// A limit by its name, which is also that of the option that raises it.
    public enum Name: String, Sendable {
        /// ``Limits/inputBytes``
        case inputBytes = "max-input-bytes"
        /// ``Limits/inflatedBytes``
        case inflatedBytes = "max-inflated-bytes"
        /// ``Limits/ratio``
        case ratio = "max-ratio"
        /// ``Limits/textBytes``
        case textBytes = "max-text-bytes"
        /// ``Limits/depth``
        case depth = "max-depth"
        /// ``Limits/columns``
        case columns = "max-columns"
        /// ``Limits/cells``
        case cells = "max-cells"
    }

    /// Bytes of one input, 1 GiB unless told.
    public var inputBytes = 1 << 30
    /// Bytes of one part after inflating, 1 GiB unless told.
    public var inflatedBytes = 1 << 30
    /// Bytes after inflating for each byte before, once a part is larger than 16 MiB; 100 unless told.
    public var ratio = 100
    /// Bytes of text in one part of a package, 16 MiB unless told (over five million Chinese characters).
    public var textBytes = 16 << 20
    /// Elements inside each other, 1,000 unless told.
    public var depth = 1_000
    /// Columns of one table, 16,384 unless told (as many as a spreadsheet has).
    public var columns = 16_384
    /// Grid positions of one table, 2,000,000 unless told.
    public var cells = 2_000_000

    /// The default limits.
    public init() {}
}
