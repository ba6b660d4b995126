/// Every format that is read, and its reader.
private let readers: KeyValuePairs<Format, any Reader.Type> = [
    .docx: DOCXReader.self,
    .flatOPC: FlatOPCReader.self,
    .html: HTMLReader.self,
    .mhtml: MHTMLReader.self,
    .rtf: RTFReader.self,
    .tabDump: DumpReader.self,
    .cellDump: DumpReader.self,
    .pipeDump: DumpReader.self,
    .spaceDump: DumpReader.self,
    .lineDump: DumpReader.self,
    .text: DumpReader.self,
]

/// The reader of a format; `nil` for one that is not read.
func reader(of format: Format) -> (any Reader.Type)? {
    readers.first { $0.key == format }?.value
}
