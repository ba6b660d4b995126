/// The name of an issuer, taken apart to be compared: 柳湾县庄头镇人民政府 is 庄头镇 of 柳湾县.
struct IssuerName: Hashable {
    /// The places that the name begins with, such as 柳湾县; empty when it has none.
    let prefix: String
    /// The name without those, and without 人民政府 and 办公室 at its end.
    let bare: String

    init(_ name: String) {
        // No white space comes behind U+3000 in Unicode.
        var characters = name.unicodeScalars.reduce(into: [Unicode.Scalar]()) { characters, scalar in
            if scalar.value > 0x3000 || !scalar.properties.isWhitespace { characters.append(scalar) }
        }
        var isCut = true
        while isCut {
            isCut = false
            for ending in Self.endings
            where characters.count > ending.count && characters.suffix(ending.count).elementsEqual(ending) {
                characters.removeLast(ending.count)
                isCut = true
            }
        }
        var start = 0
        while let next = Self.endOfPlace(characters[start...]) { start = next }
        prefix = Self.text(characters[..<start])
        bare = Self.text(characters[start...])
    }

    /// Where the place ends that a name begins with: behind a 省 州 盟 市 县 区 旗 with a name of its own in front and another behind.
    private static func endOfPlace(_ name: ArraySlice<Unicode.Scalar>) -> Int? {
        for index in name.indices.dropFirst() where places.contains(name[index]) {
            let rest = name[(index + 1)...]
            // 市场, 市政 and 市容 are words of their own; 自治州 and 自治县 end one place, not two.
            guard rest.count >= 2, let next = rest.first else { return nil }
            if name[index] == "市", ["场", "政", "容"].contains(next) { continue }
            return index + 1
        }
        return nil
    }

    private static let places: [Unicode.Scalar] = ["省", "州", "盟", "市", "县", "区", "旗"]
    private static let endings = ["人民政府", "办公室"].map { Array($0.unicodeScalars) }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = ""
        for scalar in scalars { text.unicodeScalars.append(scalar) }
        return text
    }
}

/// Which names mean the same issuer.
///
/// A name without its place is that of the one place that has it in the archive; where two places have it (two counties with a 城关镇
/// each), nobody knows, and it stands alone.
struct IssuerNames {
    /// What issuers are called that share their name without its place with others.
    private var keys: [String: String] = [:]
    /// The names that were taken as one, for each issuer with more than one.
    private(set) var joined: [[String]] = []

    /// Compares all names of an archive.
    init(_ names: [String]) {
        // The hash of a Chinese text costs more than all else here: each name is looked up as seldom as can be.
        var groups = [String: [(name: String, parts: IssuerName)]](minimumCapacity: names.count)
        for name in names {
            let parts = IssuerName(name)
            groups[parts.bare, default: []].append((name, parts))
        }
        for (bare, group) in groups {
            if group.count == 1 { continue }
            let prefixes = Set(group.map(\.parts.prefix)).filter { !$0.isEmpty }
            // 同仁市 is the same place as 黄南州同仁市, unless another name ends with it as well.
            let longest = prefixes.filter { one in !prefixes.contains { $0 != one && $0.hasSuffix(one) } }
            var byKey: [String: [String]] = [:]
            for (name, parts) in group {
                let fitting = longest.filter { $0.hasSuffix(parts.prefix) }
                let prefix = fitting.count == 1 ? fitting.first ?? parts.prefix : parts.prefix
                keys[name] = prefix + bare
                byKey[prefix + bare, default: []].append(name)
            }
            for names in byKey.values where names.count > 1 {
                joined.append(names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
            }
        }
        joined.sort { $0[0].utf8.lexicographicallyPrecedes($1[0].utf8) }
    }

    /// What the issuer of that name is called here.
    func key(_ name: String) -> String {
        if let key = keys[name] { return key }
        let parts = IssuerName(name)
        return parts.prefix + parts.bare
    }

    /// The names that share their issuer with another.
    var joinedNames: Set<String> { Set(joined.flatMap { $0 }) }
}
