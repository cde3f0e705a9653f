// SPDX-License-Identifier: Apache-2.0
// A list must show exactly what a detail would: Visibility::where over a table against relation() over the same things.
#include <gtest/gtest.h>

#include <boost/mp11/algorithm.hpp>
#include <random>
#include <set>

#include <anping/access/policy.hpp>
#include <anping/db/testing.hpp>

#include "real_regions.hpp"

namespace anping::access {
namespace {

using testing::real_regions;

class Visibilities : public ::testing::TestWithParam<db::Backend> {
protected:
    static constexpr std::int64_t kThings = 400;

    void SetUp() override {
        auto session = db::open(scratch_.address(), db::Mode::write);
        session.script(
            "CREATE TABLE thing (id BIGINT NOT NULL PRIMARY KEY, unit TEXT NOT NULL, party TEXT, region TEXT NOT NULL, "
            "authority TEXT NOT NULL, published BIGINT NOT NULL); "
            "CREATE TABLE further (thing BIGINT NOT NULL, party TEXT NOT NULL, region TEXT NOT NULL)");
        db::UnitOfWork work(session);
        for (std::int64_t id = 0; id < kThings; ++id) {
            auto const what = some_target();
            things_.push_back(what);
            std::optional<std::string> const first =
                what.parties.empty() ? std::nullopt : std::optional(what.parties.front());
            session.exec("INSERT INTO thing VALUES (:id, :unit, :party, :region, :authority, :published)",
                         {id, what.unit, first, what.region.digits, boost::describe::enum_to_string(what.authority, ""),
                          what.published});
            for (auto const& code : what.also)
                session.exec("INSERT INTO further VALUES (:id, :party, :region)",
                             {id, what.parties.size() > 1 ? what.parties[1] : "", code.digits});
        }
        work.commit();
    }

    template <class T>
    T const& pick(std::vector<T> const& from) {
        return from[std::uniform_int_distribution<std::size_t>(0, from.size() - 1)(random_)];
    }
    bool coin() { return std::uniform_int_distribution<>(0, 1)(random_) == 1; }
    field::RegionCode some_region() {
        static std::vector<std::string> const near{"000000", "650000", "652300", "652301", "652302", "652325",
                                                   "650100", "650102", "659001", "659002", "110000", "110101"};
        if (coin()) return {pick(near)};
        return pick(real_regions().all()).code;
    }
    std::string some_unit() { return pick(units_); }
    Target some_target() {
        Target what;
        what.unit = some_unit();
        what.region = some_region();
        what.authority = coin() && coin() ? field::Authority::corps : field::Authority::government;
        what.published = coin();
        if (coin()) {
            what.parties.push_back(some_unit());
            what.also.push_back(some_region());
            if (coin()) what.parties.push_back(some_unit());
        }
        return what;
    }
    Principal some_principal() {
        static std::vector<Role> const roles{
            Role::anonymous, Role::institution_admin,  Role::assessor,      Role::enterprise,       Role::clerk,
            Role::leader,    Role::discipline_officer, Role::administrator, Role::security_officer, Role::auditor};
        Principal who;
        who.role = pick(roles);
        if (who.role == Role::anonymous) return who;
        who.account = {"acc-1"};
        if (coin() || coin()) who.unit = some_unit();
        if (coin() || coin()) who.region = some_region();
        who.authority = coin() && coin() ? field::Authority::corps : field::Authority::government;
        return who;
    }
    static db::Params with_least(db::Params params) {
        params.emplace_back(std::int64_t{0});
        return params;
    }
    std::set<std::int64_t> seen(Visibility const& visible) {
        Columns const columns{"t.unit",
                              {"t.party", "EXISTS (SELECT 1 FROM further f WHERE f.thing = t.id AND {f.party})"},
                              {"t.region", "EXISTS (SELECT 1 FROM further f WHERE f.thing = t.id AND {f.region})"},
                              "t.authority",
                              "t.published"};
        auto const where = visible.where(columns);
        std::set<std::int64_t> out;
        reader_.each<std::int64_t>("SELECT t.id FROM thing t WHERE " + where.text + " AND t.id >= :least",
                                   with_least(where.params), [&](std::int64_t id) { out.insert(id); });
        return out;
    }

