// SPDX-License-Identifier: Apache-2.0
#include "house.hpp"

namespace anping::cases {
namespace {

class Interviews : public House {
protected:
    json::object invitation(char const* at = "2026-07-02T10:00:00+08:00") const {
        return {{"institution", institution},
                {"title", "警示约谈"},
                {"basis", "措施第三条"},
                {"facts", "评定为不合格"},
                {"at", at},
                {"place", "局三楼会议室"},
                {"hosts", "分管领导、危化科科长"},
                {"expected", "主要负责人、技术负责人"}};
    }
    std::string invited() { return id_of(post(clerk, "/talk-invitations", invitation())); }
    void says(std::string const& id, json::object const& answer) {
        id_of(post(own, "/talk-invitations/" + id + "/answers", answer));
    }
    json::object outcome(char const* word, char const* on) const {
        return {{"outcome", word},
                {"on", on},
                {"text", "负责人到场，承诺整改"},
                {"officers", officers()},
                {"documents", json::array()}};
    }
    json::value first(access::Principal const& who, char const* path) { return get(who, path).at("items").at(0); }
    std::string const institution = ground.institution("91510100MA61T42C93", "天山安评");
    access::Principal const own = of_institution(institution);
};

INSTANTIATE_TEST_SUITE_P(Db, Interviews, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Interviews, AreConfirmedHeldAndRemarkedUponByTheInstitution) {
    auto const id = invited();
    EXPECT_EQ(first(own, "/own-talk-invitations").at("place"), "局三楼会议室");
    EXPECT_EQ(get(of_institution("J-404"), "/own-talk-invitations").at("items").as_array().size(), 0U);
    EXPECT_EQ(
        post(of_institution("J-404"), "/talk-invitations/" + id + "/answers", json::object{{"answer", "comes"}}).status,
        404);
    says(id, {{"answer", "comes"}});
    EXPECT_EQ(first(clerk, "/talk-invitations").at("stage"), "confirmed");
    ground.clock.set(parse_timestamp("2026-07-02T12:00:00+08:00").value());
    EXPECT_EQ(first(clerk, "/talk-invitations").at("past"), true);
    auto held = outcome("held", "2026-07-02");
    held["demands"] = "一个月内整改";
    held["due"] = "2026-08-02";
    id_of(post(clerk, "/talk-invitations/" + id + "/end", held));
    auto const talk = first(own, "/own-talks");
    EXPECT_EQ(talk.at("facts"), "负责人到场，承诺整改");
    EXPECT_EQ(talk.at("demands"), "一个月内整改");
    auto const of = std::string(talk.at("id").as_string());
    EXPECT_EQ(first(own, "/own-talk-invitations").at("talk"), talk.at("id"));
    id_of(post(own, "/talks/" + of + "/remarks", json::object{{"text", "承诺的期限是两个月"}}));
    EXPECT_EQ(first(own, "/own-talks").at("remarks").at(0).at("text"), "承诺的期限是两个月");
    auto const kept = first(clerk, "/talks");
    EXPECT_EQ(kept.at("invitation"), json::string(id));
    EXPECT_EQ(kept.at("officers").at(0).at("name"), "张三");
    EXPECT_EQ(kept.at("remarks").at(0).at("institution_name"), "天山安评");
    EXPECT_EQ(post(clerk, "/talk-invitations/" + id + "/end", held).status, 409) << "once";
    stands();
}

TEST_P(Interviews, AreMovedWhenTheInstitutionAsksWithItsReason) {
    auto const id = invited();
    EXPECT_EQ(post(own, "/talk-invitations/" + id + "/answers", json::object{{"answer", "other_time"}}).status, 400)
        << "without a reason";
    says(id, {{"answer", "other_time"}, {"proposed", "2026-07-06T10:00:00+08:00"}, {"text", "负责人在外地检查"}});
    EXPECT_EQ(first(clerk, "/talk-invitations").at("stage"), "asked");
    id_of(post(clerk, "/talk-invitations/" + id + "/times",
               json::object{{"at", "2026-07-06T10:00:00+08:00"}, {"place", "局二楼"}, {"text", "同意改期"}}));
    auto const moved = first(own, "/own-talk-invitations");
    EXPECT_EQ(moved.at("stage"), "invited") << "to be confirmed again";
    EXPECT_EQ(moved.at("place"), "局二楼");
    EXPECT_EQ(moved.at("acts").as_array().size(), 2U);
    stands();
}

TEST_P(Interviews, ThatNobodyCameToAreRecordedAsMissedOnceTheirTimeIsPast) {
    auto const id = invited();
    EXPECT_EQ(post(clerk, "/talk-invitations/" + id + "/end", outcome("missed", "2026-06-29")).status, 409);
    ground.clock.set(parse_timestamp("2026-07-02T12:00:00+08:00").value());
    id_of(post(clerk, "/talk-invitations/" + id + "/end", outcome("missed", "2026-07-02")));
    EXPECT_EQ(first(own, "/own-talk-invitations").at("stage"), "missed");
    EXPECT_EQ(get(own, "/own-talks").at("items").as_array().size(), 0U);
    EXPECT_EQ(post(own, "/talk-invitations/" + id + "/answers", json::object{{"answer", "comes"}}).status, 409);
    stands();
}

TEST_P(Interviews, AreAnnouncedBeforeTheyAreHeldAndToWhoeverIsRegistered) {
    EXPECT_EQ(post(clerk, "/talk-invitations", invitation("2026-06-28T10:00:00+08:00")).status, 400);
    auto unknown = invitation();
    unknown["institution"] = "J-404";
    EXPECT_EQ(post(clerk, "/talk-invitations", unknown).status, 400);
}

TEST_P(Interviews, RecordedForSeveralShowEachInstitutionItsOwnPartOnly) {
    auto const other = ground.institution("91510107749749603G", "天池安评");
    json::object const talk{
        {"kind", "notice"},       {"title", "通报两家机构"},   {"institutions", json::array{institution, other}},
        {"basis", "措施第三条"},  {"facts", "未按要求整改"},   {"on", "2026-06-01"},
        {"officers", officers()}, {"documents", json::array()}};
    auto const id = id_of(post(clerk, "/talks", talk));
    id_of(post(own, "/talks/" + id + "/remarks", json::object{{"text", "已经整改"}}));
    EXPECT_EQ(first(of_institution(other), "/own-talks").at("remarks").as_array().size(), 0U);
    EXPECT_EQ(first(own, "/own-talks").at("remarks").as_array().size(), 1U);
    EXPECT_EQ(first(clerk, "/talks").at("remarks").as_array().size(), 1U);
    EXPECT_EQ(post(of_institution("J-404"), "/talks/" + id + "/remarks", json::object{{"text", "意见"}}).status, 404);
}

}  // namespace
}  // namespace anping::cases
