// SPDX-License-Identifier: Apache-2.0
#include "house.hpp"

namespace anping::licensing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// What a list shows, by the titles.
class ListedApplications : public Applications {
protected:
    std::string apply(std::string title, char const* received_on) {
        ReceiveApplication in{house.enterprise, {"chemical_production"}, {std::move(title)},
                              day(received_on), day(received_on),        {{project}}};
        auto const response = post(desk, "", to_json(in));
        EXPECT_EQ(response.status, 201) << response.body;
        return std::string(api::testing::body_of(response).at("result").at("id").as_string());
    }
    std::vector<std::string> titles_of(access::Principal const& who, std::string const& query) {
        auto const body = api::testing::body_of(caller.get(who, "/api/v1/applications?" + query));
        next = body.as_object().contains("next") ? std::string(body.at("next").as_string()) : "";
        std::vector<std::string> out;
        for (auto const& item : body.at("items").as_array()) out.emplace_back(item.at("title").as_string());
        return out;
    }
    std::string next;
};
INSTANTIATE_TEST_SUITE_P(Db, ListedApplications, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(ListedApplications, GoOnFromPageToPageTheUndecidedFirstAndThoseNextDue) {
    apply("third", "2026-03-02");
    apply("second", "2026-02-27");
    auto const decided = apply("decided", "2026-02-26");
    apply("first", "2026-02-26");
    Decide const decision{Outcome::withdrawn, day("2026-03-02"), std::nullopt, {"申请人撤回"}};
    ASSERT_EQ(post(bureau(Role::leader), "/" + decided + "/decision", to_json(decision)).status, 201);
    EXPECT_THAT(titles_of(desk, "limit=3"), ElementsAre("first", "second", "third"));
    EXPECT_THAT(titles_of(desk, "limit=3&cursor=" + next), ElementsAre("decided"));
    EXPECT_EQ(next, "");
    EXPECT_THAT(titles_of(house.leader(), "limit=1"), ElementsAre("first"));
    EXPECT_EQ(caller.get(desk, "/api/v1/applications?limit=201").status, 400);
}

TEST_P(ListedApplications, AreFoundByWhatIsAppliedForByTheApplicantAndByTheId) {
    auto const id = apply("安全生产许可证延期", "2026-03-02");
    apply("危险化学品经营许可", "2026-03-02");
    EXPECT_THAT(titles_of(desk, "q=%E7%BB%8F%E8%90%A5"), ElementsAre("危险化学品经营许可"));  // 经营
    EXPECT_EQ(titles_of(desk, "q=%E6%98%8C%E5%90%89").size(), 2U);                            // 昌吉, the applicant
    EXPECT_THAT(titles_of(desk, "q=" + id), ElementsAre("安全生产许可证延期"));
    EXPECT_THAT(titles_of(desk, "q=" + std::to_string(std::stoi(id.substr(3)))), ElementsAre("安全生产许可证延期"));
    EXPECT_THAT(titles_of(desk, "q=XK-9"), IsEmpty());
    EXPECT_THAT(titles_of(bureau(Role::permit_officer, "652302"), "q=" + id), IsEmpty());
}

TEST_P(ListedApplications, AreCountedAsTheyAreListed) {
    auto const held = apply("held", "2026-03-02");
    apply("open", "2026-03-02");
    ASSERT_EQ(post(desk, "/" + held + "/corrections", to_json(DemandCorrection{project, {{"上传合同"}}})).status, 201);
    house.clock.set(practice::testing::at("2026-03-12T09:00:00+08:00"));
    auto lease = house.pool.lease();
    auto const sees = house.policy.visibility(desk, access::Action::application_view);
    for (auto const& [state, expected] : {std::pair{ApplicationState::open, 2},
                                          {ApplicationState::held, 1},
                                          {ApplicationState::escalated, 0},
                                          {ApplicationState::decided, 0}}) {
        ApplicationFilter filter;
        filter.state = state;
        filter.region = field::RegionCode{"652300"};
        EXPECT_EQ(service.count(*lease, sees, filter), expected);
        EXPECT_EQ(service.applications(*lease, sees, filter, "", 10).size(), static_cast<std::size_t>(expected));
    }
}

}  // namespace
}  // namespace anping::licensing
