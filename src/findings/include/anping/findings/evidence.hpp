// SPDX-License-Identifier: Apache-2.0
// What a screening is shown by: kept in the vault under its digest, which the ledger holds. Places are code points of
// the texts as they were read, which are kept the same way.
#pragma once

#include <anping/findings/types.hpp>

namespace anping::findings {

struct Piece {
    std::int64_t a_from = 0, a_to = 0;  // in the report
    std::int64_t b_from = 0, b_to = 0;  // in the source
};
BOOST_DESCRIBE_STRUCT(Piece, (), (a_from, a_to, b_from, b_to))

// Pieces that follow one another; between them the two have words of their own.
struct Passage {
    std::int64_t a_from = 0, a_to = 0;  // in the report
    std::int64_t b_from = 0, b_to = 0;  // in the source
    std::int64_t characters = 0;        // of its pieces in the report, as compared
    std::int64_t identity = 0;          // of a thousand
    std::int64_t score = 0;             // text::Passage's, whole
    std::vector<Piece> pieces = {};
    std::optional<FamilyId> family = {};  // it was judged before
};
BOOST_DESCRIBE_STRUCT(Passage, (), (a_from, a_to, b_from, b_to, characters, identity, score, pieces, family))

struct SourcePassages {
    practice::ReportId report;
    std::string document;  // SM3 of the source's reading
    std::vector<Passage> passages;
};
BOOST_DESCRIBE_STRUCT(SourcePassages, (), (report, document, passages))

// Lawfully shared. `as`: "law", "own_template", "common".
struct Quotation {
    std::string as;
    std::string name;  // of the law, the template or the family
    std::int64_t a_from = 0, a_to = 0;
    std::int64_t b_from = 0, b_to = 0;
    std::int64_t identity = 0;
    std::optional<std::string> articles = {};  // of a law, where it has some: "第20条、第21条"
    std::optional<std::string> edition = {};   // of a law: "2021年9月1日起施行"
};
BOOST_DESCRIBE_STRUCT(Quotation, (), (as, name, a_from, a_to, b_from, b_to, identity, articles, edition))

struct Evidence {
    practice::ReportId report;
    std::string document;  // SM3 of its reading, a vault::Document
    std::vector<SourcePassages> sources;
    std::vector<Quotation> quotations;
};
BOOST_DESCRIBE_STRUCT(Evidence, (), (report, document, sources, quotations))

}  // namespace anping::findings
