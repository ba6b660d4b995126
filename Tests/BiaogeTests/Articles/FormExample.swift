import Biaoge
import Testing

/// The worked example of the article Add a form: it uses only what is public.
@Suite("Example: a form")
struct FormExample {
    static let file = """
        <html lang="zh-CN">
          <head><title>信访事项统计表</title></head>
          <body data-form="letters">
            <table data-part="letters">
              <caption>一、统计</caption>
              <tr><th>事项</th><th>来信</th><th>来访</th><th>合计</th></tr>
              <tr>
                <th>上年结转</th>
                <td data-key="letters.carried_over:letter"></td>
                <td data-key="letters.carried_over:visit"></td>
                <td data-key="letters.carried_over:total"></td>
              </tr>
              <tr>
                <th>本年新收</th>
                <td data-key="letters.received:letter"></td>
                <td data-key="letters.received:visit"></td>
                <td data-key="letters.received:total"></td>
              </tr>
            </table>
            <ul class="identities"><li>每行：total = letter + visit</li></ul>
          </body>
        </html>
        """

    @Test("a number that a report lost comes back by the form's sum")
    func lostNumber() throws {
        let report = "一、统计\n\n事项\t来信\t来访\t合计\n上年结转\t3\t5\t8\n本年新收\t11\t7\n"

        var options = ReadingOptions()
        options.forms = [try Form(reading: Array(Self.file.utf8))]
        let document = try Document(reading: Array(report.utf8), options: options)

        let total = document.values.first { $0.key == "letters.received:total" }
        #expect(total?.number == "18")
        #expect(total?.state == .derived)
    }
}
