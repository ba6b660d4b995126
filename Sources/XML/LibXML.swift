internal import CLibXML2

/// libxml2 as the program runs with it.
public enum LibXML {
    /// Sets libxml2's globals up, once for the process.
    ///
    /// libxml2 does it by itself when the first parser is made, but two threads that make their first parsers at the same moment
    /// may then wait for a lock for ever (xmlInitParser's documentation asks for the call in programs with threads).
    static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    /// The version of the library that is loaded, such as `2.9.14`; it may be newer than the headers of the build.
    public static var version: String {
        // 20914 is 2.9.14; builds of an unreleased state have more behind it.
        let text = unsafe String(cString: libxml2_version())
        guard let number = Int(text.prefix { $0.isNumber }) else { return text }
        return "\(number / 10_000).\(number / 100 % 100).\(number % 100)"
    }
}
