// SPDX-License-Identifier: Apache-2.0
// Cases against several, against enterprises, against firms that are in no register, on both databases.
#include "house.hpp"

namespace anping::cases {
namespace {

class Parties : public House {};

INSTANTIATE_TEST_SUITE_P(Db, Parties, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Parties, AreEachToldAndEachReadsWhatItSaidItself) {
    auto const first = ground.institution("91510100MA61T42C93", "天山安评");
    auto const second = ground.institution("91510107749749603G", "龙江安评");
    registry::RegisterEnterprise maker;
    maker.name = {"某化工厂"};
    maker.credit_code = {"91652301MA776F4Q8T"};
    maker.region = {"652301"};
    maker.address = {"昌吉市"};
    auto const written = ground.writer->apply(
        {{"A-0", "clerk", "B-650000", "650000"}, "", "", ground.registry->register_enterprise(maker)});
    ASSERT_TRUE(written) << written.error().internal;
    auto const enterprise = std::string(written->answer.at("id").as_string());
    auto in = opening("2026-06-01");
    in["parties"] = json::array{
        json::object{{"kind", "institution"}, {"id", first}, {"name", "天山安评"}},
        json::object{{"kind", "institution"}, {"id", second}, {"name", "龙江安评"}},
        json::object{{"kind", "enterprise"}, {"id", enterprise}, {"name", "某化工厂"}},
        json::object{
            {"kind", "unit"}, {"name", "某咨询部"}, {"credit_code", "91650100MA775E3P5A"}, {"address", "成都市"}}};
    auto const id = id_of(post(clerk, "/cases", in));
    take(id, "notice", "2026-06-22");
    take(id, "hearing_notice", "2026-06-23");
    auto const one = of_institution(first);
    auto const other = of_institution(second, "A-j");
    access::Principal const user{
        {"A-e"}, Role::enterprise, enterprise, access::UnitKind::enterprise, {"652301"}, {}, "", true};
    for (auto const& who : {one, other, user})
        EXPECT_EQ(get(who, "/own-cases").at("items").as_array().size(), 1U) << who.unit;
    json::object said{{"hearing", true}, {"text", "要求听证"}, {"documents", json::array()}};
    id_of(post(one, "/cases/" + id + "/defences", said));
    said["hearing"] = false;
    said["text"] = "报告由机构出具";
    id_of(post(user, "/cases/" + id + "/defences", said));
    EXPECT_TRUE(get(other, "/own-cases").at("items").at(0).at("said").as_array().empty()) << "another's words";
    EXPECT_TRUE(get(other, "/own-cases").at("items").at(0).as_object().contains("hearing_until"))
        << "it may still ask for one itself";
    EXPECT_EQ(get(user, "/own-cases").at("items").at(0).at("said").at(0).at("text"), "报告由机构出具");
    auto const view = get(clerk, "/cases/" + id);
    EXPECT_EQ(view.at("parties").at(3).at("address"), "成都市");
    EXPECT_EQ(view.at("summary").at("party_name"), "天山安评");
    EXPECT_EQ(view.at("summary").at("parties"), 4);
    EXPECT_EQ(view.at("steps").at(3).at("party"), "某化工厂");
    stands();
}

TEST_P(Parties, InNoRegisterAreNamed) {
    auto in = opening("2026-06-01");
    in["parties"] = json::array{json::object{{"kind", "unit"}, {"name", "某咨询部"}}};
    auto const id = id_of(post(clerk, "/cases", in));
    EXPECT_EQ(get(clerk, "/cases").at("items").at(0).at("party_name"), "某咨询部");
    EXPECT_EQ(get(clerk, "/cases/" + id).at("parties").at(0).at("kind"), "unit");
    in["parties"] = json::array{json::object{{"kind", "unit"}, {"id", "J-1"}, {"name", "某咨询部"}}};
    EXPECT_EQ(post(clerk, "/cases", in).status, 400) << "a number of a register it is not in";
    in["parties"] = json::array{json::object{{"kind", "enterprise"}, {"id", "Q-404"}, {"name", "某厂"}}};
    EXPECT_EQ(post(clerk, "/cases", in).status, 400);
    in["parties"] = json::array{json::object{{"kind", "unit"}, {"name", "某咨询部"}, {"credit_code", "123"}}};
    EXPECT_EQ(post(clerk, "/cases", in).status, 400);
    stands();
}

TEST_P(Parties, QualifiedByAnotherBureauAreItsToDisqualify) {
    auto const institution = ground.institution("91510100MA61T42C93", "天山安评");
    auto with_party = [&](access::Principal const& who) {
        auto in = opening("2026-02-02");
        in["parties"] = json::array{json::object{{"kind", "institution"}, {"id", institution}, {"name", "天山安评"}}};
        return id_of(post(who, "/cases", in));
    };
    id_of(post(leader, "/case-mode", json::object{{"mode", "external"}, {"system", "执法系统"}}));
    auto const id = with_party(clerk);
    auto const home = get(clerk, "/cases/" + id).at("homes").at(0);
    EXPECT_EQ(home.at("bureau"), "B-650000");
    EXPECT_EQ(home.at("clause").at("clause"), "CN-O1-25");
    EXPECT_EQ(home.at("measures"), json::value(json::array{"revoke", "cancel"}));
    EXPECT_FALSE(home.as_object().contains("referred_on"));
    id_of(post(clerk, "/cases/" + id + "/recorded-decision", decision("2026-03-02")));
    bool said = false;
    auto const seen = get(clerk, "/cases/" + id);
    for (auto const& remark : seen.at("steps").at(0).at("remarks").as_array())
        said = said || remark.at("code") == "home";
    EXPECT_TRUE(said) << "recorded, and remarked upon";
    auto referred = step("referred", "2026-03-03");
    referred["to"] = home.at("bureau");
    id_of(post(clerk, "/cases/" + id + "/steps", referred));
    EXPECT_EQ(get(clerk, "/cases/" + id).at("homes").at(0).at("referred_on"), "2026-03-03");
    auto const own = with_party(of_bureau("A-9", Role::clerk, "650000"));
    EXPECT_TRUE(get(province, "/cases/" + own).at("homes").as_array().empty()) << "its own to take away";
    stands();
}

}  // namespace
}  // namespace anping::cases
