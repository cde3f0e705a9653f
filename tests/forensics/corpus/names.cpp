// SPDX-License-Identifier: Apache-2.0
#include "names.hpp"

#include <array>
#include <vector>

#include "slots.hpp"

namespace corpus {

namespace {

constexpr std::array<IndustryNames, kIndustries> kNames{{
    {U"氯碱", U"氯碱化工", U"液氯、烧碱、氢气、盐酸"},
    {U"合成氨", U"合成氨", U"液氨、煤气、氢气、甲醇"},
    {U"硝化工艺", U"精细化工", U"硝酸、硝基苯、硫酸、甲苯"},
    {U"聚氯乙烯", U"树脂", U"氯乙烯、乙炔、电石、氯化氢"},
    {U"石油炼制", U"石化", U"原油、汽油、柴油、液化石油气"},
    {U"乙烯裂解", U"烯烃", U"乙烯、丙烯、丁二烯、石脑油"},
    {U"农药制造", U"农化", U"光气、氯苯、三氯化磷、甲胺"},
    {U"涂料制造", U"涂料", U"二甲苯、丙酮、乙酸乙酯、树脂"},
    {U"染料制造", U"染料", U"苯胺、亚硝酸钠、硫酸、氯磺酸"},
    {U"制药", U"药业", U"乙醇、甲醇、二氯甲烷、氢气"},
    {U"化肥", U"化肥", U"硝酸铵、液氨、硫磺、磷酸"},
    {U"无机盐", U"盐化", U"氯酸钠、次氯酸钠、盐酸、纯碱"},
    {U"工业气体", U"气体", U"液氧、液氮、液氩、乙炔"},
    {U"加油站", U"油品销售", U"汽油、柴油、尿素溶液、润滑油"},
    {U"加气站", U"燃气", U"天然气、液化天然气、加臭剂、氮气"},
    {U"油库", U"仓储", U"汽油、柴油、乙醇、航空煤油"},
    {U"危险化学品经营", U"化工贸易", U"甲醇、甲苯、丙酮、硫酸"},
    {U"液化石油气储配", U"液化气", U"丙烷、丁烷、残液、氮气"},
    {U"烟花爆竹", U"花炮", U"黑火药、烟火药、高氯酸钾、铝镁粉"},
    {U"民用爆炸物品", U"民爆器材", U"乳化炸药、硝酸铵、雷管、导爆索"},
    {U"金属非金属地下矿山", U"矿业", U"铁矿石、炸药、柴油、尾砂"},
    {U"露天矿山", U"矿产", U"石灰石、炸药、柴油、粉尘"},
    {U"尾矿库", U"选矿", U"尾砂、选矿药剂、石灰、黄药"},
    {U"煤矿", U"煤业", U"煤尘、瓦斯、炸药、乳化液"},
    {U"钢铁冶炼", U"钢铁", U"高炉煤气、铁水、液氧、氧化铁皮"},
    {U"铜冶炼", U"铜业", U"二氧化硫、铜锍、硫酸、砷烟灰"},
    {U"铝加工", U"铝业", U"铝液、铝粉、天然气、氯气"},
    {U"焦化", U"焦化", U"焦炉煤气、粗苯、煤焦油、硫化氢"},
    {U"机械铸造", U"铸造", U"铁水、煤粉、呋喃树脂、天然气"},
    {U"电镀", U"表面处理", U"铬酐、氰化钠、盐酸、硫酸镍"},
    {U"木制品加工", U"木业", U"木粉尘、胶黏剂、油漆、稀释剂"},
    {U"粮食加工", U"粮油", U"粮食粉尘、磷化铝、正己烷、植物油"},
    {U"涉氨制冷", U"冷链食品", U"液氨、冷冻机油、盐水、氮气"},
    {U"白酒酿造", U"酒业", U"白酒、乙醇、酒糟、沼气"},
    {U"造纸", U"纸业", U"液氯、烧碱、纸浆、沼气"},
    {U"水泥", U"水泥", U"煤粉、氨水、熟料、石膏"},
    {U"玻璃制造", U"玻璃", U"天然气、氢气、液氮、纯碱"},
    {U"光伏材料", U"硅材料", U"三氯氢硅、氢气、氯化氢、硅烷"},
    {U"锂电池", U"新能源", U"电解液、甲基吡咯烷酮、锂粉、石墨"},
    {U"火力发电", U"热电", U"煤粉、液氨、柴油、六氟化硫"},
}};

constexpr View kFirst =
    U"华海宏瑞恒鑫盛泰永昌隆丰金正中新德信诚嘉凯润康博弘聚汇锦荣远东南北龙云天星瑶景茂源长顺富祥兆森广通";
constexpr View kSecond =
    U"晟达源邦益茂丰越辰阳宇翔腾峰科朗锐捷洋成业利和安泽林原川江岭州升光明辉强友力合图奥维克特尔莱森禾";
constexpr View kPlaces =
    U"临川 东沙 安塘 白沙 长岭 大丰 定远 东湖 枫桥 甘泉 高淳 广陵 桂岭 海门 河西 红岩 湖口 黄陂 江口 金沙 靖江 兰溪 "
    U"乐平 龙泉 "
    U"罗山 马坝 梅岭 南浦 宁川 平湖 青山 清河 沙洲 石桥 双流 松江 泰和 桐城 望江 文峰 武源 西河 新津 兴安 秀水 盐山 "
    U"宜川 永宁 "
    U"云溪 樟树 镇海 中牟 竹山 紫阳 澄江 丹徒 奉新 固原 衡水 嘉禾 建阳 开平 莱州 丽江";
constexpr View kSurnames = U"王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕";
constexpr View kGiven = U"伟芳敏静磊军洋勇艳杰娟涛明超霞平刚桂英华建国文斌志强海燕晓东立新春梅永红宏宇佳慧子涵博";

using Words = std::vector<View>;

Words const& places() {
    static Words const words = split(kPlaces, U' ');
    return words;
}

}  // namespace

IndustryNames const& industry_names(std::size_t industry) { return kNames[industry]; }

Enterprise enterprise(std::uint64_t number) {
    // An odd factor permutes the numbers below a power of two, so that neighbours do not look alike.
    std::uint64_t const spread = (number * 2654435761ULL) & 0x7FFFF;
    std::uint64_t rest = spread;
    Text brand{kFirst[rest % kFirst.size()]};
    rest /= kFirst.size();
    brand.push_back(kSecond[rest % kSecond.size()]);
    rest /= kSecond.size();
    Text const place(places()[rest % places().size()]);
    rest /= places().size();
    Enterprise out;
    out.industry = mixed(number) % kIndustries;
    out.place = place;
    out.brief = brand + Text(kNames[out.industry].in_company);
    out.full = place + out.brief;
    out.full += rest % 4 == 0   ? U"有限公司"
                : rest % 4 == 1 ? U"股份有限公司"
                : rest % 4 == 2 ? U"有限责任公司"
                                : U"集团有限公司";
    return out;
}

Text institution(std::size_t number) {
    static constexpr View kinds[] = {U"安全评价有限公司", U"安全技术咨询有限公司", U"安环科技有限公司",
                                     U"安全技术服务有限公司"};
    std::size_t const spread = number * 37 + 11;
    Text name(places()[number % 64]);
    name.push_back(kSecond[spread % kSecond.size()]);
    name.push_back(kFirst[(spread / 7) % kFirst.size()]);
    return name + Text(kinds[number / 64]);
}

Text person(Rng& rng) {
    Text name{rng.pick(kSurnames), rng.pick(kGiven)};
    if (rng.chance(0.7)) name.push_back(rng.pick(kGiven));
    return name;
}

Text fact(Rng& rng, std::size_t industry) {
    static Words const things = split(
        U"储罐 反应釜 精馏塔 换热器 压缩机 循环泵 管道 缓冲罐 加热炉 冷凝器 装卸鹤管 气瓶间 配电室 控制室 消防水池 "
        U"仓库 罐区 泵房 锅炉 "
        U"行车 除尘器 干燥机 离心机 料仓 皮带机 空压站 循环水站 变压器 报警器 紧急切断阀 安全阀 围堰 事故池 装置区 "
        U"化验室",
        U' ');
    static Words const measures = split(
        U"设计压力为@MPa 操作温度为@℃ 有效容积为@m³ 最大储量为@t 防火间距为@m 流量为@m³/h 额定功率为@kW "
        U"检测浓度为@mg/m³ 液位上限为@mm "
        U"接地电阻为@Ω 噪声实测值为@dB(A) 服务年限为@年 与围墙相距@m 每班操作人员@人 泄漏速率按@kg/s计 供电电压为@kV "
        U"占地面积为@m² 转速为@r/min",
        U' ');
    static Words const heads =
        split(U"#的 #现有 该厂 #于%投用的 经现场核实， 据#提供的资料， 本次检查时 &介绍， %实测，#的 #厂区内", U' ');
    Text text(rng.pick(heads));
    if (rng.chance(0.5)) {
        auto const names = split(kNames[industry].substances, U'、');
        text += names[rng.below(names.size())];
    }
    text.append(rng.pick(things)).append(rng.pick(measures));
    if (rng.chance(0.4)) text.append(U"，").append(rng.pick(measures));
    text.push_back(U'。');
    for (char32_t& c : text) {
        if (c == U'@') c = kNumber;
        if (c == U'#') c = rng.chance(0.25) ? kFullName : kBriefName;
        if (c == U'%') c = kDate;
        if (c == U'&') c = kPerson;
    }
    return text;
}

}  // namespace corpus
