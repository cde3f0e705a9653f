// SPDX-License-Identifier: Apache-2.0
#include "house.hpp"

namespace anping::registry {
namespace {

ListExpert an_expert(std::string name = "钱专家") {
    return {{std::move(name)},
            {{"教授级高级工程师"}, {{"化工工艺"}, {"自动化"}}, {"新疆大学"}, {{"天山安评"}}, day("2026-01-05"), {}}};
}

class Experts : public Registry {
protected:
    std::string add(ListExpert const& in = an_expert()) { return id_of(post(county, "/api/v1/experts", to_json(in))); }
    http::Response change(access::Principal const& who, std::string const& id, ChangeExpert const& in) {
        return post(who, "/api/v1/experts/" + id + "/changes", to_json(in));
    }
    http::Response strike(access::Principal const& who, std::string const& id, StrikeExpert const& in) {
        return post(who, "/api/v1/experts/" + id + "/removal", to_json(in));
    }
    std::string wrong(http::Response const& response) {
        EXPECT_EQ(response.status, 400) << response.body;
        return std::string(api::testing::body_of(response).at("errors").at(0).at("pointer").as_string());
    }
};
INSTANTIATE_TEST_SUITE_P(Db, Experts, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Experts, AreFoundByFieldByEmployerPresentOrFormerAndByTheirWholeName) {
    add();
    auto other = an_expert("孙专家");
    other.facts.fields = {{"电气"}};
    other.facts.employer = {"100%设计院"};
    other.facts.employers_before = {};
    add(other);
    auto const assessor = admin_of("J-any");
    EXPECT_THAT(names(assessor, "/api/v1/experts"), ElementsAre("钱专家", "孙专家"));
    EXPECT_THAT(names(assessor, "/api/v1/experts?q=化工"), ElementsAre("钱专家"));
    EXPECT_THAT(names(province, "/api/v1/experts?q=天山"), ElementsAre("钱专家"));
    EXPECT_THAT(names(province, "/api/v1/experts?q=0%25设"), ElementsAre("孙专家"));
    EXPECT_THAT(names(province, "/api/v1/experts?q=_"), ::testing::IsEmpty());
    EXPECT_THAT(names(province, "/api/v1/experts?q=孙专家"), ElementsAre("孙专家"));
    EXPECT_THAT(names(province, "/api/v1/experts?q=孙"), ::testing::IsEmpty()) << "names are kept apart, sealed";
    EXPECT_EQ(caller.get(province, "/api/v1/experts?state=gone").status, 400);
    EXPECT_EQ(items(assessor, "/api/v1/experts").at(0).at("bureau_name"),
              "新疆维吾尔自治区昌吉回族自治州昌吉市应急管理局");
}

TEST_P(Experts, KeepWhereTheyWorkedAndLeaveThePoolWithAReason) {
    auto const id = add();
    auto facts = an_expert().facts;
    facts.employer = {"中石油设计院"};
    facts.employers_before = {{"新疆大学"}, {"天山安评"}};
    facts.interests = {{{"天池安评"}}};
    EXPECT_EQ(change(county, id, {facts, {"调动"}}).status, 201);
    EXPECT_THAT(names(province, "/api/v1/experts?q=设计院"), ElementsAre("钱专家"));
    EXPECT_THAT(names(province, "/api/v1/experts?state=current"), ElementsAre("钱专家"));
    EXPECT_EQ(strike(county, id, {day("2026-03-01"), {"聘期内辞聘"}}).status, 201);
    EXPECT_THAT(names(province, "/api/v1/experts?state=current"), ::testing::IsEmpty());
    auto const view = api::testing::body_of(caller.get(province, "/api/v1/experts/" + id));
    EXPECT_EQ(view.at("employers_before"), (json::array{"新疆大学", "天山安评"}));
    EXPECT_EQ(view.at("interests"), (json::array{"天池安评"}));
    EXPECT_EQ(view.at("struck_reason"), "聘期内辞聘");
    EXPECT_EQ(view.at("current"), false);
    std::vector<std::string> told;
    for (auto const& item : items(province, "/api/v1/experts/" + id + "/history"))
        told.emplace_back(item.at("type").as_string());
    EXPECT_THAT(told, ElementsAre("registry.expert_struck", "registry.expert_changed", "registry.expert_listed"));
    EXPECT_EQ(change(county, id, {facts, {"再次更新"}}).status, 409);
    EXPECT_EQ(strike(county, id, {day("2026-03-01"), {"再次"}}).status, 409);
    EXPECT_EQ(findings(), std::vector<std::string>{});
}

TEST_P(Experts, AreInThePoolFromTheirFirstDayToTheirLast) {
    auto in = an_expert();
    in.facts.until = day("2026-03-02");
    add(in);
    EXPECT_THAT(names(province, "/api/v1/experts?state=current"), ElementsAre("钱专家"));
    clock.set(parse_timestamp("2026-03-03T09:00:00+08:00").value());
    EXPECT_THAT(names(province, "/api/v1/experts?state=current"), ::testing::IsEmpty());
    EXPECT_THAT(names(province, "/api/v1/experts?state=former"), ElementsAre("钱专家"));
}

TEST_P(Experts, AreKeptByTheirOwnBureauAlone) {
    auto const id = add();
    ChangeExpert const in{an_expert().facts, {"更正"}};
    for (auto const& other : {province, of_bureau(Role::clerk, "652302")}) EXPECT_EQ(change(other, id, in).status, 404);
    EXPECT_EQ(change(admin_of("J-any"), id, in).status, 403);
    EXPECT_EQ(post(admin_of("J-any"), "/api/v1/experts", to_json(an_expert())).status, 403);
    EXPECT_EQ(change(county, "X-404", in).status, 404);
    EXPECT_EQ(change(of_bureau(Role::section_head, "652301"), id, in).status, 201);
}

TEST_P(Experts, WithFactsThatCannotBeAreRefusedByTheField) {
    auto in = an_expert();
    in.facts.fields = {};
    EXPECT_EQ(wrong(post(county, "/api/v1/experts", to_json(in))), "/facts/fields");
    in = an_expert();
    in.facts.listed_on = day("2026-03-03");
    EXPECT_EQ(wrong(post(county, "/api/v1/experts", to_json(in))), "/facts/listed_on");
    in = an_expert();
    in.facts.until = day("2026-01-04");
    EXPECT_EQ(wrong(post(county, "/api/v1/experts", to_json(in))), "/facts/until");
    in = an_expert();
    in.facts.employers_before.assign(21, {"单位"});
    EXPECT_EQ(wrong(post(county, "/api/v1/experts", to_json(in))), "/facts/employers_before");
    in.facts.employers_before = {};
    in.facts.interests.emplace(21, Text<1, 100>{"机构"});
    EXPECT_EQ(wrong(post(county, "/api/v1/experts", to_json(in))), "/facts/interests");
    auto const id = add();
    EXPECT_EQ(wrong(strike(county, id, {day("2026-03-03"), {"明天"}})), "/on");
    EXPECT_EQ(wrong(strike(county, id, {day("2026-01-04"), {"入库前"}})), "/on");
}

}  // namespace
}  // namespace anping::registry
