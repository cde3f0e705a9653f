// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <anping/db/name_index.hpp>
#include <anping/db/testing.hpp>

namespace anping::db {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class Names : public testing::TestWithParam<Backend> {
protected:
    Names() { session.script("CREATE TABLE thing (id TEXT PRIMARY KEY, name TEXT NOT NULL);" + index.schema()); }
    void add(std::string const& id, std::string const& name) {
        session.exec("INSERT INTO thing (id, name) VALUES (:id, :name)", {id, name});
        index.put(session, id, name);
    }
    std::vector<std::string> found(std::string const& text) {
        auto const holds = index.holds(session, text);
        std::vector<std::string> out;
        session.each<std::string>("SELECT id FROM thing WHERE " + holds.sql + " ORDER BY id", holds.params,
                                  [&](std::string id) { out.push_back(std::move(id)); });
        return out;
    }
    NameIndex const index{"thing_name", {"id", "name"}};
    ScratchDatabase scratch{GetParam()};
    Session session = open(scratch.address(), Mode::write);
};
INSTANTIATE_TEST_SUITE_P(Db, Names, testing::ValuesIn(scratch_backends()), BackendName{});

TEST_P(Names, AreFoundByOneTwoThreeAndMoreOfTheirLettersAnywhere) {
    add("1", "天山化工有限公司");
    add("2", "昌吉天池煤业");
    for (auto const* text : {"山", "化工", "山化工", "公司", "司", "天山化工有限公司"})
        EXPECT_THAT(found(text), ElementsAre("1")) << text;
    EXPECT_THAT(found("天"), ElementsAre("1", "2"));
    EXPECT_THAT(found("山天"), IsEmpty());
    EXPECT_THAT(found("天山煤业"), IsEmpty());
}

TEST_P(Names, KeepLatinLettersApartFromNothingButTheirSize) {
    add("1", "HZ-Ab 𝄞 é 100%_!");
    for (auto const* text : {"hz-aB", "b 𝄞", "é 1", "0%_!", "%", "_", "!"})
        EXPECT_THAT(found(text), ElementsAre("1")) << text;
    EXPECT_THAT(found("a_"), IsEmpty());
}

TEST_P(Names, AreAllFoundByNoText) {
    add("1", "甲");
    EXPECT_THAT(found(""), ElementsAre("1"));
}

TEST_P(Names, AreReadInTheListsOwnOrderWhereTooManyShareAPart) {
    UnitOfWork work(session);
    for (int i = 0; i < 20'100; ++i)
        add(std::to_string(10'000 + i), "第" + std::to_string(10'000 + i) + "号装置安全现状评价");
    EXPECT_THAT(index.holds(session, "安全现状").sql, Not(HasSubstr("thing_name")));
    EXPECT_THAT(index.holds(session, "0770").sql, HasSubstr("thing_name"));
    EXPECT_EQ(found("077号装").size(), 21U);
    EXPECT_THAT(index.holds(session, "12077号装").sql, HasSubstr("thing_name"));
    EXPECT_THAT(found("12077号装"), ElementsAre("12077"));
    EXPECT_EQ(found("安全现状").size(), 20'100U);
}

}  // namespace
}  // namespace anping::db
