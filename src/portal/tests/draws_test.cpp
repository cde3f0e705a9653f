// SPDX-License-Identifier: Apache-2.0
// Draws as the public sees them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <anping/licensing/service.hpp>
#include <anping/planning/projection.hpp>
#include <anping/portal/portal.hpp>
#include <anping/practice/testing.hpp>
#include <anping/registry/testing.hpp>

namespace anping::portal {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class PublicDraws : public ::testing::TestWithParam<db::Backend> {
protected:
    http::Response show(std::string const& target) {
        auto request = api::testing::request("GET", target);
        for (auto const& route : pages(sources))
            if (api::testing::matches(route.pattern, request)) return route.handle(request);
        return {};
    }
    std::string done(planning::Decision decide) {
        auto const written = house.act(clerk, std::move(decide));
        return written ? std::string(written->answer.at("id").as_string()) : written.error().text;
    }
    planning::DrawId planned() {
        planning::PlanDraw in{
            {"四季度抽查"}, {"年度检查计划"}, planning::DrawForm::ceremony, {}, {}, {}, {}, 1, 0, {}, 2, {}, 0, {}, {}};
        for (auto const* by : kParties) in.participants.push_back({by});
        return {done(planning.plan(clerk, std::move(in)))};
    }
    planning::DrawId held() {
        auto id = planned();
        auto const share = [](std::int64_t i) { return std::string(64, static_cast<char>('1' + i)); };
        for (std::int64_t i = 0; i < 3; ++i)
            done(planning.commit(id, {i + 1, {draw::commitment(id.text, kParties[i], share(i))}}));
        done(planning.begin_revealing(id));
        for (std::int64_t i = 0; i < 3; ++i) done(planning.reveal(id, {i + 1, {share(i)}}));
        done(planning.hold(clerk, id, {}));
        return id;
    }

    static constexpr char const* kParties[] = {"执法科", "法制科", "机构代表"};
    std::unique_ptr<ledger::Projection> rows = planning::make_projection();
    practice::testing::House house{GetParam(), practice::testing::books(ANPING_SOURCE_DIR "/rulebooks"), {rows.get()}};
    licensing::Service licensing{[this] { return house.law; }, house.registry, house.service, house.clock};
    planning::Service planning{
        {house.registry,
         [this](auto&, auto const&, auto, auto) { return std::vector<registry::InstitutionId>{house.institution}; },
         {},
         {},
         {},
         {}}};
    cases::Service cases{{[this] { return house.law; }, house.registry, house.personal, house.clock, {}, {}}};
    Sources const sources{house.service,
                          licensing,
                          house.registry,
                          planning,
                          cases,
                          [] { return std::string(R"(<script id="paper" type="application/json">null</script>)"); },
                          [this] { return house.law; },
                          house.pool,
                          house.folder.path,
                          house.clock};
    access::Principal const clerk = house.of_bureau(access::Role::clerk, "652301", "A-clerk");
};

INSTANTIATE_TEST_SUITE_P(Db, PublicDraws, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(PublicDraws, ShowTheDigestOfTheListAtOnceAndWhoWasDrawnOnceThatIsPublished) {
    EXPECT_THAT(show("/draws").body, HasSubstr("还没有抽取过"));
    auto const id = held();
    auto const before = show("/draws").body;
    EXPECT_THAT(before, HasSubstr("四季度抽查"));
    EXPECT_THAT(before, HasSubstr("已抽取，检查以后公布结果"));
    EXPECT_THAT(before, Not(HasSubstr("/replay"))) << "nobody is warned";
}

TEST_P(PublicDraws, OfferThePartiesOfACeremonyAPageToMakeTheirSharesOn) {
    planned();
    EXPECT_THAT(show("/draws").body, HasSubstr("/draws/share"));
    auto const page = show("/draws/share");
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body, HasSubstr(">null<")) << "no draw in it";
}

TEST_P(PublicDraws, ArePublishedWithAFileThatComputesThemAgain) {
    auto const id = held();
    EXPECT_EQ(show("/draws/" + id.text + "/replay").status, 404);
    EXPECT_EQ(done(planning.publish(id)), id.text);
    EXPECT_THAT(show("/draws").body, HasSubstr("结果已公布"));
    EXPECT_THAT(show("/draws").body, HasSubstr("/draws/" + id.text + "/replay"));
    auto const page = show("/draws/" + id.text + "/replay");
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body, HasSubstr(id.text));
    EXPECT_EQ(done(planning.publish(id)), "结果已经公布");
    EXPECT_EQ(show("/draws/SJ-404/replay").status, 404);
}

TEST_P(PublicDraws, ThatWereNotHeldAreNotPublished) {
    auto const id = planned();
    EXPECT_THAT(done(planning.publish(id)), HasSubstr("还没有抽取"));
    EXPECT_THAT(show("/draws").body, HasSubstr("名单已定，尚未抽取"));
    EXPECT_EQ(show("/draws?before=0").status, 200);
    EXPECT_THAT(show("/draws?before=0").body, HasSubstr("还没有抽取过"));
}

}  // namespace
}  // namespace anping::portal
