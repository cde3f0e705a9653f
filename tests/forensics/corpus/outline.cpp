// SPDX-License-Identifier: Apache-2.0
#include "outline.hpp"

#include "slots.hpp"

namespace corpus {

namespace {

struct Chapter {
    View title;
    View sections;
};

constexpr Chapter kChapters[] = {
    {U"概述", U"评价目的 评价原则 评价依据 评价范围 评价程序"},
    {U"企业概况",
     U"企业基本情况 地理位置及周边环境 自然条件 总平面布置 主要原辅材料及产品 生产工艺流程 主要设备设施 "
     U"公用工程及辅助设施 "
     U"安全管理机构及人员"},
    {U"危险、有害因素辨识与分析",
     U"物料危险特性分析 生产过程危险有害因素分析 储运过程危险有害因素分析 公用工程危险有害因素分析 "
     U"职业危害因素分析 重大危险源辨识 重点监管工艺和物质辨识"},
    {U"评价单元划分和评价方法选择", U"评价单元划分原则 评价单元划分 评价方法选择 评价方法简介"},
    {U"定性、定量评价",
     U"外部安全条件单元 总平面布置单元 工艺装置单元 储存设施单元 公用工程单元 特种设备单元 消防设施单元 安全管理单元 "
     U"个人风险和社会风险分析 事故后果模拟"},
    {U"安全条件和安全生产条件分析", U"安全条件分析 安全生产条件分析 典型事故案例"},
    {U"安全对策措施及建议", U"安全技术对策措施 安全管理对策措施 应急救援对策措施 现场存在的问题及整改情况"},
    {U"评价结论", U"各单元评价结果 应重视的安全对策措施 评价结论"},
};

constexpr std::size_t kEverySection = 100;
constexpr std::size_t kRoles = 5;

// With places for what differs.
Text front_page(std::vector<Text> const& certificates) {
    static Text const page = {kFullName, U'\n', U'安', U'全', U'现', U'状', U'评', U'价',
                              U'报',     U'告', U'\n', kFirm, U'\n', kDate, U'\n'};
    static constexpr View declaration =
        U"声明\n本报告仅对评价期间企业提供的资料和现场情况负责。\n本报告无评价机构公章及骑缝章无效，涂改、缺页无效。\n"
        U"未经本机构书面同意，不得部分复制本报告。\n";
    static constexpr View roles[kRoles] = {U"项目负责人：", U"报告编制人：", U"报告审核人：", U"过程控制负责人：",
                                           U"技术负责人："};
    Text text = page;
    text += declaration;
    for (std::size_t i = 0; i < kRoles; ++i) {
        text.append(roles[i]).push_back(kPerson);
        text.append(U"　证书编号：S0").append(certificates[i]).push_back(U'\n');
    }
    return text;
}

}  // namespace

std::vector<Text> outline(std::size_t sections) {
    std::vector<std::pair<Text, std::size_t>> all;  // heading of the section, its chapter
    for (std::size_t chapter = 0; chapter < std::size(kChapters); ++chapter) {
        std::size_t number = 0;
        for (View const title : split(kChapters[chapter].sections, U' ')) {
            Text heading = decimal(chapter + 1) + U"." + decimal(++number) + U" ";
            all.emplace_back(heading.append(title).append(U"\n"), chapter);
        }
    }
    sections = std::min(sections, all.size());
    std::vector<Text> out;
    std::size_t last = std::size(kChapters);
    for (std::size_t i = 0; i < sections; ++i) {
        auto const& [heading, chapter] = all[i * all.size() / sections];
        Text text;
        if (chapter != last) {
            text.append(U"第").append(chinese_number(static_cast<unsigned>(chapter + 1))).append(U"章 ");
            text.append(kChapters[chapter].title).append(U"\n");
        }
        last = chapter;
        out.push_back(text + heading);
    }
    return out;
}

Text front_matter(Enterprise const& enterprise, View institution, Rng& rng) {
    std::vector<Text> certificates;
    for (std::size_t i = 0; i < kRoles; ++i) certificates.push_back(decimal(rng.between(1000000, 9999999)));
    return filled(front_page(certificates), enterprise, institution, rng);
}

Text prescribed() {
    Text text = front_page(std::vector<Text>(kRoles));
    for (Text const& heading : outline(kEverySection)) text += heading;
    return text;
}

}  // namespace corpus
