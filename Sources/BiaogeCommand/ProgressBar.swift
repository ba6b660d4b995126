import Biaoge
import BiaogeArchive
import Files
import Processes

/// How far a long run is: a bar with rate and time left on a terminal, a line now and then elsewhere.
final class ProgressBar {
    private let language: Language
    private let isTerminal = OwnProcess.hasTerminal
    private let start = OwnProcess.seconds
    private var lastShown = OwnProcess.seconds
    private var wroteBar = false

    init(_ language: Language) {
        self.language = language
    }

    /// Shows how far the run is, unless it did a moment ago.
    func show(_ progress: ArchiveProgress) {
        let now = OwnProcess.seconds
        guard now - lastShown >= (isTerminal ? 0.2 : 10) || (isTerminal && progress.isExporting) else { return }
        lastShown = now
        if isTerminal {
            write("\r\u{1B}[K" + bar(progress, elapsed: now - start))
            wroteBar = true
        } else {
            write(line(progress, elapsed: now - start) + "\n")
        }
    }

    /// Takes the bar away.
    func clear() {
        if wroteBar { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) {
        try? StandardStream.error.write(Array(text.utf8))
    }

    private func bar(_ progress: ArchiveProgress, elapsed: Double) -> String {
        guard let share = progress.share, !progress.isExporting else { return line(progress, elapsed: elapsed) }
        let width = 24
        let full = Int((share * Double(width)).rounded(.down))
        let bar = String(repeating: "█", count: full) + String(repeating: "░", count: width - full)
        return "\(bar) \(Int(share * 100))% " + line(progress, elapsed: elapsed)
    }

    private func line(_ progress: ArchiveProgress, elapsed: Double) -> String {
        if progress.isExporting { return language.say("正在写出数据集", "writing the dataset") }
        let rate = Int((Double(progress.documents) / max(0.001, elapsed)).rounded())
        var line = language.say("已处理 \(progress.documents) 份，每秒 \(rate) 份", "\(progress.documents) documents, \(rate) a second")
        if let share = progress.share, share > 0.01, share < 1 {
            let left = time(elapsed * (1 - share) / share)
            line += language.say("，还需 \(left)", ", \(left) left")
        }
        return line
    }

    private func time(_ seconds: Double) -> String {
        let whole = Int(min(seconds, 359_999).rounded(.up))
        let minutes = whole / 60 % 60
        let rest = whole % 60
        let text = "\(minutes < 10 && whole >= 3600 ? "0" : "")\(minutes):\(rest < 10 ? "0" : "")\(rest)"
        return whole >= 3600 ? "\(whole / 3600):\(text)" : text
    }
}
