"""Made-up reports, whole and undamaged: the three tables of a form between headings and prose."""

from figures import APPLICANTS, RESULTS, REVIEWS, make_figures
from report import Cell, Report, Table, Text

TOWNS = (
    "柳湾镇", "青石桥镇", "白鹿乡", "大兴街道", "石门坎镇", "云台乡", "金沙区民政局", "东湖县水利局", "安远县交通运输局", "南岭镇",
)
PROSE = (
    "本机关认真贯彻落实《中华人民共和国政府信息公开条例》，扎实推进政府信息公开各项工作，全年主动公开信息326条。",
    "（一）主动公开。通过门户网站发布政务动态58条，政策解读4篇。",
    "（二）依申请公开。完善受理、审核、答复流程，按时办结。",
    "（三）政府信息管理。严格落实三审三校制度。",
    "（四）平台建设。维护政府门户网站专栏1个。",
    "（五）监督保障。组织培训2次，参训45人次。",
)
PROBLEMS = "存在问题：一是公开内容不够丰富；二是人员业务能力有待提高。下一步将加强培训，进一步规范公开程序。"
LAST_WORDS = ("本年度未收取信息处理费。", "无其他需要报告的事项。")
APPLICANT_WORDS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
RESULT_WORDS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
ZEROS = ("-", "/", "—", "无")


def invent(rng, form, slots, figures):
    """A report of the form, whose slots are given, with such figures."""
    values = make_figures(rng, slots, figures)
    report = Report(form, slots, figures, truth=values)
    shown = dict(values)
    zero = {"blank": "", "halfblank": "", "dash": rng.choice(ZEROS)}.get(figures)
    if zero is not None:
        for key in [key for key, value in values.items() if value == "0"]:
            shown[key] = zero
            report.truth[key] = ""
    town = rng.choice(TOWNS)
    report.year = rng.choice([2021, 2022, 2023, 2024] if form == 2021 else [2019, 2020])
    proactive = proactive_2021(shown) if form == 2021 else proactive_2019(shown)
    report.blocks = [
        Text("title", f"{town}{report.year}年政府信息公开工作年度报告"),
        Text("heading", "一、总体情况"),
        *[Text("paragraph", text) for text in rng.sample(PROSE, rng.randint(1, 5))],
        Text("heading", "二、主动公开政府信息情况"),
        proactive,
        Text("heading", "三、收到和处理政府信息公开申请情况"),
        requests(slots, shown),
        Text("heading", "四、政府信息公开行政复议、行政诉讼情况"),
        review(shown),
        Text("heading", "五、存在的主要问题及改进情况"),
        Text("paragraph", PROBLEMS),
        Text("heading", "六、其他需要报告的事项"),
        Text("paragraph", rng.choice(LAST_WORDS)),
    ]
    return report


def head(text):
    """A cell of a header."""
    return Cell(text, kind="head")


def value(shown, key):
    """The cell of a slot."""
    return Cell(shown[key], key, "value")


def spread(cells, widths):
    """A row in which each cell covers so many columns."""
    return [cell for cell, width in zip(cells, widths) for _ in range(width)]


def proactive_2021(shown):
    """The first table of the form of 2021: four columns."""
    def line(label, row, columns):
        return [Cell(label)] + [value(shown, f"proactive.{row}:{column}") for column in columns]

    rows = [
        [head("第二十条第（一）项")] * 4,
        [head(word) for word in ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")],
        line("规章", "rules", ("issued", "repealed", "in_force")),
        line("行政规范性文件", "normative", ("issued", "repealed", "in_force")),
    ]
    decisions = "本年处理决定数量"
    sections = (
        ("五", decisions, (("行政许可", "licensing:decisions"),)),
        ("六", decisions, (("行政处罚", "penalty:decisions"), ("行政强制", "coercion:decisions"))),
        ("八", "本年收费金额（单位：万元）", (("行政事业性收费", "fees:amount"),)),
    )
    for item, word, lines in sections:
        rows.append([head(f"第二十条第（{item}）项")] * 4)
        rows.append(spread([head("信息内容"), head(word)], (1, 3)))
        rows += [spread([Cell(label), value(shown, f"proactive.{key}")], (1, 3)) for label, key in lines]
    return Table("proactive", rows)


def proactive_2019(shown):
    """The first table of the form of 2019: rows of four and of three cells over eight columns."""
    counted = ("上一年项目数量", "本年增/减", "处理决定数量")
    counted_columns = ("previous_items", "change", "decisions")
    sections = (
        ("一", ("本年新制作数量", "本年新公开数量", "对外公开总数量"), ("made", "published", "public_total"),
         (("规章", "rules"), ("规范性文件", "normative"))),
        ("五", counted, counted_columns, (("行政许可", "licensing"), ("其他对外管理服务事项", "services"))),
        ("六", counted, counted_columns, (("行政处罚", "penalty"), ("行政强制", "coercion"))),
        ("八", counted[:2], counted_columns[:2], (("行政事业性收费", "fees"),)),
        ("九", ("采购项目数量", "采购总金额"), ("items", "amount"), (("政府集中采购", "procurement"),)),
    )
    rows = []
    for item, words, columns, lines in sections:
        widths = (2, 2, 2, 2) if len(words) == 3 else (2, 3, 3)
        rows.append([head(f"第二十条第（{item}）项")] * 8)
        rows.append(spread([head("信息内容"), *map(head, words)], widths))
        for label, row in lines:
            rows.append(spread([Cell(label)] + [value(shown, f"proactive.{row}:{column}") for column in columns], widths))
    return Table("proactive", rows)


def requests(slots, shown):
    """The second table: three columns of labels, seven of numbers, the outcomes in groups."""
    def line(labels, row):
        return labels + [value(shown, f"requests.{row}:{applicant}") for applicant in APPLICANTS]

    corner = head("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）")
    person, total, organisation = head("自然人"), head("总计"), head("法人或其他组织")
    rows = [
        [corner] * 3 + [head("申请人情况")] * 7,
        [corner] * 3 + [person] + [organisation] * 5 + [total],
        [corner] * 3 + [person] + [head(word) for word in APPLICANT_WORDS[1:6]] + [total],
        line([Cell("一、本年新收政府信息公开申请数量")] * 3, "received"),
        line([Cell("二、上年结转政府信息公开申请数量")] * 3, "carried_over"),
    ]
    outcomes, groups = Cell("三、本年度办理结果"), {}
    for slot in slots:
        labels = slot["row_label"].split(" / ")
        if slot["column_label"] != "申请人情况 / 自然人" or not labels[0].startswith("三"):
            continue
        row = slot["key"].split(":")[0].split(".", 1)[1]
        if len(labels) == 2:
            rows.append(line([outcomes] + [Cell(labels[1])] * 2, row))
        else:
            group = groups.setdefault(labels[1], Cell(labels[1]))
            rows.append(line([outcomes, group, Cell(labels[2])], row))
    rows.append(line([Cell("四、结转下年度继续办理")] * 3, "carried_forward"))
    return Table("requests", rows)


def review(shown):
    """The third table: one row of fifteen numbers below three rows of headers."""
    reconsideration = [head(word) for word in RESULT_WORDS]
    last = reconsideration + [head(word) for word in RESULT_WORDS] + [head(word) for word in RESULT_WORDS]
    return Table("review", [
        [head("行政复议")] * 5 + [head("行政诉讼")] * 10,
        reconsideration + [head("未经复议直接起诉")] * 5 + [head("复议后起诉")] * 5,
        last,
        [value(shown, f"review.{name}:{result}") for name in REVIEWS for result in RESULTS],
    ])
