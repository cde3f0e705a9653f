// SPDX-License-Identifier: Apache-2.0
// What a bureau adds to its own book works at once, and nothing else is touched for it.
#include "cases.hpp"
#include "story.hpp"

namespace anping::practice {
namespace {

using ::testing::Contains;
using ::testing::Not;

// A watch of a name no code knows.
constexpr char const* kCountyClauses = R"([[clause]]
id = "T-INVOICE"
kind = "watch"
name = "county_invoice_copy"
title = "票据副本"
text = "在本市执业的机构应在签订合同时一并提交票据。"
[clause.watch]
subject = "project"
when = { all = [{ fact = "statutory", is = true }, { fact = "contract.invoices", less_than = 1 }] }
severity = "remind"
says = "本市要求：还没有票据"
clears = "上传票据"
)";

class ACountysOwnBook : public Story {
protected:
    ACountysOwnBook() : Story(std::make_shared<rulebook::Law const>(with_clauses(kCountyClauses))) {}
};
INSTANTIATE_TEST_SUITE_P(Db, ACountysOwnBook, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(ACountysOwnBook, IsFollowedWithoutAnyChangeOfTheProgram) {
    auto const id = opened();
    ASSERT_THAT(standing(id), Contains("county_invoice_copy"));
    for (auto const& row : view(id).flags) {
        auto const& flag = row.flag.value();
        if (flag.watch != "county_invoice_copy") continue;
        EXPECT_EQ(flag.citation.book, "T");
        EXPECT_EQ(flag.citation.clause, "T-INVOICE");
        EXPECT_EQ(flag.citation.text, "在本市执业的机构应在签订合同时一并提交票据。");
        EXPECT_EQ(flag.text, "本市要求：还没有票据");
        EXPECT_EQ(flag.facts, (json::object{{"contract.invoices", 0}, {"statutory", true}}));
    }
    attached(id, "invoice", "%PDF invoice");
    EXPECT_THAT(standing(id), Not(Contains("county_invoice_copy")));
}

}  // namespace
}  // namespace anping::practice
