// SPDX-License-Identifier: Apache-2.0
// The second half: evaluation to conclusion, and sentences of no fact.
#include "draft.hpp"

namespace planted {
namespace {

std::string criteria_list(Draft& draft) {
    std::string out = "序号\t判定情形\t检查情况\t判定结果\n";
    auto const& all = draft.world.criteria;
    auto const left_out = draft.has(Plant::criterion) ? draft.rng.below(all.size()) : all.size();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i == left_out) continue;
        auto text = all[i].text;
        if (draft.rng.chance(0.3)) text = "企业" + text;  // as others put it
        if (draft.rng.chance(0.3)) text += "的";
        out += fmt::format("{}\t{}\t{}\t否\n", all[i].number, text,
                           draft.either("符合要求", "已落实", "不涉及", "现场核查未发现"));
    }
    return out;
}

std::string spacing_text(Draft& draft) {
    auto const required = static_cast<double>(draft.rng.between(10, 60));
    auto const actual = draft.has(Plant::spacing) ? required - static_cast<double>(draft.rng.between(1, 6))
                                                  : required + static_cast<double>(draft.rng.between(0, 20));
    auto const sentence = draft.either("{0}与办公楼的防火间距为{1}m，规范要求不应小于{2}m，符合要求。",
                                       "{0}距变配电室{1}米，《建筑设计防火规范》要求{2}米，满足要求。",
                                       "{0}与厂内主要道路的间距{1}m（标准值≥{2}m），符合。");
    auto out = fmt::format(fmt::runtime(sentence), draft.equipment[0].name, actual, required);
    out += fmt::format("仓库与围墙的间距为{}m，规范要求不小于5m，不满足要求，应予整改。", 3);
    auto const to_wall = draft.has(Plant::spacing_rule) ? 25 - draft.rng.between(1, 8) : 25 + draft.rng.between(0, 20);
    out += fmt::format("甲类装置距厂区围墙{}m，符合GB 50160-2008第4.2.12条的规定。", to_wall);
    return out + "\n";
}

std::string spacing_table(Draft& draft) {
    std::string out = "设施\t相邻设施\t实际间距（m）\t规范要求（m）\t结果\n";
    for (std::size_t i = 1; i < draft.equipment.size(); ++i) {
        auto const required = draft.rng.between(8, 40);
        out += fmt::format("{}\t{}\t{}\t{}\t符合\n", draft.equipment[i].name,
                           draft.either("厂内道路", "控制室", "配电室"), required + draft.rng.below(15), required);
    }
    return out;
}

std::string problems_section(Draft& draft) {
    auto problems = draft.problems;
    bool const table = draft.rng.chance(0.5);
    Problem const other{"锅炉房除氧水箱液位计失灵", "校验锅炉房除氧水箱的液位计"};
    std::string out = table ? "序号\t存在的问题\t整改措施\t完成情况\n" : "@.1 现场存在的问题\n";
    for (std::size_t i = 0; i < problems.size() && table; ++i) {
        bool const open = draft.has(Plant::problem) && i == 0;
        auto const& measure = draft.has(Plant::measure) && i == 0 ? other.measure : problems[i].measure;
        out += fmt::format("{}\t{}\t{}\t已完成\n", i + 1, problems[i].found, open ? "" : measure);
    }
    if (table) return "@.1 现场存在的问题及整改情况\n" + out;
    for (std::size_t i = 0; i < problems.size(); ++i) out += fmt::format("{}、{}。\n", i + 1, problems[i].found);
    out += "@.2 整改措施建议\n";
    std::size_t many = 0;
    for (std::size_t i = draft.has(Plant::problem) ? 1 : 0; i < problems.size(); ++i)
        out += fmt::format("{}、{}。\n", ++many, problems[i].measure);
    if (draft.has(Plant::measure)) out += fmt::format("{}、{}。\n", ++many, other.measure);
    return out;
}

