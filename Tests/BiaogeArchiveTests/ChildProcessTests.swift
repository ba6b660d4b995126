import Processes
import Testing

@Suite("Child processes")
struct ChildProcessTests {
    #if os(Linux)
        @Test("what a busy process is sent waits in the pipe, and whoever sends it does not")
        func room() throws {
            let process = try ChildProcess(["/bin/sleep", "60"])
            let message = [UInt8](repeating: 0x61, count: 1 << 17)
            #expect(process.write(message[...]) == message.count)
        }
    #endif
}
