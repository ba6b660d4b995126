import Testing

@testable import Biaoge

@Suite("Tidy writer")
struct TidyWriterTests {
    @Test("one row for each value, under one header over all documents")
    func rows() throws {
        let document = try Sample.report()
        let rows = """
            a.docx,柳湾镇,2024,annual-report-2021,proactive,proactive.rules:0,规章,甲,1024,read, 1，024,"table 1, row 2, column 2",
            a.docx,柳湾镇,2024,annual-report-2021,proactive,proactive.rules:1,规章,乙,5,derived,,"table 1, row 2, column 3",唯一解
            a.docx,柳湾镇,2024,annual-report-2021,proactive,proactive.rules:2,规章,丙,,missing,,"table 1, row 2, column 4",
            a.docx,柳湾镇,2024,annual-report-2021,proactive,proactive.rules:3,规章,丁,,ambiguous,1 2,"table 1, row 2, column 5",1|12

            """
        let header = "source,issuer,year,form,part,key,row_label,column_label,value,state,raw,place,note\n"
        #expect(try Sample.write(document, document, as: .tidy).text == header + rows + rows)
    }

    @Test("without a form there is no output, and a finding")
    func none() throws {
        let (text, findings) = try Sample.write(Sample.document(try Sample.table([["a"]])), as: .tidy)
        #expect(text.isEmpty)
        #expect(findings.map(\.kind) == [.noForm])
    }
}
