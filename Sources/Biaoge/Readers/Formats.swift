/// Every format that is read, and its reader.
let readers: [Format: any Reader.Type] = [
    .docx: DOCXReader.self,
    .flatOPC: FlatOPCReader.self,
    .html: HTMLReader.self,
    .tabDump: DumpReader.self,
    .cellDump: DumpReader.self,
    .pipeDump: DumpReader.self,
    .spaceDump: DumpReader.self,
    .lineDump: DumpReader.self,
    .text: DumpReader.self,
]
