// SPDX-License-Identifier: Apache-2.0
// Laws and standards as they read for a time, as files tell them.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <anping/base/result.hpp>
#include <anping/field/date.hpp>
#include <anping/forensics/corpus.hpp>

namespace anping::forensics {

// Editions of one law have one title, "中华人民共和国" before it or not.
struct Edition {
    std::string title;
    std::optional<field::Date> from, until;  // in force; `until` is the last day; nothing where it is not known
    std::string text;
    std::optional<field::Date> issued = {};  // adopted, or amended last
};

std::string in_words(Edition const& edition);  // "2021年9月1日起施行"
// By what titles of one law are told to be the same.
std::u32string law_key(std::u32string_view title);

// A file named "安全生产法(2021-06-10)" was issued on that day; "(2021-09-01起施行)", "(2014-12-01至2021-08-31)" and a
// directory "2021-09-01" say when it was in force. Its text says so in its last article; the day there is the first
// edition's, and not taken, where the law was amended after it.
Edition edition_of(std::string_view path, std::string text);
// Where an edition's end is not known, it is the day before the next one's first, or before that of a law which repeals
// it by its title.
void close_former(std::vector<Edition>& editions);

// By the SHA-256 of their originals, in a corpus of laws beside its segments.
using EditionsBySha256 = std::map<std::string, Edition, std::less<>>;
Result<void> keep_editions(std::filesystem::path const& corpus, EditionsBySha256 const& editions);
// Of the corpus's first segment, in its order. What was put in without its edition has a title and no text.
std::vector<Edition> kept_editions(std::filesystem::path const& directory, Corpus& corpus);
std::vector<Edition> in_order_of(Corpus& corpus, EditionsBySha256 editions);

}  // namespace anping::forensics
