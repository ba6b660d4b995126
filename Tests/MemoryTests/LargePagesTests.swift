import Memory
import Testing

@Suite("Large pages")
struct LargePagesTests {
    @Test("room in large pages holds what any room holds", arguments: [0, 1, 1_000, 3_000_000])
    func room(count: Int) {
        var numbers: [Int32] = [1, 2, 3]
        numbers.reserveLargeCapacity(count)
        #expect(numbers.capacity >= count)
        numbers += (0..<Int32(count))
        #expect(
            numbers.count == count + 3 && numbers.starts(with: [1, 2, 3]) && numbers.last == (count == 0 ? 3 : Int32(count - 1)))
    }
}
