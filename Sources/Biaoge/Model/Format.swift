/// What a sequence of bytes can turn out to be.
public enum Format: String, Sendable, CaseIterable {
    /// WordprocessingML in a zip package (ECMA-376): .docx, .docm, .dotx, .dotm.
    case docx
    /// WordprocessingML as one flat XML document (`pkg:package`).
    case flatOPC = "flat-opc"
    /// A page of HTML.
    case html
    /// A page packed as a message (RFC 2557): .mht, and many a file named .doc or .xls.
    case mhtml
    /// Rich Text Format: .rtf, and many a file named .doc.
    case rtf
    /// A text dump with tabs between the cells of a row.
    case tabDump = "tab-dump"
    /// A text dump with one cell a line, a TAB in front and an empty line after each row.
    case cellDump = "cell-dump"
    /// A text dump with bars between the cells of a row.
    case pipeDump = "pipe-dump"
    /// A text dump with spaces between a label and its numbers.
    case spaceDump = "space-dump"
    /// A text dump with one cell a line and no row ends.
    case lineDump = "line-dump"
    /// Any other text: without tables, or with tables that are drawn, in a markup language or parted by commas.
    case text

    // Told from their first bytes, and not read.
    /// A page description; what shows as a table there is drawn lines and placed text.
    case pdf
    /// An OLE container: .doc, .wps, .et, or an encrypted .docx.
    case ole
    /// An OLE container that holds an encrypted package.
    case encrypted
    /// A picture: PNG, JPEG, GIF, BMP, TIFF, WebP or HEIC.
    case image
    /// Open Fixed-layout Document (GB/T 33190), a page description.
    case ofd
    /// A RAR archive.
    case rar
    /// A 7z archive.
    case sevenZip = "7z"
    /// A file packed by gzip.
    case gzip
    /// A zip that is no document: an archive, or another office format.
    case zip
    /// An Office Open XML workbook, which is written but not read.
    case xlsx
    /// XML that is neither a page nor a package.
    case xml
    /// No bytes, or only white space.
    case empty
    /// None of these.
    case unknown
}
