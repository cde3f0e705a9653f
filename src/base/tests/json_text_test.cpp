// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <anping/base/json_text.hpp>

namespace anping {
namespace {

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

struct Inner {
    std::string name;
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (name, count))

struct Outer {
    std::optional<std::string> missing;
    Text<1, 20> text;
    bool yes = true;
    Colour colour = Colour::green;
    std::vector<Inner> items;
    std::optional<Inner> maybe;
    Timestamp at;
    json::object facts;
    Stored<Inner> kept;
};
BOOST_DESCRIBE_STRUCT(Outer, (), (missing, text, yes, colour, items, maybe, at, facts, kept))

struct Empty {
    std::optional<std::string> nothing;
};
BOOST_DESCRIBE_STRUCT(Empty, (), (nothing))

Outer whole() {
    Outer out;
    out.text = {"甲\"乙\\"};
    out.items = {{"一\n二\t\x01", -5}, {"", 9'007'199'254'740'991}};
    out.maybe = Inner{"x", 0};
    out.at = {1'795'140'000'000'000};
    out.facts = {{"a", nullptr}, {"b", {1, "c"}}};
    out.kept = {R"({"count":3,"name":"存"})"};
    return out;
}

TEST(JsonText, SaysWhatToJsonSays) {
    auto const text = to_text(whole());
    EXPECT_EQ(canonical(json::parse(text)), canonical(to_json(whole())));
    EXPECT_EQ(text.find("missing"), std::string::npos);
}

TEST(JsonText, WritesTheEmptyAndTheAbsent) {
    EXPECT_EQ(to_text(Empty{}), "{}");
    EXPECT_EQ(to_text(std::vector<Inner>{}), "[]");
    EXPECT_EQ(to_text(std::optional<Inner>{}), "null");
    EXPECT_EQ(to_text(std::vector<std::optional<std::string>>{std::nullopt, "a"}), R"([null,"a"])");
}

TEST(JsonText, EscapesEveryCharacterThatMustBe) {
    for (char c = 0; c < 0x7f; ++c) {
        std::string const one(1, c);
        EXPECT_TRUE(json::parse(to_text(one)).as_string() == std::string_view(one)) << static_cast<int>(c);
    }
}

TEST(JsonText, EscapesAtEveryPlaceAmongPlainCharacters) {
    for (std::string const odd : {"\"", "\\", "\x1f", "\n"})
        for (std::size_t length = 0; length < 20; ++length)
            for (std::size_t at = 0; at <= length; ++at) {
                auto text = std::string(length, '~').insert(at, odd);
                EXPECT_EQ(std::string(json::parse(to_text(text)).as_string()), text) << at << " of " << length;
            }
    EXPECT_EQ(to_text(std::string("危险化学品安全生产许可")), "\"危险化学品安全生产许可\"");
}

TEST(JsonText, WhatIsStoredIsHandedOnAndCanBeRead) {
    Stored<Inner> const kept{R"({"count":3,"name":"存"})"};
    EXPECT_EQ(to_text(kept), kept.text);
    EXPECT_EQ(kept.value().count, 3);
    EXPECT_EQ(from_json<Stored<Inner>>(json::parse(R"({"name":"存","count":3})"))->text, kept.text);
    EXPECT_FALSE(from_json<Stored<Inner>>(json::parse(R"({"name":"存"})")));
}

}  // namespace
}  // namespace anping
