internal import CLibXML2

/// Sets libxml2's globals up, once for the process.
///
/// libxml2 does it by itself when the first parser is made, but two threads that make their first parsers at the same moment
/// may then wait for a lock for ever (xmlInitParser's documentation asks for the call in programs with threads).
enum LibXML {
    static let isReady: Bool = {
        xmlInitParser()
        return true
    }()
}
