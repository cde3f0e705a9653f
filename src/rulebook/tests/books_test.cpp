// SPDX-License-Identifier: Apache-2.0
// The books as shipped: no problem in them, and every case of their own tests.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <set>

#include <boost/json.hpp>

#include <anping/rulebook/tools.hpp>

#include "diagnostics.hpp"
#include "reader.hpp"
#include "vocabulary.hpp"

namespace anping::rulebook {
namespace {

std::string const kBooks = ANPING_SOURCE_DIR "/rulebooks";

Law shipped(std::vector<Confirmation> const& confirmed = {}) {
    auto result = load(kBooks, confirmed);
    if (!result.law) throw std::runtime_error(to_text(result.diagnostics.front()));
    return *result.law;
}

TEST(Books, LoadWithoutErrorsOrWarningsAndPassTheirOwnTests) {
    auto const result = check(kBooks);
    EXPECT_TRUE(result.ok) << to_text(result);
    EXPECT_TRUE(result.diagnostics.empty()) << to_text(result);
    EXPECT_TRUE(result.untested.empty()) << to_text(result);
    EXPECT_GE(result.cases, 30);
    EXPECT_EQ(result.books, 4);
}

using Use = std::function<void(Node const&)>;

// Each table of the lists of that name, in the books or in their tests.
void each(std::vector<Document> const& documents, char const* list, Use const& use) {
    for (auto const& document : documents)
        if (auto const* found = document.root.find(list))
            for (auto const& one : found->items) use(one);
}

TEST(Books, TryEveryTimeLimitAroundTheSpringFestivalOf2026WithItsMakeUpDays) {
    Report report;
    std::set<std::string> limits, tried;
    auto const shelf = read_shelf(kBooks, Tests::read, report);
    for (auto const& book : shelf.books) {
        each(book.documents, "clause", [&](Node const& clause) {
            auto const* duty = clause.find("duty");
            if (duty != nullptr && duty->find("amount") != nullptr) limits.insert(clause.text_of("name"));
        });
        each(book.tests, "case", [&](Node const& one) {
            auto const* deadlines = one.find("deadlines");
            if (deadlines == nullptr) return;
            for (auto const& member : deadlines->members)
                if (member.value.text >= "2026-02-09" && member.value.text <= "2026-03-31") tried.insert(member.key);
        });
    }
    EXPECT_GE(limits.size(), 40U);
    for (auto const& one : limits) EXPECT_TRUE(tried.contains(one)) << one;
}

TEST(Books, AreEnforcedAndMarkedAsTheirRequirementsSay) {
    auto const law = shipped();
    for (auto const* id :
         {"XJ-1a", "XJ-2a",  "XJ-3a", "XJ-4b", "XJ-5a", "XJ-6", "XJ-7", "XJ-8", "XJ-9",     "XJ-10",    "XJ-11b",
          "XJ-12", "XJ-13a", "XJ-14", "XJ-15", "XJ-16", "WJ-3", "WJ-4", "WJ-8", "CN-O1-19", "CN-L92.2", "CN-D23"})
        EXPECT_NE(law.by_id(id), nullptr) << id;
    EXPECT_TRUE(law.by_id("XJ-13a")->enforced);
    EXPECT_FALSE(law.by_id("XJ-14")->enforced);
    for (auto const* id : {"WJ-9.annex4", "WJ-11", "XJ-3a.indicators", "XJ-3b.thresholds", "CN-D22"}) {
        EXPECT_EQ(law.by_id(id)->citation.mark, Mark::missing) << id;
        EXPECT_FALSE(law.by_id(id)->fallback.empty()) << id;
        EXPECT_FALSE(law.by_id(id)->edit.empty()) << id;
    }
    for (auto const* id : {"WJ-3.dormant", "WJ-5", "WJ-8", "WJ-14", "XJ-14"})
        EXPECT_FALSE(law.by_id(id)->legality.empty()) << id;
}

TEST(Books, HaveEveryArticleOfXinjiang) {
    std::set<int> articles;
    auto const law = shipped();
    for (auto const* clause : law.all())
        if (clause->id.starts_with("XJ-") && clause->kind != Kind::calendar)
            articles.insert(std::stoi(clause->id.substr(3)));
    for (int article = 1; article <= 16; ++article) EXPECT_TRUE(articles.contains(article)) << article;
}

TEST(Books, HaveTheElevenConductsAndTheElevenPenaltyItems) {
    auto const law = shipped();
    for (int i = 1; i <= 11; ++i) {
        auto const* clause = law.by_id("CN-O1-22." + std::to_string(i));
        ASSERT_NE(clause, nullptr) << i;
        EXPECT_EQ(clause->kind, Kind::conduct);
        EXPECT_EQ(clause->body.at("number"), json::value("22-" + std::to_string(i)));
    }
    EXPECT_EQ(law.by_id("CN-O1-30")->body.at("items").as_array().size(), 11U);
}

TEST(Books, GiveEveryCatalogueModulesAskFor) {
    auto const law = shipped();
    auto const today = field::parse_date("2026-11-20").value();
    for (auto const* name : {"scopes", "statutory_kinds", "service_types", "evidence_kinds", "reason_codes"})
        for (auto const* region : {"652301", "320412", "110101"})
            EXPECT_NE(law.catalogue(name, {{region}}, today), nullptr) << name << " " << region;
    for (int i = 1; i <= 7; ++i)
        EXPECT_NE(catalogue_item(law.catalogue("scopes", {{"652301"}}, today), "assess." + std::to_string(i)), nullptr);
}

TEST(Books, AreUnconfirmedOnlyForOrderNumberOneAfterItsRevision) {
    auto const law = shipped();
    auto const* before = law.by_id("CN-O1-19", field::parse_date("2026-05-27").value());
    auto const* after = law.by_id("CN-O1-19", field::parse_date("2026-05-28").value());
    EXPECT_TRUE(before->citation.binding);
    EXPECT_FALSE(after->citation.binding);
    EXPECT_TRUE(law.by_id("XJ-13a", field::parse_date("2026-05-28").value())->citation.binding);
    EXPECT_TRUE(law.by_id("CN-L72", field::parse_date("2026-05-28").value())->citation.binding);
}

// Editors check books by it; the program's own check and the schema come from the same declarations.
TEST(Books, SchemaIsUpToDate) {
    std::string const path = kBooks + "/schema.json";
    if (std::getenv("ANPING_UPDATE_SCHEMA") != nullptr) std::ofstream(path) << book_schema_text();
    std::ifstream in(path);
    std::string const published(std::istreambuf_iterator<char>(in), {});
    EXPECT_EQ(published, book_schema_text()) << "run this test with ANPING_UPDATE_SCHEMA=1";
}

TEST(Books, EveryDiagnosticIsExplainedInTheFormatsDocument) {
    std::ifstream in(ANPING_SOURCE_DIR "/docs/formats/rulebook.md");
    std::string const text(std::istreambuf_iterator<char>(in), {});
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Code>>([&](auto code) {
        EXPECT_NE(text.find("| `" + std::string(code.name) + "` |"), std::string::npos) << code.name;
    });
    for (auto const& fact : facts())
        EXPECT_NE(text.find("`" + std::string(fact.name) + "`"), std::string::npos) << fact.name;
}

}  // namespace
}  // namespace anping::rulebook
