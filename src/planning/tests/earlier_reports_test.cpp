// SPDX-License-Identifier: Apache-2.0
#include "rules_earlier_reports.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace anping::planning {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

vault::Table::Row row(std::int64_t number, std::vector<std::string> const& texts) {
    vault::Table::Row out{number, {}};
    for (auto const& text : texts) out.cells.push_back({text, false});
    return out;
}

TEST(EarlierReports, AreReadFromAWorkbookAndARowThatSaysTooLittleIsLeftOut) {
    vault::Table table;
    table.rows = {row(1, {"报告名称", "机构名称", "企业名称", "报告日期", "报告编号"}),
                  row(2, {"甲厂现状评价报告", "天山安评", "甲厂", "2020-05-06", "AP-001"}),
                  row(3, {"乙厂验收评价报告", "天山安评", "", "2020-05-06", ""})};
    auto const taken = documents::take_in(earlier_fields(), table);
    ASSERT_TRUE(taken) << taken.error().text;
    auto const read = read_earlier(*taken);
    ASSERT_EQ(read.rows.size(), 1U);
    EXPECT_EQ(read.rows[0].number->value, "AP-001");
    EXPECT_EQ(field::to_string(read.rows[0].made_on), "2020-05-06");
    EXPECT_THAT(read.problems, ElementsAre(HasSubstr("第 3 行")));
}

TEST(EarlierReports, AreOneByInstitutionTitleAndNumber) {
    EarlierReport one;
    one.title = {"现状评价报告"};
    one.institution_name = {"天山安评"};
    auto other = one;
    EXPECT_EQ(key_of(one), key_of(other));
    other.number = Text<1, 100>{"AP-002"};
    EXPECT_NE(key_of(one), key_of(other));
}

}  // namespace
}  // namespace anping::planning
