// SPDX-License-Identifier: Apache-2.0
#include <map>

#include <anping/api/answer.hpp>
#include <anping/ledger/replay.hpp>
#include <anping/ledger/verify.hpp>
#include <anping/practice/templates.hpp>

#include "story.hpp"

namespace anping::practice {
namespace {

class Rows : public Story {
protected:
    // Two projects at different stages, one of them flagged.
    void SetUp() override {
        disclosed(whole());
        house.done(house.leader(), Service::set_process_rule(house.institution, {false, true, {"内部规定"}}));
        own_template();
        hosted();
        auto in = house.contract();
        in.scope = {"assess.1"};
        in.contract.signed_on = day("2026-03-30");
        auto const id = opened(in);
        auto const sm3 = reported(id, "%PDF another");
        auto const reviewing = reviewer(ReviewStep::internal_review);
        house.done(reviewing,
                   house.service.give_opinions(reviewing, id, {ReviewStep::internal_review, {sm3}, {{"请改正"}}}));
        notified(id, "2026-05-11", "2026-05-12");
        notified(id, "2028-05-11", "2028-05-12");
        AmendNotice amendment;
        amendment.notice = view(id).notices.front().id;
        amendment.reason = {"更正"};
        house.done(house.leader(), house.service.amend_notice(id, amendment));
    }
    void hosted() {
        auto const bureau = house.of_bureau(access::Role::clerk, "652301", "A-district");
        registry::ListExpert expert;
        expert.name = {"钱专家"};
        expert.facts.title = {"教授"};
        expert.facts.fields = {{"铸造"}};
        expert.facts.employer = {"江苏大学"};
        expert.facts.listed_on = testing::day("2026-01-01");
        auto const listed = house.act(bureau, house.registry.list_expert(bureau, std::move(expert)));
        auto const on = field::beijing_date(house.clock.now());
        auto const declared = house.act(
            house.leader(), house.hostings.declare(house.leader(), {house.enterprise, HostedKind::key, on, on}));
        HostingId const id{std::string(declared.value().answer.at("id").as_string())};
        registry::ExpertId const who{std::string(listed.value().answer.at("id").as_string())};
        auto const record = house.upload(house.leader(), "专家检查记录.pdf", "%PDF signed");
        EXPECT_TRUE(house.act(house.leader(), house.hostings.visit(house.leader(), id, {who, on, record, on})));
        EXPECT_TRUE(house.act(house.leader(), house.hostings.end(id, {on, {"合同终止"}})));
    }
    // Given and taken back.
    void own_template() {
        TemplateFile file{"风险.docx", {std::string(64, 'a'), std::string(64, 'b'), 9, {}}, {}, {"项目名称"}, {}};
        file.blob.reading.media_type = api::kDocx;
        house.done(house.leader(), Templates::set(house.leader(), {PaperKind::risk_analysis, {}, {}}, file));
        house.done(house.leader(), Templates::withdraw(house.leader(), {PaperKind::risk_analysis, {"停用"}}));
    }
    // On the institution's own site, where it was not found, and as a copy here.
    void disclosed(ProjectId const& id) {
        auto const sm3 = view(id).reports.front().file.blob.sm3;
        std::string const url = "http://tianshan.test/r.pdf";
        house.done(house.leader(), house.service.record_disclosure(id, {{sm3}, {url}, {}, {}, {}}));
        house.done(house.leader(),
                   house.service.record_check(id, url, {Sight::status, 404, {}, 0, {}}, house.clock.now()));
        PublishCopy const copy{
            {sm3}, house.upload(house.leader(), "副本.pdf", "%PDF covered"), {{{"phones"}, 3, {"联系电话"}}}, true};
        house.done(house.leader(), house.service.publish_copy(house.leader(), id, copy));
    }
    db::Session session(db::Mode mode = db::Mode::read) { return db::open(house.database.address(), mode); }

    std::map<std::string, std::vector<std::string>> rows() {
        std::map<std::string, std::vector<std::string>> out;
        auto reading = session();
        for (auto const* projection : house.projections)
            for (auto const& table : projection->tables()) out.emplace(table.name, rows_of(reading, table));
        return out;
    }
    static std::vector<std::string> rows_of(db::Session& reading, ledger::Table const& table) {
        std::string list, order;
        for (auto const& column : table.columns)
            list += (list.empty() ? "COALESCE(CAST(" : " || '|' || COALESCE(CAST(") + column + " AS TEXT), 'NULL')";
        for (auto const& column : table.key) order += (order.empty() ? "" : ", ") + column;
        std::vector<std::string> out;
        reading.each<std::string>("SELECT " + list + " FROM " + table.name + " ORDER BY " + order, {},
                                  [&](std::string row) { out.push_back(std::move(row)); });
        return out;
    }
    std::vector<std::string> columns_of(std::string const& table) {
        std::vector<std::string> out;
        auto const sql = GetParam() == db::Backend::sqlite
                             ? "SELECT name FROM pragma_table_info(:table) ORDER BY cid"
                             : "SELECT CAST(column_name AS TEXT) FROM information_schema.columns WHERE table_name = "
                               ":table AND table_schema = current_schema() ORDER BY ordinal_position";
        session().each<std::string>(sql, {table}, [&](std::string name) { out.push_back(std::move(name)); });
        return out;
    }
    std::vector<std::string> findings() {
        std::vector<std::string> out;
        auto kept = std::vector<std::string>{ledger::Personal::schema()};
        for (auto const& finding : ledger::verify_state(house.database.address(), house.projections, kept).findings)
            out.push_back(ledger::to_string(finding));
        return out;
    }
};
INSTANTIATE_TEST_SUITE_P(Db, Rows, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Rows, AreTheSameAfterReplay) {
    auto const before = rows();
    for (auto const& [table, kept] : before)
        EXPECT_TRUE(!table.starts_with("practice_") || !kept.empty()) << table << " was never written";
    auto writing = session(db::Mode::write);
    ledger::rebuild(writing, house.projections);
    EXPECT_EQ(rows(), before);
    EXPECT_EQ(findings(), std::vector<std::string>{});
}

TEST_P(Rows, HaveEveryColumnNamedForVerification) {
    for (auto const* projection : house.projections)
        for (auto const& table : projection->tables()) EXPECT_EQ(columns_of(table.name), table.columns) << table.name;
}

TEST_P(Rows, ChangedBehindTheLedgerAreNamed) {
    session(db::Mode::write).exec("UPDATE practice_deadline SET due = '2026-12-31' WHERE due = '2026-03-12'");
    ASSERT_EQ(findings().size(), 1U);
    EXPECT_THAT(findings()[0], ::testing::HasSubstr("practice_deadline"));
    EXPECT_THAT(findings()[0], ::testing::HasSubstr("due"));
}

TEST_P(Rows, ADutyThatCanNoLongerBeCountedDoesNotKeepItsOldDay) {
    auto lease = house.pool.lease();
    access::Visibility const sees = house.policy.visibility(house.leader(), access::Action::project_list);
    EXPECT_EQ(house.service.projects(*lease, sees, {}, "", 10).size(), 2U);
    // It was met by the first notice, so what was counted for that one stays.
    EXPECT_TRUE(house.service.deadlines(*lease, sees, 10).empty());
}

}  // namespace
}  // namespace anping::practice
