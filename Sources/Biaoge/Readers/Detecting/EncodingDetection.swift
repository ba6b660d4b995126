internal import Iconv

/// Which encoding text is in, and why.
struct EncodingDetection {
    var encoding: TextEncoding
    var evidence: [Detection.Evidence] = []
    var findings: [Finding] = []
    /// How many bytes at the beginning are a byte order mark.
    var markLength = 0
    /// What the pass over the bytes as UTF-8 told, when there was one.
    var scan: UTF8Scan?

    /// Tells the encoding from the bytes and from the label that markup carries.
    ///
    /// In this order: a byte order mark; the zero bytes of UTF-16; well-formed UTF-8 (text in another encoding of any
    /// length is not); UTF-8 with a few damaged places; the label; GB18030 or Big5 by ``ChineseEncoding``; and when
    /// neither fits, windows-1252, with a finding. A label that the bytes contradict is a finding.
    init(_ bytes: [UInt8], label: String?) {
        let marks: [(TextEncoding, [UInt8])] = [
            (.utf8, [0xEF, 0xBB, 0xBF]), (.utf16LE, [0xFF, 0xFE]), (.utf16BE, [0xFE, 0xFF]),
            (.gb18030, [0x84, 0x31, 0x95, 0x33]),
        ]
        for (encoding, mark) in marks where bytes.starts(with: mark) {
            self.init(encoding: encoding, evidence: [.byteOrderMark], markLength: mark.count)
            return
        }
        if let encoding = UTF16Detection.encoding(of: bytes) {
            self.init(encoding: encoding, evidence: [.zeroBytes])
            return
        }
        let scan = UTF8Scan(bytes.span)
        let labelled = label.flatMap { TextEncoding(labelInside: $0) }
        if scan.isValid(count: bytes.count) {
            self.init(validUTF8: scan, labelled: labelled, label: label)
        } else {
            self.init(notUTF8: bytes, scan: scan, labelled: labelled, label: label)
        }
    }

    private init(
        encoding: TextEncoding, evidence: [Detection.Evidence], findings: [Finding] = [], markLength: Int = 0,
        scan: UTF8Scan? = nil
    ) {
        self.encoding = encoding
        self.evidence = evidence
        self.findings = findings
        self.markLength = markLength
        self.scan = scan
    }

    private init(validUTF8 scan: UTF8Scan, labelled: TextEncoding?, label: String?) {
        self.init(encoding: .utf8, evidence: [.wellFormedUTF8], scan: scan)
        guard let labelled, let label, labelled != .utf8, scan.twoByteCount + scan.longerCount > 0 else { return }
        if scan.longerCount == 0 {
            // Two bytes that are well-formed UTF-8 are often well-formed in a double-byte encoding too: the label decides.
            encoding = labelled
            evidence = [.label(label)]
        } else {
            findings.append(Finding(.wrongEncodingLabel, label, encoding.name))
        }
    }

    private init(notUTF8 bytes: [UInt8], scan: UTF8Scan, labelled: TextEncoding?, label: String?) {
        if DamagedUTF8.isLikely(bytes, from: scan.validCount, goodBefore: scan.longerCount) {
            self.init(encoding: .utf8, evidence: [.mostlyUTF8])
            if let label, let labelled, labelled != .utf8 { findings.append(Finding(.wrongEncodingLabel, label, encoding.name)) }
            return
        }
        let chinese = ChineseEncoding(bytes)
        if let label, let labelled, labelled != .utf8, labelled != .windows1252, chinese.agrees(with: labelled) {
            self.init(encoding: labelled, evidence: [.label(label)])
            return
        }
        if let best = chinese.best {
            self.init(
                encoding: best.encoding,
                evidence: [.notUTF8(scan.validCount), .commonCharacters(best.encoding.name, best.commonPercent)])
        } else {
            self.init(
                encoding: labelled == .utf8 ? .windows1252 : labelled ?? .windows1252, evidence: [.notUTF8(scan.validCount)])
            if labelled != encoding { findings.append(Finding(.uncertainEncoding, encoding.name)) }
        }
        if let label, let labelled, labelled != encoding { findings.append(Finding(.wrongEncodingLabel, label, encoding.name)) }
    }
}
