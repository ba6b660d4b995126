// swift-tools-version: 6.2
import PackageDescription

/// Every target is held to the same rules; `unsafe` must be written out where C is touched.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "biaoge",
    platforms: [.macOS(.v26)],
    products: [
        .library(name: "Biaoge", targets: ["Biaoge"]),
        .executable(name: "biaoge", targets: ["BiaogeCommand"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // The C libraries, each behind one wrapper that alone imports it.
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
        .target(name: "XML", dependencies: ["CLibXML2"], swiftSettings: strict),
        .target(name: "Zip", dependencies: ["CLibZip"], swiftSettings: strict),
        .target(name: "Iconv", swiftSettings: strict),

        // Memory as the system sees it: searched, copied and handed out, behind one wrapper.
        .target(name: "Memory", swiftSettings: strict),

        // The file system, behind one wrapper as well.
        .target(
            name: "Files", dependencies: ["Memory", .product(name: "SystemPackage", package: "swift-system")],
            swiftSettings: strict),

        // Processes of our own with pipes to them, behind one wrapper.
        .target(name: "Processes", swiftSettings: strict),

        // SHA-256, behind one wrapper.
        .target(name: "Digest", dependencies: [.product(name: "Crypto", package: "swift-crypto")], swiftSettings: strict),

        // The way of a document: bytes → reader → model → repair → checks → writers → bytes.
        .target(
            name: "Biaoge", dependencies: ["XML", "Zip", "Iconv", "Memory"],
            resources: [.embedInCode("Forms/annual-report-2019.html"), .embedInCode("Forms/annual-report-2021.html")],
            swiftSettings: strict),
        // The third use: an archive of documents becomes one dataset. Nothing else knows the database.
        .target(
            name: "BiaogeArchive",
            dependencies: [
                "Biaoge", "Files", "Processes", "Digest", "Memory", "Zip", "Iconv", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "BiaogeCommand",
            dependencies: [
                "Biaoge", "BiaogeArchive", "Digest", "Files", "Processes", "XML", "Zip",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        // What the C libraries alone need for the same bytes; `make bench` measures against it.
        .executableTarget(name: "Floor", dependencies: ["CLibXML2", "CLibZip"]),
        .executableTarget(
            name: "Bench", dependencies: ["Files", "TestSupport"], swiftSettings: [.swiftLanguageMode(.v6)]),

        .target(name: "TestSupport", dependencies: ["Zip"], path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(name: "XMLTests", dependencies: ["XML"], swiftSettings: strict),
        .testTarget(name: "ZipTests", dependencies: ["Zip"], swiftSettings: strict),
        .testTarget(name: "MemoryTests", dependencies: ["Memory"], swiftSettings: strict),
        .testTarget(name: "FilesTests", dependencies: ["Files"], swiftSettings: strict),
        .testTarget(name: "BiaogeTests", dependencies: ["Biaoge", "TestSupport", "XML"], swiftSettings: strict),
        .testTarget(
            name: "BiaogeArchiveTests", dependencies: ["BiaogeArchive", "Biaoge", "Files", "Processes", "TestSupport", "Zip"],
            swiftSettings: strict),
        .testTarget(
            name: "BiaogeCommandTests", dependencies: ["Biaoge", "TestSupport", "Zip"], exclude: ["instruction-budget.csv"],
            swiftSettings: strict),
    ]
)

// `make fuzz` alone sets it: a fuzzer has no main of its own, libFuzzer brings one.
if Context.environment["BIAOGE_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(name: "Fuzz", dependencies: ["Biaoge", "Files", "TestSupport", "XML", "Zip"], swiftSettings: strict))
}
