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

    private static let capacity = 1024
    /// A document with more names than this asks for the others as text each time.
    private static let fullest = 512

    private let slots: UnsafeMutablePointer<Slot>
    private let count: UnsafeMutablePointer<Int>
    private let tokens: Unmanaged<Vocabulary.Tokens>
    private let dictionary: xmlDictPtr

    /// An empty table of a vocabulary, for a parser with this dictionary.
    init(_ vocabulary: Vocabulary, dictionary: xmlDictPtr) {
        unsafe slots = .allocate(capacity: NameTable.capacity)
        unsafe slots.initialize(repeating: Slot(localName: nil, namespace: nil, token: -1), count: NameTable.capacity)
        unsafe count = .allocate(capacity: 1)
        unsafe count.initialize(to: 0)
        unsafe tokens = .passRetained(Vocabulary.Tokens(vocabulary))
        unsafe self.dictionary = unsafe dictionary
    }

    func deallocate() {
        unsafe slots.deallocate()
        unsafe count.deallocate()
        unsafe tokens.release()
    }

    /// The token of a name, or -1.
    @inline(__always)
    func token(_ localName: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?) -> Int {
        var index = unsafe Self.hash(localName, namespace) & (NameTable.capacity - 1)
        while let known = unsafe slots[index].localName {
            if unsafe known == localName, unsafe slots[index].namespace == namespace { return unsafe slots[index].token }
            index = (index + 1) & (NameTable.capacity - 1)
        }
        return unsafe learn(localName, namespace, at: index)
    }

    /// Looks a name up as text, and keeps its pointer when it is one that stays: those of the dictionary.
    private func learn(_ localName: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?, at index: Int) -> Int {
        let (name, address) = unsafe (String(cString: localName), namespace.map { unsafe String(cString: $0) } ?? "")
        let token = unsafe tokens._withUnsafeGuaranteedRef { $0.vocabulary.token(name, namespace: address) }
        let stays =
            unsafe xmlDictOwns(dictionary, localName) == 1 && (namespace == nil || xmlDictOwns(dictionary, namespace) == 1)
        if stays, unsafe count.pointee < NameTable.fullest {
            unsafe slots[index] = Slot(localName: localName, namespace: namespace, token: token)
            unsafe count.pointee += 1
        }
        return token
    }

    private static func hash(_ localName: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?) -> Int {
        let bits = UInt(bitPattern: localName) &* 0x9E37_79B9_7F4A_7C15 ^ UInt(bitPattern: namespace) &* 0xC2B2_AE3D_27D4_EB4F
        return Int(truncatingIfNeeded: bits >> 32)
    }
}
