// SPDX-License-Identifier: Apache-2.0
#include "house.hpp"

namespace anping::cases {
namespace {

class Listings : public House {
protected:
    // Told on 1 June, by a decision of March that was delivered.
    std::string told() {
        auto const of = decided(against(institution));
        take(of, "delivery", "2026-03-05");
        return id_of(post(clerk, "/listings",
                          json::object{{"of", of},
                                       {"situation", "false_documents"},
                                       {"on", "2026-06-25"},
                                       {"grounds", "出具虚假报告"},
                                       {"documents", json::array()}}));
    }
    void record(access::Principal const& who, std::string const& id, char const* where, char const* step,
                char const* on) {
        id_of(post(who, "/listings/" + id + where,
                   json::object{{"step", step}, {"on", on}, {"text", "已办理"}, {"documents", json::array()}}));
    }
    json::object said(char const* text, json::array documents = {}) const {
        return {{"text", text}, {"documents", std::move(documents)}};
    }
    std::size_t in_force(access::Principal const& who, std::string const& of = "") {
        return get(who, "/listings-in-force?institution=" + of).at("items").as_array().size();
    }
    std::string const institution = ground.institution("91510100MA61T42C93", "天山安评");
    access::Principal const own = of_institution(institution);
};

INSTANTIATE_TEST_SUITE_P(Db, Listings, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Listings, AreSeenAndAnsweredByTheirInstitutionAndNobodyElse) {
    auto const id = told();
    EXPECT_EQ(get(of_institution("J-404"), "/own-listings").at("items").as_array().size(), 0U);
    EXPECT_EQ(post(of_institution("J-404"), "/listings/" + id + "/defences", said("不是我们")).status, 404);
    EXPECT_EQ(caller.get(own, "/api/v1/listings/" + id).status, 403) << "the bureau's page";
    id_of(post(own, "/listings/" + id + "/defences", said("事实不符")));
    auto const view = get(own, "/own-listings").at("items").at(0);
    EXPECT_EQ(view.at("grounds"), "出具虚假报告");
    EXPECT_EQ(view.at("steps").at(1).at("own"), true);
    EXPECT_EQ(view.at("may_answer"), true);
    EXPECT_EQ(view.at("may_ask"), false);
    EXPECT_EQ(view.at("limits").at(0).at("limit").at("duty"), "dishonesty_answer");
    EXPECT_EQ(get(clerk, "/listings/" + id).at("steps").at(1).at("text"), "事实不符");
    stands();
}

TEST_P(Listings, ThatWaitForAnAnswerAreTheBureausOwnOverdueOnceItsDayIsPast) {
    auto const id = told();
    id_of(post(own, "/listings/" + id + "/defences", said("事实不符")));
    EXPECT_EQ(get(clerk, "/listings/" + id).at("summary").at("overdue"), 0);
    ground.clock.set(parse_timestamp("2026-08-03T09:00:00+08:00").value());
    EXPECT_EQ(get(clerk, "/listings/" + id).at("summary").at("overdue"), 1);
    auto lease = ground.pool->lease();
    auto const late = service.own_overdue(*lease, ground.policy.visibility(province, access::Action::case_view),
                                          field::parse_date("2026-08-03").value(), 10);
    EXPECT_TRUE(
        std::ranges::any_of(late, [](auto const& one) { return one.what == "听取陈述、申辩后作出是否列入的决定"; }));
}

TEST_P(Listings, AreRemovedEarlyOnRequestWithPapersAndTheirEffectsEnd) {
    auto const id = told();
    record(leader, id, "/decisions", "listed", "2026-06-26");
    EXPECT_EQ(in_force(clerk, institution), 1U);
    EXPECT_EQ(in_force(own), 0U) << "not published so far";
    record(clerk, id, "/steps", "publicised", "2026-06-26");
    EXPECT_EQ(in_force(own, "J-9," + institution), 1U);
    EXPECT_EQ(in_force(access::Principal{}, "J-9"), 0U);
    auto const effects = get(own, "/listings-in-force").at("items").at(0);
    EXPECT_EQ(effects.at("clause").at("clause"), "CN-SD.effects");
    EXPECT_GT(effects.at("effects").as_array().size(), 3U);
    json::array const shown{json::object{{"kind", "remedied"}, {"number", "整改报告.pdf"}, {"upload", "U-1"}}};
    id_of(post(own, "/listings/" + id + "/repair-requests", said("申请提前移出", shown)));
    auto const view = get(own, "/own-listings").at("items").at(0);
    EXPECT_EQ(view.at("conditions").at(0).at("standing"), "missing") << "the twelve months";
    EXPECT_EQ(view.at("conditions").at(2).at("standing"), "shown");
    EXPECT_EQ(view.at("conditions_why").at("clause"), "CN-SD.repair");
    auto const sm3 = std::string(64, 'a');
    auto const file = "/document-file?sm3=" + sm3;
    auto lease = ground.pool->lease();
    EXPECT_TRUE(service.has_file(*lease, ListingId{id}, sm3));
    EXPECT_EQ(caller.get(of_institution("J-404"), "/api/v1/own-listings/" + id + file).status, 404);
    record(leader, id, "/decisions", "removed", "2026-06-29");
    EXPECT_EQ(in_force(clerk), 0U);
    stands();
}

TEST_P(Listings, HaveNoEffectOnceTheDecisionTheyRestOnIsAnnulled) {
    auto const id = told();
    record(leader, id, "/decisions", "listed", "2026-06-26");
    EXPECT_EQ(in_force(clerk), 1U);
    auto const of = std::string(get(clerk, "/listings/" + id).at("summary").at("of").as_string());
    take(of, "annulment", "2026-06-27");
    EXPECT_EQ(in_force(clerk), 0U);
}

}  // namespace
}  // namespace anping::cases
