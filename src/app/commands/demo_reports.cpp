// SPDX-License-Identifier: Apache-2.0
#include "demo_reports.hpp"

#include <fmt/format.h>

#include <array>

#include <anping/documents/form.hpp>

namespace anping::app::demonstration {
namespace {

using documents::Paragraph;
using documents::ParagraphKind;
using documents::Table;

constexpr std::size_t kPoints = 16;

documents::Form report() { return {.title = "安全现状评价报告（演示）", .blocks = {}}; }

void chapter(documents::Form& form, char const* heading, std::string text) {
    form.blocks.emplace_back(Paragraph{heading, ParagraphKind::heading});
    form.blocks.emplace_back(Paragraph{std::move(text)});
}

std::string hazards(std::string const& plant, int tanks, int cubic_metres) {
    return plant + "储罐区设有" + std::to_string(tanks) + "座立式内浮顶储罐，单罐容积" + std::to_string(cubic_metres) +
           "立方米。甲醇闪点低，蒸气与空气混合后遇到明火、静电火花或者高温表面即可燃烧，液体沿地面流散时火势会很快扩大"
           "到防火堤边缘。"
           "装卸作业时鹤管与槽车口不密封，初期流速过快会产生静电积聚；夏季午后罐体受热，呼吸阀频繁动作，罐顶附近可能长"
           "时间存在可燃蒸气。"
           "泵房设在防火堤以外的下风侧，机械密封失效后物料首先在基座周围聚集，可燃气体探测器安装高度偏高时往往不能及时"
           "报警。"
           "冬季伴热管线靠近法兰敷设，保温层破损处有雨水渗入，冷热交替使垫片松弛，是现场多次出现渗漏的主要部位。"
           "循环水换热器管束腐蚀穿孔时甲醇会进入回水系统，在凉水塔填料处挥发，操作人员巡检时容易吸入而不自知。"
           "中毒的危险主要来自清罐和取样：罐底残液搅动后浓度上升很快，仅凭佩戴过滤式面具进入不能保证安全，应按受限空间"
           "作业管理。"
           "变配电间与罐区的距离满足要求，但电缆沟未作阻火封堵，泄漏的液体可能沿沟进入室内，曾在检查中发现积液痕迹。"
           "综合以上情况，储罐区泄漏后的池火灾是主要事故形式，装卸栈台火灾次之，受限空间中毒发生频率较低而后果严重。";
}

// Of both reports: nobody measures the same sixteen values twice.
Table measured(std::array<char const*, kPoints> const& points) {
    constexpr std::array<char const*, kPoints> kOhms{"2.31", "1.87", "3.04", "2.66", "1.52", "2.98", "3.41", "2.07",
                                                     "1.76", "2.83", "3.22", "2.45", "1.94", "2.71", "3.58", "2.19"};
    Table out{"表4-1 接地电阻检测结果", {{"序号", 1}, {"检测部位", 3}, {"接地电阻实测值（Ω）", 2}, {"结论", 1}}, {}};
    for (std::size_t i = 0; i < kPoints; ++i)
        out.rows.push_back({std::to_string(i + 1), points.at(i), kOhms.at(i), "合格"});
    return out;
}

std::string tested(field::Date day) { return "检测日期：" + documents::chinese_day(day) + "。"; }

}  // namespace

std::string first_report(field::Date day) {
    auto out = report();
    chapter(out, "第一章 评价对象概况",
            "企业位于园区东侧，占地约六公顷，北面为园区道路，南面隔一条排洪渠与空地相望，东面是同园区的一家包装企业，最"
            "近建筑距罐区围墙一百二十米。"
            "企业自二〇一九年投产以来没有改变过主要工艺，去年更换了两台卸车泵，新增一套定量装车控制系统。");
    chapter(out, "第三章 危险有害因素分析", hazards("昌吉演示化工", 4, 2000));
    chapter(out, "第四章 现场检查情况",
            "评价组于现场逐项核对了储罐液位、温度和压力的远传指示，抽查七处法兰和三台泵，发现一处静电跨接"
            "线脱落，企业当日接好。"
            "查阅近一年的交接班记录和检修票证，动火作业审批齐全，进罐作业缺少一次气体分析记录。\n" +
                tested(day));
    out.blocks.emplace_back(measured({"一号罐东侧", "一号罐西侧", "二号罐东侧", "二号罐西侧", "三号罐东侧",
                                      "三号罐西侧", "四号罐东侧", "四号罐西侧", "卸车泵一", "卸车泵二", "装车鹤管一",
                                      "装车鹤管二", "管廊北端", "管廊南端", "变配电间", "门卫室"}));
    chapter(out, "第五章 评价结论",
            "储运设施与周边的距离、消防和检测报警系统能够满足现有规模的需要。在落实本报告提出的措施后，企业具备安全生产"
            "条件。");
    return docx(out);
}

std::string second_report(field::Date day) {
    auto out = report();
    chapter(out, "第一章 评价对象概况",
            "企业建在县城西北的工业集中区，东西长三百米，厂前区与生产区之间以绿化带分隔，西侧围墙外是铁路专用线，北侧预"
            "留二期用地目前为荒地。"
            "产品由汽车运出，原料由管道从相邻的合成装置送来，中间不设缓冲罐。");
    chapter(out, "第三章 危险有害因素分析", hazards("呼图壁演示能源", 6, 3000));
    chapter(out, "第四章 现场检查情况",
            "评价组到达后由企业安全科陪同，查看了中控室、装车台和消防泵房，试启动一台柴油消防泵，运转正常"
            "。"
            "抽查员工持证情况，两名新到岗的操作工培训记录不完整，企业承诺一周内补训。\n" +
                tested(day));
    out.blocks.emplace_back(
        measured({"装车台一位", "装车台二位", "装车台三位", "装车台四位", "储罐甲", "储罐乙", "储罐丙", "储罐丁",
                  "储罐戊", "储罐己", "中控室", "消防泵房", "空压站", "地磅房", "避雷针北", "避雷针南"}));
    chapter(out, "第五章 评价结论",
            "装卸站停用期间的两处缺陷已经改好，应急物资齐全。企业的安全设施与工艺相适应，评价结论为符合要求。");
    return docx(out);
}

}  // namespace anping::app::demonstration
