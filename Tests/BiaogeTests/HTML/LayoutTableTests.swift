import Testing

@testable import Biaoge

@Suite struct LayoutTableTests {
    private func kinds(_ html: String) throws -> [Table.Kind] { try page(html).tables.map(\.kind) }
    private let data = "<table><tr><td>规章<td>1<tr><td>规范性文件<td>2<tr><td>合计<td>3</table>"

    @Test(arguments: [
        "<table><tr><td><a href=1>首页</a><td><a href=2>政务公开</a><td><a href=3>办事服务</a></table>",
        "<table><tr><td>正文在此</table>",
        "<table><tr><td>&nbsp;<td><img src=x></table>",
        "<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>",
        """
        <table><tr><th>索 引 号：<td>11320/2025-0001<th>信息分类<td>年报<tr><th>发布机构<td>柳湾镇<th>成文日期：<td>2025-01-08
        <tr><th>名称<td colspan=3>年度报告</table>
        """,
    ])
    func `navigation, frames, spacers and metadata are layout`(html: String) throws {
        #expect(try kinds(html) == [.layout], "\(html)")
    }

    @Test(arguments: [
        "<table><tr><th>a<td>b</table>", "<table><tr><td>a<td>b<tr><td>c<td>d</table>",
        "<table><caption>x</caption><tr><td>a</table>",
        "<table role=presentation><tr><td>规章<td>1<td>2<tr><td>规范性文件<td>3<td>4</table>",
        "<table><tr><td>标题<td>日期<tr><td><a href=1>公告</a><td>2025年1月8日</table>",
        "<table><tr><td><a href=1>1</a><td><a href=2>2</a><tr><td><a href=3>3</a><td><a href=4>4</a></table>",
    ])
    func `tables with numbers, headers or plain text are data`(html: String) throws {
        #expect(try kinds(html) == [.data], "\(html)")
    }

    @Test func `a table that only holds tables is layout, and its cells flow into the page`() throws {
        let document = try page("<table><tr><td>左栏<td><h2>二、主动公开</h2><p>如下：</p>\(data)<p>完</p></table>")
        #expect(document.tables.map(\.kind) == [.layout, .data])
        #expect(
            document.blocks == [
                .paragraph("左栏"), .heading("二、主动公开", level: 2), .paragraph("如下："), .table(1), .paragraph("完"),
            ])
        #expect(document.tables[1].parent == Table.Parent(table: 0, row: 0, column: 1))
    }

    @Test func `navigation and metadata are no text of the document`() throws {
        let html = """
            <table><tr><td><a href=1>首页</a><td><a href=2>政务公开</a></table><p>正文</p>
            <table><tr><td>索引号<td>1<tr><td>发布机构<td>柳湾镇<tr><td>文号<td>无</table>
            """
        let document = try page(html)
        #expect(document.tables.map(\.kind) == [.layout, .layout])
        #expect(document.blocks == [.paragraph("正文")])
    }

    @Test func `layout in layout in layout flows too`() throws {
        let document = try page("<table><tr><td><table><tr><td><table><tr><td>\(data)</table></table></table>")
        #expect(document.tables.map(\.kind) == [.layout, .layout, .layout, .data])
        #expect(document.blocks == [.table(3)])
    }

    @Test func `a data table with a table in one cell stays data`() throws {
        let document = try page("<table><tr><td>甲<td>乙<tr><td>丙<td>丁\(data)<tr><td>戊<td>己</table>")
        #expect(document.tables.map(\.kind) == [.data, .data])
        #expect(document.blocks == [.table(0)])
    }
}

@Suite struct PagePathTests {
    @Test func `the way to a page is not the report's title`() throws {
        let html = "<p>您的位置：首页 &gt; 政务公开 &gt; 年报</p><h1>清溪镇2024年政府信息公开工作年度报告</h1><p>一、总体情况</p>"
        let document = try Document(reading: Array(html.utf8))
        #expect(document.title == "清溪镇2024年政府信息公开工作年度报告")
        #expect(document.issuer == "清溪镇")
    }
}
