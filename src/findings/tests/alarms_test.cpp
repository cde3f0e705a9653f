// SPDX-License-Identifier: Apache-2.0
#include "../rules_alarms.hpp"

#include <anping/api/testing.hpp>
#include <anping/findings/endpoints.hpp>
#include <anping/ledger/replay.hpp>
#include <anping/ledger/verify.hpp>

#include "house.hpp"

namespace anping::findings {
namespace {

using access::Role;
using api::testing::body_of;

field::Date day(char const* text) { return field::parse_date(text).value(); }

class Alarms : public ::testing::Test {
protected:
    Alarms() {
        watched.institution.id = {"J-1"};
        watched.institution.region = {"650000"};
        watched.institution.people = 24;
        watched.institution.registered_at = parse_timestamp("2026-01-05T09:00:00+08:00").value();
    }
    registry::HeldCondition& gap(char const* code, char const* since) {
        registry::HeldCondition one{code,       "专职安全评价师",          25, 24, "人", false,
                                    day(since), "要求不少于25人，登记24人"};
        return watched.holding.conditions.emplace_back(std::move(one));
    }
    std::vector<std::string> keys(char const* today) const {
        std::vector<std::string> out;
        for (auto const& one : alarms_of(watched, *law, day(today))) out.push_back(one.finding.detector);
        return out;
    }

    std::shared_ptr<rulebook::Law const> const law = practice::testing::books(ANPING_SOURCE_DIR "/rulebooks");
    Watched watched;
};

TEST_F(Alarms, AGapThatBeganUnderTheWatchIsAnAlarmAtOnce) {
    gap("assess.assessors_min_single_scope", "2026-01-20");
    auto const alarms = alarms_of(watched, *law, day("2026-01-20"));
    ASSERT_EQ(alarms.size(), 1U);
    EXPECT_EQ(alarms[0].finding.detector, "watch.people");
    EXPECT_EQ(alarms[0].finding.words, "专职安全评价师：要求不少于25人，登记24人");
    EXPECT_EQ(alarms[0].finding.strength, forensics::Strength::lead);
}

TEST_F(Alarms, WhoHasJustBegunToEnterItsPeopleIsNotHeldToThem) {
    gap("assess.assessors_min_single_scope", "2026-01-05");
    EXPECT_THAT(keys("2026-01-20"), ::testing::IsEmpty());
    EXPECT_THAT(keys("2026-06-20"), ::testing::ElementsAre("watch.people"));
}

TEST_F(Alarms, WhatWasNeverEnteredIsUnknownAndNoAlarm) {
    gap("assess.assessors_min_single_scope", "2026-01-05");
    watched.institution.people = 0;
    EXPECT_THAT(keys("2026-06-20"), ::testing::IsEmpty());
}

TEST_F(Alarms, TheDaysOfTheCertificateAreKnownFromTheFirst) {
    gap("certificate", "2026-01-05");
    EXPECT_THAT(keys("2026-01-06"), ::testing::ElementsAre("watch.certificate"));
}

TEST_F(Alarms, AnInstrumentIsOneOnceItsCalibrationHasRunOutAndNotWhereNoneIsRecorded) {
    registry::InstrumentView one;
    one.id = {"Y-1"};
    one.name = "声级计";
    watched.instruments = {one};
    EXPECT_THAT(keys("2026-06-20"), ::testing::IsEmpty());
    watched.instruments[0].calibration =
        registry::Calibration{{"JD-1"}, {"计量院"}, day("2025-06-20"), day("2026-06-20")};
    EXPECT_THAT(keys("2026-06-20"), ::testing::IsEmpty());
    EXPECT_THAT(keys("2026-06-21"), ::testing::ElementsAre("watch.instrument"));
}

TEST_F(Alarms, OneThatStandsIsNotRaisedAgainAndOneThatIsGoneIsCured) {
    gap("assess.assessors_min_single_scope", "2026-01-20");
    auto const alarms = alarms_of(watched, *law, day("2026-02-20"));
    auto const key = alarms.at(0).key;
    EXPECT_EQ(told_of(alarms, {}, day("2026-02-20"), 7).at(0).subject, "XS-00000007");
    EXPECT_TRUE(told_of(alarms, {{{"XS-1"}, key}}, day("2026-02-20"), 7).empty());
    auto const cured = told_of({}, {{{"XS-1"}, key}}, day("2026-02-20"), 7);
    ASSERT_EQ(cured.size(), 1U);
    EXPECT_EQ(cured[0].type, AlarmCured::kType);
    EXPECT_EQ(cured[0].subject, "XS-1");
}

class AlarmDesk : public ::testing::TestWithParam<db::Backend> {
protected:
    AlarmDesk() {
        registry::RegisterInstrument in{{"声级计"}, {"AWA5688"}, {"20230017"}, {}, {}};
        in.calibration = calibrated("2025-03-01", "2026-02-28");
        instrument = id_of(house.practice.registry.register_instrument(institution, std::move(in)));
    }
    static registry::Calibration calibrated(char const* on, char const* until) {
        return {{"JD-7"}, {"自治区计量院"}, day(on), day(until)};
    }
    std::string id_of(std::function<Result<ledger::Decided>(ledger::Transaction&)> decide) {
        auto const written = house.practice.act(ours, std::move(decide));
        return std::string(written.value().answer.at("id").as_string());
    }
    access::Principal bureau(Role role, std::string const& region = "650000") const {
        return house.practice.of_bureau(role, region, "A-" + region);
    }
    // What the watch's round does.
    bool look() {
        auto lease = house.practice.pool.lease();
        if (!service.watch_finds(*lease, institution)) return false;
        return house.practice.writer.apply({{"", "system", "", ""}, {}, {}, service.watch(institution)}).has_value();
    }
    void calibrate(char const* on, char const* until) {
        id_of(house.practice.registry.record_calibration(institution, {{instrument}, calibrated(on, until)}));
    }
    json::array findings(access::Principal const& who) {
        return body_of(caller.get(who, "/api/v1/findings?detector=watch.instrument")).at("items").as_array();
    }
    std::string id() { return std::string(findings(bureau(Role::clerk)).at(0).at("id").as_string()); }
    std::string state() { return std::string(findings(bureau(Role::clerk)).at(0).at("state").as_string()); }
    int decide(Role role, Outcome outcome) {
        return caller
            .post(bureau(role), "/api/v1/findings/" + id() + "/decisions", to_json(DecideFinding{outcome, {"核对过"}}))
            .status;
    }
    int answer() {
        return caller.post(ours, "/api/v1/findings/" + id() + "/answers", to_json(AnswerFinding{{"已经送检"}})).status;
    }

