// SPDX-License-Identifier: Apache-2.0
#include <anping/registry/inventory.hpp>
#include <anping/registry/located.hpp>

#include "house.hpp"
#include "rules.hpp"

namespace anping::registry {
namespace {

INSTANTIATE_TEST_SUITE_P(Db, Registry, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST(RegistryRules, RefuseWhatIsNoRegionNoCertificateOrTaken) {
    auto const& regions = books()->regions();
    auto in = an_institution();
    EXPECT_TRUE(decide_institution(in, {"J-1"}, {}, regions));
    EXPECT_EQ(decide_institution(in, {"J-1"}, {true}, regions).error().key, "registry.credit_code_taken");
    in.qualification.valid_until = day("2023-12-31");
    EXPECT_EQ(decide_institution(in, {"J-1"}, {}, regions).error().fields[0].pointer, "/qualification/valid_until");
    in.region = {"999999"};
    EXPECT_EQ(decide_institution(in, {"J-1"}, {}, regions).error().fields[0].pointer, "/region");
    auto enterprise = an_enterprise();
    EXPECT_TRUE(decide_enterprise(enterprise, {"Q-1"}, {}, regions));
    EXPECT_EQ(decide_enterprise(enterprise, {"Q-1"}, {true}, regions).error().key, "registry.credit_code_taken");
    enterprise.region = {"999999"};
    EXPECT_EQ(decide_enterprise(enterprise, {"Q-1"}, {}, regions).error().fields[0].pointer, "/region");
    EXPECT_TRUE(recognises({"650000"}, regions));
    for (auto const* other : {"000000", "652300", "652301", "999999"})
        EXPECT_EQ(recognises({other}, regions).error().key, "registry.not_recognising") << other;
}

TEST(RegistryRules, AnInstitutionKnownFromAPaperKeepsItsNumberWhenItsProvinceRegistersIt) {
    auto const& regions = books()->regions();
    auto const whole = an_institution();
    NoteInstitution in{whole.name, whole.credit_code, whole.kind, whole.region, whole.phone, whole.qualification};
    EXPECT_EQ(decide_noted(in, {"J-1"}, {}, regions)->subject, "J-1");
    EXPECT_EQ(decide_noted(in, {"J-1"}, {true}, regions).error().key, "registry.credit_code_taken");
    in.qualification.valid_until = day("2023-12-31");
    EXPECT_EQ(decide_noted(in, {"J-1"}, {}, regions).error().fields[0].pointer, "/qualification/valid_until");
    in.region = {"999999"};
    EXPECT_EQ(decide_noted(in, {"J-1"}, {}, regions).error().fields[0].pointer, "/region");
    EXPECT_EQ(decide_institution(whole, {"J-2"}, {true, InstitutionId{"J-1"}}, regions)->subject, "J-1");
}

TEST(RegistryRules, ACalibrationIsOfAnOwnInstrumentAndEndsAfterItsDay) {
    Own own;
    Calibration const wrong{{"JZ-1"}, {"计量院"}, day("2026-01-05"), day("2026-01-04")};
    RegisterInstrument const instrument{{"声级计"}, {"AWA"}, {"1"}, std::nullopt, wrong};
    EXPECT_EQ(decide_instrument(instrument, own, {"Y-1"}).error().fields[0].pointer, "/calibration/until");
    RecordCalibration const recorded{{"Y-1"}, wrong};
    EXPECT_EQ(decide_calibration(recorded, own).error().fields[0].pointer, "/instrument");
    own.instrument = true;
    EXPECT_EQ(decide_calibration(recorded, own).error().fields[0].pointer, "/calibration/until");
}

TEST_P(Registry, InstitutionsAreRegisteredByTheirProvinceOnce) {
    auto const body = to_json(an_institution());
    EXPECT_EQ(post(county, "/api/v1/institutions", body).status, 403);
    EXPECT_EQ(post(of_bureau(Role::leader, "650000"), "/api/v1/institutions", body).status, 403);
    EXPECT_EQ(post({}, "/api/v1/institutions", body).status, 401);
    auto const id = institution();
    EXPECT_EQ(id, "J-00000000");
    EXPECT_EQ(post(province, "/api/v1/institutions", body).status, 409);
    auto const seen = caller.get(admin_of(id), "/api/v1/institutions/" + id);
    EXPECT_EQ(seen.status, 200);
    EXPECT_EQ(api::testing::header_of(seen, "etag"), "\"1\"");
    auto const view = api::testing::body_of(seen);
    EXPECT_EQ(view.at("region_name"), "新疆维吾尔自治区");
    EXPECT_EQ(view.at("qualification").at("scopes").at(0), "assess.5");
    EXPECT_EQ(caller.get(admin_of("J-other"), "/api/v1/institutions/" + id).status, 404);
    EXPECT_EQ(caller.get(province, "/api/v1/institutions/J-404").status, 404);
    EXPECT_EQ(caller.get({}, "/api/v1/institutions/" + id).status, 401);
}

TEST_P(Registry, AnInstitutionKeepsItsOwnContactAndPeople) {
    auto const id = institution();
    auto const path = "/api/v1/institutions/" + id;
    ChangeContact const contact{{"昌吉市"}, Text<1, 200>{"https://example.invalid"}, {"0994-1"}};
    EXPECT_EQ(caller.call(admin_of("J-x"), "PUT", path + "/contact", json::serialize(to_json(contact))).status, 404);
    EXPECT_EQ(caller.call(admin_of(id), "PUT", path + "/contact", json::serialize(to_json(contact))).status, 200);
    AddPerson const person{{"王组长"}, AssessorLevel::level1, {"化工工艺"}, Text<1, 40>{"S01"}, day("2027-01-01")};
    EXPECT_EQ(post(admin_of("J-x"), path + "/people", to_json(person)).status, 404);
    auto const added = id_of(post(admin_of(id), path + "/people", to_json(person)));
    EXPECT_THAT(names(admin_of(id), path + "/people"), ElementsAre("王组长"));
    EXPECT_THAT(names(province, path + "/people"), ElementsAre("王组长"));
    EXPECT_EQ(caller.get({}, path + "/people").status, 401);
    auto lease = pool.lease();
    auto const view = service.institution(*lease, {id}).value();
    EXPECT_EQ(view.people, 1);
    EXPECT_EQ(view.version, 3);
    EXPECT_EQ(view.website, "https://example.invalid");
    EXPECT_EQ(service.people(*lease, std::vector<PersonId>{{added}}).at(0).certificate, "S01");
    for (std::int64_t seq = 0; seq < writer.size(); ++seq)
        EXPECT_EQ(ledger::find_entry(*lease, seq)->body.find("王组长"), std::string::npos);
}

TEST_P(Registry, AnErasedPersonStaysWithoutAName) {
    auto const id = institution();
    AddPerson const person{{"王组长"}, AssessorLevel::level1, {"化工工艺"}, std::nullopt, std::nullopt};
    auto const added = id_of(post(admin_of(id), "/api/v1/institutions/" + id + "/people", to_json(person)));
    auto const erased =
        writer.apply({{"A", "administrator", "", ""}, {}, {}, [&](ledger::Transaction& tx) -> Result<ledger::Decided> {
                          personal.erase(tx, added);
                          return ledger::Decided{{ledger::Event{"test.erased", 1, added, {}}}, {}};
                      }});
    ASSERT_TRUE(erased);
    auto lease = pool.lease();
    EXPECT_EQ(service.people(*lease, std::vector<PersonId>{{added}}).at(0).name, "已删除");
    EXPECT_EQ(findings(), std::vector<std::string>{});
}

TEST_P(Registry, EnterprisesAreSeenByThoseWhoDealWithThem) {
    auto const changji = id_of(post(county, "/api/v1/enterprises", to_json(an_enterprise())));
    EXPECT_EQ(post(county, "/api/v1/enterprises", to_json(an_enterprise("91652301MA776F4Q8T", "652302"))).status, 404);
    auto other = an_enterprise("91652301MA776F4Q8T", "652302");
    other.name = {"阜康 ABC 化工"};
    auto const fukang = id_of(post(admin_of("J-1"), "/api/v1/enterprises", to_json(other)));
    EXPECT_EQ(post(admin_of("J-1"), "/api/v1/enterprises", to_json(other)).status, 409);
    EXPECT_EQ(names(admin_of("J-1"), "/api/v1/enterprises").size(), 2U);
    EXPECT_THAT(names(county, "/api/v1/enterprises"), ElementsAre("昌吉化工"));
    EXPECT_EQ(names(of_bureau(Role::clerk, "652300"), "/api/v1/enterprises").size(), 2U);
    access::Principal const own{{"A-q"}, Role::enterprise, fukang, access::UnitKind::enterprise, {"652302"}, {}, "",
                                true};
    EXPECT_THAT(names(own, "/api/v1/enterprises"), ElementsAre("阜康 ABC 化工"));
    EXPECT_EQ(caller.get(own, "/api/v1/enterprises/" + fukang).status, 200);
    EXPECT_EQ(caller.get(own, "/api/v1/enterprises/" + changji).status, 404);
    EXPECT_EQ(caller.get(county, "/api/v1/enterprises/" + fukang).status, 404);
    EXPECT_EQ(caller.get(admin_of("J-1"), "/api/v1/enterprises/" + changji).status, 200);
    EXPECT_EQ(caller.get(admin_of("J-1"), "/api/v1/enterprises/Q-404").status, 404);
    EXPECT_EQ(names(admin_of("J-1"), "/api/v1/enterprises?q=abc").size(), 1U);
    EXPECT_EQ(names(admin_of("J-1"), "/api/v1/enterprises?q=91652301MA776F4Q8T").size(), 1U);
    EXPECT_EQ(names(admin_of("J-1"), "/api/v1/enterprises?q=%25").size(), 0U);
}

TEST_P(Registry, TheRegisterIsPublicAndPaged) {
    institution();
    id_of(post(province, "/api/v1/institutions", to_json(an_institution("91650100MA775E3P5A", "北疆安评"))));
    EXPECT_THAT(names({}, "/api/v1/institutions"), ElementsAre("天山安评", "北疆安评"));
    EXPECT_THAT(names({}, "/api/v1/institutions?q=%E5%8C%97%E7%96%86"), ElementsAre("北疆安评"));
    EXPECT_EQ(names({}, "/api/v1/institutions?q=APJ-%EF%BC%88%E6%96%B0%EF%BC%89-001").size(), 2U);
    auto const page = api::testing::body_of(caller.get({}, "/api/v1/institutions?limit=1"));
    EXPECT_THAT(names({}, "/api/v1/institutions?limit=1&cursor=" + std::string(page.at("next").as_string())),
                ElementsAre("北疆安评"));
    EXPECT_EQ(caller.get({}, "/api/v1/institutions?limit=x").status, 400);
}

TEST_P(Registry, RowsAreTheSameAfterReplay) {
    auto const id = institution();
    AddPerson const person{{"王组长"}, AssessorLevel::level1, {"化工工艺"}, std::nullopt, std::nullopt};
    id_of(post(admin_of(id), "/api/v1/institutions/" + id + "/people", to_json(person)));
    id_of(post(county, "/api/v1/enterprises", to_json(an_enterprise())));
    EXPECT_EQ(findings(), std::vector<std::string>{});
    auto writing = db::open(database.address(), db::Mode::write);
    ledger::rebuild(writing, {rows.get()});
    EXPECT_EQ(findings(), std::vector<std::string>{});
    EXPECT_THAT(names(admin_of(id), "/api/v1/institutions/" + id + "/people"), ElementsAre("王组长"));
    writing.exec("UPDATE registry_institution SET phone = '1'");
    EXPECT_EQ(findings().size(), 1U);
}

TEST_P(Registry, NamesArePutInThePlaceOfIds) {
    auto const id = institution();
    AddPerson const person{{"王组长"}, AssessorLevel::level1, {"化工工艺"}, std::nullopt, std::nullopt};
    auto const added = id_of(post(admin_of(id), "/api/v1/institutions/" + id + "/people", to_json(person)));
    auto const enterprise = id_of(post(county, "/api/v1/enterprises", to_json(an_enterprise())));
    std::vector<std::string> fields{added,   id,      "B-650000", enterprise, id,
                                    "J-404", "R-404", "platform", "",         "000000000000-gone"};
    auto const ref =
        db::open(database.address(), db::Mode::read).scalar<std::string>("SELECT name_ref FROM registry_person");
    fields.push_back(ref);
    std::vector<std::string*> places;
    for (auto& field : fields) places.push_back(&field);
    auto lease = pool.lease();
    service.put_names(*lease, places);
    EXPECT_THAT(fields, ElementsAre("王组长", "天山安评", "新疆维吾尔自治区应急管理厅", "昌吉化工", "天山安评", "J-404",
                                    "R-404", "platform", "", "已删除", "王组长"));
    service.put_names(*lease, {});
}

TEST_P(Registry, AllNamesAreToldAndThatTheyChanged) {
    auto const inventory = make_inventory();
    auto lease = pool.lease();
    EXPECT_TRUE(inventory->all_names(*lease).empty());
    auto const before = inventory->names_stamp(*lease);
    auto const id = institution();
    auto const between = inventory->names_stamp(*lease);
    EXPECT_NE(between, before);
    auto const enterprise = id_of(post(county, "/api/v1/enterprises", to_json(an_enterprise())));
    EXPECT_NE(inventory->names_stamp(*lease), between);
    EXPECT_EQ(inventory->names_stamp(*lease), inventory->names_stamp(*lease));
    std::map<std::string, std::string> found;
    for (auto const& one : inventory->all_names(*lease)) found[one.party] = one.name;
    EXPECT_THAT(found, ElementsAre(std::pair(id, "天山安评"), std::pair(enterprise, "昌吉化工")));
}

TEST_P(Registry, InstitutionsOfARegionAreThoseRegisteredInItOrBelow) {
    auto const id = institution();
    auto lease = pool.lease();
    EXPECT_EQ(located_in(*lease, {"650000"}), std::vector<InstitutionId>{{id}});
    EXPECT_EQ(located_in(*lease, {"000000"}), std::vector<InstitutionId>{{id}});
    EXPECT_TRUE(located_in(*lease, {"652301"}).empty()) << "registered above it";
    EXPECT_TRUE(located_in(*lease, {"230000"}).empty());
}

TEST_P(Registry, AnInstitutionIsFoundByItsCodeAndWithoutOneByItsWholeName) {
    auto const id = institution();
    auto lease = pool.lease();
    EXPECT_EQ(institution_with(*lease, "", "天山安评"), InstitutionId{id});
    EXPECT_FALSE(institution_with(*lease, "", "天山"));
    EXPECT_FALSE(institution_with(*lease, "91650100000000000X", "天山安评")) << "another's code";
}

TEST_P(Registry, ABureauIsNamedByItsPlaceAndAuthority) {
    EXPECT_EQ(service.bureau_name({"B-652301"}), "新疆维吾尔自治区昌吉回族自治州昌吉市应急管理局");
    EXPECT_EQ(service.bureau_name({"B-650000"}), "新疆维吾尔自治区应急管理厅");
    EXPECT_EQ(service.bureau_name({"B-000000"}), "应急管理部");
    EXPECT_EQ(service.bureau_name({"B-652301-C"}), "新疆维吾尔自治区昌吉回族自治州昌吉市（兵团）应急管理局");
    EXPECT_EQ(service.bureau_name({"B-999999"}), "B-999999");
    EXPECT_EQ(service.bureau_name({"?"}), "?");
}

}  // namespace
}  // namespace anping::registry
