// SPDX-License-Identifier: Apache-2.0
#include <anping/api/testing.hpp>
#include <anping/ledger/archive.hpp>

#include "story.hpp"

namespace anping::practice {
namespace {

using access::Role;
using api::testing::body_of;

class Endpoints : public Story {
protected:
    int get(access::Principal const& who, std::string const& path) { return caller.get(who, path).status; }
    json::value read(access::Principal const& who, std::string const& path) {
        auto const response = caller.get(who, path);
        EXPECT_EQ(response.status, 200) << path << " " << response.body;
        return body_of(response);
    }
    http::Response post(access::Principal const& who, std::string const& path, json::value const& body) {
        return caller.post(who, path, body);
    }
    std::size_t listed(access::Principal const& who, std::string const& path = "/api/v1/projects") {
        return read(who, path).at("items").as_array().size();
    }
    access::Principal bureau(Role role, char const* region) const { return house.of_bureau(role, region, "A-b"); }
    access::Principal const nobody{};
    access::Principal rival() const {
        return {{"A-rival"}, Role::project_leader, "J-rival", access::UnitKind::institution, {"650000"}, {}, "", true};
    }
    api::testing::Caller caller{endpoints(house.rooms), house.policy, house.clock};
};
INSTANTIATE_TEST_SUITE_P(Db, Endpoints, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Endpoints, AProjectIsOpenedByItsInstitutionAlone) {
    auto const body = to_json(house.contract());
    auto const told = post(house.leader(), "/api/v1/projects/preview", body);
    EXPECT_EQ(told.status, 200) << told.body;
    EXPECT_EQ(body_of(told).at("deadlines").as_array().size(), 1U);
    auto const made = post(house.leader(), "/api/v1/projects", body);
    ASSERT_EQ(made.status, 201) << made.body;
    EXPECT_TRUE(body_of(made).at("receipt").is_object());
    auto const path = "/api/v1/projects/" + std::string(body_of(made).at("result").at("id").as_string());
    EXPECT_EQ(post(house.county(), "/api/v1/projects", body).status, 403);
    EXPECT_EQ(post(house.the_enterprise(), "/api/v1/projects", body).status, 403);
    EXPECT_EQ(post(nobody, "/api/v1/projects", body).status, 401);
    auto wrong = house.contract();
    wrong.scope = {"assess.99"};
    EXPECT_EQ(post(house.leader(), "/api/v1/projects", to_json(wrong)).status, 400);
    EXPECT_EQ(get(house.leader(), path), 200);
    EXPECT_EQ(get(house.the_enterprise(), path), 200);
    EXPECT_EQ(get(house.county(), path), 200);
    EXPECT_EQ(get(bureau(Role::leader, "650000"), path), 200);
    EXPECT_EQ(get(bureau(Role::clerk, "652302"), path), 404);
    EXPECT_EQ(get(rival(), path), 404);
    EXPECT_EQ(get(nobody, path), 401);
    EXPECT_EQ(get(house.leader(), "/api/v1/projects/P-404"), 404);
}

TEST_P(Endpoints, ThePriceIsForThePartiesAndForThoseWhoWeighIt) {
    auto const path = "/api/v1/projects/" + opened().text;
    auto const sees = [&](access::Principal const& who) { return read(who, path).as_object().contains("contract"); };
    EXPECT_TRUE(sees(house.leader()));
    EXPECT_TRUE(sees(house.the_enterprise()));
    EXPECT_TRUE(sees(bureau(Role::section_head, "652301")));
    EXPECT_TRUE(sees(bureau(Role::leader, "650000")));
    for (auto const role : {Role::clerk, Role::permit_officer, Role::legal_officer, Role::discipline_officer})
        EXPECT_FALSE(sees(bureau(role, "652301")));
}

TEST_P(Endpoints, AListHasWhatItsReaderMaySee) {
    auto const first = opened();
    auto in = house.contract();
    in.region = {"652302"};
    in.title = {"阜康 50%_ 评价 AQ"};
    opened(in);
    EXPECT_EQ(listed(house.leader()), 2U);
    EXPECT_EQ(listed(house.county()), 1U);
    EXPECT_EQ(listed(bureau(Role::clerk, "652300")), 2U);
    EXPECT_EQ(listed(bureau(Role::clerk, "320000")), 0U);
    EXPECT_EQ(listed(house.the_enterprise()), 2U);
    EXPECT_EQ(listed(rival()), 0U);
    EXPECT_EQ(get(nobody, "/api/v1/projects"), 401);
    EXPECT_EQ(listed(house.leader(), "/api/v1/projects?q=50%25_"), 1U);
    EXPECT_EQ(listed(house.leader(), "/api/v1/projects?q=%25"), 1U);
    EXPECT_EQ(listed(house.leader(), "/api/v1/projects?q=aq"), 1U);
    auto const page = read(house.leader(), "/api/v1/projects?limit=1");
    auto const next =
        read(house.leader(), "/api/v1/projects?limit=1&cursor=" + std::string(page.at("next").as_string()));
    EXPECT_EQ(next.at("items").at(0).at("id").as_string(), first.text);
    EXPECT_EQ(next.at("items").at(0).at("next_duty").as_string(), "prior_notice");
    EXPECT_FALSE(next.as_object().contains("next"));
    EXPECT_EQ(listed(house.county(), "/api/v1/deadlines"), 1U);
    EXPECT_EQ(listed(house.leader(), "/api/v1/deadlines"), 2U);
    auto const citing = read(house.leader(), "/api/v1/citations?clause=XJ-13a&limit=1");
    EXPECT_EQ(citing.at("items").at(0).at("type").as_string(), "practice.project_opened");
    EXPECT_NE(citing.at("items").at(0).at("project").as_string(), first.text) << "the newest first";
    EXPECT_TRUE(citing.as_object().contains("next"));
    EXPECT_EQ(listed(house.county(), "/api/v1/citations?clause=XJ-13a"), 1U) << "of its own region only";
    EXPECT_EQ(listed(rival(), "/api/v1/citations?clause=XJ-13a"), 0U);
    EXPECT_EQ(listed(house.leader(), "/api/v1/citations?clause=WJ-3"), 0U);
}

TEST_P(Endpoints, ANoticeReachesTheCountysInbox) {
    auto const id = opened();
    auto const path = "/api/v1/projects/" + id.text;
    auto const notice = to_json(house.notice("2026-03-23", "2026-03-25"));
    EXPECT_EQ(post(house.of_institution(Role::assessor, "A-x"), path + "/notices", notice).status, 403);
    EXPECT_EQ(post(rival(), path + "/notices", notice).status, 404);
    auto const made = post(house.leader(), path + "/notices", notice);
    ASSERT_EQ(made.status, 201) << made.body;
    EXPECT_EQ(body_of(made).at("result").at("receipts").as_array().size(), 2U);
    auto const inbox = read(house.county(), "/api/v1/notices?unopened=1");
    ASSERT_EQ(inbox.at("items").as_array().size(), 1U);
    auto const opening = "/api/v1/notices/" + std::string(inbox.at("items").at(0).at("id").as_string()) + "/opened";
    EXPECT_EQ(post(house.leader(), opening, json::object{}).status, 403);
    EXPECT_EQ(post(bureau(Role::clerk, "652302"), opening, json::object{}).status, 404);
    EXPECT_EQ(post(house.county(), opening, json::object{}).status, 200);
    EXPECT_EQ(listed(house.county(), "/api/v1/notices?unopened=1"), 0U);
    EXPECT_EQ(listed(house.county(), "/api/v1/notices"), 1U);
    EXPECT_EQ(listed(bureau(Role::clerk, "650000"), "/api/v1/notices?unopened=1"), 1U);
    EXPECT_EQ(listed(house.county(), "/api/v1/on-site"), 0U);
    go_to("2026-03-24T09:00:00+08:00");
    EXPECT_EQ(listed(house.county(), "/api/v1/on-site"), 1U);
    EXPECT_EQ(listed(bureau(Role::clerk, "652302"), "/api/v1/on-site"), 0U);
    EXPECT_EQ(get(house.leader(), "/api/v1/notices"), 403);
    EXPECT_EQ(listed(house.county(), path + "/timeline"), 3U);
}

TEST_P(Endpoints, TheCorpsNoticeIsOpenedByTheProvinceItWasSentTo) {
    auto in = house.contract();
    in.authority = field::Authority::corps;
    auto const id = opened(in);
    notified(id);
    auto const opening = "/api/v1/notices/" + view(id).notices[0].id.text + "/opened";
    EXPECT_EQ(post(house.county(), opening, json::object{}).status, 404);
    EXPECT_EQ(post(bureau(Role::clerk, "650000"), opening, json::object{}).status, 200);
}

TEST_P(Endpoints, AReportIsSignedByItsReviewersWhoShowThatItIsThem) {
    auto const id = opened();
    auto const path = "/api/v1/projects/" + id.text;
    FileReport const report{{"报告"}, {"符合"}, {house.people[0]}, house.upload(house.leader(), "报告.pdf", "%PDF a")};
    EXPECT_EQ(post(house.county(), path + "/reports", to_json(report)).status, 403);
    ASSERT_EQ(post(house.leader(), path + "/reports", to_json(report)).status, 201);
    auto const sm3 = view(id).reports[0].file.blob.sm3;
    auto who = reviewer(ReviewStep::internal_review);
    auto const review = house.confirming(who, id, ReviewStep::internal_review, sm3);
    EXPECT_EQ(post(house.leader(), path + "/reviews", to_json(review)).status, 403);
    who.recently_authenticated = false;
    EXPECT_NE(post(who, path + "/reviews", to_json(review)).status, 201);
    who.recently_authenticated = true;
    EXPECT_EQ(post(who, path + "/reviews", to_json(review)).status, 201);
    auto const publisher = house.of_institution(Role::institution_admin, "A-admin");
    auto const early = post(publisher, path + "/publication", to_json(PublishReport{{sm3}}));
    EXPECT_GE(early.status, 400);
    EXPECT_THAT(early.body, ::testing::HasSubstr("XJ-4b.publication"));
    ASSERT_TRUE(sign(id, ReviewStep::technical_lead, sm3));
    ASSERT_TRUE(sign(id, ReviewStep::process_lead, sm3));
    EXPECT_EQ(post(publisher, path + "/publication", to_json(PublishReport{{sm3}})).status, 201);
    EXPECT_EQ(post(house.leader(), path + "/archive", json::object{}).status, 201);
}

TEST_P(Endpoints, AFileIsReadByWhoeverMayReadItsProject) {
    go_to("2026-03-24T09:00:00+08:00");
    auto const id = opened();
    surveyed(id);
    auto const path = "/api/v1/projects/" + id.text + "/files/";
    auto const sm3 = view(id).evidence[0].exhibit.value().blob.sm3;
    auto const file = caller.get(house.county(), path + sm3);
    ASSERT_EQ(file.status, 200);
    ASSERT_TRUE(file.file);
    EXPECT_EQ(file.file->size, std::string("photo gate").size());
    EXPECT_THAT(api::testing::header_of(file, "content-disposition"), ::testing::HasSubstr("%E7%85%A7"));
    EXPECT_THAT(caller.get(house.the_enterprise(), path + sm3 + "/preview?page=1").body, ::testing::EndsWith("page 1"));
    EXPECT_EQ(get(rival(), path + sm3), 404);
    EXPECT_EQ(get(rival(), path + sm3 + "/preview"), 404);
    EXPECT_EQ(get(house.leader(), path + std::string(64, '0')), 404);
    // The bytes are in the vault, but not of this project.
    auto const other = "/api/v1/projects/" + opened().text + "/files/";
    EXPECT_EQ(get(house.leader(), other + sm3), 404);
}

TEST_P(Endpoints, ContractFilesAndEvidenceAreOfTheInstitution) {
    auto const id = opened();
    auto const path = "/api/v1/projects/" + id.text;
    AttachEvidence const scan{{house.file(house.leader(), "contract_scan", "合同.pdf", "%PDF")}};
    EXPECT_EQ(post(house.of_institution(Role::assessor, "A-x"), path + "/contract-files", to_json(scan)).status, 403);
    EXPECT_EQ(post(house.leader(), path + "/contract-files", to_json(scan)).status, 201);
    AttachEvidence const photo{{house.file(house.leader(), "gate", "门.jpg", "photo")}};
    EXPECT_EQ(post(house.leader(), path + "/contract-files", to_json(photo)).status, 400);
    EXPECT_EQ(post(house.leader(), path + "/evidence", to_json(photo)).status, 201);
    AttachEvidence const theirs{{house.file(house.county(), "invoice", "票.jpg", "of the county")}};
    EXPECT_EQ(post(house.county(), path + "/evidence", to_json(theirs)).status, 201);
    EXPECT_THAT(standing(id), ::testing::ElementsAre("invoice_missing"));
    auto const survey = house.survey("2026-03-02T08:00:00+08:00", "2026-03-02T08:30:00+08:00");
    EXPECT_EQ(post(house.county(), path + "/surveys", to_json(survey)).status, 403);
    EXPECT_EQ(post(house.leader(), path + "/surveys", to_json(survey)).status, 201);
}

TEST_P(Endpoints, AnArchiveFileVerifiesWithoutTheServer) {
    go_to("2026-03-24T09:00:00+08:00");
    auto const id = opened();
    auto const path = "/api/v1/projects/" + id.text + "/archive-file";
    EXPECT_EQ(get(house.leader(), path), 409);
    surveyed(id);
    auto const sm3 = reported(id, "%PDF report");
    reviewed(id, sm3);
    ASSERT_TRUE(publish(id, sm3));
    EXPECT_EQ(get(house.leader(), path), 409) << "no head covers it yet";
    house.sign_head();
    attached(id, "invoice", "%PDF after the head");
    auto const file = caller.get(house.county(), path);
    ASSERT_EQ(file.status, 200) << file.body;
    ASSERT_TRUE(file.file);
    auto const checked = ledger::verify_archive(file.file->path);
    ASSERT_TRUE(checked) << checked.error().text;
    EXPECT_EQ(checked->subjects, std::vector<std::string>{id.text});
    EXPECT_EQ(checked->entries, 12);
    EXPECT_EQ(checked->evidence, 6);
    EXPECT_EQ(get(rival(), path), 404);
    EXPECT_EQ(get(nobody, path), 401);
}

}  // namespace
}  // namespace anping::practice
