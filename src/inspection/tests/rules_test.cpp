// SPDX-License-Identifier: Apache-2.0
#include "rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace anping::inspection {
namespace {

field::Date day(char const* text) { return field::parse_date(text).value(); }

rulebook::Law const& law() {
    static auto const books = *rulebook::load(ANPING_SOURCE_DIR "/rulebooks").law;
    return books;
}
Book book(char const* on = "2026-11-29") { return {law(), {{"652301"}, field::Authority::government}, day(on)}; }

access::Principal officer(char const* account = "A-1") {
    return {{account}, access::Role::clerk, "B-652301", access::UnitKind::bureau, {"652301"}, {}, "", true};
}
access::Principal const kClerk = officer();

registry::OfficerView listed(char const* id, char const* until = "2027-06-30", char const* account = nullptr) {
    registry::OfficerView out;
    out.id = {id};
    out.bureau = {"B-652301"};
    out.facts = {{std::string("XJ-") + id}, day(until), {}, {}};
    if (account != nullptr) out.facts.account = access::AccountId{account};
    out.valid = day("2026-11-29") <= out.facts.valid_until;
    return out;
}
Officers const kOfficers{listed("ZF-1", "2027-06-30", "A-1"), listed("ZF-2"), listed("ZF-3", "2026-06-30")};

PlanInspection task() {
    PlanInspection out;
    out.title = {"四季度检查"};
    out.origin = {OriginKind::draw, Text<1, 100>{"SJ-00000012"}, {}};
    out.institution = registry::InstitutionId{"J-1"};
    out.place = {"乌鲁木齐市"};
    out.subjects = {Subject::process};
    out.planned_from = day("2026-11-29");
    out.planned_until = day("2026-11-30");
    out.officers = {{"ZF-1"}, {"ZF-2"}};
    return out;
}
Grounds grounds() {
    Grounds out{{"JC-1"}, kClerk, kOfficers, true};
    out.draw = DrawKnown{{"B-652301"}, true, {"XJ-ZF-1", "XJ-ZF-2"}};
    return out;
}

template <class T>
std::string refused(Result<T> const& result) {
    if (result) return {};
    return result.error().fields.empty() ? result.error().key : result.error().fields.front().pointer;
}
template <class E>
E event_of(Result<Events> const& events) {
    return from_trusted_json<E>(events.value().front().data);
}

State state(PlanInspection const& in = task()) {
    State out{{"JC-1"}, event_of<TaskPlanned>(plan(in, grounds()))};
    out.stage = Stage::approved;
    out.approved = true;
    return out;
}
BeginVisit arrival() { return {day("2026-11-29"), {"乌鲁木齐市"}, {{"ZF-1"}, {"ZF-2"}}, {}, {}}; }
State begun(PlanInspection const& in = task()) {
    auto out = state(in);
    out.visit = event_of<VisitBegun>(begin(arrival(), out, kOfficers, book(), day("2026-11-29")));
    out.stage = Stage::begun;
    return out;
}

TEST(APlannedInspection, SaysWhatIsWrongAtItsField) {
    auto none = task();
    none.institution.reset();
    EXPECT_EQ(refused(plan(none, grounds())), "/institution");
    auto enterprise = task();
    enterprise.checked = Checked::enterprise;
    EXPECT_EQ(refused(plan(enterprise, grounds())), "/enterprise");
    auto quiet = task();
    quiet.announced = false;
    EXPECT_EQ(refused(plan(quiet, grounds())), "/unannounced_reason");
    auto nothing = task();
    nothing.subjects.clear();
    EXPECT_EQ(refused(plan(nothing, grounds())), "/subjects");
    auto joint = task();
    joint.coverage = Coverage::joint;
    EXPECT_EQ(refused(plan(joint, grounds())), "/joint_with");
    auto back = task();
    back.planned_until = day("2026-11-28");
    EXPECT_EQ(refused(plan(back, grounds())), "/planned_until");
    auto stranger = task();
    stranger.officers = {{"ZF-9"}};
    EXPECT_EQ(refused(plan(stranger, grounds())), "/officers/0");
    auto twice = task();
    twice.officers = {{"ZF-1"}, {"ZF-1"}};
    EXPECT_EQ(refused(plan(twice, grounds())), "/officers/1");
}

TEST(APlannedInspection, OfAProjectIsOfItsInstitutionAndEnterprise) {
    auto in = task();
    in.institution.reset();
    in.project = practice::ProjectId{"P-1"};
    auto with = grounds();
    with.project.emplace();
    with.project->institution = {"J-7"};
    with.project->enterprise = {"Q-7"};
    auto const event = event_of<TaskPlanned>(plan(in, with));
    EXPECT_EQ(event.content.institution->text, "J-7");
    EXPECT_EQ(event.content.enterprise->text, "Q-7");
    in.institution = registry::InstitutionId{"J-1"};
    EXPECT_EQ(refused(plan(in, with)), "/institution") << "another institution's project";
}

TEST(APlannedInspection, ComesFromADrawOfItsBureauThatChoseTheInstitution) {
    EXPECT_TRUE(plan(task(), grounds()));
    auto with = grounds();
    with.draw.reset();
    EXPECT_EQ(refused(plan(task(), with)), "/origin/reference") << "there is no such draw";
    with.draw = DrawKnown{{"B-652302"}, true, {}};
    EXPECT_EQ(refused(plan(task(), with)), "/origin/reference") << "another bureau's";
    with.draw = DrawKnown{{"B-652301"}, false, {}};
    EXPECT_EQ(refused(plan(task(), with)), "/origin/reference") << "it chose others";
    auto tip = task();
    tip.origin = {OriginKind::tip, Text<1, 100>{"举报 12"}, {}};
    EXPECT_TRUE(plan(tip, with)) << "a tip's number is the bureau's own";
}

TEST(APlannedInspection, RemarksWhoIsSentThoughTheDrawSendsOthers) {
    auto with = grounds();
    with.draw->certificates = {"XJ-ZF-1", "XJ-ZF-7"};
    auto const event = event_of<TaskPlanned>(plan(task(), with));
    ASSERT_EQ(event.warnings.size(), 1U);
    EXPECT_EQ(event.warnings.front().kind, WarningKind::not_drawn);
    EXPECT_EQ(event.warnings.front().officer->text, "ZF-2");
    auto const visit = event_of<VisitBegun>(begin(arrival(), state(), kOfficers, book(), day("2026-11-29"), with.draw));
    ASSERT_EQ(visit.warnings.size(), 1U) << "and again of who is there";
    EXPECT_EQ(visit.warnings.front().officer->text, "ZF-2");
    with.draw->certificates.clear();
    EXPECT_TRUE(event_of<TaskPlanned>(plan(task(), with)).warnings.empty()) << "the draw names nobody";
}

TEST(APlannedInspection, FlagsAnExpiredCertificateAndGoesOn) {
    auto in = task();
    in.officers = {{"ZF-1"}, {"ZF-3"}};
    auto with = grounds();
    with.draw->certificates.clear();
    auto const event = event_of<TaskPlanned>(plan(in, with));
    ASSERT_EQ(event.warnings.size(), 1U);
    EXPECT_EQ(event.warnings.front().officer->text, "ZF-3");
}

TEST(AVisit, IsNotCarriedOutByFewerThanTwoWithValidCertificates) {
    auto alone = arrival();
    alone.officers = {{"ZF-1"}};
    alone.experts = {{"X-1"}, {"X-2"}};
    EXPECT_EQ(refused(begin(alone, state(), kOfficers, book(), day("2026-11-29"))), "/officers")
        << "experts assist, they do not inspect";
    auto expired = arrival();
    expired.officers = {{"ZF-1"}, {"ZF-3"}};
    EXPECT_EQ(refused(begin(expired, state(), kOfficers, book(), day("2026-11-29"))), "/officers");
    expired.officers.push_back({"ZF-2"});
    auto const event = event_of<VisitBegun>(begin(expired, state(), kOfficers, book(), day("2026-11-29")));
    EXPECT_EQ(event.warnings.size(), 1U) << "a third one is flagged";
    EXPECT_EQ(event.officers.size(), 3U);
}

TEST(AVisit, OfADeskCheckTakesAsManyAsTheBookSays) {
    auto in = task();
    in.coverage = Coverage::desk;
    auto alone = arrival();
    alone.officers = {{"ZF-1"}};
    EXPECT_TRUE(begin(alone, state(in), kOfficers, book(), day("2026-11-29")));
}

TEST(AVisit, NeedsApprovalOrAnUrgentReasonThatIsFlagged) {
    auto planned = state();
    planned.stage = Stage::planned;
    planned.approved = false;
    EXPECT_EQ(refused(begin(arrival(), planned, kOfficers, book(), day("2026-11-29"))), "inspection.not_now");
    auto urgent = arrival();
    urgent.urgent_reason = Text<2, 500>{"群众举报正在施工"};
    auto const event = event_of<VisitBegun>(begin(urgent, planned, kOfficers, book(), day("2026-11-29")));
    ASSERT_EQ(event.warnings.size(), 1U);
    EXPECT_EQ(event.warnings.front().kind, WarningKind::unapproved);
    planned.stage = Stage::begun;
    EXPECT_TRUE(approve({}, planned)) << "approved afterwards";
    planned.approved = true;
    EXPECT_EQ(refused(approve({}, planned)), "inspection.not_now");
}

TEST(AVisit, BegunUrgentlyIsStillApprovedAfterItEnded) {
    auto ended = begun();
    ended.stage = Stage::closed;
    ended.approved = false;
    EXPECT_FALSE(approve({}, ended)) << "it was not urgent, so it cannot have begun unapproved";
    ended.visit->content.urgent_reason = Text<2, 500>{"群众举报正在施工"};
    EXPECT_TRUE(approve({}, ended));
    ended.approved = true;
    EXPECT_EQ(refused(approve({}, ended)), "inspection.not_now");
    ended.approved = false;
    ended.stage = Stage::called_off;
    EXPECT_FALSE(approve({}, ended));
}

TEST(AVisit, FixesTheCheckListOfItsSettingWithTheClausesOfThePlace) {
    auto const daily = begun().visit->checklist;
    auto const notice = std::ranges::find(daily, "process.notice", &ListedItem::item);
    ASSERT_NE(notice, daily.end());
    EXPECT_EQ(notice->clauses, (std::vector<std::string>{"XJ-13a", "CN-O1-19"}));
    auto accident = task();
    accident.setting = Setting::accident;
    auto const after = begun(accident).visit->checklist;
    EXPECT_EQ(std::ranges::find(after, "process.notice", &ListedItem::item), after.end());
    EXPECT_NE(std::ranges::find(after, "process.on_site", &ListedItem::item), after.end());
    Book const wujin(law(), {{"320412"}, field::Authority::government}, day("2026-11-29"));
    for (auto const& item : wujin.checklist(Setting::daily, {Subject::process}))
        for (auto const& clause : item.clauses) EXPECT_FALSE(clause.starts_with("XJ")) << item.item;
}

TEST(TheCheckLists, CiteClausesThatAreThere) {
    for (auto const* clause : law().all()) {
        auto const* items = clause->id.starts_with("CN-INSP-") ? clause->body.if_contains("items") : nullptr;
        if (items == nullptr) continue;
        for (auto const& item : items->as_array())
            for (auto const& cited : item.at("cites").as_array())
                EXPECT_NE(law().by_id(cited.as_string().c_str()), nullptr) << cited << " in " << clause->id;
    }
}

TEST(TheAnswers, AreOfListedItemsOnly) {
    auto const of = begun();
    EXPECT_TRUE(answer_items({{{{"process.notice"}, ItemResult::fails, {}}}, {}}, of, {}));
    EXPECT_EQ(refused(answer_items({{{{"process.nothing"}, ItemResult::fails, {}}}, {}}, of, {})), "/answers/0/item");
    EXPECT_EQ(refused(answer_items({}, of, {})), "/answers");
    EXPECT_EQ(refused(answer_items({{{{"process.notice"}, ItemResult::fails, {}}}, {}}, state(), {})),
              "inspection.not_now");
}

TEST(AProblem, RestsOnAClauseOfThePlace) {
    FindProblem in{Text<1, 80>{"process.notice"}, {"项目开工后才告知"}, {"XJ-13a"}, {}};
    auto const event = event_of<ProblemFound>(find_problem(in, begun(), book(), {}));
    EXPECT_EQ(event.number, 1);
    EXPECT_EQ(event.citation.clause, "XJ-13a");
    EXPECT_TRUE(event.citation.binding);
    in.clause = {"WJ-3"};
    EXPECT_EQ(refused(find_problem(in, begun(), book(), {})), "/clause") << "of another place";
    in.clause = {"XJ-13a"};
    in.item = Text<1, 80>{"site.people"};
    EXPECT_EQ(refused(find_problem(in, begun(), book(), {})), "/item") << "not asked here";
}

TEST(Signatures, AreOfThoseWhoWereThereInTheirOwnAccountOrOnPaper) {
    auto of = begun();
    SignResult in{Signer::officer, registry::OfficerId{"ZF-1"}, SignWay::account, {}, {}};
    EXPECT_TRUE(sign(in, of, kOfficers, kClerk, {}));
    EXPECT_EQ(refused(sign(in, of, kOfficers, officer("A-2"), {})), "/way") << "somebody else's account";
    in.officer = registry::OfficerId{"ZF-3"};
    EXPECT_EQ(refused(sign(in, of, kOfficers, kClerk, {})), "/officer") << "was not there";
    in = {Signer::officer, registry::OfficerId{"ZF-2"}, SignWay::paper, {}, {}};
    EXPECT_TRUE(sign(in, of, kOfficers, kClerk, {}));
    in.way = SignWay::refused;
    EXPECT_EQ(refused(sign(in, of, kOfficers, kClerk, {})), "/way");
    SignResult other{Signer::checked, {}, SignWay::refused, {}, {}};
    EXPECT_EQ(refused(sign(other, of, kOfficers, kClerk, {})), "/words");
    other.words = Text<2, 1000>{"负责人离开，不愿签字"};
    EXPECT_TRUE(sign(other, of, kOfficers, kClerk, {}));
}

TEST(AnInspection, IsClosedWhenBothOfficersAndWhoWasCheckedHaveSignedOrRefused) {
    auto of = begun();
    of.results = {{"process.notice", ItemResult::fails},
                  {"process.team", ItemResult::meets},
                  {"process.contract", ItemResult::not_checked}};
    of.problems.emplace(1, KnownProblem{});
    of.problems.emplace(2, KnownProblem{{}, {}, {}, true});
    EXPECT_EQ(refused(close({{"有问题"}}, of, book())), "inspection.not_now");
    of.signed_by = {{"ZF-1"}, {"ZF-2"}};
    EXPECT_EQ(refused(close({{"有问题"}}, of, book())), "inspection.not_now");
    of.acknowledged = true;
    auto const event = event_of<InspectionClosed>(close({{"有问题"}}, of, book()));
    EXPECT_EQ(event.checked, 2);
    EXPECT_EQ(event.failed, 1);
    EXPECT_EQ(event.problems, 1);
    of.acknowledged = false;
    of.refused = true;
    EXPECT_TRUE(close({{"拒绝检查"}}, of, book())) << "who refused is not waited for";
}

OrderGrounds order_grounds(Book const& of, field::Date today = day("2026-11-29")) {
    auto with = OrderGrounds{{"ZG-1"}, kClerk, today, of, begun()};
    with.inspection->problems.emplace(
        1, KnownProblem{"process.notice", "项目开工后才告知", *of.citation("XJ-13a"), false});
    return with;
}
IssueOrder order(char const* on = "2026-11-29") {
    IssueOrder out;
    out.inspection = InspectionId{"JC-1"};
    out.issued_on = day(on);
    out.items = {{1, {"项目开工后才告知"}, {}, {"补报告知，说明原因"}, {}, {}}};
    return out;
}

TEST(AnOrder, CitesAClauseThatALegalOfficerHasConfirmedAndALetterNeedNot) {
    auto const of = book();
    auto const event = event_of<OrderIssued>(issue(order(), order_grounds(of)));
    EXPECT_EQ(event.items.front().citation->clause, "XJ-13a");
    EXPECT_EQ(event.institution->text, "J-1") << "of the inspection";
    auto recalled = order();
    recalled.items.front().clause = Text<1, 60>{"CN-O1-22.6"};
    EXPECT_EQ(refused(issue(recalled, order_grounds(of))), "/items/0/clause");
    auto bare = order();
    bare.items.front().problem.reset();
    EXPECT_EQ(refused(issue(bare, order_grounds(of))), "/items/0/clause");
    bare.kind = OrderKind::letter;
    EXPECT_TRUE(issue(bare, order_grounds(of)));
    auto unknown = order();
    unknown.items.front().problem = 7;
    EXPECT_EQ(refused(issue(unknown, order_grounds(of))), "/items/0/problem");
}

TEST(AnOrder, BeforeTheSpringFestivalIsCountedInWorkingDaysWithTheMakeUpDays) {
    auto const of = book("2026-02-10");
    auto const event = event_of<OrderIssued>(issue(order("2026-02-10"), order_grounds(of, day("2026-02-10"))));
    EXPECT_EQ(event.items.front().due, day("2026-03-02"));
    EXPECT_EQ(event.items.front().counted->citation.clause, "CN-RECT");
    auto own = order("2026-02-10");
    own.items.front().due = day("2026-02-14");
    EXPECT_EQ(event_of<OrderIssued>(issue(own, order_grounds(of, day("2026-02-10")))).items.front().due,
              day("2026-02-14"));
    own.items.front().due = day("2026-02-09");
    EXPECT_EQ(refused(issue(own, order_grounds(of, day("2026-02-10")))), "/items/0/due");
}

OrderKnown known(char const* on = "2026-11-29") {
    auto const of = book(on);
    OrderKnown out{{"ZG-1"}, event_of<OrderIssued>(issue(order(on), order_grounds(of, day(on))))};
    for (auto const& item : out.issued.items) out.items.emplace(item.number, ItemState{item.due});
    return out;
}

TEST(Proof, StartsTheBureausOwnTimeForTheRecheckWhichRollsOverTheHolidays) {
    auto const event =
        event_of<ProofGiven>(give_proof({1, {"已补报"}, {}, {}}, known("2026-02-05"), book("2026-02-06"), {}, {}));
    EXPECT_EQ(event.recheck->due, day("2026-02-24"));
    EXPECT_EQ(refused(give_proof({2, {"已补报"}, {}, {}}, known(), book(), {}, {})), "/item");
}

TEST(ARecheck, PassesOrFailsAnItemOnce) {
    auto of = known();
    RecheckItem in{1, day("2026-11-29"), true, {"已补报告知"}, {{"ZF-1"}}, {}};
    EXPECT_TRUE(recheck(in, of, kOfficers, day("2026-11-29"), {}));
    in.on = day("2026-11-30");
    EXPECT_EQ(refused(recheck(in, of, kOfficers, day("2026-11-29"), {})), "/on");
    in.on = day("2026-11-29");
    in.officers.clear();
    EXPECT_EQ(refused(recheck(in, of, kOfficers, day("2026-11-29"), {})), "/officers");
    in.officers = {{"ZF-3"}};
    EXPECT_EQ(event_of<ItemRechecked>(recheck(in, of, kOfficers, day("2026-11-29"), {})).warnings.size(), 1U);
    of.items.at(1).stage = ItemStage::passed;
    EXPECT_EQ(refused(recheck(in, of, kOfficers, day("2026-11-29"), {})), "/item");
}

TEST(ADeadline, IsExtendedOnlyLater) {
    auto const of = known();
    auto const due = of.items.at(1).due;
    EXPECT_EQ(refused(extend({1, due, {"材料未到"}}, of)), "/due");
    EXPECT_TRUE(extend({1, field::Date{due.days + 7}, {"材料未到"}}, of));
}

TEST(AnOrderThatIsOver, IsNotChanged) {
    auto of = known();
    of.stage = OrderStage::withdrawn;
    EXPECT_EQ(refused(withdraw({{"重复"}}, of)), "inspection.not_now");
    EXPECT_EQ(refused(give_proof({1, {"已补报"}, {}, {}}, of, book(), {}, {})), "inspection.not_now");
}

}  // namespace
}  // namespace anping::inspection