    std::mt19937 random_{20261120};
    std::vector<std::string> units_{"ins-1", "ins-2", "ent-1", "ent-2", "bureau-1", ""};
    std::vector<Target> things_;
    db::ScratchDatabase scratch_{GetParam()};
    db::Session reader_ = db::open(scratch_.address(), db::Mode::read);
};

TEST_P(Visibilities, EqualDecisionsForEveryActionAndRandomPeople) {
    Policy const policy(real_regions());
    std::vector<Action> actions;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Action>>(
        [&](auto d) { actions.push_back(d.value); });
    for (int round = 0; round < 150; ++round) {
        auto const who = some_principal();
        auto const action = pick(actions);
        auto const listed = seen(policy.visibility(who, action));
        for (std::int64_t id = 0; id < kThings; ++id) {
            bool const may = policy.decide(who, action, things_[static_cast<std::size_t>(id)]).has_value();
            ASSERT_EQ(listed.contains(id), may) << "round " << round << ", thing " << id;
        }
    }
}

TEST_P(Visibilities, EqualTheNearestRelationForAnyTableThatCouldBe) {
    for (int round = 0; round < 150; ++round) {
        auto const who = some_principal();
        std::array<bool, 8> allowed{};
        for (auto& cell : allowed) cell = coin();
        Visibility const visible(who, allowed, real_regions());
        auto const listed = seen(visible);
        for (std::int64_t id = 0; id < kThings; ++id) {
            auto const nearest = relation(who, things_[static_cast<std::size_t>(id)], real_regions());
            ASSERT_EQ(listed.contains(id), allowed[static_cast<std::size_t>(nearest)])
                << "round " << round << ", thing " << id << ", relation " << static_cast<int>(nearest) << "\n"
                << visible.where({"unit", {"party"}, {"region"}, "authority", "published"}).text;
        }
        if (visible.everything()) { EXPECT_EQ(listed.size(), std::size_t{kThings}); }
        if (visible.nothing()) { EXPECT_TRUE(listed.empty()); }
    }
}

TEST_P(Visibilities, ColumnsThatAreNotThereAreNeverTrue) {
    auto who = some_principal();
    who.role = Role::clerk;
    who.unit = "bureau-1";
    who.region = {"650000"};
    Policy const policy(real_regions());
    auto const where = policy.visibility(who, Action::project_view).where({"t.unit", {}, {}, "", ""});
    EXPECT_EQ(where.text, "(1 = 0)");
    EXPECT_TRUE(where.params.empty());
}

// An index on the region serves one region and a prefecture; a province's page is read in the order of the page.
TEST_P(Visibilities, OfficialsListIsOneRangeOfRegionsOrOneRegion) {
    Principal who;
    who.account = {"acc-1"};
    who.role = Role::clerk;
    who.region = {"652300"};
    Policy const policy(real_regions());
    Columns const columns{"", {}, {"t.region"}, "t.authority", ""};
    auto const many = policy.visibility(who, Action::project_view).where(columns, "v");
    EXPECT_EQ(many.text, "((t.authority = :v0 AND (t.region >= :v1 AND t.region < :v2)))");
    ASSERT_EQ(many.params.size(), 3U);
    EXPECT_EQ(*many.params[1].text(), "652300");
    EXPECT_EQ(*many.params[2].text(), "6524");
    who.region = {"650000"};
    auto const most = policy.visibility(who, Action::project_view).where(columns, "v");
    EXPECT_EQ(most.text, "((t.authority = :v0 AND ((t.region || '') >= :v1 AND (t.region || '') < :v2)))");
    who.region = {"652301"};
    auto const one = policy.visibility(who, Action::project_view).where(columns, "v");
    EXPECT_EQ(one.text, "((t.authority = :v0 AND (t.region = :v1)))");
    ASSERT_EQ(one.params.size(), 2U);
    EXPECT_EQ(*one.params[1].text(), "652301");
}

TEST_P(Visibilities, NobodySeesMoreThanWhatIsPublished) {
    std::array<bool, 8> allowed{};
    allowed.fill(true);
    allowed[static_cast<std::size_t>(Relation::stranger)] = false;
    Visibility const visible(Principal{}, allowed, real_regions());
    EXPECT_TRUE(visible.published_only());
    for (auto const id : seen(visible)) EXPECT_TRUE(things_[static_cast<std::size_t>(id)].published);
}

INSTANTIATE_TEST_SUITE_P(Access, Visibilities, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

}  // namespace
}  // namespace anping::access
