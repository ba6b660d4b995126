import ArgumentParser
import Biaoge
import BiaogeArchive
import Files

/// Why an input or an output failed: a line for the person and a code for the shell (BSD's sysexits.h).
struct Failure: Error {
    /// The exit codes of the contract.
    enum Code: Int32 {
        /// At least one identity fails (`check` only).
        case identityFails = 1
        /// Some inputs failed, the others are done.
        case someFailed = 2
        /// The input is damaged, encrypted, or of a format that is not read.
        case dataError = 65
        /// The input cannot be opened.
        case noInput = 66
        /// The output cannot be written.
        case cannotCreate = 73
        /// A person stopped it (128 and the number of SIGINT, as shells have it).
        case interrupted = 130
    }

    let code: Code
    let message: String

    init(_ error: any Error, input: String, _ language: Language) {
        switch error {
        case let error as ReadError:
            code = .dataError
            message = "\(input): \(error.message(in: language))"
        case let error as FileError:
            code =
                switch error.operation {
                case .read: .noInput
                case .readBeyond: .dataError
                case .write: .cannotCreate
                }
            message = error.message(in: language)
        case let error as WriteError:
            code = .cannotCreate
            message = "\(input): \(error.message(in: language))"
        case let error as FormError:
            code = .dataError
            message = "\(input): \(error.message(in: language))"
        case let error as LedgerError:
            code = .cannotCreate
            message = error.message(in: language)
        case let error as InputProblem:
            code = error.code == 66 ? .noInput : .dataError
            message = "\(error.path): " + language.say(error.chinese, error.english)
        case is ArchiveInterrupted:
            code = .interrupted
            message = language.say(
                "已停止，读过的都已保存；再运行同一命令即可继续", "stopped; what was read is kept, and the same command goes on from there")
        case is WorkersCannotStart:
            code = .cannotCreate
            message = language.say(
                "无法启动工作进程；请减少 --workers 或关闭其他程序",
                "the worker processes cannot be started; use fewer --workers or close other programs")
        case let error as Failure: self = error
        default:
            code = .cannotCreate
            message = "\(input): \(error)"
        }
    }

    /// A name that is no bundled form's, nor a file's.
    init(noForm name: String, _ language: Language) {
        code = .noInput
        message = language.say(
            "\(name)：没有这个表式；biaoge forms list 列出自带的表式", "\(name): there is no such form; biaoge forms list lists the bundled ones"
        )
    }

    /// A document that no form can be made of.
    init(nothingToLearn input: String, _ language: Language) {
        code = .dataError
        message = language.say("\(input)：没有带标签的空白格，无法制作表式；请给出空白表", "\(input): no empty cell beside a label; give a blank form")
    }

    /// What is said when the program gets no memory: no language is known then, and no memory left to ask for it.
    static let outOfMemory =
        "\nbiaoge: 内存不足；请关闭其他程序，或提高内存限制 / out of memory; close other programs or raise the limit of memory\n"

    /// Says it on standard error and ends the program.
    func exit() throws -> Never {
        report()
        throw ExitCode(code.rawValue)
    }

    /// Says it on standard error.
    func report() {
        try? StandardStream.error.write(Array("biaoge: \(message)\n".utf8))
    }
}
