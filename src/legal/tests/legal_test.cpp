// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>

#include <anping/api/testing.hpp>
#include <anping/db/testing.hpp>
#include <anping/ledger/keys.hpp>
#include <anping/ledger/personal.hpp>
#include <anping/ledger/verify.hpp>
#include <anping/legal/endpoints.hpp>
#include <anping/legal/projection.hpp>

namespace anping::legal {
namespace {

using access::Role;

constexpr char const* kBooks = ANPING_SOURCE_DIR "/rulebooks";

std::shared_ptr<rulebook::Law const> books() {
    static auto const law = std::make_shared<rulebook::Law const>(*rulebook::load(kBooks).law);
    return law;
}

struct Directory {
    Directory() {
        if (::mkdtemp(path.data()) == nullptr) throw std::runtime_error("no temporary directory");
    }
    ~Directory() { std::filesystem::remove_all(path); }
    std::string path = (std::filesystem::temp_directory_path() / "anping-legal-XXXXXX").string();
};

// One project near Kashgar whose notice is due seven working days before 2025-04-03.
std::vector<rulebook::OpenDeadline> open_deadlines() {
    return {{"P2025-000001",
             "喀什化工",
             "prior_notice",
             {{"653101"}},
             field::parse_date("2025-03-20").value(),
             {{"site.first_day", "2025-04-03"}}}};
}

class Legal : public ::testing::TestWithParam<db::Backend> {
protected:
    static access::Principal officer(char const* region, Role role = Role::legal_officer, bool recently = true) {
        return {{"A-legal"}, role, std::string("B-") + region, access::UnitKind::bureau, {region}, {}, "", recently};
    }
    json::value clause(std::string const& id, std::string const& region = "650000") {
        auto const all = api::testing::body_of(caller.get({}, "/api/v1/law/clauses?region=" + region));
        for (auto const& item : all.at("items").as_array())
            if (item.at("id").as_string() == id) return item;
        throw std::runtime_error("no clause " + id);
    }
    http::Response confirm(access::Principal const& who, std::string const& id) {
        return caller.post(
            who, "/api/v1/law/confirmations",
            {{"clause", id}, {"digest", clause(id).at("digest")}, {"basis", "与自治区人民政府公布文本核对"}});
    }
    http::Response withdraw(access::Principal const& who, std::string const& id) {
        return caller.post(who, "/api/v1/law/confirmations/" + id + "/withdrawal", {{"reason", "核对有误，重新核对"}});
    }
    json::value preview(json::value const& body) {
        auto const response = caller.post(officer("650000"), "/api/v1/law/preview", body);
        EXPECT_EQ(response.status, 200) << response.body;
        return api::testing::body_of(response);
    }
    field::Date due() {
        rulebook::Place const place{{"653101"}};
        auto const open = open_deadlines().front();
        return library.law()->deadline(open.duty, place, open.act, open.facts).value().value().due;
    }
    std::string data_key() {
        auto session = db::open(database.address(), db::Mode::write);
        ledger::Personal::create(session);
        return ledger::load_or_make_data_key(directory.path).value();
    }

