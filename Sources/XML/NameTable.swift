internal import CLibXML2

/// From the parser's own name pointers to the tokens of a ``Vocabulary``: an open-addressing hash of pointers.
///
/// It is looked into for every element and every attribute, so it is plain memory, without reference counting; whoever
/// makes one deallocates it.
@safe struct NameTable {
    @safe private struct Slot {
        var localName: UnsafePointer<xmlChar>?
        var namespace: UnsafePointer<xmlChar>?
        var token: Int
    }

    private let slots: UnsafeMutablePointer<Slot>
    private let mask: Int

    /// Interns every name of the vocabulary in the parser's dictionary.
    init(_ vocabulary: Vocabulary, dictionary: xmlDictPtr) {
        var capacity = 16
        while capacity < vocabulary.entries.count * 4 { capacity *= 2 }
        unsafe slots = .allocate(capacity: capacity)
        unsafe slots.initialize(repeating: Slot(localName: nil, namespace: nil, token: -1), count: capacity)
        mask = capacity - 1
        for entry in vocabulary.entries {
            guard let localName = unsafe xmlDictLookup(dictionary, entry.localName, -1) else { continue }
            let namespace = unsafe entry.namespace.flatMap { unsafe xmlDictLookup(dictionary, $0, -1) }
            var index = unsafe Self.hash(localName, namespace) & mask
            while unsafe slots[index].localName != nil { index = (index + 1) & mask }
            unsafe slots[index] = Slot(localName: localName, namespace: namespace, token: entry.token)
        }
    }

    func deallocate() {
        unsafe slots.deallocate()
    }

    /// The token of a name, or -1.
    func token(_ localName: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?) -> Int {
        var index = unsafe Self.hash(localName, namespace) & mask
        while let known = unsafe slots[index].localName {
            if unsafe known == localName, unsafe slots[index].namespace == namespace { return unsafe slots[index].token }
            index = (index + 1) & mask
        }
        return -1
    }

    private static func hash(_ localName: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?) -> Int {
        let bits = UInt(bitPattern: localName) &* 0x9E37_79B9_7F4A_7C15 ^ UInt(bitPattern: namespace) &* 0xC2B2_AE3D_27D4_EB4F
        return Int(truncatingIfNeeded: bits >> 32)
    }
}
