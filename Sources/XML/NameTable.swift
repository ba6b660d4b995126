internal import CLibXML2

/// From the parser's own name pointers to the tokens of a ``Vocabulary``: an open-addressing hash of pointers.
///
/// A name is compared as text when the document has it for the first time, and by its pointer from then on. The
/// vocabulary is not put into the parser's dictionary: names that a document does not use would make every look-up there
/// slower. The table is looked into for every element and every attribute, so it is plain memory, without reference
/// counting; whoever makes one deallocates it.
@safe struct NameTable {
    @safe private struct Slot {
        var localName: UnsafePointer<xmlChar>?
        var namespace: UnsafePointer<xmlChar>?
        var token: Int
    }

    /// What the table consists of, all behind one pointer: a table is handed on with every element.
    @safe private struct Storage {
        var slots = InlineArray<1024, Slot>(repeating: unsafe Slot(localName: nil, namespace: nil, token: -1))
        var count = 0
        let tokens: Unmanaged<Vocabulary.Tokens>
        let dictionary: xmlDictPtr
    }

    private static let lastIndex = 1023
    /// A document with more names than this asks for the others as text each time.
    private static let fullest = 512

    private let storage: UnsafeMutablePointer<Storage>

    /// An empty table of a vocabulary, for a parser with this dictionary.
    init(_ vocabulary: Vocabulary, dictionary: xmlDictPtr) {
        unsafe storage = .allocate(capacity: 1)
        unsafe storage.initialize(
            to: Storage(tokens: .passRetained(Vocabulary.Tokens(vocabulary)), dictionary: dictionary))
    }

    func deallocate() {
        unsafe storage.pointee.tokens.release()
        unsafe storage.deallocate()
    }

    /// The token of a name, or -1.
    @inline(__always)
    func token(_ localName: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?) -> Int {
        var index = unsafe Self.hash(localName, namespace) & NameTable.lastIndex
        while let known = unsafe storage.pointee.slots[index].localName {
            let slot = unsafe storage.pointee.slots[index]
            if unsafe known == localName, unsafe UInt(bitPattern: slot.namespace) == UInt(bitPattern: namespace) {
                return slot.token
            }
            index = (index + 1) & NameTable.lastIndex
        }
        return unsafe learn(localName, namespace, at: index)
    }

    /// Looks a name up as text, and keeps its pointer when it is one that stays: those of the dictionary.
    private func learn(_ localName: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?, at index: Int) -> Int {
        let (name, address) = unsafe (String(cString: localName), namespace.map { unsafe String(cString: $0) } ?? "")
        let token = unsafe storage.pointee.tokens._withUnsafeGuaranteedRef { $0.vocabulary.token(name, namespace: address) }
        let stays =
            unsafe owns(localName) && (namespace == nil || owns(namespace))
        if stays, unsafe storage.pointee.count < NameTable.fullest {
            unsafe storage.pointee.slots[index] = Slot(localName: localName, namespace: namespace, token: token)
            unsafe storage.pointee.count += 1
        }
        return token
    }

    /// Whether a name is one of the dictionary's.
    private func owns(_ name: UnsafePointer<xmlChar>?) -> Bool { unsafe xmlDictOwns(storage.pointee.dictionary, name) == 1 }

    private static func hash(_ localName: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?) -> Int {
        let bits = (UInt(bitPattern: localName) ^ UInt(bitPattern: namespace) &<< 8) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: bits >> 48)
    }
}
