// SPDX-License-Identifier: Apache-2.0
// The first half: cover to hazards.
#include "draft.hpp"

namespace planted {
namespace {

std::string dated(Draft& draft, field::Date day) {
    switch (draft.rng.below(3)) {
        case 0: return fmt::format("{}-{:02}-{:02}", day.year(), day.month(), day.day());
        case 1: return fmt::format("{}.{}.{}", day.year(), day.month(), day.day());
        default: return written(day);
    }
}

std::string team_table(Draft& draft) {
    std::string out = "评价人员\n姓名\t专业\t证书编号\t有效期至\t职责\n";
    constexpr std::array skills{"化工工艺", "安全工程", "电气", "机械", "自动化"};
    for (std::size_t i = 0; i < draft.team.size(); ++i) {
        auto const& one = draft.team[i];
        out += fmt::format("{}\t{}\t{}\t{}\t{}\n", one.name, skills[i], one.certificate, dated(draft, one.until),
                           i == 0 ? "项目负责人" : "组员");
    }
    return out;
}

// Who signs: of the team those it should be, unless that is what is wrong.
std::string signatures(Draft& draft) {
    auto const leader = draft.has(Plant::signatory) && draft.rng.chance(0.5) ? draft.stranger : draft.team[0].name;
    auto const author =
        draft.has(Plant::signatory) && leader == draft.team[0].name ? draft.stranger : draft.team[1].name;
    return fmt::format(
        "项目负责人：{}　证书编号：{}\n报告编制人：{}　证书编号：{}\n报告审核人：{}\n过程控制负责人：{}\n技术负责人：{}"
        "\n",
        leader, draft.team[0].certificate, author, draft.team[1].certificate, draft.reviewer, draft.process_lead,
        draft.technical_lead);
}

std::string basis(Draft& draft) {
    std::string out =
        "《中华人民共和国安全生产法》（国家主席令第88号）\n《危险化学品安全管理条例》（国务院令第591号，第645号修订）"
        "\n";
    auto standards = draft.world.standards;
    draft.rng.shuffle(standards);
    std::size_t many = 0;
    for (auto const& one : standards) {
        bool const old = one.until && *one.until < draft.report;
        if (old || many > 11) continue;
        ++many;
        auto number = one.number;
        if (draft.rng.chance(0.3)) std::erase(number, ' ');
        out += draft.rng.chance(0.7) ? fmt::format("《{}》（{}）\n", one.title, number)
                                     : fmt::format("《{}》{}\n", one.title, number);
    }
    if (draft.has(Plant::old_standard)) {
        std::erase_if(standards, [&](auto const& one) { return !one.until || *one.until >= draft.report; });
        auto const& old = draft.rng.pick(standards);
        out += fmt::format("《{}》（{}）\n", old.title, old.number);
    }
    if (draft.has(Plant::new_standard))
        out += fmt::format("《危险化学品仓库储存规程》（GB {}-{})\n", 45000 + draft.rng.below(900),
                           draft.report.year() + 1);
    return out;
}

std::string contents() {
    return "目　录\n第一章 概述……………1\n第二章 项目概况……………5\n第三章 危险、有害因素辨识与分析……………12\n";
}

std::string date_table_sentence(Draft& draft) {
    return fmt::format("消防验收意见书的有效期至{}，企业计划于{}前完成二期工程。", written(draft.report + 400),
                       written(draft.report + 700));
}

std::string survey_sentence(Draft& draft) {
    std::string people;
    for (std::size_t i = draft.has(Plant::not_on_site) ? 1 : 0; i < draft.team.size(); ++i)
        people += (people.empty() ? "" : "、") + draft.team[i].name;
    auto const told =
        draft.has(Plant::date_order) ? draft.report + static_cast<int>(draft.rng.between(2, 30)) : draft.survey;
    auto const sentence =
        draft.either("评价组于{}到企业进行了现场勘验。", "{}，评价组对该企业开展现场勘验。", "现场勘验日期：{}。");
    return fmt::format(fmt::runtime(sentence), written(told)) + "\n现场勘验人员：" + people + "。\n";
}

}  // namespace

std::string cover(Draft& draft) {
    std::string out =
        draft.rng.chance(0.5)
            ? fmt::format("{}\n{}\n{}报告\n", draft.enterprise, draft.project, draft.kind)
            : fmt::format("被评价单位：{}\n项目名称：{}\n{}报告\n", draft.enterprise, draft.project, draft.kind);
    out += draft.rng.chance(0.5)
               ? fmt::format("{}\n资质证书编号：APJ-（新）-{:03}\n", draft.institution, draft.rng.below(60))
               : fmt::format("评价机构：{}\n资质证书编号：APJ-（新）-{:03}\n", draft.institution, draft.rng.below(60));
    out += written(draft.report) + "\n";
    out += fmt::format("法定代表人：{}\n", draft.institution_representative) + signatures(draft) + team_table(draft);
    out += "前　言\n" + fmt::format("受{}委托，{}承担了“{}”的{}工作。", draft.enterprise, draft.institution,
                                    draft.project, draft.kind);
    return out + filler(draft, 3) + "\n" + contents();
}

std::string overview(Draft& draft) {
    auto out = draft.either("概述\n", "总则\n", "编制说明\n");
    out += "@.1 评价目的\n" + filler(draft, 4) + "\n@.2 评价依据\n" + basis(draft) + "@.3 评价范围\n";
    out += fmt::format("本次评价范围为{}的生产装置、储存设施及公用工程。本项目位于{}。", draft.project,
                       draft.county->name);
    out += fmt::format("一期年产{}万吨{}装置已于{}通过验收，不在本次评价范围内。\n", draft.capacity / 2,
                       draft.industry->product, written(draft.contract - 900));
    return out + "@.4 评价程序\n" + fmt::format("双方于{}签订技术服务合同。", written(draft.contract)) +
           survey_sentence(draft) + filler(draft, 3) + "\n";
}

std::string enterprise_chapter(Draft& draft) {
    auto out = draft.either("项目概况\n", "企业概况\n", "被评价单位基本情况\n") + "@.1 企业基本情况\n";
    auto const address = draft.has(Plant::address)
                             ? fmt::format("{}{}镇跃进东路{}号", draft.county->name, "柳河", draft.rng.between(1, 200))
                             : draft.address;
    out += fmt::format("{}成立于{}，注册地址：{}，统一社会信用代码：{}，法定代表人：{}，总经理{}。", draft.enterprise,
                       written(draft.contract - 3000), address,
                       draft.has(Plant::code) ? credit_code(draft.rng, draft.elsewhere->code) : draft.code,
                       draft.representative, draft.manager);
    out += fmt::format("企业从业人员共有{}人，其中管理人员{}人、技术人员{}人。", draft.people, draft.people / 9,
                       draft.people / 7);
    out += fmt::format("项目设计规模为年产{}万吨{}。", draft.capacity, draft.industry->product);
    if (draft.rng.chance(0.5)) out += fmt::format("主要设备由{}制造。", draft.suppliers[0]);
    out += date_table_sentence(draft) + "\n" + filler(draft, 6) + "\n@.2 地理位置及周边环境\n";
    out += fmt::format("厂区距{}约{}公里，交通便利。厂区东侧为{}，", draft.elsewhere->name, draft.rng.between(40, 300),
                       draft.neighbours[0]);
    out += fmt::format("南侧为空地，西侧隔{}为农田。厂址所在的{}属大陆性气候。\n", draft.road, draft.county->name);
    out += "方位\t周边单位\t距离（m）\n";
    for (auto const& one : draft.neighbours)
        out += fmt::format("{}\t{}\t{}\n", draft.either("东", "南", "北"), one, draft.rng.between(40, 400));
    out += "@.3 主要设备设施\n序号\t设备名称\t数量\t单位\t制造厂家\n";
    std::size_t all = 0;
    for (std::size_t i = 0; i < draft.equipment.size(); ++i) {
        auto const& one = draft.equipment[i];
        all += one.number;
        out += fmt::format("{}\t{}\t{}\t台\t{}\n", i + 1, one.name, one.number,
                           draft.suppliers[i % draft.suppliers.size()]);
    }
    if (draft.rng.chance(0.5) || draft.has(Plant::total))
        out += fmt::format("合计\t\t{}\t台\t\n", draft.has(Plant::total) ? all + draft.rng.between(1, 9) : all);
    auto const& said = draft.rng.pick(draft.equipment);
    out += fmt::format("{}{}{}台，", draft.either("共设", "设有", "现有"), said.name,
                       draft.has(Plant::count) ? said.number + draft.rng.between(1, 4) : said.number);
    out += "其中备用1台。\n" + filler(draft, 4) + "\n@.4 主要原辅材料\n名称\t单位\t一季度\t二季度\t合计\n";
    for (auto const& one : draft.industry->substances) {
        auto const a = static_cast<double>(draft.rng.between(100, 90000)) / 10;
        auto const b = static_cast<double>(draft.rng.between(100, 90000)) / 10;
        out += fmt::format("{}\t吨\t{:.1f}\t{:.1f}\t{:.1f}\n", one, a, b, a + b);
    }
    return out + filler(draft, 5) + "\n";
}

std::string hazards(Draft& draft, std::span<std::string const> quotes) {
    auto out = draft.either("危险、有害因素辨识与分析\n", "危险有害因素辨识\n", "主要危险、有害因素分析\n") +
               "@.1 物料危险特性\n";
    for (auto const& one : draft.industry->substances)
        out += fmt::format("{}具有相应的危险特性，泄漏后可能造成人员伤害。{}\n", one, filler(draft, 2));
    if (!quotes.empty()) out += draft.rng.pick(quotes) + "\n";
    if (!draft.has(Plant::source)) {
        out += draft.either("@.2 重大危险源辨识\n", "@.2 危险化学品重大危险源辨识及分级\n");
        out += fmt::format("依据《危险化学品重大危险源辨识》（GB 18218），经计算本项目{}重大危险源。\n",
                           draft.either("不构成", "构成四级", "未构成", "构成三级"));
        out += filler(draft, 3) + "\n@.3 生产过程危险分析\n";
    } else {
        out += "@.2 生产过程危险分析\n";
        if (draft.rng.chance(0.5)) out += "企业应当按照规定对重大危险源登记建档。\n";
    }
    return out + filler(draft, 8) + "\n";
}

}  // namespace planted
