// SPDX-License-Identifier: Apache-2.0
#include "archive_contents.hpp"

#include "story.hpp"

namespace anping::practice {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class Archives : public Story {
protected:
    ArchiveContents contents(ProjectId const& id) { return house.service.archive(*house.pool.lease(), id).value(); }
    std::map<std::string, std::string> states(ProjectId const& id) {
        std::map<std::string, std::string> out;
        for (auto const& part : contents(id).parts)
            out.emplace(part.code, boost::describe::enum_to_string(part.state, "?"));
        return out;
    }
};
INSTANTIATE_TEST_SUITE_P(Db, Archives, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Archives, WhatTheWorkHasNotComeToIsPendingAndWhatItPassedByIsMissing) {
    auto const id = opened();
    auto before = states(id);
    EXPECT_EQ(before.at("contract"), "present");
    EXPECT_EQ(before.at("notice"), "pending");
    EXPECT_EQ(before.at("report"), "pending");
    EXPECT_EQ(before.at("raw_data"), "not_applicable");
    EXPECT_EQ(before.at("measures"), "not_applicable");
    notified(id);
    go_to("2026-03-23T20:00:00+08:00");
    surveyed(id);
    auto const after = states(id);
    EXPECT_EQ(after.at("team"), "missing");
    EXPECT_EQ(after.at("contract_scan"), "missing");
    EXPECT_EQ(after.at("notice"), "present");
    EXPECT_EQ(after.at("survey"), "present");
    EXPECT_EQ(after.at("pictures"), "present");
    EXPECT_EQ(after.at("exchange"), "pending");
    settled(id);
    EXPECT_EQ(states(id).at("exchange"), "present");
    EXPECT_EQ(states(id).at("measures"), "present");
    EXPECT_EQ(states(id).at("report"), "missing") << "measures were settled without a report";
}

TEST_P(Archives, ThePartsComeInTheOrderOfTheBookWithTheirClausesAndDays) {
    auto const id = opened();
    notified(id);
    auto const parts = contents(id).parts;
    ASSERT_GE(parts.size(), 16U);
    EXPECT_EQ(parts.front().code, "risk_analysis");
    auto const notice = std::ranges::find(parts, "notice", &ArchivePart::code);
    EXPECT_EQ(notice->clause, "CN-O1-19");
    EXPECT_EQ(notice->on, field::beijing_date(house.clock.now()));
    EXPECT_EQ(notice->note, "1 份");
}

TEST_P(Archives, TheListIsToBeReadByPeople) {
    auto const id = opened();
    notified(id);
    go_to("2026-03-23T20:00:00+08:00");
    surveyed(id);
    auto const text = house.service.archive_list(*house.pool.lease(), id).value();
    EXPECT_THAT(text, HasSubstr("归档内容清单\n项目：" + id.text));
    EXPECT_THAT(text, HasSubstr("［待补正］项目组组成　依据 CN-PC-2"));
    EXPECT_THAT(text, HasSubstr("［未到这一步］报告公开　依据 CN-O1-18"));
    EXPECT_THAT(text, HasSubstr("［不适用］检测检验原始数据（不是检测检验）"));
}

// The order is what the watches saw, nothing computed twice.
TEST(ArchiveContents, OpenFlagsAboutTheOrderAreListedAndNoOthers) {
    ProjectView project;
    auto const flag = [](char const* watch, bool cleared) {
        rulebook::Flag one;
        one.watch = watch;
        one.text = watch;
        FlagView view{{canonical(to_json(one))}, {}, {}};
        if (cleared) view.cleared_at = Timestamp{1};
        return view;
    };
    project.flags = {flag("order_contract", false), flag("order_report", true), flag("scope_exceeded", false),
                     flag("risk_analysis_late", false)};
    std::vector<std::string> told;
    auto const contents = archive_contents(project, {}, nullptr);
    for (auto const& one : contents.disorder) told.push_back(one.flag.value().watch);
    EXPECT_THAT(told, ElementsAre("order_contract", "risk_analysis_late"));
    EXPECT_THAT(contents.parts, IsEmpty());
    EXPECT_THAT(archive_text(project, contents), HasSubstr("先后次序：\n- order_contract"));
    EXPECT_THAT(archive_text(project, {}), Not(HasSubstr("先后次序：")));
}

}  // namespace
}  // namespace anping::practice
