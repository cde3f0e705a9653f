// SPDX-License-Identifier: Apache-2.0
#include "world.hpp"

#include <array>
#include <map>

#include <fmt/format.h>
#include <anping/field/identifiers.hpp>

namespace planted {
namespace {

constexpr std::array kFirst{"华", "海", "宏", "瑞", "恒", "鑫", "盛", "泰", "永", "昌", "隆",
                            "丰", "正", "新", "德", "信", "诚", "嘉", "凯", "润", "康", "博",
                            "聚", "汇", "锦", "荣", "龙", "云", "瑶", "茂", "源", "顺"};
constexpr std::array kSecond{"晟", "达", "邦", "益", "越", "辰", "宇", "翔", "腾", "峰", "朗",
                             "锐", "捷", "洋", "业", "利", "泽", "岭", "州", "升", "辉", "友",
                             "合", "图", "维", "特", "莱", "森", "禾", "璟", "栋", "舟"};
constexpr std::array kForms{"有限公司", "有限责任公司", "股份有限公司", "集团有限公司"};
constexpr std::array kCities{"临川", "东沙", "安塘", "定远", "广陵", "海门", "兰溪",
                             "龙泉", "梅岭", "宁川", "平湖", "清河", "双流", "桐城"};
constexpr std::array kInstitutionForms{"安全评价有限公司", "安全技术咨询有限公司", "安环科技有限公司",
                                       "安全技术服务有限公司"};
constexpr std::array kSurnames{"王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴",
                               "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗",
                               "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧"};
constexpr std::array kGiven{"伟", "芳", "敏", "静", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超",
                            "霞", "平", "刚", "桂", "英", "文", "斌", "志", "强", "燕", "晓", "立", "春", "梅"};

std::vector<Industry> industries() {
    return {{"氯碱化工",
             "离子膜烧碱",
             {"液氯", "烧碱", "氢气", "盐酸"},
             {"液氯储槽", "氯气压缩机", "盐酸储罐", "氢气洗涤塔", "蒸发器", "整流变压器"}},
            {"精细化工",
             "硝基苯",
             {"硝酸", "苯", "硫酸", "甲苯"},
             {"硝化釜", "苯储罐", "硝酸储罐", "水洗塔", "初馏塔", "循环水泵"}},
            {"石化",
             "汽油",
             {"原油", "汽油", "柴油", "液化石油气"},
             {"原油储罐", "汽油储罐", "加热炉", "分馏塔", "卸油泵", "换热器"}},
            {"气体",
             "工业氧气",
             {"液氧", "液氮", "液氩", "乙炔"},
             {"液氧储罐", "空气压缩机", "分馏塔", "充装台", "汽化器", "纯化器"}},
            {"肥业",
             "合成氨",
             {"液氨", "煤气", "氢气", "甲醇"},
             {"液氨球罐", "合成塔", "造气炉", "冰机", "甲醇储罐", "气柜"}},
            {"制药",
             "原料药",
             {"乙醇", "甲醇", "二氯甲烷", "氢气"},
             {"反应釜", "乙醇储罐", "离心机", "双锥干燥机", "冷凝器", "真空泵"}}};
}

field::Date day(int year, int month, int date) { return *field::Date::of(year, month, date); }

std::vector<forensics::Standard> standards() {
    return {{"GB 50016-2014", "建筑设计防火规范", day(2015, 5, 1), {}},
            {"GB 50016-2006", "建筑设计防火规范", day(2006, 12, 1), day(2015, 4, 30)},
            {"GB 50160-2008", "石油化工企业设计防火标准", day(2009, 7, 1), {}},
            {"GB 18218-2018", "危险化学品重大危险源辨识", day(2019, 3, 1), {}},
            {"GB 18218-2009", "危险化学品重大危险源辨识", day(2009, 12, 1), day(2019, 2, 28)},
            {"GB 30871-2022", "危险化学品企业特殊作业安全规范", day(2022, 10, 1), {}},
            {"GB 30871-2014", "化学品生产单位特殊作业安全规范", day(2015, 6, 1), day(2022, 9, 30)},
            {"GB 15603-2022", "危险化学品仓库储存通则", day(2023, 7, 1), {}},
            {"GB 15603-1995", "常用化学危险品贮存通则", day(1996, 2, 1), day(2023, 6, 30)},
            {"GB/T 50493-2019", "石油化工可燃气体和有毒气体检测报警设计标准", day(2020, 1, 1), {}},
            {"GB 50058-2014", "爆炸危险环境电力装置设计规范", day(2014, 10, 1), {}},
            {"GB 50057-2010", "建筑物防雷设计规范", day(2011, 10, 1), {}},
            {"GB 50057-94", "建筑物防雷设计规范", day(1994, 11, 1), day(2011, 9, 30)},
            {"GB 50140-2005", "建筑灭火器配置设计规范", day(2005, 10, 1), {}},
            {"GB/T 13861-2022", "生产过程危险和有害因素分类与代码", day(2022, 10, 1), {}},
            {"GB/T 13861-2009", "生产过程危险和有害因素分类与代码", day(2009, 12, 1), day(2022, 9, 30)},
            {"GB/T 29639-2020", "生产经营单位生产安全事故应急预案编制导则", day(2021, 4, 1), {}},
            {"GB/T 29639-2013", "生产经营单位生产安全事故应急预案编制导则", day(2013, 10, 1), day(2021, 3, 31)},
            {"GBZ 2.1-2019", "工作场所有害因素职业接触限值 第1部分：化学有害因素", day(2020, 4, 1), {}},
            {"AQ 8001-2007", "安全评价通则", day(2007, 4, 1), {}},
            {"AQ 3035-2010", "危险化学品重大危险源安全监控通用技术规范", day(2011, 5, 1), {}},
            {"GB 2894-2008", "安全标志及其使用导则", day(2009, 10, 1), {}}};
}

std::vector<forensics::Criterion> criteria() {
    static constexpr std::array texts{"主要负责人和安全生产管理人员未依法经考核合格",
                                      "特种作业人员未持证上岗",
                                      "涉及重点监管工艺的装置未实现自动化控制，或系统未投入使用",
                                      "构成一级、二级重大危险源的罐区未实现紧急切断功能",
                                      "全压力式液化烃储罐未按规定设置注水措施",
                                      "液化烃、液氨、液氯的充装未使用万向管道充装系统",
                                      "光气、氯气等剧毒气体管道穿越除厂区外的公共区域",
                                      "地区架空电力线路穿越生产区且不符合要求",
                                      "在役装置未经正规设计且未进行安全设计诊断",
                                      "使用淘汰落后安全技术工艺、设备目录列出的工艺和设备",
                                      "可能泄漏可燃有毒气体的场所未按标准设置检测报警装置",
                                      "控制室面向具有火灾、爆炸危险性装置一侧不满足抗爆要求",
                                      "化工装置未按标准设置双重电源供电",
                                      "安全阀、爆破片等安全附件未正常投用"};
    std::vector<forensics::Criterion> out;
    for (std::size_t i = 0; i < texts.size(); ++i) out.push_back({fmt::format("{}", i + 1), texts[i]});
    return out;
}

std::shared_ptr<forensics::Divisions const> divisions_of(std::vector<County> const& counties) {
    std::map<std::string, field::Region> regions;
    for (auto const& one : counties) {
        auto const province = one.code.substr(0, 2) + "0000";
        auto const prefecture = one.code.substr(0, 4) + "00";
        regions[province] = {{province}, one.province, field::RegionLevel::province, {"000000"}, {}, {}};
        regions[prefecture] = {{prefecture}, one.prefecture, field::RegionLevel::prefecture, {province}, {}, {}};
        regions[one.code] = {{one.code}, one.name, field::RegionLevel::county, {prefecture}, {}, {}};
    }
    std::vector<field::Region> all;
    all.reserve(regions.size());
    for (auto& [code, region] : regions) all.push_back(std::move(region));
    return std::make_shared<forensics::Divisions const>(field::Regions(std::move(all)));
}

}  // namespace

World world_of(std::vector<County> counties, std::size_t registered) {
    World out;
    out.counties = std::move(counties);
    out.industries = industries();
    out.standards = standards();
    out.criteria = criteria();
    out.divisions = divisions_of(out.counties);
    out.registered = registered;
    std::vector<forensics::RegisteredName> names;
    names.reserve(registered);
    for (std::size_t i = 0; i < registered; ++i)
        names.push_back({enterprise_name(out, i), static_cast<std::uint32_t>(i)});
    out.registry = std::make_shared<forensics::NameScreen const>(std::move(names));
    return out;
}

std::vector<County> few_counties() {
    return {{"652323", "呼图壁县", "昌吉回族自治州", "新疆维吾尔自治区"},
            {"652324", "玛纳斯县", "昌吉回族自治州", "新疆维吾尔自治区"},
            {"653022", "阿克陶县", "克孜勒苏柯尔克孜自治州", "新疆维吾尔自治区"},
            {"370831", "泗水县", "济宁市", "山东省"},
            {"320831", "金湖县", "淮安市", "江苏省"},
            {"430922", "桃江县", "益阳市", "湖南省"}};
}

std::string enterprise_name(World const& world, std::size_t number) {
    auto rest = number * 7919 % 524287;  // spread, so that neighbours do not look alike
    auto const& county = world.counties[rest % world.counties.size()].name;
    auto const form = kForms[rest % 7 % kForms.size()];
    auto const& industry = world.industries[rest % world.industries.size()].name;
    auto const first = kFirst[rest % kFirst.size()];
    rest /= kFirst.size();
    auto const second = kSecond[rest % kSecond.size()];
    rest /= kSecond.size();
    return fmt::format("{}{}{}{}{}{}", county, first, second, kSecond[rest % kSecond.size()], industry, form);
}

std::string institution_name(std::size_t number) {
    auto const rest = number * 31 + 7;
    return fmt::format("{}{}{}{}", kCities[number % kCities.size()], kSecond[rest % kSecond.size()],
                       kFirst[rest / 7 % kFirst.size()], kInstitutionForms[number / 3 % kInstitutionForms.size()]);
}

std::string person_name(Rng& rng) {
    std::string out = rng.pick(kSurnames);
    out += rng.pick(kGiven);
    if (rng.chance(0.7)) out += rng.pick(kGiven);
    return out;
}

std::string credit_code(Rng& rng, std::string const& region) {
    static constexpr std::string_view letters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    while (true) {  // two check digits: one in some 1,100 is right
        std::string code = "91" + region + "MA";
        while (code.size() < 18) code += letters[rng.below(letters.size())];
        if (field::parse_credit_code(code)) return code;
    }
}

}  // namespace planted
