// SPDX-License-Identifier: Apache-2.0
// What `screen` says of one file: as JSON, and as a page.
#pragma once

#include <map>
#include <mutex>

#include <anping/base/json.hpp>

#include <anping/forensics/quotations.hpp>
#include <anping/forensics/screening.hpp>

#include "reading.hpp"

namespace anping::app {

// Texts of the corpus, read again for their places and words. Thread-safe.
class Originals {
public:
    Originals(Reading const& reading, forensics::Corpus& corpus) : reading_(reading), corpus_(corpus) {}
    struct Original {
        std::string name;
        std::string text;                   // empty when the file is gone or another
        std::vector<std::uint32_t> origin;  // of each compared character, the code point it came from
    };
    std::shared_ptr<Original const> of(forensics::DocId doc);
    // Code points; without the file about so.
    std::pair<std::uint32_t, std::uint32_t> range(forensics::DocId doc, text::Passage const& passage);
    std::optional<forensics::DocFacts> facts(std::string const& sha256);

private:
    Reading const& reading_;
    forensics::Corpus& corpus_;
    std::mutex mutex_;
    std::map<forensics::DocId, std::shared_ptr<Original const>> known_;
};

// {file, sha256, chars, own, shared, carried, quoted, tables, hidden, sources: [{file, shared, passages: [{a, b, chars,
// identity, score, kind}]}], quotations: [{law, edition, issued, from, until, articles, a, b, identity}], findings:
// [{detector, severity, words, where, facts}]}; places are code points of what `extract` prints, `b` of a quotation of
// the law's text.
json::object result_of(std::string const& file, Read const& read, forensics::Report const& report,
                       forensics::Screening const& screening, Originals& originals,
                       forensics::LawLibrary const* library);

// The same for people: a page of its own with both texts of each passage side by side, and then the whole text with
// what is shared marked and what is quoted grey. `text`: of the file.
std::string page_of(json::object const& result, std::string_view text, Originals& originals,
                    forensics::Screening const& screening);
// The list of all, the most shared first.
std::string index_of(std::vector<json::object> const& results, std::vector<std::string> const& pages);

}  // namespace anping::app
