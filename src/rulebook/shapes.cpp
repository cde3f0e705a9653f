// SPDX-License-Identifier: Apache-2.0
// The declarations; how they are applied is in shape.cpp.
#include "shape.hpp"

namespace anping::rulebook {
namespace {

using enum KeyType;

std::vector<std::string_view> const kMarks{"seen", "secondary", "recalled", "design", "unconfirmed", "missing"};
std::vector<std::string_view> const kUnits{"working_day", "day", "month"};
std::vector<std::string_view> const kLevels{"nation", "province", "prefecture", "county"};
std::vector<std::string_view> const kAuthorities{"government", "corps"};
std::vector<std::string_view> const kActors{"institution", "person",      "enterprise", "bureau",
                                            "official",    "association", "expert",     "public"};

Shape const& staffing_shape() {
    static Shape const shape{"staffing", {{"name", text, true, "专业"}, {"value", integer, true, "最少人数"}}};
    return shape;
}

// What a situation is made of, each to be shown by evidence of its own.
Shape const& element_shape() {
    static Shape const shape{"element",
                             {{"code", text, true, "要件的代码"},
                              {"part", choice, true, "哪一类要件", {"scope", "mismatch", "effect", "intent"}},
                              {"name", text, true, "要件，依原文"}}};
    return shape;
}

Shape const& column_shape() {
    static Shape const shape{"column", {{"code", text, true, "代码"}, {"name", text, true, "栏目"}}};
    return shape;
}

// One line of a catalogue, a procedure, a form or a score sheet.
Shape const& item_shape() {
    static Shape const shape{"item",
                             {{"code", text, true, "程序与数据使用的代码，一经使用不得改变"},
                              {"name", text, true, "中文名称"},
                              {"text", text, false, "内容"},
                              {"value", integer, false, "数值（整数）"},
                              {"unit", text, false, "数值的单位"},
                              {"actor", choice, false, "由谁做", kActors},
                              {"mark", choice, false, "本项的确定程度", kMarks},
                              {"source", text, false, "本项的出处"},
                              {"note", text, false, "说明"},
                              {"staffing", tables, false, "专业能力配备", {}, &staffing_shape()},
                              {"elements", tables, false, "构成的要件", {}, &element_shape()},
                              {"from", date, false, "本项的施行日"},
                              {"until", date, false, "自该日起本项不再适用"},
                              {"replaced_by", text, false, "本项被什么代替"},
                              {"scope", text, false, "只适用于这一业务范围"},
                              {"standard", text, false, "标准编号"},
                              {"clause", text, false, "标准的条款"},
                              {"settings", texts, false, "检查事项适用的情形；惩戒措施显示的场合"},
                              {"cites", texts, false, "检查事项所依据的条款编号，近处的在前"},
                              {"said_as", texts, false, "报告里的说法：任一条；一条里以空格分开的词都要有"},
                              {"to_said_as", texts, false, "间距另一端在报告里的说法"},
                              {"input",
                               choice,
                               false,
                               "文书栏目怎样填写；sign 为打印后手写签名，rows 为可以重复的行",
                               {"line", "text", "date", "moment", "number", "sign", "rows"}},
                              {"required", boolean, false, "文书栏目必填"},
                              {"columns", tables, false, "可以重复的行的各栏", {}, &column_shape()}}};
    return shape;
}

Shape const& duty_shape() {
    static Shape const shape{
        "duty",
        {{"from", fact, true, "从哪个日期事实起算"},
         {"direction", choice, true, "之后、之前或当日", {"after", "before", "on"}},
         {"amount", integer, false, "数量；没有数字的义务只提醒，不计算期限"},
         {"unit", choice, false, "单位", kUnits},
         {"roll_over", boolean, false, "末日为休息日时顺延；按日、按月的届后期限默认顺延（民法典第二百零三条）"},
         {"rule", choice, false, "届前期限的读法：至少提前，或在此期间之内", {"at_least", "within"}},
         {"reading", text, false, "读法的中文说明，可在提示中引用"},
         {"rule_mark", choice, false, "读法的确定程度", kMarks},
         {"rule_source", text, false, "读法的依据"},
         {"addressees", choices, false, "向哪几级报送", kLevels},
         {"owes", choice, false, "谁的义务", kActors},
         {"severity", choice, false, "逾期后的严重程度", {"info", "remind", "finding"}},
         {"extension", integer, false, "经批准可延长的数量，单位相同"},
         {"excluded", texts, false, "不计入期限的事项"}}};
    return shape;
}

Shape const& gate_shape() {
    static Shape const shape{"gate",
                             {{"held_when", condition, true, "成立时关口不放行"},
                              {"says", message, true, "关口不放行时对人说明"},
                              {"clears", message, true, "怎样才能放行"},
                              {"steps", texts, false, "依次需要的步骤"},
                              {"testing_steps", texts, false, "检测检验依次需要的步骤"},
                              {"separate_persons", boolean, false, "各步须由不同的人完成"},
                              {"own_key", boolean, false, "审核用本人的签名密钥确认"}}};
    return shape;
}

Shape const& watch_shape() {
    static Shape const shape{"watch",
                             {{"subject", choice, true, "看的对象", {"project", "institution", "bureau"}},
                              {"when", condition, true, "成立时提示"},
                              {"severity", choice, true, "严重程度", {"info", "remind", "finding"}},
                              {"says", message, true, "对人说明看到了什么"},
                              {"clears", message, true, "怎样消除"}}};
    return shape;
}

// What a conduct costs, and when: every condition that is written must hold.
Shape const& measure_shape() {
    static Shape const shape{"measure",
                             {{"code",
                               choice,
                               true,
                               "处罚或处理的种类",
                               {"order_correct", "warning", "fine", "confiscate", "suspend_business", "stop", "revoke",
                                "ban", "ban_life", "cancel", "no_application", "refuse", "joint_liability"}},
                              {"name", text, true, "中文名称"},
                              {"on", choice, true, "对单位，或者对责任人员", {"unit", "persons"}},
                              {"least", integer, false, "罚款下限（元）"},
                              {"most", integer, false, "罚款上限（元）"},
                              {"least_times", integer, false, "违法所得的倍数，下限"},
                              {"most_times", integer, false, "违法所得的倍数，上限"},
                              {"cap", integer, false, "按倍数计算时不超过（元）"},
                              {"income", choice, false, "有或没有违法所得时适用", {"some", "none"}},
                              {"income_from", integer, false, "违法所得达到（元）时适用"},
                              {"income_below", integer, false, "没有违法所得或不足（元）时适用"},
                              {"stage", choice, false, "只在这一情节适用", {"first", "uncorrected", "grave"}},
                              {"optional", boolean, false, "可以并处"},
                              {"years", integer, false, "期限（年）"}}};
    return shape;
}

Shape const& conduct_shape() {
    static Shape const shape{"conduct",
                             {{"actor", choice, true, "谁的行为", kActors},
                              {"number", text, false, "在原文中的编号"},
                              {"consequence", text, false, "后果"},
                              {"hooks", texts, false, "处罚或处理所依据的条款编号"},
                              {"clues", texts, false, "能发现它的线索种类"},
                              {"measures", tables, false, "处罚与处理，金额以元计", {}, &measure_shape()},
                              {"effects_off", texts, false, "原文规定、默认不启用的效果"}}};
    return shape;
}

Shape const& procedure_shape() {
    static Shape const shape{"procedure",
                             {{"actor", choice, false, "由谁做", kActors},
                              {"times", integer, false, "每个周期的次数"},
                              {"per", choice, false, "周期", {"year", "half_year", "month", "project"}},
                              {"level", choice, false, "只约束这一级的部门；不写的，各级都约束", kLevels},
                              {"steps", tables, false, "依次的步骤或并列的要求", {}, &item_shape()},
                              {"gate", boolean, false, "未完成是否阻止其他事项；本平台一律为否"}}};
    return shape;
}

Shape const& list_shape(Kind kind) {
    static Shape const score_list{"score",
                                  {{"cycle", choice, false, "评定周期", {"year", "half_year"}},
                                   {"items", tables, true, "指标", {}, &item_shape()}}};
    static Shape const grade_list{"grade", {{"items", tables, true, "等级，由高到低", {}, &item_shape()}}};
    static Shape const form_list{
        "form",
        {{"items", tables, true, "栏目", {}, &item_shape()},
         {"word", text, false, "文书文号中的字；没有的不编号"},
         {"word_mark", choice, false, "文号的字的确定程度", kMarks},
         {"to", choice, false, "文书给谁", {"party", "internal", "other"}},
         {"after", texts, false, "一般先有其中一种文书；缺少只提示"},
         {"steps", texts, false, "案件的文书属于哪一步骤（步骤的代码；opened 为立案）"},
         {"needs", texts, false, "案件须先有其中一个步骤；都没有的，签发前提示，仍要签发须写明理由"},
         {"delivered", text, false, "送达以后是案件的哪一步骤"},
         {"steps_mark", choice, false, "文书与步骤对应关系的确定程度", kMarks},
         {"body", texts, false, "文书正文各段，{{栏目}} 处填入；没有写到的栏目列成表格"}}};
    static Shape const campaign_list{"campaign", {{"items", tables, true, "阶段", {}, &item_shape()}}};
    static Shape const catalogue_list{"catalogue", {{"items", tables, true, "目录项", {}, &item_shape()}}};
    static Shape const calendar_list{"calendar", {{"file", text, true, "日历数据所在文件"}}};
    switch (kind) {
        case Kind::score: return score_list;
        case Kind::grade: return grade_list;
        case Kind::form: return form_list;
        case Kind::campaign: return campaign_list;
        case Kind::calendar: return calendar_list;
        default: return catalogue_list;
    }
}

Shape const& book_shape() {
    static Shape const shape{"book",
                             {{"code", text, true, "规则书代码，决定与引用中使用"},
                              {"name", text, true, "名称"},
                              {"region", region, true, "适用的行政区划，000000 为全国"},
                              {"authority", choice, false, "只适用于这一系统的机关", kAuthorities},
                              {"note", text, false, "说明"}}};
    return shape;
}

Shape const& defaults_shape() {
    static Shape const shape{"defaults",
                             {{"source", text, false, "各条款的出处，前置于条款自己的出处"},
                              {"mark", choice, false, "确定程度", kMarks},
                              {"from", date, false, "施行日"},
                              {"until", date, false, "自该日起不再适用"},
                              {"until_mark", choice, false, "停止适用是否确定", {"unconfirmed"}}}};
    return shape;
}

}  // namespace

Shape const& clause_shape() {
    static Shape const shape{
        "clause",
        {{"id", text, true, "条款编号，全部规则书中唯一；同一编号可有多个不重叠的施行期"},
         {"kind",
          choice,
          true,
          "种类",
          {"duty", "gate", "watch", "conduct", "score", "grade", "procedure", "form", "campaign", "catalogue",
           "calendar"}},
         {"name", text, false, "程序使用的名称；没有模块使用时不写"},
         {"title", text, false, "短标题"},
         {"text", text, false, "条款内容的转述"},
         {"source", text, false, "文件与条次"},
         {"mark", choice, false, "确定程度", kMarks},
         {"from", date, false, "施行日"},
         {"until", date, false, "自该日起不再适用"},
         {"until_mark", choice, false, "停止适用是否确定；unconfirmed：其后仍用本条，但不具约束力", {"unconfirmed"}},
         {"part_of", text, false, "本条是哪一条的可计算部分；未写的项目取自该条"},
         {"legality", text, false, "合法性说明"},
         {"fallback", text, false, "原文缺失时采用的默认做法"},
         {"edit", text, false, "取得原文后在何处填写"},
         {"note", text, false, "说明"}}};
    return shape;
}

Shape const& clause_file_shape() {
    static Shape const shape{"file",
                             {{"book", table, false, "规则书；只在 book.toml 中", {}, &book_shape()},
                              {"defaults", table, false, "本文件各条款的默认值", {}, &defaults_shape()},
                              {"clause", tables, false, "条款", {}, &clause_shape()}}};
    return shape;
}

Shape const& body_shape(Kind kind) {
    switch (kind) {
        case Kind::duty: return duty_shape();
        case Kind::gate: return gate_shape();
        case Kind::watch: return watch_shape();
        case Kind::conduct: return conduct_shape();
        case Kind::procedure: return procedure_shape();
        default: return list_shape(kind);
    }
}

Shape const& test_file_shape() {
    static Shape const case_shape{
        "case",
        {{"says", text, true, "用例说明"},
         {"place", region, true, "地点"},
         {"authority", choice, false, "机关系统", kAuthorities},
         {"act", date, true, "行为日"},
         {"subject", choice, false, "提示的对象，默认 project", {"project", "institution", "bureau"}},
         {"confirmed", texts, false, "假定已由法规人员确认的条款"},
         {"facts", any, false, "事实"},
         {"deadlines", any, false, "义务 → 期限，none 表示没有"},
         {"opens", any, false, "义务 → 窗口首日"},
         {"clauses", any, false, "义务、提示或关口 → 依据的条款编号"},
         {"settings", any, false, "参数 → 值"},
         {"gates", any, false, "关口 → 严重程度，open 表示放行"},
         {"flags", any, false, "全部提示 → 严重程度；写出时须完全一致"}}};
    static Shape const shape{"tests", {{"case", tables, false, "用例", {}, &case_shape}}};
    return shape;
}

}  // namespace anping::rulebook
