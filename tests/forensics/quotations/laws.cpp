// SPDX-License-Identifier: Apache-2.0
#include <array>

#include <fmt/format.h>

#include "letters.hpp"
#include "planted.hpp"

namespace planted {
namespace {

namespace forensics = anping::forensics;
namespace field = anping::field;

constexpr std::array kWho{"灌装单位",   "仓储单位",   "使用单位",     "承运单位",    "检维修单位",
                          "设备管理员", "值班负责人", "外来作业人员", "检验人员",    "巡线人员",
                          "装卸人员",   "罐区操作员", "园区管理机构", "消防值守人员"};
constexpr std::array kThing{"储罐",     "反应装置", "输送管线", "泄压阀",   "报警探头", "消防水泵",  "通风设施",
                            "防护器具", "应急物资", "配电间",   "装卸臂",   "液位仪表", "防火堤",    "静电接地桩",
                            "事故水池", "火炬系统", "气体钢瓶", "压缩机组", "惰化装置", "紧急切断阀"};
constexpr std::array kWhen{"停用超过{}个月",       "改造之后重新投用", "由外单位承担", "夜间进行",
                           "连续运行超过{}日",     "遇有大风天气",     "更换物料品种", "周边新建居民点",
                           "操作人员变动超过{}人", "首次使用"};
constexpr std::array kDuty{"应当每{}个月进行一次检查，检查记录保存{}年以上",
                           "应当在{}日内向所在地管理部门书面报告，并说明原因和处置经过",
                           "应当由{}名以上熟悉工艺的人员同时在场监护，中途离开的应当停止作业",
                           "应当保持不少于{}米的净距，其间不得堆放杂物",
                           "应当将温度控制在{}度以下，超过的立即降温并查明起因",
                           "应当每{}日核对一次数量，差额超过百分之{}的应当盘点",
                           "应当组织不少于{}学时的培训，考核合格后方可独立操作",
                           "应当编制专门方案，经技术负责人审定并公示{}日",
                           "应当配备{}套以上备用件，存放地点应当便于取用",
                           "应当每{}年委托有能力的单位检测，检测结论在显著位置张贴"};
constexpr std::array kBan{"未经现场负责人批准，任何人不得拆除或者停用{}",
                          "{}未经检查合格的，不得投入使用",
                          "不得使用超过规定年限的{}",
                          "不得在{}附近使用明火或者存放易燃杂物",
                          "不得以口头通知代替{}的交接记录",
                          "{}的警示标志不完整的，不得安排人员进入"};
constexpr std::array kFine{
    "违反本条规定的，责令改正，处{}万元以上{}万元以下的罚款", "逾期未改正的，责令停止使用{}，并处{}万元以下的罚款",
    "情节较重的，对直接责任人员处{}万元以上{}万元以下的罚款", "造成损失的，依法承担赔偿，{}年内不得承担同类工作"};
constexpr std::array kTopics{"灌装作业", "罐区巡检",   "管廊维护", "气瓶周转", "装卸栈台", "事故水收集",
                             "惰化操作", "检维修交接", "园区应急", "钢瓶检验", "静电防护", "备件管理"};

class Drafter {
public:
    explicit Drafter(std::uint64_t seed) : random_(seed) {}
    template <class From>
    std::string pick(From const& from) {
        return from[random_() % from.size()];
    }
    int between(int low, int high) { return low + static_cast<int>(random_() % static_cast<unsigned>(high - low + 1)); }
    bool chance(int percent) { return between(1, 100) <= percent; }

    // Each "{}" in turn a number, the first of two the lower.
    std::string filled(std::string words) {
        int number = between(2, 9);
        for (auto at = words.find("{}"); at != std::string::npos; at = words.find("{}")) {
            words.replace(at, 2, utf8_of(numeral_of(number)));
            number += between(1, 20);
        }
        return words;
    }
    std::string with(std::string words, std::string const& thing) {
        if (auto const at = words.find("{}"); at != std::string::npos) words.replace(at, 2, thing);
        return words;
    }
    std::string article() {
        auto const who = pick(kWho);
        auto const thing = pick(kThing);
        auto out = fmt::format("{}的{}{}的，{}对{}{}。", who, thing, filled(pick(kWhen)), pick(kWho), pick(kThing),
                               filled(pick(kDuty)));
        if (chance(70)) out += with(pick(kBan), pick(kThing)) + "。";
        if (chance(40)) out += filled(with(pick(kFine), chance(50) ? "{}" : pick(kThing))) + "。";
        return out;
    }

private:
    std::mt19937_64 random_;
};

std::string text_of(std::string const& title, std::vector<std::string> const& articles, field::Date from) {
    auto out = title + "\n\n";
    for (std::size_t i = 0; i < articles.size(); ++i) {
        if (i % 8 == 0) out += fmt::format("第{}章　规定\n\n", utf8_of(numeral_of(static_cast<int>(i / 8 + 1))));
        out += fmt::format("第{}条　{}\n", utf8_of(numeral_of(static_cast<int>(i + 1))), articles[i]);
    }
    out +=
        fmt::format("第{}条　本规定自{}年{}月{}日起施行。\n",
                    utf8_of(numeral_of(static_cast<int>(articles.size() + 1))), from.year(), from.month(), from.day());
    return out;
}

// Another digit in some numerals: a rule of the place, or a later edition.
std::string renumbered(std::string const& article, Drafter& drafter) {
    auto points = points_of(article);
    for (auto& one : points)
        if (std::u32string_view(U"三四五六七八九").find(one) != std::u32string_view::npos && drafter.chance(60))
            one = U"三四五六七八九"[static_cast<std::size_t>(drafter.between(0, 6))];
    return utf8_of(points);
}

void revise(std::vector<std::string>& articles, Drafter& drafter) {
    for (auto& one : articles) {
        if (drafter.chance(30)) one = renumbered(one, drafter);
        else if (drafter.chance(25)) one = drafter.article();
    }
    articles.insert(articles.begin() + drafter.between(2, 6), drafter.article());
}

field::Date day(int year, int month) { return *field::Date::of(year, month, 1); }

}  // namespace

std::vector<forensics::Edition> invented_laws(std::uint64_t seed) {
    Drafter drafter(seed);
    std::vector<forensics::Edition> out;
    for (std::size_t i = 0; i < kTopics.size(); ++i) {
        std::vector<std::string> articles;
        for (int k = 0; k < 30; ++k) articles.push_back(drafter.article());
        auto const title = fmt::format("{}安全规定", kTopics[i]);
        auto const add = [&](std::string const& of, field::Date from) {
            out.push_back(forensics::edition_of(of + ".txt", text_of(of, articles, from)));
        };
        add(title, day(2012, 3));
        if (i % 2 == 0) {
            revise(articles, drafter);
            add(title, day(2020, 7));
        }
        if (i % 3 != 0) continue;
        for (auto& one : articles)
            if (drafter.chance(60)) one = renumbered(one, drafter);
        add(fmt::format("东沙市{}办法", kTopics[i]), day(2021, 5));
    }
    forensics::close_former(out);
    return out;
}

}  // namespace planted
