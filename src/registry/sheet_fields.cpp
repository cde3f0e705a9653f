// SPDX-License-Identifier: Apache-2.0
#include "sheet_fields.hpp"

#include <map>
#include <memory>

namespace anping::registry {
namespace {

using documents::Field;
using documents::FieldKind;

constexpr char const* kSpecialty = "按业务范围专业能力配备的写法，例如 安全、机械、电气、化工工艺";

Field branch_field(char const* pointer, char const* title, Choices branches) {
    Field out{.pointer = pointer, .title = title, .kind = FieldKind::choice, .choices = std::move(branches)};
    out.hint = out.choices.empty() ? "没有登记分支机构，请留空" : "分支机构的登记名称；机构本部留空";
    return out;
}

// A division by its code, its full name, or its own name where no other has it.
std::function<std::optional<std::string>(std::string const&)> division(field::Regions const& regions) {
    auto names = std::make_shared<std::map<std::string, std::string>>();
    std::map<std::string, int> own;
    for (auto const& region : regions.all()) ++own[region.name];
    for (auto const& region : regions.all()) {
        names->emplace(region.code.digits, region.code.digits);
        if (own[region.name] == 1) names->emplace(region.name, region.code.digits);
        names->emplace(regions.full_name(region.code), region.code.digits);
    }
    return [names](std::string const& text) -> std::optional<std::string> {
        auto const found = names->find(text);
        if (found == names->end()) return std::nullopt;
        return found->second;
    };
}

std::vector<Field> credential_fields() {
    return {
        {.pointer = "/credential/kind",
         .title = "其他证件种类",
         .kind = FieldKind::choice,
         .choices = {{"注册安全工程师", "engineer"},
                     {"专业技术职称", "title"},
                     {"学历学位", "degree"},
                     {"安全评价师", "assessor"}}},
        {.pointer = "/credential/grade",
         .title = "其他证件等级",
         .kind = FieldKind::choice,
         .choices = {{"高级", "senior"},
                     {"中级", "middle"},
                     {"初级", "junior"},
                     {"博士", "doctor"},
                     {"硕士", "master"},
                     {"学士", "bachelor"},
                     {"本科", "bachelor"},
                     {"专科", "college"},
                     {"一级", "level1"},
                     {"二级", "level2"},
                     {"三级", "level3"}}},
        {.pointer = "/credential/specialty", .title = "其他证件专业", .hint = kSpecialty},
        {.pointer = "/credential/number", .title = "其他证件编号", .kind = FieldKind::code, .hint = "至多 40 个字"},
        {.pointer = "/credential/valid_from", .title = "其他证件有效期起", .kind = FieldKind::date},
        {.pointer = "/credential/valid_until", .title = "其他证件有效期至", .kind = FieldKind::date},
    };
}

}  // namespace

std::vector<Field> person_fields(Choices branches) {
    std::vector<Field> out = {
        {.pointer = "/person/name", .title = "姓名", .required = true, .hint = "至多 50 个字"},
        {.pointer = "/person/level",
         .title = "安全评价师等级",
         .kind = FieldKind::choice,
         .hint = "一级、二级、三级或无；不填为无",
         .choices = {{"一级", "level1"},
                     {"二级", "level2"},
                     {"三级", "level3"},
                     {"无", "none"},
                     {"一级安全评价师", "level1"},
                     {"二级安全评价师", "level2"},
                     {"三级安全评价师", "level3"}},
         .absent = "none"},
        {.pointer = "/person/specialty", .title = "专业", .required = true, .hint = kSpecialty},
        {.pointer = "/person/certificate", .title = "评价师证书编号", .kind = FieldKind::code, .hint = "至多 40 个字"},
        {.pointer = "/person/certificate_until", .title = "评价师证书有效期至", .kind = FieldKind::date},
    };
    for (auto& one : credential_fields()) out.push_back(std::move(one));
    out.push_back({.pointer = "/employment/kind",
                   .title = "合同种类",
                   .kind = FieldKind::choice,
                   .choices = {{"劳动合同", "labour"}, {"劳务合同", "service"}}});
    out.push_back({.pointer = "/employment/full_time",
                   .title = "专职或兼职",
                   .kind = FieldKind::flag,
                   .choices = {{"专职", "true"}, {"兼职", "false"}}});
    out.push_back(branch_field("/employment/branch", "所在分支机构", std::move(branches)));
    out.push_back({.pointer = "/employment/from", .title = "合同起始日", .kind = FieldKind::date});
    out.push_back({.pointer = "/employment/until", .title = "合同截止日", .kind = FieldKind::date});
    return out;
}

std::vector<Field> instrument_fields(Choices branches) {
    return {
        {.pointer = "/name", .title = "仪器名称", .required = true, .hint = "至多 100 个字"},
        {.pointer = "/model", .title = "型号规格", .required = true, .hint = "至多 60 个字"},
        {.pointer = "/serial", .title = "出厂编号", .kind = FieldKind::code, .required = true, .hint = "至多 60 个字"},
        branch_field("/branch", "所在分支机构", std::move(branches)),
        {.pointer = "/calibration/certificate",
         .title = "检定校准证书编号",
         .kind = FieldKind::code,
         .hint = "检定校准四栏一并填写，或一并留空"},
        {.pointer = "/calibration/laboratory", .title = "检定校准单位", .hint = "至多 100 个字"},
        {.pointer = "/calibration/on", .title = "检定校准日期", .kind = FieldKind::date},
        {.pointer = "/calibration/until", .title = "检定校准有效期至", .kind = FieldKind::date},
    };
}

std::vector<Field> enterprise_fields(field::Regions const& regions, Choices industries) {
    return {
        {.pointer = "/enterprise/name", .title = "企业名称", .required = true, .hint = "2 至 100 个字"},
        {.pointer = "/enterprise/credit_code",
         .title = "统一社会信用代码",
         .kind = FieldKind::code,
         .required = true,
         .hint = "18 位"},
        {.pointer = "/enterprise/region",
         .title = "所在地",
         .kind = FieldKind::choice,
         .required = true,
         .hint = "六位行政区划代码，或县（市、区）的名称；重名的写全称",
         .find = division(regions)},
        {.pointer = "/enterprise/authority",
         .title = "监管系统",
         .kind = FieldKind::choice,
         .hint = "地方或兵团；不填为地方",
         .choices = {{"地方", "government"}, {"兵团", "corps"}},
         .absent = "government"},
        {.pointer = "/enterprise/address", .title = "地址", .required = true, .hint = "至多 200 个字"},
        {.pointer = "/description/industry",
         .title = "行业",
         .kind = FieldKind::choice,
         .choices = std::move(industries)},
        {.pointer = "/description/supervision_level",
         .title = "监管层级",
         .kind = FieldKind::choice,
         .choices = {{"省级", "province"},
                     {"市级", "prefecture"},
                     {"县级", "county"},
                     {"乡镇", "town"},
                     {"设区的市（州）级", "prefecture"},
                     {"乡镇（街道）", "town"}}},
    };
}

std::vector<Field> expert_fields() {
    return {
        {.pointer = "/name", .title = "姓名", .required = true, .hint = "至多 50 个字"},
        {.pointer = "/facts/title", .title = "职称", .required = true, .hint = "至多 50 个字，例如 高级工程师"},
        {.pointer = "/facts/fields",
         .title = "专业",
         .kind = FieldKind::list,
         .required = true,
         .hint = "1 至 10 个，用顿号分开，每个至多 40 个字"},
        {.pointer = "/facts/employer",
         .title = "工作单位",
         .required = true,
         .hint = "现在的工作单位，至多 100 个字；已退休的写原单位"},
        {.pointer = "/facts/employers_before",
         .title = "曾任职单位",
         .kind = FieldKind::list,
         .hint = "至多 20 个，用顿号分开；回避按工作单位和曾任职单位判断"},
        {.pointer = "/facts/interests",
         .title = "持股或有业务往来的机构",
         .kind = FieldKind::list,
         .hint = "至多 20 个，用顿号分开，写机构全称；抽取和评审时回避"},
        {.pointer = "/facts/listed_on", .title = "入库日期", .kind = FieldKind::date, .required = true},
        {.pointer = "/facts/until", .title = "聘期截止日", .kind = FieldKind::date, .hint = "没有截止日的留空"},
    };
}

char const* title_of(SheetKind kind) {
    switch (kind) {
        case SheetKind::people: return "人员";
        case SheetKind::instruments: return "仪器设备";
        case SheetKind::enterprises: return "企业";
        case SheetKind::experts: return "专家";
    }
    return "";
}

std::vector<std::string> notes_of(SheetKind kind) {
    std::vector<std::string> out = {"填在第一张表里，一行一条，一次至多 1000 行。栏目可以调换次序，多出的栏目不导入。"};
    switch (kind) {
        case SheetKind::people:
            out.emplace_back(
                "一人一行：可带一份其他证件和一份合同，其余的导入后在人员详情里登记。"
                "评价师证书编号相同的，或姓名相同而其中一方没有证书编号的，视为已有，跳过。");
            break;
        case SheetKind::instruments: out.emplace_back("型号规格和出厂编号都相同的视为已有，跳过。"); break;
        case SheetKind::enterprises: out.emplace_back("统一社会信用代码相同的视为已有，跳过。"); break;
        case SheetKind::experts: out.emplace_back("姓名和工作单位都相同的视为已在本部门专家库里，跳过。"); break;
    }
    out.emplace_back("有错误的行不导入，预览后可以下载带错误说明的工作簿，改好再次导入；已经导入的行不会重复。");
    return out;
}

}  // namespace anping::registry
