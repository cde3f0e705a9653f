// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <set>

#include <anping/forensics/series.hpp>

#include "derived.hpp"
#include "sheet.hpp"

namespace anping::forensics {
namespace {

constexpr std::size_t kLeastValues = 4;
constexpr std::size_t kCounter = 6;  // values that only rise, or only fall, are counted or sorted

using Words = std::string_view;

// Of columns that hold no measurement whatever else stands over them.
constexpr std::array<Words, 63> kNotMeasured{
    "序号",     "编号",   "日期",   "时间", "年份",   "页",     "标准", "限值",   "规范",   "规定", "要求",
    "设计",     "额定",   "公称",   "标称", "规格",   "型号",   "允许", "阈值",   "报警值", "设定", "校准",
    "标定",     "检定",   "常数",   "系数", "数量",   "台数",   "人数", "个数",   "面积",   "容积", "临界量",
    "CAS",      "UN",     "分子量", "闪点", "沸点",   "熔点",   "凝点", "自燃点", "爆炸",   "密度", "得分",
    "分值",     "评分",   "扣分",   "权重", "累计",   "单价",   "金额", "费用",   "投资",   "储量", "最大储存量",
    "设计储量", "在线量", "平均",   "均值", "最大值", "最小值", "合计", "总计"};

// That somebody measured.
constexpr std::array<Words, 18> kMeasuring{"检测", "检验", "测量", "测试", "实测", "监测", "测定", "试验", "读数",
                                           "测值", "复测", "抽测", "测点", "结果", "巡检", "点检", "测厚", "示值"};

constexpr std::array<Words, 26> kQuantities{"电阻", "浓度",   "厚度", "壁厚", "温度", "压力", "噪声", "照度",  "粉尘",
                                            "振动", "泄漏",   "硬度", "风速", "风量", "湿度", "电流", "电压",  "流量",
                                            "间隙", "垂直度", "沉降", "位移", "含量", "绝缘", "声级", "有效值"};

// Of whole tables that list what was not measured here.
constexpr std::array<Words, 13> kNotMeasuredTables{"校准",     "标定",     "限值",    "临界量",   "理化",
                                                   "危险特性", "物化性质", "评分",    "风险分级", "LEC",
                                                   "标准物质", "设计参数", "技术参数"};

constexpr std::array<Words, 6> kInstrument{"仪器编号",   "仪表编号",   "仪器出厂编号",
                                           "测试仪编号", "检测仪编号", "检测设备编号"};
constexpr std::array<Words, 8> kDay{"检测日期", "检验日期", "测量日期", "测试日期",
                                    "监测日期", "测定日期", "检测时间", "测量时间"};

// What stands in the last pair of brackets, or behind the last stroke: "(Ω)", "/ppm".
std::string unit_in(Words head) {
    for (auto const& [open, close] : {std::pair<Words, Words>{"（", "）"}, {"(", ")"}, {"[", "]"}, {"【", "】"}}) {
        auto const from = head.rfind(open);
        if (from == Words::npos) continue;
        auto const to = head.find(close, from);
        if (to != Words::npos) return std::string(head.substr(from + open.size(), to - from - open.size()));
    }
    auto const stroke = head.rfind('/');
    if (stroke == Words::npos || stroke + 1 >= head.size() || head.size() - stroke > 9) return {};
    return std::string(head.substr(stroke + 1));
}

// The token behind the first of `words`, across colons, tabs and spaces.
Words behind(Words text, std::span<Words const> words) {
    for (auto const word : words) {
        auto at = text.find(word);
        if (at == Words::npos) continue;
        text.remove_prefix(at + word.size());
        for (bool skipped = true; skipped;) {
            skipped = false;
            for (Words const between : {"：", ":", "\t", " ", "\u3000"})
                if (text.starts_with(between)) {
                    text.remove_prefix(between.size());
                    skipped = true;
                }
        }
        return text;
    }
    return {};
}

std::string serial_at(Words text) {
    std::size_t end = 0;
    while (end < text.size() && end < 40 &&
           (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || Words("-_/.#").find(text[end]) != Words::npos))
        ++end;
    return std::string(text.substr(0, end));
}

// "2026年3月5日", "2026-03-05", "2026.3.5", "2026/3/5".
std::optional<field::Date> day_at(Words text) {
    std::array<int, 3> parts{};
    for (auto& part : parts) {
        std::size_t digits = 0;
        for (; digits < 4 && digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits)
            part = part * 10 + (text[digits] - '0');
        if (digits == 0) return std::nullopt;
        text.remove_prefix(digits);
        for (Words const between : {"年", "月", "-", ".", "/"})
            if (text.starts_with(between)) {
                text.remove_prefix(between.size());
                break;
            }
    }
    return field::Date::of(parts[0], parts[1], parts[2]);
}

std::string all_of(Sheet const& sheet) {
    std::string out = sheet.before;
    for (auto const& cell : sheet.loose) out += "\n" + cell.text;
    for (auto const& row : sheet.rows)
        for (auto const& cell : row)
            if (!cell.quantity) out += "\n" + cell.text;
    return out;
}

// Counters, constants and even steps are nothing a finding can rest on.
bool varies(std::vector<std::int64_t> const& steps) {
    std::set<std::int64_t> const distinct(steps.begin(), steps.end());
    if (distinct.size() < 3) return false;
    std::set<std::int64_t> changes;
    bool rises = true, falls = true;
    for (std::size_t i = 1; i < steps.size(); ++i) {
        changes.insert(steps[i] - steps[i - 1]);
        rises = rises && steps[i] > steps[i - 1];
        falls = falls && steps[i] < steps[i - 1];
    }
    return changes.size() > 1 && !((rises || falls) && steps.size() >= kCounter);
}

bool is_total(std::vector<SheetCell> const& row) {
    return std::ranges::any_of(row, [](SheetCell const& cell) { return !cell.quantity && is_summary(cell.text); });
}

std::string label_of(std::vector<SheetCell> const& row) {
    std::string out;
    for (auto const& cell : row)
        if (!cell.quantity && !cell.text.empty() && out.size() < 60) out += (out.empty() ? "" : " ") + cell.text;
    return out;
}

// A column's numbers, unless many of its cells hold something else.
std::optional<Series> column(Sheet const& sheet, std::size_t at) {
    Series out;
    std::size_t other = 0;
    for (auto const& row : sheet.rows) {
        if (is_total(row)) continue;
        auto const& cell = row[at];
        if (!cell.quantity) {
            if (!cell.text.empty()) ++other;
            continue;
        }
        out.values.push_back(cell.quantity->number);
        out.where.push_back({cell.where.from, cell.where.to});
        out.points.push_back(label_of(row));
        if (out.unit.empty()) out.unit = cell.quantity->unit;
    }
    if (out.values.size() < kLeastValues || other * 3 > out.values.size()) return std::nullopt;
    return out;
}

// Of a column's words and, where they alone do not say it, those over the table.
std::string quantity_words(Sheet const& sheet, std::string const& head) {
    if (holds_any(head, kMeasuring) && holds_any(head, kQuantities)) return head;
    if (sheet.caption.empty()) return head;
    return head.empty() ? sheet.caption : sheet.caption + " " + head;
}

void take_series(Sheet const& sheet, Series const& common, Measurements& out) {
    for (std::size_t at = 0; at < sheet.heads.size(); ++at) {
        auto series = column(sheet, at);
        if (!series || holds_any(sheet.heads[at], kNotMeasured)) continue;
        if (auto unit = unit_in(sheet.heads[at]); series->unit.empty()) series->unit = std::move(unit);
        series->quantity = quantity_words(sheet, sheet.heads[at]);
        if (!is_measured(series->quantity, series->unit)) continue;
        auto const steps = steps_of(*series);
        if (steps.empty() || !varies(steps)) continue;
        series->origin = common.origin;
        series->instrument = common.instrument;
        series->day = common.day;
        out.series.push_back(std::move(*series));
    }
}

}  // namespace

int places_of(Series const& series) noexcept {
    int out = 0;
    for (auto const& value : series.values) out = std::max(out, value.places);
    return out;
}

std::vector<std::int64_t> steps_of(Series const& series) {
    std::vector<std::int64_t> out;
    out.reserve(series.values.size());
    auto const places = places_of(series);
    for (auto const& value : series.values) {
        auto const steps = in_steps(value, places);
        if (!steps || std::abs(*steps) > std::numeric_limits<std::int32_t>::max()) return {};
        out.push_back(*steps);
    }
    return out;
}

bool is_measured(std::string_view words, std::string_view unit) {
    return holds_any(words, kMeasuring) && (!unit.empty() || holds_any(words, kQuantities)) &&
           !holds_any(words, kNotMeasuredTables);
}

Measurements measurements_of(vault::Document const& document, Origin const& origin) {
    Measurements out;
    out.origin = origin;
    Points const points(document.text);
    int number = 0;
    for (auto const& table : document.tables) {
        ++number;
        auto const sheet = sheet_of(table, points);
        if (sheet.rows.empty()) continue;
        auto const said = all_of(sheet);
        Series common;
        common.origin = origin;
        common.instrument = serial_at(behind(said, kInstrument));
        common.day = day_at(behind(said, kDay));
        take_series(sheet, common, out);
        take_readings(sheet, common, out);
        take_derived(sheet, number, out);
    }
    return out;
}

}  // namespace anping::forensics
