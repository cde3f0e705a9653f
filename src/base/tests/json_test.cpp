// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <stdexcept>
#include <string>

#include <anping/base/json.hpp>

namespace anping {
namespace {

using namespace std::string_literals;

std::string canonical_of(std::string_view text) {
    auto const value = parse_json(text);
    return value ? canonical(*value) : "refused: " + value.error().text;
}

bool refused(std::string_view text) {
    auto const value = parse_json(text);
    return !value && value.error().code == ErrorCode::invalid_input && value.error().key == "input.json";
}

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

TEST(ParseJson, AcceptsOrdinaryDocuments) {
    EXPECT_EQ(canonical_of(" {\"a\" : [1, true, null, \"x\"] } \n"), R"({"a":[1,true,null,"x"]})");
    EXPECT_EQ(canonical_of("{}"), "{}");
    EXPECT_EQ(canonical_of("[]"), "[]");
    EXPECT_EQ(canonical_of("\"安评\""), "\"安评\"");
    EXPECT_EQ(canonical_of("null"), "null");
}

TEST(ParseJson, RefusesDuplicateKeysAtAnyDepth) {
    EXPECT_TRUE(refused(R"({"a":1,"a":2})"));
    EXPECT_TRUE(refused(R"({"a":1,"\u0061":2})"));
    EXPECT_TRUE(refused(R"([{"x":{"b":1,"c":2,"b":3}}])"));
    EXPECT_NE(parse_json(R"({"a":1,"a":2})").error().text.find("重复"), std::string::npos);
    EXPECT_FALSE(refused(R"({"a":{"a":1},"b":{"a":2}})"));
    EXPECT_FALSE(refused(R"([{"a":1},{"a":2}])"));
}

TEST(ParseJson, AcceptsOnlyIntegersABrowserReadsExactly) {
    EXPECT_EQ(canonical_of("9007199254740991"), "9007199254740991");
    EXPECT_EQ(canonical_of("-9007199254740991"), "-9007199254740991");
    for (auto const* bad : {"9007199254740992", "-9007199254740992", "9223372036854775807", "-9223372036854775808",
                            "9223372036854775808", "18446744073709551615", "18446744073709551616",
                            "123456789012345678901234567890", "-123456789012345678901234567890"})
        EXPECT_TRUE(refused(bad)) << bad;
    EXPECT_EQ(canonical_of("-0"), "0");
}

TEST(ParseJson, RefusesFractionsAndExponents) {
    for (auto const* bad : {"0.1", "1.0", "1e3", "1E3", "-1e-3", "[1,2.5]", "{\"a\":1e400}", "0e0"})
        EXPECT_TRUE(refused(bad)) << bad;
}

TEST(ParseJson, RefusesWhatIsNoNumber) {
    for (auto const* bad : {"01", "+1", "-", ".5", "0x10", "NaN", "Infinity", "--1"}) EXPECT_TRUE(refused(bad)) << bad;
}

TEST(ParseJson, RefusesNulInStringsAndNames) {
    EXPECT_TRUE(refused(R"("a\u0000b")"));
    EXPECT_TRUE(refused(R"({"a\u0000":1})"));
    EXPECT_TRUE(refused("\"a\0b\""s));
    EXPECT_TRUE(refused("1\0"s));
    EXPECT_NE(parse_json(R"("a\u0000b")").error().text.find("NUL"), std::string::npos);
}

TEST(ParseJson, RefusesDeeperNestingThanThirtyTwo) {
    EXPECT_FALSE(refused(nested(32)));
    EXPECT_TRUE(refused(nested(33)));
    EXPECT_TRUE(refused(std::string(100'000, '[')));
    std::string objects;
    for (int i = 0; i < 33; ++i) objects += R"({"a":)";
    EXPECT_TRUE(refused(objects + "1" + std::string(33, '}')));
}

TEST(ParseJson, RefusesBadUtf8AndLoneSurrogates) {
    for (auto const& bad : {"\"\xff\""s, "\"\xc0\x80\""s, "\"\xe5\xae\""s, "\"\xed\xa0\x80\""s, "\"\xf4\x90\x80\x80\""s,
                            "{\"\xff\":1}"s, "\xef\xbb\xbf{}"s})
        EXPECT_TRUE(refused(bad)) << bad;
    EXPECT_TRUE(refused(R"("\ud800")"));
    EXPECT_TRUE(refused(R"("\udc00\ud800")"));
    EXPECT_EQ(canonical_of(R"("\ud83d\ude00")"), "\"\xf0\x9f\x98\x80\"");
}

TEST(ParseJson, RefusesTrailingTextCommentsAndTrailingCommas) {
    for (auto const* bad : {"1 2", "{} x", "{}{}", "[1,]", "{\"a\":1,}", "/* c */ 1", "1 // c", "{'a':1}", "{a:1}", "",
                            " ", "[1", "\"a", "{\"a\"}", "tru"})
        EXPECT_TRUE(refused(bad)) << bad;
}

TEST(ParseJson, RefusesRawControlCharactersInStrings) {
    EXPECT_TRUE(refused("\"a\nb\""));
    EXPECT_TRUE(refused("\"a\x01\""));
    EXPECT_EQ(canonical_of(R"("a\nb")"), R"("a\nb")");
}

TEST(ParseJson, ReadsAnObjectOfTenThousandMembersButNotMore) {
    auto const object = [](int members) {
        std::string out = "{";
        for (int i = 0; i < members; ++i) out += (i == 0 ? "\"k" : ",\"k") + std::to_string(i) + "\":1";
        return out + "}";
    };
    EXPECT_FALSE(refused(object(10'000)));
    EXPECT_TRUE(refused(object(10'001)));
}

TEST(CanonicalJson, SortsNamesByUtf16CodeUnits) {
    // RFC 8785, 3.2.3: the emoji's surrogates sort before U+FB33, although its code point is higher.
    EXPECT_EQ(canonical_of(R"({"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7})"),
              "{\"\\r\":2,\"1\":4,\"\xc2\x80\":6,\"\xc3\xb6\":7,\"\xe2\x82\xac\":1,\"\xf0\x9f\x98\x80\":5,"
              "\"\xef\xac\xb3\":3}");
    EXPECT_EQ(canonical_of(R"({"b":1,"a":2,"ab":3,"":4,"B":5})"), R"({"":4,"B":5,"a":2,"ab":3,"b":1})");
}

TEST(CanonicalJson, EscapesOnlyWhatMustBe) {
    EXPECT_EQ(canonical_of(R"("\u0008\u0009\u000a\u000c\u000d\u0022\u005c\u002f\u0001\u001f\u007f\u20ac")"),
              "\"\\b\\t\\n\\f\\r\\\"\\\\/\\u0001\\u001f\x7f\xe2\x82\xac\"");
}

TEST(CanonicalJson, KeepsTheOrderOfArraysAndDropsWhiteSpace) {
    EXPECT_EQ(canonical_of(" [ 3 , 1 , { \"b\" : [ ] , \"a\" : { } } ] "), R"([3,1,{"a":{},"b":[]}])");
}

TEST(CanonicalJson, IsAFixedPoint) {
    for (auto const* text :
         {R"({"z":{"y":[1,"\u0007",{"b":null,"a":false}]},"a":-5})", R"(["\ud83d\ude00","é","/"])"}) {
        auto const once = canonical_of(text);
        EXPECT_EQ(canonical_of(once), once);
    }
}

TEST(CanonicalJson, ThrowsOnNumbersThatCannotBeHashed) {
    EXPECT_THROW(canonical(json::value(1.5)), std::invalid_argument);
    EXPECT_THROW(canonical(json::array{1, json::object{{"a", 0.0}}}), std::invalid_argument);
    EXPECT_THROW(canonical(json::value(std::int64_t{9'007'199'254'740'992})), std::invalid_argument);
    EXPECT_THROW(canonical(json::value(std::uint64_t{18'446'744'073'709'551'615U})), std::invalid_argument);
    EXPECT_EQ(canonical(json::value(std::uint64_t{7})), "7");
    EXPECT_EQ(canonical(json::value(std::int64_t{-7})), "-7");
}

}  // namespace
}  // namespace anping
