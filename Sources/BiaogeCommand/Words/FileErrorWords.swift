import Biaoge
import Files

extension FileError {
    /// What is wrong with the file and what to do, in one line.
    func message(in language: Language) -> String {
        switch operation {
        case .read:
            if isNotThere { return language.say("\(path)：没有这个文件；请检查路径", "\(path): there is no such file; look at the path") }
            if isFolder {
                return language.say(
                    "\(path)：这是文件夹；请写出其中的文件，或用 biaoge normalize 处理",
                    "\(path): this is a folder; name the files in it, or give it to biaoge normalize")
            }
            return language.say(
                "\(path)：无法打开（\(code)）；请检查读取权限", "\(path): cannot be opened (\(code)); see whether it may be read")
        case .readBeyond(let limit):
            return "\(path): " + ReadError.limit(.inputBytes, found: limit + 1, allowed: limit).message(in: language)
        case .write:
            return language.say(
                "\(path)：无法写入（\(code)）；请检查文件夹是否存在、可写、有空间",
                "\(path): cannot be written (\(code)); see whether its folder is there, may be written and has room")
        }
    }
}
