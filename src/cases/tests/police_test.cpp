// SPDX-License-Identifier: Apache-2.0
// What leads to the police: the hours of a hand-over, and earlier penalties for other facts.
#include "house.hpp"
#include "way.hpp"

namespace anping::cases {
namespace {

using namespace way;

class Police : public House {
protected:
    std::string filed(char const* opened_on, char const* acted_on, std::string const& institution = {}) {
        auto in = opening(opened_on);
        in["acted_on"] = acted_on;
        json::object party{{"kind", "institution"}, {"name", "某机构"}};
        if (!institution.empty()) party["id"] = institution;
        in["parties"] = json::array{party};
        return id_of(post(clerk, "/cases", in));
    }
    json::object at(char const* kind, char const* on, char const* instant) {
        auto out = step(kind, on);
        out["at"] = instant;
        return out;
    }
    void record(std::string const& id, json::object const& step) {
        id_of(post(clerk, "/cases/" + id + "/steps", step));
    }
    json::object hours(std::string const& id) {
        auto const view = get(clerk, "/cases/" + id);
        for (auto const& one : view.at("limits").as_array())
            if (one.at("limit").at("duty") == "crime_transfer_hours") return one.as_object();
        return {};
    }
};
INSTANTIATE_TEST_SUITE_P(Db, Police, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Police, GetWhatWasApprovedWithinItsHoursOrTheBureauIsLate) {
    auto const id = filed("2026-06-20", "2026-06-01");
    take(id, "police_reported", "2026-06-26");
    record(id, at("police_approved", "2026-06-28", "2026-06-28T10:00:00+08:00"));
    EXPECT_EQ(hours(id).at("limit").at("due_at"), "2026-06-29T10:00:00.000000+08:00");
    EXPECT_EQ(hours(id).at("overdue"), false) << "it is nine";
    auto const row = get(clerk, "/cases").at("items").at(0);
    EXPECT_EQ(row.at("due_at"), "2026-06-29T10:00:00.000000+08:00");
    EXPECT_EQ(row.at("overdue"), 0);
    EXPECT_EQ(get(clerk, "/cases/" + id).at("next").at(0), "police_sent");
    ground.clock.set(parse_timestamp("2026-06-29T10:00:01+08:00").value());
    EXPECT_EQ(hours(id).at("overdue"), true);
    EXPECT_EQ(get(clerk, "/cases").at("items").at(0).at("overdue"), 1) << "the same day";
    EXPECT_EQ(get(access::Principal{}, "/case-counts").at("items").at(0).at("overdue"), 1);
    {
        auto lease = ground.pool->lease();
        auto const late = service.own_overdue(*lease, ground.policy.visibility(province, access::Action::case_view),
                                              day("2026-06-29"), 10);
        ASSERT_EQ(late.size(), 1U);
        EXPECT_EQ(late.front().what, "批准后移送公安机关");
        EXPECT_EQ(to_string(late.front().due_at.value()), "2026-06-29T10:00:00.000000+08:00");
    }
    record(id, at("police_sent", "2026-06-29", "2026-06-29T10:30:00+08:00"));
    EXPECT_EQ(hours(id).at("state"), "ended");
    EXPECT_EQ(hours(id).at("overdue"), true) << "kept half an hour too late";
    auto const counts = get(access::Principal{}, "/case-counts").at("items").at(0);
    EXPECT_EQ(counts.at("overdue"), 0);
    EXPECT_EQ(counts.at("kept_late"), 1);
    EXPECT_TRUE(ground.findings().empty());
}

TEST_P(Police, CountEarlierPenaltiesOnlyWhereAnOfficerSaysTheFactsAreOthers) {
    auto const institution = ground.institution("91650100MA775E3P5A", "天山安评");
    auto const first = filed("2026-02-02", "2025-12-01", institution);
    decided(first);
    take(first, "delivery", "2026-03-05");
    auto const second = filed("2026-06-20", "2026-06-10", institution);
    auto const view = [&] { return get(clerk, "/cases/" + second); };
    auto const earlier = view().at("earlier_decisions");
    ASSERT_EQ(earlier.as_array().size(), 1U);
    EXPECT_EQ(earlier.at(0).at("document"), "（昌）应急罚〔2026〕1号");
    EXPECT_EQ(earlier.at(0).at("facts"), "事实清楚，证据确凿");
    EXPECT_EQ(earlier.at(0).at("acted_on"), "2025-12-01");
    EXPECT_FALSE(earlier.at(0).as_object().contains("different"));
    EXPECT_EQ(view().at("earlier"), 0) << "nobody said so";
    auto const path = "/cases/" + second + "/earlier-judgements";
    json::object answer{{"earlier", "AJ-99999999"}, {"different", true}, {"reason", "另一份报告"}};
    EXPECT_EQ(post(clerk, path, answer).status, 400);
    answer["earlier"] = first;
    EXPECT_EQ(post(province, path, answer).status, 404);
    id_of(post(clerk, path, answer));
    EXPECT_EQ(view().at("earlier"), 1);
    EXPECT_EQ(view().at("earlier_decisions").at(0).at("reason"), "另一份报告");
    answer["different"] = false;
    id_of(post(clerk, path, answer));
    EXPECT_EQ(view().at("earlier"), 0) << "the last answer holds";
    take(first, "annulment", "2026-06-25");
    EXPECT_TRUE(view().at("earlier_decisions").as_array().empty());
    EXPECT_TRUE(get(clerk, "/cases/" + first).at("earlier_decisions").as_array().empty());
    EXPECT_TRUE(ground.findings().empty());
}

TEST(EarlierPenalties, AreAskedAboutOneByOne) {
    std::vector<EarlierDecision> known(2);
    known[0].id = {"AJ-7"};
    known[1].id = {"AJ-8"};
    EXPECT_EQ(of_other_facts(known), 0);
    known[0].different = true;
    known[1].different = false;
    EXPECT_EQ(of_other_facts(known), 1);
    EXPECT_EQ(refused(judge_earlier({{"AJ-9"}, true, {"另一事实"}}, opened(), known)), "/earlier");
    EXPECT_TRUE(judge_earlier({{"AJ-8"}, true, {"另一事实"}}, opened(), known));
}

TEST(EarlierPenalties, OfADecisionThatAreNotThoseAnsweredAreRemarkedUpon) {
    auto state = told();
    take(state, step(discussion, "2026-02-28"));
    auto const remarks = [&](std::int64_t counted) {
        auto names = two();
        names.earlier = counted;
        auto const events = cases::decide(deciding("2026-03-02"), state, names, law());
        return codes(from_trusted_json<DecisionMade>(events.value().front().data).remarks);
    };
    EXPECT_EQ(remarks(0), "");
    EXPECT_EQ(remarks(1), "earlier");
}

}  // namespace
}  // namespace anping::cases
