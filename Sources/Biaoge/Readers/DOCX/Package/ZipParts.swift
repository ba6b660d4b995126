import XML
import Zip

/// The parts of a package in a zip archive, each inflated while it is parsed.
final class ZipParts: PartSource {
    private let archive: ZipArchive
    private var entries: [String: ZipArchive.Entry] = [:]
    /// Names that the directory has more than once: which of them is meant nobody can say.
    private var doubled: Set<String> = []
    /// How much has come out of the parts that were read so far.
    private var inflated = 0
    private let limits: Limits

    /// Opens the archive and reads its directory.
    init(_ bytes: [UInt8], limits: Limits) throws(ReadError) {
        self.limits = limits
        do {
            archive = try ZipArchive(bytes.span)
        } catch {
            throw ReadError(error)
        }
        entries.reserveCapacity(archive.count)
        for index in 0..<archive.count {
            guard let entry = archive.entry(at: index), entry.nameBytes.last != UInt8(ascii: "/") else { continue }
            let name = PartName(entry.name).key
            if entries.updateValue(entry, forKey: name) != nil { doubled.insert(name) }
        }
    }

    var typedParts: [PartName] { [] }
    func contains(_ part: PartName) -> Bool { entries[part.key] != nil }
    func contentType(of part: PartName) -> String? { nil }

    func parse<Handler: XMLHandler>(_ part: PartName, into handler: inout Handler, vocabulary: Vocabulary) throws(ReadError) {
        guard let entry = entries[part.key] else { return }
        guard !doubled.contains(part.key) else { throw .damagedZip("\(part) twice") }
        do {
            var reader = try archive.open(entry)
            var budget = InflationBudget(compressed: entry.compressedSize, before: inflated, limits: limits)
            defer { inflated += budget.inflated }
            try namingErrors(of: part, limits: limits) {
                try XMLParser.parse(&handler, vocabulary: vocabulary, limits: limits.parsing) { buffer in
                    do {
                        let count = try reader.read(into: &buffer)
                        try budget.spend(count)
                        return count
                    } catch let error as ZipError {
                        throw ReadError(error)
                    }
                }
            }
        } catch let error as ZipError {
            throw ReadError(error)
        } catch let error as ReadError {
            throw error
        } catch {
            throw .damagedZip(String(describing: error))
        }
    }
}

/// Counts the bytes that really come out of a part, whatever the directory claims.
struct InflationBudget {
    /// The bytes of this part.
    private(set) var inflated = 0
    private let before: Int
    private let compressed: Int
    private let limits: Limits

    /// - Parameter before: the bytes that other parts of the package gave: a part may be asked for often.
    init(compressed: Int, before: Int = 0, limits: Limits) {
        self.compressed = max(1, compressed)
        self.before = before
        self.limits = limits
    }

    mutating func spend(_ count: Int) throws(ReadError) {
        inflated += count
        guard before + inflated <= limits.inflatedBytes else {
            throw .limit(.inflatedBytes, found: before + inflated, allowed: limits.inflatedBytes)
        }
        guard inflated <= Limits.freeBytes || inflated / compressed <= limits.ratio else {
            throw .limit(.ratio, found: inflated / compressed, allowed: limits.ratio)
        }
    }
}

extension ReadError {
    /// What the zip wall says, in the reader's terms.
    init(_ error: ZipError) {
        switch error {
        case .damaged(let reason), .cannotWrite(let reason): self = .damagedZip(reason)
        case .damagedEntry(let name, let reason): self = .damagedZip("\(name): \(reason)")
        case .encrypted(let name): self = .encryptedEntry(name)
        }
    }
}
