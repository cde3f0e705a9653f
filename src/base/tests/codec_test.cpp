// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <stdexcept>

#include <anping/base/codec.hpp>
#include <anping/base/id.hpp>
#include <anping/base/json.hpp>

namespace anping {
namespace {

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

struct ThingTag;
using ThingId = Id<ThingTag>;

struct Part {
    Text<1, 4> name;
    std::int64_t count = 0;
    bool operator==(Part const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Part, (), (name, count))

struct Thing {
    ThingId id;
    Colour colour = Colour::red;
    bool open = false;
    std::optional<std::string> note;
    std::vector<Part> parts;
    std::optional<Timestamp> at;
    bool operator==(Thing const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Thing, (), (id, colour, open, note, parts, at))

struct Base {
    std::int64_t inherited = 0;
};
BOOST_DESCRIBE_STRUCT(Base, (), (inherited))
struct Derived : Base {
    std::int64_t own = 0;
};
BOOST_DESCRIBE_STRUCT(Derived, (Base), (own))

json::value parsed(std::string_view text) { return parse_json(text).value(); }

// "pointer rule" of every problem, in the order they were found.
template <class T>
std::vector<std::string> problems(std::string_view text) {
    auto const result = from_json<T>(parsed(text));
    std::vector<std::string> out;
    if (!result)
        for (auto const& field : result.error().fields) out.push_back(field.pointer + " " + field.rule);
    return out;
}

using Problems = std::vector<std::string>;

Thing example() { return {{"T-1"}, Colour::green, true, "备注", {{{"螺栓"}, 4}}, Timestamp{1'795'138'200'000'000}}; }

TEST(Codec, WritesAndReadsADescribedStruct) {
    auto const written = to_json(example());
    EXPECT_EQ(canonical(written),
              R"({"at":"2026-11-20T09:30:00.000000+08:00","colour":"green","id":"T-1","note":"备注","open":true,)"
              R"("parts":[{"count":4,"name":"螺栓"}]})");
    EXPECT_EQ(from_json<Thing>(written).value(), example());
    EXPECT_EQ(from_trusted_json<Thing>(written), example());
}

TEST(Codec, ReportsEveryProblemWithItsPointer) {
    EXPECT_EQ(problems<Thing>(R"({"id":"T 1","colour":"blue","open":"yes","note":7,)"
                              R"("parts":[{"name":"","count":1},{"name":"五个字太长","count":true},)"
                              R"({"count":"x","extra":1},5],"at":"yesterday"})"),
              (Problems{"/id id", "/colour choice", "/open boolean", "/note string", "/parts/0/name required",
                        "/parts/1/name max_length", "/parts/1/count integer", "/parts/2/name required",
                        "/parts/2/count integer", "/parts/2/extra unknown", "/parts/3 object", "/at timestamp"}));
}

TEST(Codec, AnErrorCountsItsProblems) {
    auto const error = from_json<Part>(parsed(R"({"name":"","count":""})")).error();
    EXPECT_EQ(error.code, ErrorCode::invalid_input);
    EXPECT_EQ(error.key, "input.invalid");
    EXPECT_NE(error.text.find("2 处"), std::string::npos);
}

TEST(Codec, RefusesMissingAndUnknownMembers) {
    EXPECT_EQ(problems<Part>("{}"), (Problems{"/name required", "/count required"}));
    EXPECT_EQ(problems<Part>(R"({"name":null,"count":1})"), (Problems{"/name required"}));
    EXPECT_EQ(problems<Part>(R"({"name":"甲","count":1,"Name":"乙"})"), (Problems{"/Name unknown"}));
    EXPECT_EQ(problems<Part>("[]"), (Problems{" object"}));
    EXPECT_EQ(problems<Part>("null"), (Problems{" object"}));
}

TEST(Codec, EscapesPointers) {
    EXPECT_EQ(problems<Part>(R"({"name":"甲","count":1,"a/b~c":1})"), (Problems{"/a~1b~0c unknown"}));
}

TEST(Codec, MissingAndNullOptionalsAreTheSameAndAreNotWritten) {
    auto const bare = from_json<Thing>(parsed(R"({"id":"T","colour":"red","open":false,"parts":[]})")).value();
    auto const null =
        from_json<Thing>(parsed(R"({"id":"T","colour":"red","open":false,"parts":[],"note":null,"at":null})"));
    EXPECT_EQ(bare, null.value());
    EXPECT_FALSE(bare.note);
    EXPECT_EQ(canonical(to_json(bare)), R"({"colour":"red","id":"T","open":false,"parts":[]})");
}

TEST(Codec, ReadsAndWritesInheritedMembers) {
    Derived derived;
    derived.inherited = 1;
    derived.own = 2;
    EXPECT_EQ(canonical(to_json(derived)), R"({"inherited":1,"own":2})");
    EXPECT_EQ(from_json<Derived>(to_json(derived)).value().inherited, 1);
    EXPECT_EQ(problems<Derived>("{}"), (Problems{"/inherited required", "/own required"}));
}

TEST(Codec, EnumsAreTheirNamesAndNothingElse) {
    EXPECT_EQ(from_json<Colour>("green").value(), Colour::green);
    for (auto const* bad : {R"("GREEN")", R"("green2")", "1", "\"\"", "null"})
        EXPECT_FALSE(from_json<Colour>(parsed(bad))) << bad;
    EXPECT_EQ(from_json<Colour>("blue").error().fields.at(0).text, "只能是：red、green");
}

TEST(Codec, TextIsTrimmedAndMeasuredInCharacters) {
    auto const text = [](std::string const& value) { return from_json<Text<2, 4>>(json::value(value)); };
    EXPECT_EQ(text("  安全评价\n").value().value, "安全评价");
    EXPECT_EQ(text("\u3000安全\u3000 ").value().value, "安全");
    EXPECT_EQ(text("安").error().fields.at(0).rule, "min_length");
    EXPECT_EQ(text("安全评价书").error().fields.at(0).rule, "max_length");
    EXPECT_EQ(text("a\tb").value().value, "a\tb");
    EXPECT_EQ(text("a\x07"
                   "b")
                  .error()
                  .fields.at(0)
                  .rule,
              "control_characters");
    EXPECT_EQ((from_json<Text<1, 4>>(json::value("\u3000"))).error().fields.at(0).rule, "required");
    EXPECT_TRUE((from_json<Text<0, 4>>(json::value("  "))).value().value.empty());
}

TEST(Codec, IntegersAreIntegersInAnyRepresentation) {
    EXPECT_EQ(from_json<std::int64_t>(json::value(std::uint64_t{5})).value(), 5);
    EXPECT_EQ(from_json<std::int64_t>(json::value(-5)).value(), -5);
    EXPECT_FALSE(from_json<std::int64_t>(json::value(5.0)));
    EXPECT_FALSE(from_json<std::int64_t>(json::value(std::uint64_t{1} << 63)));
    EXPECT_FALSE(from_json<std::int64_t>(json::value("5")));
    EXPECT_FALSE(from_json<std::int64_t>(json::value(true)));
}

TEST(Codec, IdsHoldLettersDigitsAndHyphens) {
    EXPECT_EQ(from_json<ThingId>("AQ-2026-0001").value().text, "AQ-2026-0001");
    for (auto const* bad : {"a/b", "a b", "安", "a_b", "../x"})
        EXPECT_EQ(from_json<ThingId>(bad).error().fields.at(0).rule, "id") << bad;
    EXPECT_EQ(from_json<ThingId>("").error().fields.at(0).rule, "required");
    EXPECT_EQ(from_json<ThingId>(json::value(std::string(65, 'a'))).error().fields.at(0).rule, "max_length");
}

TEST(Codec, ListsAreBounded) {
    json::array many(1001, json::value("x"));
    EXPECT_EQ(from_json<std::vector<std::string>>(many).error().fields.at(0).rule, "max_items");
    many.resize(1000);
    EXPECT_EQ(from_json<std::vector<std::string>>(many).value().size(), 1000U);
    EXPECT_EQ(from_json<std::vector<std::string>>("x").error().fields.at(0).rule, "array");
}

TEST(Codec, FreeJsonPassesThrough) {
    auto const facts = parsed(R"({"any":[1,{"thing":null}]})");
    EXPECT_EQ(from_json<json::value>(facts).value(), facts);
    EXPECT_EQ(from_json<json::object>(facts).value(), facts.as_object());
    EXPECT_FALSE(from_json<json::object>(json::value(1)));
}

TEST(Codec, StoredJsonThatIsNotReadableIsAFault) {
    try {
        from_trusted_json<Part>(parsed(R"({"name":"甲"})"));
        FAIL() << "did not throw";
    } catch (std::runtime_error const& error) {
        EXPECT_NE(std::string(error.what()).find("/count required"), std::string::npos);
    }
}

TEST(Codec, SchemaNamesMembersLimitsAndWhatIsRequired) {
    EXPECT_EQ(canonical(schema_of<Part>()),
              R"({"additionalProperties":false,"properties":{"count":{"format":"int64","type":"integer"},)"
              R"("name":{"maxLength":4,"minLength":1,"type":"string"}},"required":["name","count"],"type":"object"})");
    auto const thing = schema_of<Thing>();
    EXPECT_EQ(canonical(thing.at("required")), R"(["id","colour","open","parts"])");
    auto const& properties = thing.at("properties").as_object();
    EXPECT_EQ(canonical(properties.at("colour")), R"({"enum":["red","green"],"type":"string"})");
    EXPECT_EQ(canonical(properties.at("id")),
              R"({"maxLength":64,"minLength":1,"pattern":"^[0-9A-Za-z-]+$","type":"string"})");
    EXPECT_EQ(canonical(properties.at("parts").at("items")), canonical(schema_of<Part>()));
    EXPECT_EQ(canonical(properties.at("at")), R"({"format":"date-time","type":"string"})");
}

TEST(FieldReader, LeavesAMemberWhenItsScopeEnds) {
    FieldReader in;
    {
        auto outer = in.enter("people");
        auto inner = in.enter(std::size_t{3});
        in.problem("rule", "文字");
    }
    in.problem("rule", "文字");
    EXPECT_EQ(in.problems().at(0).pointer, "/people/3");
    EXPECT_EQ(in.problems().at(1).pointer, "");
    EXPECT_FALSE(in.ok());
}

TEST(FieldReader, BoundsIntegers) {
    FieldReader in;
    EXPECT_EQ(in.integer(json::value(5), 1, 5), 5);
    EXPECT_TRUE(in.ok());
    in.integer(json::value(6), 1, 5);
    in.integer(json::value(0), 1, 5);
    in.integer(json::value("x"), 1, 5);
    ASSERT_EQ(in.problems().size(), 3U);
    EXPECT_EQ(in.problems().at(0).rule, "range");
    EXPECT_EQ(in.problems().at(2).rule, "integer");
}

TEST(ErrorCode, HasANameForEveryKind) {
    EXPECT_EQ(to_string(ErrorCode::invalid_input), "invalid_input");
    EXPECT_EQ(to_string(ErrorCode::too_many), "too_many");
    EXPECT_EQ(to_string(ErrorCode::internal), "internal");
}

}  // namespace
}  // namespace anping
