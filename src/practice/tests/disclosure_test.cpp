// SPDX-License-Identifier: Apache-2.0
// The report on the institution's own site.
#include <anping/api/testing.hpp>
#include <anping/crypto/digest.hpp>
#include <anping/practice/looking.hpp>

#include "cases.hpp"
#include "story.hpp"

namespace anping::practice {
namespace {

using access::Role;
using api::testing::body_of;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

State filed() {
    auto out = project();
    out.report = ReportId{"B-00000007"};
    out.edition = 1;
    out.report_sm3 = std::string(64, 'a');
    return out;
}
State disclosed(DisclosedAs as = DisclosedAs::original) {
    auto out = filed();
    out.disclosure = {*out.report, out.report_sm3, "http://tianshan.test/r.pdf", as, 0, {}};
    return out;
}
RecordDisclosure recording(char const* url = "http://www.tianshan.test/报告/1.pdf") {
    return {{std::string(64, 'a')}, {url}, DisclosedAs::original, day("2026-04-10"), {}};
}
Found bytes(char digest) { return {{}, 200, "application/pdf", 9, std::string(64, digest)}; }
Found missing(Sight why) { return {why, 0, "", 0, ""}; }

DisclosureChecked checked(State const& state, Found const& found, char const* today) {
    auto const with = on(today);
    return first<DisclosureChecked>(record_check(state.disclosure->url, found, with.now, state, with));
}
// The state a check leaves.
State after(State state, DisclosureChecked const& event, char const* today) {
    if (event.failed_days > state.disclosure->failed_days) state.disclosure->failed_on = day(today);
    state.disclosure->failed_days = event.failed_days;
    return state;
}

TEST(Disclosure, IsTheAddressOfTheReportThatCounts) {
    EXPECT_EQ(refused(record_disclosure(recording(), project(), {}, on("2026-04-11"))), "practice.no_report");
    auto other = recording();
    other.report_sm3 = {std::string(64, 'b')};
    EXPECT_EQ(refused(record_disclosure(other, filed(), {}, on("2026-04-11"))), "practice.report_moved_on");
    auto const event = first<DisclosureRecorded>(record_disclosure(recording(), filed(), {}, on("2026-04-11")));
    EXPECT_EQ(event.report.text, "B-00000007");
    EXPECT_EQ(event.url, "http://www.tianshan.test/%E6%8A%A5%E5%91%8A/1.pdf");
    EXPECT_FALSE(event.own_site);
}

TEST(Disclosure, TakesOnlyAnAddressABrowserCouldOpen) {
    for (auto const* url : {"tianshan.test/r.pdf", "ftp://tianshan.test/r.pdf", "javascript:alert(1)",
                            "http://user:word@tianshan.test/", "http://天山.test/"})
        EXPECT_EQ(refused(record_disclosure(recording(url), filed(), {}, on("2026-04-11"))), "/url") << url;
    EXPECT_EQ(refused(record_disclosure(recording(), filed(), {}, on("2026-04-09"))), "/public_since");
}

TEST(Disclosure, ChangesWithAReason) {
    auto in = recording("http://tianshan.test/2.pdf");
    EXPECT_EQ(refused(record_disclosure(in, disclosed(), {}, on("2026-04-11"))), "/reason");
    in.reason = Text<2, 500>{"网站改版"};
    EXPECT_EQ(refused(record_disclosure(in, disclosed(), {}, on("2026-04-11"))), "");
    auto of_the_edition_before = disclosed();
    of_the_edition_before.report = ReportId{"B-00000009"};
    in.reason.reset();
    EXPECT_EQ(refused(record_disclosure(in, of_the_edition_before, {}, on("2026-04-11"))), "");
    EXPECT_EQ(refused(withdraw_disclosure({{"误登"}}, filed(), on("2026-04-11"))), "practice.not_disclosed");
    EXPECT_EQ(refused(withdraw_disclosure({{"误登"}}, disclosed(), on("2026-04-11"))), "");
}

TEST(Disclosure, SaysWhetherItIsOnTheSiteTheInstitutionRegistered) {
    auto const own = [](char const* url, char const* website) {
        return first<DisclosureRecorded>(record_disclosure(recording(url), filed(), website, on("2026-04-11")))
            .own_site.value();
    };
    EXPECT_TRUE(own("https://tianshan.test/1", "http://www.tianshan.test/index.html"));
    EXPECT_TRUE(own("https://reports.tianshan.test/1", "www.tianshan.test"));
    EXPECT_FALSE(own("https://pan.example.cn/1", "www.tianshan.test"));
    EXPECT_FALSE(own("https://nottianshan.test/1", "tianshan.test"));
}

TEST(DisclosureCheck, ComparesTheBytesWithTheReportFiled) {
    auto const same = checked(disclosed(), bytes('a'), "2026-04-11");
    EXPECT_EQ(same.sight, Sight::same);
    EXPECT_EQ(same.failed_days, 0);
    EXPECT_EQ(same.sm3, std::string(64, 'a'));
    EXPECT_EQ(checked(disclosed(), bytes('b'), "2026-04-11").sight, Sight::different);
    EXPECT_EQ(checked(disclosed(), missing(Sight::tls), "2026-04-11").sight, Sight::tls);
    EXPECT_EQ(refused(record_check("http://else.test/", bytes('a'), {}, disclosed(), on("2026-04-11"))),
              "practice.disclosure_moved_on");
}

TEST(DisclosureCheck, CountsOtherBytesAgainstTheFileItselfOnly) {
    EXPECT_EQ(checked(disclosed(DisclosedAs::original), bytes('b'), "2026-04-11").failed_days, 1);
    EXPECT_EQ(checked(disclosed(DisclosedAs::redacted), bytes('b'), "2026-04-11").failed_days, 0);
    EXPECT_EQ(checked(disclosed(DisclosedAs::page), bytes('b'), "2026-04-11").failed_days, 0);
    EXPECT_EQ(checked(disclosed(DisclosedAs::page), missing(Sight::status), "2026-04-11").failed_days, 1);
}

TEST(DisclosureCheck, RemindsOnTheThirdDayInARowAndNotOfThreeLooksInOne) {
    auto state = disclosed();
    Judgement judged;
    for (auto const* today : {"2026-04-11", "2026-04-11", "2026-04-11", "2026-04-12"}) {
        auto const event = checked(state, missing(Sight::refused), today);
        EXPECT_THAT(flags(event.judgement), Not(Contains(HasSubstr("disclosure_lost")))) << today;
        state = after(state, event, today);
    }
    auto const third = checked(state, missing(Sight::timeout), "2026-04-14");
    EXPECT_EQ(third.failed_days, 3);
    EXPECT_THAT(flags(third.judgement), Contains("disclosure_lost remind"));
    auto const again = checked(after(state, third, "2026-04-14"), bytes('a'), "2026-04-15");
    EXPECT_EQ(again.failed_days, 0);
    EXPECT_THAT(flags(again.judgement), Not(Contains(HasSubstr("disclosure_lost"))));
}

TEST(DisclosureCheck, TakesTheInstitutionsOwnWordForNeither) {
    auto state = disclosed();
    state.disclosure->failed_days = 3;
    state.disclosure->failed_on = day("2026-04-10");
    auto const looked = [&](Looker by, Sight sight) {
        RecordSighting const in{on("2026-04-11").now, sight, {}};
        return first<DisclosureChecked>(record_sighting(in, state, by, on("2026-04-11"))).failed_days;
    };
    EXPECT_EQ(looked(Looker::institution, Sight::same), 3);
    EXPECT_EQ(looked(Looker::institution, Sight::unreachable), 3);
    EXPECT_EQ(looked(Looker::officer, Sight::same), 0);
    EXPECT_EQ(looked(Looker::officer, Sight::unreachable), 4);
}

TEST(DisclosureCheck, BelievesNobodyWhoSawTheFutureOrMoreThanAPersonCan) {
    RecordSighting in{on("2026-04-12").now, Sight::same, {}};
    EXPECT_EQ(refused(record_sighting(in, disclosed(), Looker::officer, on("2026-04-11"))), "/seen_at");
    in.seen_at = on("2026-04-10").now;
    in.sight = Sight::tls;
    EXPECT_EQ(refused(record_sighting(in, disclosed(), Looker::officer, on("2026-04-11"))), "/sight");
    in.sight = Sight::different;
    EXPECT_EQ(refused(record_sighting(in, disclosed(), Looker::officer, on("2026-04-11"))), "");
    EXPECT_EQ(refused(record_sighting(in, filed(), Looker::officer, on("2026-04-11"))), "practice.not_disclosed");
}

TEST(ReliedOn, TheReportIsMissedFromTheFirstApplicationUntilItIsDisclosed) {
    auto const event =
        from_trusted_json<ReportReliedOn>(relied_on("XK-00000001", day("2026-04-09"), filed(), on("2026-04-10")).data);
    EXPECT_EQ(event.noted.at("permit.applied_on"), "2026-04-09");
    EXPECT_EQ(deadlines(event.judgement), Words{"report_disclosure 2026-04-09 XJ-5d"});
    EXPECT_THAT(flags(event.judgement), Contains("disclosure_missing remind"));
    auto known = filed();
    known.noted["permit.applied_on"] = "2026-04-09";
    EXPECT_TRUE(from_trusted_json<ReportReliedOn>(relied_on("XK-2", day("2026-05-09"), known, on("2026-05-09")).data)
                    .noted.empty());
    auto const recorded = first<DisclosureRecorded>(record_disclosure(recording(), known, {}, on("2026-05-09")));
    EXPECT_THAT(flags(recorded.judgement), Not(Contains(HasSubstr("disclosure_missing"))));
    auto disclosed_again = disclosed();
    disclosed_again.noted["permit.applied_on"] = "2026-04-09";
    EXPECT_THAT(
        flags(first<DisclosureWithdrawn>(withdraw_disclosure({{"误登"}}, disclosed_again, on("2026-05-09"))).judgement),
        Contains("disclosure_missing remind"));
}

class Disclosing : public Story {
protected:
    ProjectId published_report() {
        auto const id = whole();
        sm3 = view(id).reports.front().file.blob.sm3;
        return id;
    }
    http::Response post(access::Principal const& who, ProjectId const& id, std::string const& act,
                        json::value const& body) {
        return caller().post(who, "/api/v1/projects/" + id.text + "/" + act, body);
    }
    json::value disclosure(ProjectId const& id) {
        return body_of(caller().get(house.county(), "/api/v1/projects/" + id.text + "/disclosure"));
    }
    json::object address(char const* url) const { return {{"report_sm3", sm3}, {"url", url}, {"as", "original"}}; }
    Rooms looking() {
        auto rooms = house.rooms;
        rooms.look = [this](Where const& where) -> Result<Found> {
            asked.push_back(where.url);
            return found;
        };
        return rooms;
    }
    api::testing::Caller& caller() {
        if (!caller_) caller_.emplace(endpoints(looking()), house.policy, house.clock);
        return *caller_;
    }
    std::size_t due() {
        auto lease = house.pool.lease();
        return house.service.disclosures_due(*lease, 10).size();
    }