// One error that can stand in any prose.
std::string stray(Draft& draft) {
    switch (draft.plant) {
        case Plant::registered_name:
            return fmt::format(
                fmt::runtime(draft.either("经现场核查，{}安全管理制度健全。", "受{}的委托开展评价。",
                                          "{}的生产装置运行平稳。", "评价组认为{}能够满足安全生产条件。")),
                draft.other_enterprise);
        case Plant::unknown_name:
            return fmt::format(fmt::runtime(draft.either("经现场核查，{}安全管理制度健全。", "受{}的委托开展评价。",
                                                         "综上，{}具备安全生产条件。")),
                               draft.unknown_enterprise);
        case Plant::place:
            return fmt::format(fmt::runtime(draft.either("项目位于{}化工集中区内。", "{}多年平均气温为9.8℃。",
                                                         "根据{}的地质资料，场地稳定。")),
                               draft.elsewhere->name);
        case Plant::person:
            return fmt::format(fmt::runtime(draft.either("企业主要负责人：{}，已取得考核合格证。",
                                                         "企业总经理{}，安全总监由其兼任。", "联系人：{}。")),
                               draft.stranger);
        case Plant::people: return fmt::format("全厂从业人员{}人。", draft.people + draft.rng.between(1, 90));
        case Plant::capacity:
            return fmt::format("装置生产规模为年产{}万吨{}。",
                               draft.capacity + static_cast<double>(draft.rng.between(1, 15)), draft.industry->product);
        case Plant::later_date:
            return fmt::format("可燃气体报警器已于{}完成检定。",
                               written(draft.report + static_cast<int>(draft.rng.between(5, 200))));
        case Plant::project_name: {
            auto name = draft.project;
            auto const from = fmt::format("{}万吨", draft.capacity);
            if (draft.rng.chance(0.5))
                name.replace(name.find(from), from.size(),
                             fmt::format("{}万吨", draft.capacity + static_cast<double>(draft.rng.between(1, 30))));
            else
                name.replace(name.find(draft.industry->product), draft.industry->product.size(),
                             draft.either("聚氯乙烯", "苯乙烯", "二甲醚"));
            return fmt::format("综上所述，{}的安全设施与主体工程同时设计、同时施工。", name);
        }
        default: return {};
    }
}

}  // namespace

std::string evaluation(Draft& draft) {
    auto out = draft.either("定性、定量评价\n", "定性定量评价\n", "符合性评价\n") + "@.1 总平面布置单元\n" +
               filler(draft, 4) + spacing_text(draft) + spacing_table(draft);
    if (!draft.has(Plant::criteria)) out += "@.2 重大事故隐患判定\n" + criteria_list(draft);
    return out + "@.3 工艺装置单元\n" + filler(draft, 6) + stray(draft) + filler(draft, 4) + "\n";
}

std::string cases(Draft& draft) {
    auto out = draft.either("典型事故案例\n", "同类企业事故案例分析\n");
    return out + fmt::format("{}，{}{}储罐区发生泄漏，造成{}人受伤，该公司法定代表人被追究责任。{}\n",
                             written(draft.contract - 1500), draft.elsewhere->name,
                             draft.either("昊源", "远大", "金泰") + draft.either("塑业", "煤化工", "农药") + "有限公司",
                             draft.rng.between(1, 9), filler(draft, 3));
}

std::string measures(Draft& draft, std::span<std::string const> quotes) {
    auto out = draft.either("安全对策措施及建议\n", "安全对策措施建议\n", "对策措施与建议\n") +
               problems_section(draft) + "@.3 补充的安全对策措施\n";
    constexpr std::array general{"加强员工安全教育培训，提高操作技能", "定期开展应急演练并做好记录",
                                 "完善安全生产责任制并严格考核", "做好防雷防静电设施的定期检测",
                                 "严格执行特殊作业审批制度"};
    for (std::size_t i = 0; i < general.size(); ++i) out += fmt::format("({}) {}；\n", i + 1, general[i]);
    if (!quotes.empty()) out += draft.rng.pick(quotes) + "\n";
    return out + filler(draft, 3) + "\n";
}

std::string conclusion(Draft& draft) {
    auto const short_name = draft.project.substr(draft.project.find("万吨") + std::string("万吨").size());
    return draft.either("评价结论\n", "安全评价结论\n") + filler(draft, 3) +
           fmt::format("{}的{}（以下简称“{}”）安全设施符合要求，具备安全生产条件。{}\n", draft.enterprise,
                       draft.project, short_name, filler(draft, 2));
}

std::string filler(Draft& draft, std::size_t sentences) {
    constexpr std::array subjects{"生产装置", "储存设施",   "公用工程",     "安全管理机构", "作业现场",
                                  "消防系统", "供配电系统", "自动控制系统", "应急救援队伍", "特种设备"};
    constexpr std::array verbs{
        "按照设计文件建设", "运行情况正常", "设置了必要的防护设施", "由专人负责日常维护", "定期进行检查并留有记录",
        "满足生产需要",     "布置较为合理", "与危险程度相适应",     "经检查未见异常",     "纳入了企业隐患排查治理体系"};
    constexpr std::array hearsay{"据企业介绍，", "企业提供的资料显示，", "据介绍，", "据企业称，"};
    std::string out;
    double const share = draft.has(Plant::hearsay) ? 0.25 : 0.02;
    for (std::size_t i = 0; i < sentences; ++i) {
        if (draft.rng.chance(share)) out += draft.rng.pick(hearsay);
        out += fmt::format("{}{}，{}{}。", draft.rng.pick(subjects), draft.rng.pick(verbs), draft.rng.pick(subjects),
                           draft.rng.pick(verbs));
    }
    return out;
}

}  // namespace planted
