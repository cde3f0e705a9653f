// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include <boost/json/parse.hpp>

#include <anping/documents/template.hpp>
#include <anping/documents/testing.hpp>

namespace anping::documents {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

constexpr char kHead[] =
    R"(<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>)";
constexpr char kTail[] = "</w:body></w:document>";

std::string document(std::string const& body) { return kHead + body + kTail; }
std::string docx_of(std::string const& xml) {
    // Not packed: what is long and even would be taken for a bomb.
    return testing::zip({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", xml}}, ZIP_CM_STORE);
}
std::string template_of(std::string const& body) { return docx_of(document(body)); }
std::string run(std::string const& text) { return "<w:r><w:t>" + text + "</w:t></w:r>"; }
std::string paragraph(std::string const& text) { return "<w:p>" + run(text) + "</w:p>"; }
std::string row(std::vector<std::string> const& cells) {
    std::string out = "<w:tr>";
    for (auto const& cell : cells) out += "<w:tc>" + paragraph(cell) + "</w:tc>";
    return out + "</w:tr>";
}
std::string table(std::string const& rows) { return "<w:tbl>" + rows + "</w:tbl>"; }

json::object values(char const* text) { return json::parse(text).as_object(); }

std::string text_after(Filled const& filled) {
    return testing::text_of(testing::part(filled.docx, "word/document.xml"));
}
std::string filled_text(std::string const& body, char const* with) {
    auto const filled = fill(template_of(body), values(with));
    return filled ? text_after(*filled) : filled.error().key;
}

TEST(Templates, NamesBecomeTheirValues) {
    EXPECT_EQ(filled_text(paragraph("项目：{{name}}，{{ n }}个，{{yes}}，{{nothing}}。"),
                          R"({"name":"天山","n":3,"yes":true,"nothing":null})"),
              "项目：天山，3个，是，。|");
}

TEST(Templates, DottedAndChineseNamesAreFound) {
    EXPECT_EQ(filled_text(paragraph("{{project.title}}{{项目.名称}}{{a.b.c}}"),
                          R"({"project":{"title":"甲"},"项目":{"名称":"乙"},"a":{"b":{"c":-7}}})"),
              "甲乙-7|");
}

TEST(Templates, ANameSplitOverRunsIsOneName) {
    auto const body = "<w:p>" + run("致{") + "<w:proofErr w:type=\"spellStart\"/>" + run("{na") +
                      "<w:r><w:rPr><w:b/></w:rPr><w:t>m</w:t></w:r>" + run("") + run("e}}：{{") + run("b}") +
                      run("}尾") + "</w:p>";
    auto const filled = fill(template_of(body), values(R"({"name":"州局","b":"B"})"));
    ASSERT_TRUE(filled);
    EXPECT_EQ(text_after(*filled), "致州局：B尾|");
    auto const part = testing::part(filled->docx, "word/document.xml");
    EXPECT_STREQ(part.select_node("//w:r/w:t").node().text().get(), "致州局");
    EXPECT_TRUE(part.select_node("//w:b"));
}

TEST(Templates, ANameInAHyperlinkAndInATextBoxIsFilled) {
    EXPECT_EQ(filled_text("<w:p>" + run("{{a") + "<w:r><w:txbxContent>" + paragraph("[{{b}}]") +
                              "</w:txbxContent></w:r>" + "<w:hyperlink>" + run("}}") + "</w:hyperlink></w:p>",
                          R"({"a":"1","b":"2"})"),
              "1[2]||");
}

TEST(Templates, WhatHasNoValueIsLeftBlankAndReportedOnce) {
    auto const filled =
        fill(template_of(paragraph("[{{x}}{{y.z}}{{x}}{{o}}{{list}}]")), values(R"({"y":1,"o":{},"list":[1]})"));
    ASSERT_TRUE(filled);
    EXPECT_EQ(text_after(*filled), "[]|");
    EXPECT_THAT(filled->unknown, ElementsAre("x", "y.z", "o", "list"));
}

TEST(Templates, ARowStandsOnceForEachElement) {
    auto const body = table(row({"序号", "姓名"}) + row({"{{#people}}{{no}}", "{{name}}（{{unit}}）{{/people}}"}) +
                            row({"合计", "{{n}}"}));
    EXPECT_EQ(filled_text(
                  body, R"({"unit":"外","n":2,"people":[{"no":1,"name":"张三","unit":"内"},{"no":2,"name":"李四"}]})"),
              "序号|姓名|1|张三（内）|2|李四（外）|合计|2|");
}

TEST(Templates, RowsOfATableInARepeatedRowAreRepeatedWithItsElement) {
    auto const body = table("<w:tr><w:tc>" + paragraph("{{#groups}}{{name}}{{/groups}}") +
                            table(row({"{{#items}}{{v}}{{/items}}"})) + paragraph("") + "</w:tc></w:tr>");
    EXPECT_EQ(
        filled_text(body, R"({"groups":[{"name":"甲","items":[{"v":1},{"v":2}]},{"name":"乙","items":[{"v":3}]}]})"),
        "甲|1|2||乙|3||");
}

TEST(Templates, AnEmptyArrayLeavesOneBlankRowAndReportsNothing) {
    auto const body = table(row({"{{#items}}{{a}}", "[{{b}}]{{/items}}"}));
    auto const filled = fill(template_of(body), values(R"({"items":[]})"));
    ASSERT_TRUE(filled);
    EXPECT_EQ(text_after(*filled), "|[]|");
    EXPECT_THAT(filled->unknown, IsEmpty());
}

TEST(Templates, AMissingArrayIsReported) {
    auto const body = table(row({"{{#items}}{{a}}{{/items}}"}) + row({"{{#one}}{{a}}{{/one}}"}));
    auto const filled = fill(template_of(body), values(R"({"one":{"a":1}})"));
    ASSERT_TRUE(filled);
    EXPECT_EQ(text_after(*filled), "||");
    EXPECT_THAT(filled->unknown, ElementsAre("items", "one"));
}

TEST(Templates, HeadersAndFootersAreFilledAndOtherPartsKept) {
    std::string const header = document(paragraph("{{name}}"));
    auto const filled = fill(testing::zip({{"word/document.xml", document(paragraph("{{name}}"))},
                                           {"word/", ""},
                                           {"word/header2.xml", header},
                                           {"word/footer1.xml", header},
                                           {"word/media/a.png", std::string("\x89PNG\0{{name}}", 13)},
                                           {"word/styles.xml", "<x>{{name}}</x>"}}),
                             values(R"({"name":"甲"})"));
    ASSERT_TRUE(filled);
    auto const parts = testing::unzip(filled->docx);
    EXPECT_THAT(parts.at("word/header2.xml"), HasSubstr(">甲<"));
    EXPECT_THAT(parts.at("word/footer1.xml"), HasSubstr(">甲<"));
    EXPECT_EQ(parts.at("word/media/a.png"), std::string("\x89PNG\0{{name}}", 13));
    EXPECT_EQ(parts.at("word/styles.xml"), "<x>{{name}}</x>");
}

TEST(Templates, MarkupAndMarksInAValueAreText) {
    EXPECT_EQ(filled_text(paragraph("{{a}}{{b}}"), R"({"a":"<w:p/>&\u0001{{b}}","b":"{{#x}}"})"),
              "<w:p/>&{{b}}{{#x}}|");
}

TEST(Templates, ALineBreakOfAValueIsOneInTheDocument) {
    auto const filled = fill(template_of(paragraph("前{{a}}后")), values(R"({"a":"一\r\n二"})"));
    ASSERT_TRUE(filled);
    EXPECT_EQ(text_after(*filled), "前一/二后|");
    auto const part = testing::part(filled->docx, "word/document.xml");
    EXPECT_STREQ(part.select_node("//w:br").node().parent().name(), "w:r");
    EXPECT_STREQ(part.select_node("//w:t").node().attribute("xml:space").value(), "preserve");
}

TEST(Templates, BlanksBetweenWordsSurvive) {
    EXPECT_EQ(
        filled_text("<w:p>" + run("甲") + "<w:r><w:t xml:space=\"preserve\"> </w:t></w:r>" + run("{{a}}") + "</w:p>",
                    R"({"a":" b "})"),
        "甲  b |");
}

TEST(Templates, AnotherPrefixAndTheStrictNamespaceAreWordToo) {
    for (std::string const space : {"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                                    "http://purl.oclc.org/ooxml/wordprocessingml/main"}) {
        auto const filled = fill(docx_of("<document xmlns=\"" + space + "\"><p><r><t>{{a}}</t></r></p></document>"),
                                 values(R"({"a":"x\ny"})"));
        ASSERT_TRUE(filled) << space;
        EXPECT_THAT(testing::unzip(filled->docx).at("word/document.xml"), HasSubstr("x</t><br/>"));
    }
}

TEST(Templates, EqualInputGivesEqualBytes) {
    auto const once = fill(template_of(paragraph("{{a}}")), values(R"({"a":"x"})"));
    auto const again = fill(template_of(paragraph("{{a}}")), values(R"({"a":"x"})"));
    ASSERT_TRUE(once && again);
    EXPECT_EQ(once->docx, again->docx);
}

TEST(Templates, WhatIsNoNameStaysAsItIs) {
    std::vector<std::string> const texts = {"{{",   "{{}}",    "{{ }}", "{{#}}", "{{open",
                                            "}}{{", "{{a{b}}", "{a}",   "{{a}",  "{{" + std::string(300, 'n') + "}}"};
    for (auto const& text : texts) EXPECT_EQ(filled_text(paragraph(text), R"({"a":"!"})"), text + "|");
    EXPECT_EQ(filled_text(paragraph("{{{a}}}"), R"({"a":"!"})"), "{!}|");
    EXPECT_EQ(filled_text(paragraph("{{a{{a}}"), R"({"a":"!"})"), "{{a!|");
}

TEST(Templates, NamesOfStrangeCharactersAreReportedAsTheyAre) {
    auto const filled = fill(template_of(paragraph("{{../../etc}}{{a..b}}{{.}}{{%s%n}}{{&lt;x&gt;}}{{🙂}}")), {});
    ASSERT_TRUE(filled);
    EXPECT_THAT(filled->unknown, UnorderedElementsAre("../../etc", "a..b", ".", "%s%n", "<x>", "🙂"));
    EXPECT_EQ(text_after(*filled), "|");
}

std::string nested(int depth) {
    std::string out;
    for (int i = 0; i < depth; ++i) out += "<w:a>";
    for (int i = 0; i < depth; ++i) out += "</w:a>";
    return out;
}

std::string many_entries() {
    testing::Entries entries = {{"word/document.xml", document("")}};
    for (int i = 0; i < 1000; ++i) entries.emplace_back("x" + std::to_string(i), "");
    return testing::zip(entries);
}

std::string with_entry(std::string const& name, std::string const& content = "x") {
    return testing::zip({{"word/document.xml", document("")}, {name, content}});
}

// The directory says less than the entry unpacks to.
std::string understating() {
    auto bytes = testing::zip({{"word/document.xml", document(std::string(100'000, ' '))}});
    auto const directory = bytes.rfind("PK\x01\x02");
    bytes[directory + 24] = bytes[directory + 25] = 1;
    bytes[directory + 26] = bytes[directory + 27] = 0;
    return bytes;
}

// The bit of an entry that says it is encrypted, in both places that say so.
std::string locked() {
    auto bytes = template_of("");
    for (std::size_t at = 0; (at = bytes.find("PK", at)) != std::string::npos; at += 2) {
        if (bytes.compare(at, 4, "PK\x03\x04") == 0) bytes[at + 6] |= 1;
        if (bytes.compare(at, 4, "PK\x01\x02") == 0) bytes[at + 8] |= 1;
    }
    return bytes;
}

std::string section_tower() {
    std::string out = table(row({"{{#items}}x{{/items}}"}));
    for (int i = 0; i < 40; ++i)
        out = table("<w:tr><w:tc>" + paragraph("{{#items}}{{/items}}") + out + "</w:tc></w:tr>");
    return out;
}

struct Hostile {
    char const* what;
    std::function<std::string()> bytes;
    char const* key;
};

Hostile const kHostile[] = {
    {"nothing", [] { return std::string(); }, "documents.not_docx"},
    {"no zip", [] { return std::string("%PDF-1.7 not a zip at all"); }, "documents.not_docx"},
    {"an empty zip", [] { return std::string("PK\x05\x06") + std::string(18, '\0'); }, "documents.not_docx"},
    {"no body", [] { return testing::zip({{"xl/workbook.xml", "<x/>"}}); }, "documents.not_docx"},
    {"a body that is no XML", [] { return docx_of("{{name}}"); }, "documents.not_docx"},
    {"an empty body", [] { return docx_of(""); }, "documents.not_docx"},
    {"a body of another language", [] { return docx_of("<html><p>{{a}}</p></html>"); }, "documents.not_docx"},
    {"an element left open", [] { return docx_of(std::string(kHead) + "<w:p>"); }, "documents.not_docx"},
    {"200000 elements in each other", [] { return template_of(nested(200'000)); }, "documents.template_unsafe"},
    {"200000 elements left open", [] { return docx_of(kHead + nested(200'000).substr(0, 1'000'000)); },
     "documents.not_docx"},
    {"a document type", [] { return docx_of("<!DOCTYPE x><w:document/>"); }, "documents.template_unsafe"},
    {"an entity",
     [] { return docx_of("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w:document>&a;</w:document>"); },
     "documents.template_unsafe"},
    {"a document type beside the body", [] { return with_entry("word/styles.xml", "<!-- --><!DOCTYPE x><x/>"); },
     "documents.template_unsafe"},
    {"a document type in UTF-16", [] { return with_entry("a.rels", std::string("<\0!\0D\0O\0C\0T\0Y\0P\0E\0", 18)); },
     "documents.template_unsafe"},
    {"invalid UTF-8", [] { return template_of(paragraph("\xC3(\xFF")); }, "documents.not_docx"},
    {"UTF-16", [] { return docx_of(std::string("\xFF\xFE<\0w\0", 6)); }, "documents.not_docx"},
    {"a NUL", [] { return template_of(std::string("\0", 1)); }, "documents.not_docx"},
    {"a path that leads out", [] { return with_entry("../../etc/cron.d/x"); }, "documents.template_unsafe"},
    {"a path that leads out, Windows' way", [] { return with_entry("word\\..\\..\\x"); }, "documents.template_unsafe"},
    {"a path from the root", [] { return with_entry("/etc/passwd"); }, "documents.template_unsafe"},
    {"a path of a drive", [] { return with_entry("C:x"); }, "documents.template_unsafe"},
    {"a path that is none",
     [] {
         auto bytes = with_entry("word/a.xml");
         for (std::size_t at = 0; (at = bytes.find("a.xml", at)) != std::string::npos;) bytes[at] = '\x11';
         return bytes;
     },
     "documents.template_unsafe"},
    {"macros", [] { return with_entry("word/vbaProject.bin"); }, "documents.template_macros"},
    {"1001 entries", many_entries, "documents.template_too_large"},
    {"a bomb", [] { return with_entry("x", std::string(60u << 20, '\0')); }, "documents.template_too_large"},
    {"more than 64 MB", [] { return with_entry("x", std::string(65u << 20, 'x')); }, "documents.template_too_large"},
    {"a directory that understates", understating, "documents.not_docx"},
    {"a password", locked, "documents.template_locked"},
    {"a row's mark left open", [] { return template_of(table(row({"{{#items}}", "x"}))); }, "documents.template_mark"},
    {"a row's mark never opened", [] { return template_of(table(row({"{{/items}}"}))); }, "documents.template_mark"},
    {"marks of two names", [] { return template_of(table(row({"{{#items}}{{/other}}"}))); }, "documents.template_mark"},
    {"marks in each other", [] { return template_of(table(row({"{{#a}}{{#b}}{{/b}}{{/a}}"}))); },
     "documents.template_mark"},
    {"two pairs of marks", [] { return template_of(table(row({"{{#a}}{{/a}}{{#b}}{{/b}}"}))); },
     "documents.template_mark"},
    {"marks over two rows", [] { return template_of(table(row({"{{#items}}"}) + row({"{{/items}}"}))); },
     "documents.template_mark"},
    {"marks outside a table", [] { return template_of(paragraph("{{#items}}x{{/items}}")); },
     "documents.template_mark"},
    {"rows that multiply", [] { return template_of(section_tower()); }, "documents.filled_too_large"},
};

TEST(Templates, AHostileOrBrokenOneIsAnErrorThatSaysWhy) {
    auto const with = values(R"({"items":[{},{},{},{}]})");
    for (auto const& one : kHostile) {
        auto const filled = fill(one.bytes(), with);
        ASSERT_FALSE(filled) << one.what;
        EXPECT_EQ(filled.error().key, one.key) << one.what;
        EXPECT_FALSE(filled.error().text.empty()) << one.what;
    }
}

TEST(Templates, ATruncatedOneIsAnErrorAtEveryLength) {
    auto const whole = template_of(table(row({"{{#items}}{{a}}{{/items}}"})));
    ASSERT_TRUE(fill(whole, {}));
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_FALSE(fill(std::string_view(whole).substr(0, length), {})) << length;
}

TEST(Templates, ADamagedOneNeverCrashes) {
    auto const whole = template_of(paragraph("{{a}}"));
    int refused = 0;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        auto damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0xFF);
        if (!fill(damaged, {})) ++refused;
    }
    EXPECT_GT(refused, static_cast<int>(whole.size() / 2));
}

TEST(Templates, MillionsOfNamesTakeNoLongerThanTheirText) {
    std::string text;
    for (int i = 0; i < 300'000; ++i) text += "{{a}}{{";
    auto const filled = fill(template_of(paragraph(text)), values(R"({"a":"xy"})"));
    ASSERT_TRUE(filled);
    EXPECT_EQ(text_after(*filled).size(), 300'000u * 4 + 1);
    EXPECT_EQ(fill(template_of(paragraph(text)), {{"a", std::string(1000, 'x')}}).error().key,
              "documents.filled_too_large");
}

}  // namespace
}  // namespace anping::documents
