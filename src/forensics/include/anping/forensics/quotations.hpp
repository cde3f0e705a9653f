// SPDX-License-Identifier: Apache-2.0
// What a report quotes of the law: which article of which edition, whether that was in force on its day, and whether it
// says there what the report says it says (失实 item 3).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <anping/field/date.hpp>
#include <anping/forensics/editions.hpp>
#include <anping/forensics/finding.hpp>
#include <anping/forensics/report.hpp>
#include <anping/forensics/search.hpp>

namespace anping::forensics {

// "第二十条之一" is {20, 1}.
struct ArticleNumber {
    int number = 0;
    int inserted = 0;
    auto operator<=>(ArticleNumber const&) const = default;
};
std::string to_string(ArticleNumber article);  // "第20条之1"

// Editions in the order of the segment of laws they were written to. Compiled once, read by any number of threads.
class LawLibrary {
public:
    struct Article {
        ArticleNumber number;
        std::uint32_t at = 0;  // code point of the edition's text
    };

    explicit LawLibrary(std::vector<Edition> editions);
    std::size_t size() const noexcept { return editions_.size(); }
    Edition const& edition(std::size_t doc) const noexcept { return editions_[doc]; }
    bool in_force(std::size_t doc, std::optional<field::Date> day) const noexcept;
    // Code points of the edition's text some characters of its folded text came from.
    Place place(std::size_t doc, std::uint32_t from, std::uint32_t to) const;
    // Where the edition, or a part of it, says something like `words`, which are bare; empty where it does not.
    Place place_of(std::size_t doc, std::u32string_view words, std::optional<Place> within = {}) const;
    Place of_articles(std::size_t doc, ArticleNumber first, ArticleNumber last) const;
    // Articles a place is of; empty where the text has none.
    std::vector<ArticleNumber> articles(std::size_t doc, Place place) const;
    std::u32string_view words(std::size_t doc, Place place) const noexcept;
    // How many groups of five characters of `words`, which are bare, this part of the edition does not have.
    std::size_t missing(std::size_t doc, Place place, std::u32string_view words) const;
    // Those of the law `doc` is of, itself among them.
    std::vector<std::size_t> editions_of(std::size_t doc) const;
    // Editions of the law of this title, "中华人民共和国" before it or not; none where it is not there.
    std::vector<std::size_t> law_named(std::u32string_view title) const;
    // Whether another law in force says just this.
    bool is_said_elsewhere(std::size_t doc, std::u32string_view bare, std::optional<field::Date> day) const;

private:
    // One in four groups of five characters, chosen by itself, and an edition that has it.
    struct Said {
        std::uint32_t group = 0;
        std::uint32_t doc = 0;
        auto operator<=>(Said const&) const = default;
    };
    std::vector<Edition> editions_;
    std::vector<std::u32string> points_;
    std::vector<std::u32string> bares_;
    std::vector<std::vector<std::uint32_t>> origins_;  // of the folded texts
    std::vector<std::vector<Article>> articles_;
    std::vector<Said> said_;                                    // ascending, each once
    std::vector<std::size_t> laws_;                             // the first edition of each one's law
    std::map<std::u32string, std::size_t, std::less<>> first_;  // by title
};

// What a quotation is of.
struct QuotedLaw {
    std::size_t edition = 0;              // in the library: the one it agrees with best, of equal ones one in force
    std::vector<ArticleNumber> articles;  // of that edition
    Place where;                          // code points of the report
    Place there;                          // and of the edition's text
};
QuotedLaw law_of(Report const& report, Quoted const& quoted, LawLibrary const& library, std::optional<field::Date> day);

// "quotations.repealed": agrees with an edition no longer in force better than with any that is.
// "quotations.misquoted": another number, a negation more or less, "以上" for "以下". "quotations.article": under
// another article's number. Of `quoted` those that are of the law.
std::vector<Finding> judge_quotations(Report const& report, std::span<Quoted const> quoted, LawLibrary const& library,
                                      std::optional<field::Date> day);

}  // namespace anping::forensics
