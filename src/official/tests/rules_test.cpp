// SPDX-License-Identifier: Apache-2.0
#include "rules.hpp"

#include <gtest/gtest.h>

namespace anping::official {
namespace {

field::Date day(char const* text) { return field::parse_date(text).value(); }
template <class T>
std::string refused(Result<T> const& result) {
    if (result) return {};
    return result.error().fields.empty() ? result.error().key : result.error().fields.front().pointer;
}
DocumentForm form(char const* word = "应急责改") {
    DocumentForm out;
    out.kind = "rectification_order";
    out.name = "责令限期整改指令书";
    out.word = word;
    out.after = {"site_record"};
    out.fields = {{"被检查单位", "被检查单位", FieldInput::line, true, {}}};
    return out;
}
State state(Stage stage = Stage::issued) {
    State out{{"WS-1"},
              "rectification_order",
              {"B-652301"},
              {"652301"},
              {},
              {{"case"}, {"AJ-1"}},
              {AddresseeKind::institution, {"J-1"}},
              stage,
              "ref"};
    if (stage == Stage::draft) return out;
    out.issued = DocumentIssued{};
    out.issued->on = day("2026-11-20");
    out.issued->to_party = true;
    return out;
}
DeliverDocument delivery(DeliveryWay way, char const* on = "2026-11-23") {
    DeliverDocument out;
    out.way = way;
    out.on = day(on);
    out.receiver = {"王主任"};
    return out;
}
Delivering with(std::optional<std::int64_t> consent = std::nullopt) {
    Delivering out;
    out.today = day("2026-11-23");
    out.consent = consent;
    return out;
}
DocumentDelivered delivered(Result<Events> const& events) {
    return from_trusted_json<DocumentDelivered>(events.value().front().data);
}
access::Principal who(access::UnitKind kind, char const* unit) {
    return {{"A-1"}, access::Role::clerk, unit, kind, {"652301"}, {}, "甲", true};
}

TEST(ANumber, IsTheNextOfItsBureauWordAndYear) {
    EXPECT_EQ(number(form(), "昌吉", day("2026-11-20"), 0)->text, "（昌吉）应急责改〔2026〕1号");
    EXPECT_EQ(number(form(), "昌吉", day("2027-01-04"), 41)->text, "（昌吉）应急责改〔2027〕42号");
    EXPECT_FALSE(number(form(""), "昌吉", day("2026-11-20"), 0)) << "a record has none";
}

TEST(ANumber, GoesOnFromTheBureausPaperDocumentsWhereTheYearsFirstSaysSo) {
    EXPECT_EQ(serial_before({}, form(), 41).value(), 41);
    EXPECT_EQ(serial_before({58}, form(), 0).value(), 57);
    EXPECT_EQ(number(form(), "昌吉", day("2026-11-20"), 57)->text, "（昌吉）应急责改〔2026〕58号");
    EXPECT_FALSE(serial_before({58}, form(), 1)) << "the first number of the year was given";
    EXPECT_FALSE(serial_before({0}, form(), 0));
    EXPECT_FALSE(serial_before({58}, form(""), 0)) << "a record has none";
}

TEST(AShortName, IsTheRegionsWithoutWhatItIs) {
    EXPECT_EQ(short_name("昌吉市", field::Authority::government), "昌吉");
    EXPECT_EQ(short_name("新疆维吾尔自治区", field::Authority::government), "新疆");
    EXPECT_EQ(short_name("昌吉回族自治州", field::Authority::government), "昌吉回族自治州");
    EXPECT_EQ(short_name("市县", field::Authority::government), "市县");
    EXPECT_EQ(short_name("昌吉市", field::Authority::corps), "兵团昌吉");
}

TEST(AWarning, SaysWhatUsuallyComesBeforeAndWhatIsNotFilledIn) {
    std::vector<KindView> const kinds{{"site_record", "现场检查记录", true, {}}};
    auto const both = warnings(form(), {}, {}, kinds);
    ASSERT_EQ(both.size(), 2U);
    EXPECT_EQ(both[0], "本事项还没有签发过《现场检查记录》");
    EXPECT_EQ(both[1], "没有填写：被检查单位");
    EXPECT_TRUE(warnings(form(), {{"被检查单位", "天山安评"}}, {"site_record"}, kinds).empty());
}

TEST(ADocument, IsIssuedBeforeTheStepItComesAfterForAReasonOnlyAndSaysSo) {
    EXPECT_FALSE(despite({}, {}).value()) << "nothing is lacking";
    EXPECT_EQ(refused(despite({}, {"处罚决定"})), "/reason");
    IssueDocument in;
    in.reason = Text<2, 500>{"决定已在会上作出，当日补记"};
    auto const given = despite(in, {"处罚决定", "不予处罚"}).value();
    ASSERT_TRUE(given);
    EXPECT_EQ(given->missing.size(), 2U);
    auto const of = form();
    Issuing with{of, day("2026-11-23"), {}, "c", {}, {}, {}, {}, {}, "law", given};
    auto const event = from_trusted_json<DocumentIssued>(issue(state(Stage::draft), with).value().front().data);
    EXPECT_EQ(event.despite.value().reason, "决定已在会上作出，当日补记");
}

TEST(ADocument, IsRevisedAndIssuedOnlyWhileItIsADraft) {
    EXPECT_TRUE(may_revise(state(Stage::draft)));
    EXPECT_TRUE(may_issue(state(Stage::draft)));
    for (auto const stage : {Stage::issued, Stage::delivered, Stage::voided}) {
        EXPECT_EQ(refused(may_revise(state(stage))), "official.not_draft");
        EXPECT_EQ(refused(may_issue(state(stage))), "official.not_draft");
    }
}

TEST(ADelivery, CountsFromItsDayOrWhereItIsAnnouncedFromWhenTheLawDeemsIt) {
    EXPECT_EQ(delivered(deliver(delivery(DeliveryWay::direct), state(), with())).effective, day("2026-11-23"));
    auto announced = with();
    announced.announced = rulebook::Deadline{};
    announced.announced->due = day("2026-12-23");
    auto const event = delivered(deliver(delivery(DeliveryWay::announcement), state(), std::move(announced)));
    EXPECT_EQ(event.on, day("2026-11-23"));
    EXPECT_EQ(event.effective, day("2026-12-23"));
    EXPECT_TRUE(event.deemed);
    EXPECT_EQ(delivered(deliver(delivery(DeliveryWay::announcement), state(), with())).warnings.size(), 1U);
}

TEST(ADelivery, IsElectronicOnlyOnConsentToSomebodyRegisteredAndToday) {
    EXPECT_EQ(refused(deliver(delivery(DeliveryWay::electronic), state(), with())), "official.no_consent");
    EXPECT_EQ(delivered(deliver(delivery(DeliveryWay::electronic), state(), with(7))).consent, 7);
    EXPECT_EQ(refused(deliver(delivery(DeliveryWay::electronic, "2026-11-22"), state(), with(7))), "/on");
    auto other = state();
    other.addressee = {};
    EXPECT_EQ(refused(deliver(delivery(DeliveryWay::electronic), other, with(7))), "official.no_account");
    auto internal = state();
    internal.issued->to_party = false;
    EXPECT_EQ(refused(deliver(delivery(DeliveryWay::electronic), internal, with(7))), "official.not_for_party");
    EXPECT_TRUE(deliver(delivery(DeliveryWay::post), internal, with())) << "to another office, on paper";
}

TEST(ADelivery, IsOfAnIssuedDocumentNotBeforeItAndNotInTheFuture) {
    EXPECT_EQ(refused(deliver(delivery(DeliveryWay::direct), state(Stage::draft), with())), "official.not_issued");
    EXPECT_EQ(refused(deliver(delivery(DeliveryWay::direct), state(Stage::voided), with())), "official.voided");
    EXPECT_EQ(refused(deliver(delivery(DeliveryWay::direct, "2026-11-19"), state(), with())), "/on");
    EXPECT_EQ(refused(deliver(delivery(DeliveryWay::direct, "2026-11-24"), state(), with())), "/on");
}

TEST(ADelivery, WithoutWhatProvesItIsRecordedAndSaysSo) {
    EXPECT_EQ(delivered(deliver(delivery(DeliveryWay::left), state(), with())).warnings.size(), 1U);
    auto nobody = delivery(DeliveryWay::direct);
    nobody.receiver = {};
    EXPECT_EQ(delivered(deliver(nobody, state(), with())).warnings.size(), 1U);
    EXPECT_TRUE(delivered(deliver(delivery(DeliveryWay::direct), state(), with())).warnings.empty());
}

TEST(AConfirmation, IsOfAnElectronicDeliveryOnce) {
    auto of = state(Stage::delivered);
    EXPECT_EQ(refused(confirm(of)), "official.nothing_to_confirm");
    of.awaits_confirmation = true;
    EXPECT_TRUE(confirm(of));
}

TEST(AVoidedDocument, IsNotVoidedAgain) {
    EXPECT_TRUE(give_up({{"文号有误"}}, state(Stage::draft)));
    EXPECT_TRUE(give_up({{"文号有误"}}, state(Stage::delivered)));
    EXPECT_EQ(refused(give_up({{"文号有误"}}, state(Stage::voided))), "official.voided");
}

TEST(ATemplate, NeedsAPlaceForTheNumberAndTheCodeAndKnowsNoOtherNames) {
    LookedInto file{"表样.docx", {}, {"文号"}, {}, true};
    EXPECT_TRUE(set_template({}, form(), {"B-1"}, file));
    file.unknown = {"单位"};
    EXPECT_EQ(refused(set_template({}, form(), {"B-1"}, file)), "/upload");
    file.unknown.clear();
    file.code = false;
    EXPECT_EQ(refused(set_template({}, form(), {"B-1"}, file)), "/upload");
    file.code = true;
    file.known.clear();
    EXPECT_EQ(refused(set_template({}, form(), {"B-1"}, file)), "/upload");
    EXPECT_TRUE(set_template({}, form(""), {"B-1"}, file)) << "a record has no number";
    EXPECT_EQ(refused(withdraw_template({}, {"B-1"}, false)), "official.no_template");
}

TEST(AConsent, IsThePartysOwnWordOrAPaperTheBureauKeeps) {
    auto const bureau = who(access::UnitKind::bureau, "B-1");
    auto const party = who(access::UnitKind::institution, "J-1");
    GiveConsent const by_party{registry::BureauId{"B-1"}, {}, {}};
    EXPECT_EQ(give_consent(by_party, {party, {}, false})->front().subject, "J-1");
    EXPECT_EQ(refused(give_consent({}, {party, {}, false})), "/bureau");
    GiveConsent by_bureau{{}, Addressee{AddresseeKind::enterprise, {"Q-1"}}, {}};
    EXPECT_EQ(refused(give_consent(by_bureau, {bureau, {}, false})), "/scan");
    EXPECT_EQ(give_consent(by_bureau, {bureau, Scan{}, false})->front().subject, "Q-1");
    by_bureau.bureau = registry::BureauId{"B-2"};
    EXPECT_EQ(refused(give_consent(by_bureau, {bureau, Scan{}, false})), "/bureau");
    GiveConsent const for_another{registry::BureauId{"B-1"}, Addressee{AddresseeKind::institution, {"J-2"}}, {}};
    EXPECT_EQ(refused(give_consent(for_another, {party, {}, false})), "/party");
    EXPECT_EQ(refused(withdraw_consent({registry::BureauId{"B-1"}, {}}, {party, {}, false})),
              "official.no_consent_given");
}

TEST(AnAddressee, IsRegisteredOrIsANameOnly) {
    EXPECT_TRUE(check_addressee({}, false));
    EXPECT_TRUE(check_addressee({AddresseeKind::institution, {"J-1"}}, true));
    EXPECT_EQ(refused(check_addressee({AddresseeKind::institution, {"J-9"}}, false)), "/addressee/id");
    EXPECT_EQ(refused(check_addressee({AddresseeKind::other, {"J-1"}}, false)), "/addressee/id");
}

}  // namespace
}  // namespace anping::official
