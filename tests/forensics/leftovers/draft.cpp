// SPDX-License-Identifier: Apache-2.0
#include "draft.hpp"

namespace planted {
namespace {

constexpr double kUsualHearsay = 0.02;

std::vector<Problem> some_problems(Rng& rng) {
    std::vector<Problem> all{
        {"罐区围堰存在孔洞，未封堵", "对罐区围堰的孔洞进行严密封堵"},
        {"配电室门口未设挡鼠板", "在配电室入口处加装挡鼠板"},
        {"泵房内一台防爆灯具损坏", "更换泵房损坏的防爆灯具"},
        {"循环水站爬梯无护笼", "循环水站爬梯按要求增设护笼"},
        {"化验室洗眼器无水", "检修化验室洗眼器，保证供水"},
        {"装卸区静电接地夹失效", "更换装卸区静电接地夹并检测接地电阻"},
        {"仓库内物品堆垛超高", "降低仓库堆垛高度，划定堆垛线"},
        {"消防水泵出口压力表超过检定周期", "将消防水泵出口压力表送检"},
        {"控制室应急照明灯不亮", "修复控制室应急照明灯"},
        {"动火作业票填写不全", "按作业票制度补全动火作业票的填写项目并组织培训"},
    };
    rng.shuffle(all);
    all.resize(rng.between(3, 6));
    return all;
}

std::vector<Member> some_team(Rng& rng, field::Date report) {
    std::vector<Member> out;
    while (out.size() < 5) {
        Member one{person_name(rng), fmt::format("S0110000001{:05}", rng.below(100000)),
                   report - static_cast<int>(rng.between(200, 900)), report + static_cast<int>(rng.between(60, 900))};
        bool const there = std::ranges::any_of(out, [&](Member const& other) { return other.name == one.name; });
        if (!there) out.push_back(std::move(one));
    }
    return out;
}

// A name no member has.
std::string somebody_else(Draft& draft) {
    while (true) {
        auto name = person_name(draft.rng);
        if (std::ranges::none_of(draft.team, [&](Member const& one) { return one.name == name; })) return name;
    }
}

}  // namespace

Draft::Draft(World const& of, std::uint64_t seed, Plant what) : world(of), rng(corpus::mixed(seed)), plant(what) {
    number = rng.below(world.registered);
    enterprise = enterprise_name(world, number);
    for (auto const& one : world.counties)
        if (enterprise.starts_with(one.name)) county = &one;
    do elsewhere = &rng.pick(world.counties);
    while (elsewhere->code.substr(0, 4) == county->code.substr(0, 4) || elsewhere->name == county->name);
    for (auto const& one : world.industries)
        if (enterprise.find(one.name) != std::string::npos) industry = &one;
    auto const any_name = [&] {
        std::string out;
        do out = enterprise_name(world, rng.below(world.registered));
        while (out == enterprise || out.starts_with(county->name));
        return out;
    };
    other_enterprise = any_name();
    unknown_enterprise = elsewhere->name + either("鼎", "拓", "骏", "巍") + either("坤", "曜", "霖", "昊") +
                         either("塑业", "煤化工", "橡胶", "农药") + "有限公司";
    for (std::size_t i = rng.between(1, 3); i > 0; --i)
        neighbours.push_back(county->name + either("天翼", "众和", "广汇", "三联") +
                             either("建材", "热力", "纺织", "物流") + "有限公司");
    for (std::size_t i = rng.between(2, 4); i > 0; --i) suppliers.push_back(any_name());
    institution = institution_name(rng.below(200));
    auto const roads = either("创业路", "迎宾大道", "工业一路", "团结路", "振兴街");
    road = roads;
    address = county->province + county->prefecture + county->name + either("城东工业园", "化工园区", "头屯镇") + road +
              fmt::format("{}号", rng.between(1, 300));
    institution_address = "梅岭市高新区科技大道88号";
    code = credit_code(rng, county->code);
    institution_code = credit_code(rng, "370102");
    kind = either("安全现状评价", "安全验收评价", "安全预评价");
    capacity = static_cast<double>(rng.between(2, 60));
    project = either("年产", "") + fmt::format("{}万吨", capacity) + industry->product +
              either("技术改造项目", "扩建项目", "新建项目", "生产装置改造项目");
    people = rng.between(40, 600);
    contract = *field::Date::of(static_cast<int>(rng.between(2023, 2026)), static_cast<int>(rng.between(8, 12)),
                                static_cast<int>(rng.between(1, 28)));
    notice = contract + static_cast<int>(rng.between(1, 6));
    survey = notice + static_cast<int>(rng.between(9, 25));
    report = survey + static_cast<int>(rng.between(15, 60));
    team = some_team(rng, report);
    representative = somebody_else(*this);
    institution_representative = somebody_else(*this);
    manager = somebody_else(*this);
    stranger = somebody_else(*this);
    reviewer = somebody_else(*this);
    process_lead = somebody_else(*this);
    technical_lead = somebody_else(*this);
    for (auto const& name : industry->equipment) equipment.push_back({name, rng.between(1, 8)});
    problems = some_problems(rng);
}

std::string written(field::Date day) { return fmt::format("{}年{}月{}日", day.year(), day.month(), day.day()); }

forensics::Known known_of(Draft const& draft) {
    forensics::Known out;
    out.own_names = {draft.enterprise};
    out.institution_names = {draft.institution};
    out.own_persons = {draft.representative, draft.institution_representative,
                       draft.manager,        draft.reviewer,
                       draft.process_lead,   draft.technical_lead};
    out.addresses = {draft.address, draft.institution_address};
    out.credit_codes = {draft.code, draft.institution_code};
    out.regions = {{draft.county->code}};
    out.project_names = {draft.project};
    out.days = {draft.contract, draft.notice, draft.report, {draft.survey}};
    for (auto const& one : draft.team) {
        out.team.push_back({one.name, one.certificate, one.from, one.until});
        out.on_site.push_back(one.name);
    }
    out.standards = draft.world.standards;
    out.criteria = draft.world.criteria;
    out.source_standard = "GB 18218";
    out.hearsay = forensics::HearsayShare{kUsualHearsay};
    out.chapters = {{"概述", {"概述", "总则", "编制说明"}},
                    {"项目概况", {"概况", "基本情况"}},
                    {"危险、有害因素辨识与分析", {"危险 有害因素", "危害因素"}},
                    {"评价单元和评价方法", {"评价单元", "评价方法"}},
                    {"定性、定量评价", {"定性 定量", "符合性评价"}},
                    {"安全对策措施建议", {"对策措施", "对策 建议"}},
                    {"评价结论", {"结论"}}};
    out.spacing = {{"GB 50160-2008", "4.2.12", {"甲类装置"}, {"围墙"}, 25},
                   {"GB 50160-2008", "6.2.8", {"储罐"}, {"相邻储罐"}, 0.8}};
    out.registry = draft.world.registry;
    out.divisions = draft.world.divisions;
    out.persons = {{draft.stranger, draft.other_enterprise}};
    return out;
}

}  // namespace planted