    Directory directory;
    db::ScratchDatabase database{GetParam()};
    ManualClock clock{parse_timestamp("2025-03-20T09:00:00+08:00").value()};
    std::unique_ptr<ledger::Projection> rows = make_projection();
    ledger::Personal personal{data_key()};
    ledger::Writer writer{database.address(), {directory.path}, {rows.get()}, clock};
    db::Pool pool{database.address(), 2};
    access::Policy policy{books()->regions()};
    Library library{kBooks, books()};
    Service service{library,
                    {[](db::Session&) { return std::map<std::string, std::int64_t>{{"XJ-13a", 3}}; },
                     [](db::Session&, access::Visibility const&) { return open_deadlines(); },
                     [](std::string const& unit) { return "单位" + unit; }},
                    clock};
    api::testing::Caller caller{both(), policy, clock};

private:
    std::vector<api::Endpoint> both() {
        auto out = clause_endpoints(service, pool);
        for (auto& more : confirmation_endpoints(service, writer, pool)) out.push_back(std::move(more));
        return out;
    }
};
INSTANTIATE_TEST_SUITE_P(Db, Legal, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Legal, AClauseTellsWhereItComesFromAndHowOftenItWasCited) {
    auto const seen = clause("XJ-13a");
    EXPECT_EQ(seen.at("cited"), 3);
    EXPECT_EQ(seen.at("enforced"), true);
    EXPECT_EQ(seen.at("citation").at("mark"), "seen");
    EXPECT_EQ(seen.at("confirmable"), false);
    EXPECT_EQ(seen.at("file"), "XJ-xinjiang/practice.toml");
    EXPECT_EQ(clause("XJ-calendar").at("confirmable"), true);
    EXPECT_EQ(clause("XJ-calendar", "652301").at("holds_in"), "652301");
    EXPECT_FALSE(clause("WJ-4", "650000").as_object().contains("holds_in"));
}

TEST_P(Legal, AConfirmedClauseBindsThereFromTheNextRequestOn) {
    EXPECT_EQ(due(), field::parse_date("2025-03-25"));
    auto const response = confirm(officer("650000"), "XJ-calendar");
    ASSERT_EQ(response.status, 201) << response.body;
    EXPECT_TRUE(api::testing::body_of(response).at("receipt").is_object());
    EXPECT_EQ(due(), field::parse_date("2025-03-24"));
    auto const shown = clause("XJ-calendar");
    EXPECT_EQ(shown.at("citation").at("binding"), true);
    auto const& confirmation = shown.at("confirmations").at(0);
    EXPECT_EQ(confirmation.at("region"), "650000");
    EXPECT_EQ(confirmation.at("unit"), "单位B-650000");
    EXPECT_EQ(confirmation.at("on"), "2025-03-20");
    EXPECT_EQ(confirmation.at("stands"), true);
    EXPECT_EQ(clause("XJ-calendar", "320000").at("citation").at("binding"), false) << "not elsewhere";
    EXPECT_EQ(confirm(officer("650000"), "XJ-calendar").status, 409);
    EXPECT_TRUE(ledger::verify_state(database.address(), {rows.get()}, {ledger::Personal::schema()}).findings.empty());
}

TEST_P(Legal, ACountyConfirmsForItselfAndAWithdrawalEndsIt) {
    EXPECT_EQ(confirm(officer("653101"), "XJ-calendar").status, 201);
    EXPECT_EQ(due(), field::parse_date("2025-03-24"));
    EXPECT_EQ(clause("XJ-calendar").at("citation").at("binding"), false) << "the province has not";
    EXPECT_EQ(withdraw(officer("650000"), "XJ-calendar").status, 409);
    EXPECT_EQ(withdraw(officer("653101"), "XJ-calendar").status, 200);
    EXPECT_EQ(due(), field::parse_date("2025-03-25"));
}

TEST_P(Legal, OnlyLegalOfficersOfTheRegionConfirmAndOnlyAfterTheirPassword) {
    EXPECT_EQ(confirm(officer("320000"), "XJ-calendar").status, 404) << "another province";
    EXPECT_EQ(confirm(officer("650000", Role::section_head), "XJ-calendar").status, 403);
    EXPECT_EQ(confirm({}, "XJ-calendar").status, 401);
    EXPECT_EQ(confirm(officer("650000", Role::legal_officer, false), "XJ-calendar").status, 403);
    EXPECT_EQ(writer.size(), 0);
    EXPECT_EQ(caller
                  .post(officer("650000", Role::clerk), "/api/v1/law/preview",
                        {{"files", json::array()}, {"confirm", json::array()}})
                  .status,
              403);
}

TEST_P(Legal, AnotherProcessTakesAConfirmationInWhenItLooks) {
    Library other(kBooks, books());
    EXPECT_EQ(confirm(officer("650000"), "XJ-calendar").status, 201);
    auto const before = other.law();
    other.refresh(*pool.lease());
    EXPECT_NE(other.law()->digest(), before->digest());
    EXPECT_EQ(other.law()->digest(), library.law()->digest());
    auto const same = other.law();
    other.refresh(*pool.lease());
    EXPECT_EQ(other.law(), same) << "nothing happened since";
}

TEST_P(Legal, AConfirmationIsLookedAtBeforeItIsMade) {
    auto const seen = preview({{"files", json::array()}, {"confirm", {"XJ-calendar"}}});
    EXPECT_EQ(seen.at("ok"), true);
    ASSERT_EQ(seen.at("moved").as_array().size(), 1U);
    EXPECT_EQ(seen.at("moved").at(0).at("subject_title"), "喀什化工");
    EXPECT_EQ(seen.at("moved").at(0).at("before"), "2025-03-25");
    EXPECT_EQ(seen.at("moved").at(0).at("after"), "2025-03-24");
    EXPECT_EQ(seen.at("changed").at(0).at("clause"), "XJ-calendar");
    EXPECT_EQ(due(), field::parse_date("2025-03-25")) << "nothing was applied";
    auto const unknown = preview({{"files", json::array()}, {"confirm", {"XJ-99"}}});
    EXPECT_EQ(unknown.at("diagnostics").at(0).at("code"), "unknown_confirmation");
}

TEST_P(Legal, AChangedBookIsLookedAtBeforeItIsPutInPlace) {
    auto const files = api::testing::body_of(caller.get({}, "/api/v1/law/files")).at("items").as_array();
    EXPECT_GE(files.size(), 10U);
    std::string const name = "XJ-xinjiang/practice.toml";
    std::string text(api::testing::body_of(caller.get({}, "/api/v1/law/text?file=" + name)).at("text").as_string());
    auto const at = text.find("amount = 7");
    ASSERT_NE(at, std::string::npos);
    auto const seen = preview(
        {{"files", {{{"file", name}, {"text", text.replace(at, 10, "amount = 9")}}}}, {"confirm", json::array()}});
    EXPECT_EQ(seen.at("ok"), true);
    EXPECT_EQ(seen.at("moved").as_array().size(), 1U);
    auto const broken =
        preview({{"files", {{{"file", name}, {"text", "[[clause]]\nid = "}}}}, {"confirm", json::array()}});
    EXPECT_EQ(broken.at("ok"), false);
    EXPECT_EQ(broken.at("diagnostics").at(0).at("file"), name.c_str());
    EXPECT_EQ(broken.at("diagnostics").at(0).at("line"), 2);
    EXPECT_EQ(caller.get({}, "/api/v1/law/text?file=../README.md").status, 404);
}

}  // namespace
}  // namespace anping::legal
