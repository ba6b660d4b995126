extension Form {
    /// The forms that are part of the program, the newest first; each is a file beside this one.
    public static let bundled: [Form] = newest + bundledFiles.dropFirst().compactMap { try? Form(reading: $0) }

    /// The first of ``bundled`` alone: reading a form takes longer than reading a report, and most reports need no other.
    static let newest: [Form] = bundledFiles.prefix(1).compactMap { try? Form(reading: $0) }

    /// The files of ``bundled``, as they stand in the sources.
    package static let bundledFiles: [[UInt8]] = [
        PackageResources.annual_report_2021_html, PackageResources.annual_report_2019_html,
    ]

    /// `forms` and the bundled ones; a form with the identifier of a bundled one stands in its place.
    static func bundled(and forms: [Form]) -> [Form] {
        forms + bundled.filter { bundled in !forms.contains { $0.id == bundled.id } }
    }
}
