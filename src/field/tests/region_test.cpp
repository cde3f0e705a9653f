// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <stdexcept>

#include <anping/field/region.hpp>

namespace anping::field {
namespace {

Region region(char const* code, char const* name, RegionLevel level, char const* parent) {
    return {{code}, name, level, {parent}, {}, {}, "unconfirmed"};
}

std::vector<Region> listed() {
    return {
        region("652301", "昌吉市", RegionLevel::county, "652300"),
        region("652302", "阜康市", RegionLevel::county, "652300"),
        region("652300", "昌吉回族自治州", RegionLevel::prefecture, "650000"),
        region("650000", "新疆维吾尔自治区", RegionLevel::province, "000000"),
        region("659001", "石河子市", RegionLevel::county, "650000"),
        region("320000", "江苏省", RegionLevel::province, "000000"),
    };
}

Regions xinjiang() { return Regions(listed(), {{{"650000"}, Authority::corps, "新疆生产建设兵团"}}); }

std::vector<std::string> digits(std::vector<RegionCode> const& codes) {
    std::vector<std::string> out;
    for (auto const& code : codes) out.push_back(code.digits);
    return out;
}

TEST(Regions, AncestryClimbsToTheNation) {
    auto const regions = xinjiang();
    EXPECT_EQ(digits(regions.ancestry({"652301"})), (std::vector<std::string>{"652301", "652300", "650000", "000000"}));
    EXPECT_EQ(digits(regions.ancestry({"659001"})), (std::vector<std::string>{"659001", "650000", "000000"}));
    EXPECT_EQ(digits(regions.ancestry({"000000"})), (std::vector<std::string>{"000000"}));
    EXPECT_TRUE(regions.ancestry({"999999"}).empty());
}

TEST(Regions, ContainItselfAndWhatIsInside) {
    auto const regions = xinjiang();
    EXPECT_TRUE(regions.contains({"650000"}, {"652301"}));
    EXPECT_TRUE(regions.contains({"652301"}, {"652301"}));
    EXPECT_TRUE(regions.contains({"000000"}, {"659001"}));
    EXPECT_FALSE(regions.contains({"652301"}, {"652300"}));
    EXPECT_FALSE(regions.contains({"652300"}, {"659001"}));
    EXPECT_FALSE(regions.contains({"320000"}, {"652301"}));
    EXPECT_FALSE(regions.contains({"999999"}, {"999999"}));
}

TEST(Regions, ListChildrenByCode) {
    auto const regions = xinjiang();
    auto const names = [&](char const* code) {
        std::string out;
        for (auto const* child : regions.children({code})) out += child->name + " ";
        return out;
    };
    EXPECT_EQ(names("652300"), "昌吉市 阜康市 ");
    EXPECT_EQ(names("650000"), "昌吉回族自治州 石河子市 ");
    EXPECT_EQ(names("000000"), "江苏省 新疆维吾尔自治区 ");
    EXPECT_EQ(names("652301"), "");
    EXPECT_EQ(names("999999"), "");
}

TEST(Regions, FullNamesLeaveTheNationOut) {
    auto const regions = xinjiang();
    EXPECT_EQ(regions.full_name({"652301"}), "新疆维吾尔自治区昌吉回族自治州昌吉市");
    EXPECT_EQ(regions.full_name({"659001"}), "新疆维吾尔自治区石河子市");
    EXPECT_EQ(regions.full_name({"000000"}), "中华人民共和国");
    EXPECT_EQ(regions.full_name({"999999"}), "");
}

TEST(Regions, AddTheNationOnce) {
    EXPECT_EQ(xinjiang().all().size(), listed().size() + 1);
    auto with_nation = listed();
    with_nation.push_back(region("000000", "中华人民共和国", RegionLevel::nation, ""));
    EXPECT_EQ(Regions(with_nation).all().size(), with_nation.size());
    EXPECT_TRUE(Regions().all().empty());
    EXPECT_EQ(Regions().find({"000000"}), nullptr);
}

TEST(Regions, TheCorpsStandsBesideTheGovernmentInXinjiangOnly) {
    auto const regions = xinjiang();
    EXPECT_TRUE(regions.has_authority({"650000"}, Authority::corps));
    EXPECT_TRUE(regions.has_authority({"659001"}, Authority::corps));
    EXPECT_FALSE(regions.has_authority({"320000"}, Authority::corps));
    EXPECT_FALSE(regions.has_authority({"000000"}, Authority::corps));
    EXPECT_TRUE(regions.has_authority({"320000"}, Authority::government));
    EXPECT_FALSE(regions.has_authority({"999999"}, Authority::government));
    EXPECT_EQ(regions.parallel_authorities().at(0).name, "新疆生产建设兵团");
}

TEST(Regions, KeepValidityOnlyWhereItIsGiven) {
    auto rows = listed();
    rows[0].valid_from = parse_date("1983-07-15");
    Regions const regions(rows);
    EXPECT_EQ(regions.find({"652301"})->valid_from, parse_date("1983-07-15"));
    EXPECT_FALSE(regions.find({"652302"})->valid_from);
    EXPECT_EQ(regions.find({"652302"})->mark, "unconfirmed");
}

TEST(Regions, DoNotConstructFromContradictions) {
    auto const with = [](Region extra) {
        auto rows = listed();
        rows.push_back(std::move(extra));
        return rows;
    };
    EXPECT_THROW(Regions(with(region("652301", "再来", RegionLevel::county, "652300"))), std::invalid_argument);
    EXPECT_THROW(Regions(with(region("65231", "短", RegionLevel::county, "652300"))), std::invalid_argument);
    EXPECT_THROW(Regions(with(region("65231a", "字母", RegionLevel::county, "652300"))), std::invalid_argument);
    EXPECT_THROW(Regions(with(region("660101", "孤儿", RegionLevel::county, "660100"))), std::invalid_argument);
    EXPECT_THROW(Regions(with(region("652399", "同级", RegionLevel::county, "652301"))), std::invalid_argument);
    EXPECT_THROW(Regions(with(region("652399", "自己", RegionLevel::county, "652399"))), std::invalid_argument);
    EXPECT_THROW(Regions(listed(), {{{"660000"}, Authority::corps, "无此地"}}), std::invalid_argument);
}

TEST(RegionCode, SubtreePrefixIsWhatAllCodesInsideShare) {
    EXPECT_EQ(subtree_prefix({"000000"}), "");
    RegionCode const province{"650000"}, prefecture{"652300"}, county{"652301"}, direct{"659001"}, tens{"331100"};
    EXPECT_EQ(subtree_prefix(province), "65");
    EXPECT_EQ(subtree_prefix(prefecture), "6523");
    EXPECT_EQ(subtree_prefix(county), "652301");
    EXPECT_EQ(subtree_prefix(direct), "659001");
    EXPECT_EQ(subtree_prefix(tens), "3311");
}

TEST(RegionCode, IsSixDigits) {
    EXPECT_EQ(from_json<RegionCode>("652301").value().digits, "652301");
    for (auto const* bad : {"65230", "6523011", "65230a", "６５２３０１"})
        EXPECT_EQ(from_json<RegionCode>(bad).error().fields.at(0).rule, "region_code") << bad;
    EXPECT_EQ(from_json<RegionCode>("").error().fields.at(0).rule, "required");
}

TEST(Authority, IsReadAndWrittenByName) {
    EXPECT_EQ(to_json(Authority::corps), boost::json::value("corps"));
    EXPECT_EQ(from_json<Authority>("government").value(), Authority::government);
    EXPECT_EQ(from_json<Authority>("army").error().fields.at(0).rule, "choice");
}

}  // namespace
}  // namespace anping::field