    testing::House house{GetParam()};
    registry::InstitutionId const institution = house.practice.institution;
    access::Principal const ours = house.practice.leader();
    std::string instrument;
    Service const service{{[this] { return house.practice.law; }, house.practice.service, house.practice.registry,
                           house.practice.vault, house.practice.policy, house.practice.clock, [] { return Progress(); },
                           [this](db::Session& session, registry::InstitutionId const& id) -> std::optional<Watched> {
                               auto const today = field::beijing_date(house.practice.clock.now());
                               return Watched{*house.practice.registry.institution(session, id),
                                              *house.practice.registry.holding(session, id, today),
                                              house.practice.registry.instruments(session, id)};
                           }}};
    api::testing::Caller const caller{endpoints(service, house.practice.writer, house.practice.pool),
                                      house.practice.policy, house.practice.clock};
};

TEST_P(AlarmDesk, AnAlarmComesToTheDeskOnceWithItsClauseAndWhoseItIsSeesIt) {
    EXPECT_TRUE(look());
    EXPECT_FALSE(look()) << "the same alarm";
    ASSERT_EQ(findings(bureau(Role::clerk)).size(), 1U);
    EXPECT_EQ(findings(ours).size(), 1U);
    EXPECT_TRUE(findings(bureau(Role::clerk, "652301")).empty()) << "not its place";
    auto const view = body_of(caller.get(ours, "/api/v1/findings/" + id()));
    EXPECT_EQ(view.at("summary").at("institution_name"), "天山安评");
    EXPECT_FALSE(view.at("summary").as_object().contains("report"));
    EXPECT_TRUE(view.as_object().contains("clause"));
    EXPECT_EQ(view.at("facts").at(1).at("value"), "20230017");
}

TEST_P(AlarmDesk, ItIsAskedAnsweredAndDecidedAsAnyOther) {
    EXPECT_TRUE(look());
    EXPECT_EQ(decide(Role::clerk, Outcome::asked), 201);
    EXPECT_EQ(answer(), 201);
    EXPECT_EQ(state(), "answered");
    EXPECT_EQ(decide(Role::section_head, Outcome::accepted), 201);
    calibrate("2026-03-02", "2027-03-01");
    EXPECT_TRUE(look());
    EXPECT_EQ(state(), "accepted") << "as the officer decided, though it is cured";
    auto const view = body_of(caller.get(ours, "/api/v1/findings/" + id()));
    EXPECT_EQ(view.at("acts").as_array().back().at("kind"), "cured");
}

TEST_P(AlarmDesk, WhatIsPutRightClosesByItselfAndComesAgainAsANewOne) {
    EXPECT_TRUE(look());
    auto const first = id();
    calibrate("2026-03-02", "2026-03-05");
    EXPECT_TRUE(look());
    EXPECT_EQ(state(), "cured");
    EXPECT_EQ(decide(Role::clerk, Outcome::asked), 409);
    EXPECT_EQ(answer(), 201);
    EXPECT_EQ(state(), "cured");
    house.practice.clock.set(parse_timestamp("2026-03-06T09:00:00+08:00").value());
    EXPECT_TRUE(look());
    ASSERT_EQ(findings(bureau(Role::clerk)).size(), 2U);
    EXPECT_NE(id(), first);
}

TEST_P(AlarmDesk, WhatWasDismissedIsNotRaisedAgainWhileItStands) {
    EXPECT_TRUE(look());
    EXPECT_EQ(decide(Role::clerk, Outcome::dismissed), 201);
    EXPECT_FALSE(look());
    EXPECT_EQ(findings(bureau(Role::clerk)).size(), 1U);
}

TEST_P(AlarmDesk, HeldBackItIsForTheInstitutionAsIfNothingHadBeenSeen) {
    EXPECT_TRUE(look());
    auto const path = "/api/v1/findings/" + id() + "/holds";
    auto const until = [&](char const* last) { return to_json(HoldBack{day(last), {"举报核实期间"}}); };
    EXPECT_EQ(caller.post(bureau(Role::clerk), path, until("2026-03-20")).status, 403);
    EXPECT_EQ(caller.post(bureau(Role::section_head), path, until("2027-03-20")).status, 400);
    EXPECT_EQ(caller.post(bureau(Role::section_head), path, until("2026-03-20")).status, 201);
    EXPECT_EQ(caller.post(bureau(Role::section_head), path, until("2026-03-21")).status, 409);
    EXPECT_TRUE(findings(ours).empty());
    EXPECT_EQ(caller.get(ours, "/api/v1/findings/" + id()).status, 404);
    EXPECT_EQ(decide(Role::section_head, Outcome::accepted), 409);
    auto const held = body_of(caller.get(bureau(Role::clerk), "/api/v1/findings/" + id())).at("hold");
    EXPECT_EQ(std::string(held.at("institution").as_string()), institution.text);
    auto const end = "/api/v1/finding-holds/" + std::string(held.at("id").as_string()) + "/end";
    EXPECT_EQ(caller.post(bureau(Role::section_head), end, to_json(EndHold{{"可以告知"}})).status, 201);
    EXPECT_EQ(findings(ours).size(), 1U);
}

TEST_P(AlarmDesk, TheTablesAreWhatTheLedgerSays) {
    EXPECT_TRUE(look());
    calibrate("2026-03-02", "2027-03-01");
    EXPECT_TRUE(look());
    EXPECT_TRUE(ledger::verify_state(house.practice.database.address(), house.practice.projections,
                                     {ledger::Personal::schema()})
                    .findings.empty());
}

INSTANTIATE_TEST_SUITE_P(Everywhere, AlarmDesk, ::testing::ValuesIn(db::scratch_backends()), db::BackendName());

}  // namespace
}  // namespace anping::findings
