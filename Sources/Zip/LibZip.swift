internal import CLibZip

/// libzip as the program runs with it.
public enum LibZip {
    /// The version of the library that is loaded, such as `1.7.3`; it may be newer than the headers of the build.
    public static var version: String { unsafe String(cString: zip_libzip_version()) }
}
