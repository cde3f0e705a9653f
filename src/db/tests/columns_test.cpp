// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <anping/db/columns.hpp>
#include <anping/db/testing.hpp>

namespace anping::db {
namespace {

enum class Light { red, green };
BOOST_DESCRIBE_ENUM(Light, red, green)

class Columns : public testing::TestWithParam<Backend> {
protected:
    Columns() { session.script("CREATE TABLE thing (day TEXT, region TEXT, light TEXT)"); }
    void insert(Value day, Value region, Value light) {
        session.exec("DELETE FROM thing");
        session.exec("INSERT INTO thing (day, region, light) VALUES (:day, :region, :light)", {day, region, light});
    }
    ScratchDatabase scratch{GetParam()};
    Session session = open(scratch.address(), Mode::write);
};
INSTANTIATE_TEST_SUITE_P(Db, Columns, testing::ValuesIn(scratch_backends()), BackendName{});

TEST_P(Columns, HoldDatesRegionsAndDescribedEnumsAsTheirText) {
    auto const day = field::parse_date("2026-11-20");
    ASSERT_TRUE(day);
    insert(sql(*day), "652300", sql(Light::green));
    EXPECT_EQ((session.query<std::string, std::string, std::string>("SELECT day, region, light FROM thing").at(0)),
              std::make_tuple("2026-11-20", "652300", "green"));
    auto const row = session.one<field::Date, field::RegionCode, Light>("SELECT day, region, light FROM thing");
    ASSERT_TRUE(row);
    EXPECT_EQ(std::get<0>(*row), *day);
    EXPECT_EQ(to_string(std::get<0>(*row)), "2026-11-20");
    EXPECT_EQ(std::get<2>(*row), Light::green);
}

TEST_P(Columns, RefuseTextThatIsNoSuchValueAndNull) {
    insert("2026-02-30", "652300", "blue");
    EXPECT_THROW(session.scalar<field::Date>("SELECT day FROM thing"), std::runtime_error);
    EXPECT_THROW(session.scalar<Light>("SELECT light FROM thing"), std::runtime_error);
    insert(sql(std::optional<field::Date>()), nullptr, nullptr);
    EXPECT_EQ(session.scalar<std::optional<field::Date>>("SELECT day FROM thing"), std::nullopt);
    EXPECT_EQ(session.scalar<std::optional<Light>>("SELECT light FROM thing"), std::nullopt);
    EXPECT_THROW(session.scalar<field::Date>("SELECT day FROM thing"), std::logic_error);
    EXPECT_THROW(session.scalar<field::RegionCode>("SELECT region FROM thing"), std::logic_error);
    EXPECT_THROW(session.scalar<Light>("SELECT light FROM thing"), std::logic_error);
}

}  // namespace
}  // namespace anping::db