    std::string sm3;
    Found found;
    std::vector<std::string> asked;

private:
    std::optional<api::testing::Caller> caller_;
};
INSTANTIATE_TEST_SUITE_P(Db, Disclosing, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Disclosing, IsRecordedLookedAtAndShownToThePublic) {
    auto const id = published_report();
    ASSERT_EQ(post(house.leader(), id, "disclosure", address("http://tianshan.test/r.pdf")).status, 201);
    found = {{}, 200, "application/pdf", 11, sm3};
    go_to("2026-04-11T10:00:00+08:00");
    auto const answer = post(house.county(), id, "disclosure-checks", json::object{});
    ASSERT_EQ(answer.status, 201) << answer.body;
    EXPECT_EQ(asked, std::vector<std::string>{"http://tianshan.test/r.pdf"});
    auto const seen = disclosure(id);
    EXPECT_TRUE(seen.at("server_looks").as_bool());
    EXPECT_EQ(seen.at("checks").at(0).at("sight"), "same");
    EXPECT_EQ(seen.at("checks").at(0).at("by"), "server");
    auto const shown = check(sm3).front().disclosure.value();
    EXPECT_EQ(shown.url, "http://tianshan.test/r.pdf");
    EXPECT_EQ(shown.sight, Sight::same);
    EXPECT_EQ(shown.checked_at, at("2026-04-11T10:00:00+08:00"));
}

TEST_P(Disclosing, IsAmendedAndWithdrawnWithATrace) {
    auto const id = published_report();
    post(house.leader(), id, "disclosure", address("http://tianshan.test/r.pdf"));
    auto changed = address("http://tianshan.test/2.pdf");
    EXPECT_EQ(post(house.leader(), id, "disclosure", changed).status, 400);
    changed["reason"] = "网站改版";
    EXPECT_EQ(post(house.leader(), id, "disclosure", changed).status, 201);
    EXPECT_EQ(post(house.leader(), id, "disclosure-withdrawal", {{"reason", "报告须修订"}}).status, 201);
    auto const seen = disclosure(id);
    EXPECT_FALSE(seen.as_object().contains("current"));
    ASSERT_EQ(seen.at("changes").as_array().size(), 3U);
    EXPECT_EQ(seen.at("changes").at(0).at("withdrawn"), true);
    EXPECT_EQ(seen.at("changes").at(1).at("reason"), "网站改版");
    EXPECT_FALSE(check(sm3).front().disclosure);
}

TEST_P(Disclosing, IsOfTheInstitutionAloneAndCheckedByWhomItConcerns) {
    auto const id = published_report();
    auto const body = address("http://tianshan.test/r.pdf");
    EXPECT_EQ(post(house.county(), id, "disclosure", body).status, 403);
    EXPECT_EQ(post(house.the_enterprise(), id, "disclosure", body).status, 403);
    EXPECT_EQ(post(house.leader(), id, "disclosure", body).status, 201);
    json::object const seen{{"seen_at", "2026-04-10T09:00:00+08:00"}, {"sight", "same"}};
    EXPECT_EQ(post(house.of_bureau(Role::permit_officer, "652301", "A-p"), id, "disclosure-sightings", seen).status,
              201);
    EXPECT_EQ(post(house.of_bureau(Role::clerk, "652302", "A-f"), id, "disclosure-sightings", seen).status, 404);
    EXPECT_EQ(post(house.the_enterprise(), id, "disclosure-sightings", seen).status, 403);
    EXPECT_EQ(disclosure(id).at("checks").at(0).at("by"), "officer");
}

TEST_P(Disclosing, IsNotAskedForTwiceAtOnceNorWhereNobodyIsAsked) {
    auto const id = published_report();
    EXPECT_EQ(post(house.leader(), id, "disclosure-checks", json::object{}).status, 409);
    post(house.leader(), id, "disclosure", address("http://tianshan.test/r.pdf"));
    found.problem = Sight::refused;
    EXPECT_EQ(post(house.leader(), id, "disclosure-checks", json::object{}).status, 201);
    EXPECT_EQ(post(house.leader(), id, "disclosure-checks", json::object{}).status, 409);
    api::testing::Caller offline{endpoints(house.rooms), house.policy, house.clock};
    auto const path = "/api/v1/projects/" + id.text + "/disclosure-checks";
    EXPECT_THAT(offline.post(house.leader(), path, json::object{}).body, HasSubstr("practice.no_server_checks"));
    EXPECT_EQ(asked.size(), 1U);
}

TEST_P(Disclosing, ComesUpAgainTheNextDayWhenLostAndAfterAMonthOtherwise) {
    auto const id = published_report();
    EXPECT_EQ(due(), 0U);
    post(house.leader(), id, "disclosure", address("http://tianshan.test/r.pdf"));
    EXPECT_EQ(due(), 1U);
    found.problem = Sight::name;
    post(house.leader(), id, "disclosure-checks", json::object{});
    EXPECT_EQ(due(), 0U);
    go_to("2026-04-11T09:00:01+08:00");
    EXPECT_EQ(due(), 1U);
    found = {{}, 200, "application/pdf", 11, sm3};
    post(house.leader(), id, "disclosure-checks", json::object{});
    go_to("2026-05-11T09:00:00+08:00");
    EXPECT_EQ(due(), 0U);
    go_to("2026-05-11T09:00:02+08:00");
    EXPECT_EQ(due(), 1U);
}

TEST_P(Disclosing, AreLookedAtInRoundsEachOnItsTurn) {
    auto const id = published_report();
    post(house.leader(), id, "disclosure", address("http://tianshan.test/r.pdf"));
    found = {{}, 200, "application/pdf", 11, sm3};
    auto const round = [&](bool ended) { look_at_those_due(looking(), house.clock, [=] { return ended; }); };
    round(true);
    EXPECT_THAT(asked, IsEmpty());
    round(false);
    round(false);
    EXPECT_THAT(asked, ElementsAre("http://tianshan.test/r.pdf"));
    auto const seen = disclosure(id).at("checks").at(0);
    EXPECT_EQ(seen.at("by"), "server");
    EXPECT_EQ(seen.at("sight"), "same");
}

TEST_P(Disclosing, KeepTheirTurnWhileTheServerLooksElsewhere) {
    auto const id = published_report();
    post(house.leader(), id, "disclosure", address("http://tianshan.test/r.pdf"));
    auto rooms = house.rooms;
    rooms.look = [](Where const&) -> Result<Found> { return fail(ErrorCode::unavailable, "busy", "忙"); };
    look_at_those_due(rooms, house.clock, [] { return false; });
    EXPECT_THAT(disclosure(id).at("checks").as_array(), IsEmpty());
    EXPECT_EQ(due(), 1U);
}

}  // namespace
}  // namespace anping::practice
