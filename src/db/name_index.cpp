// SPDX-License-Identifier: Apache-2.0
#include <anping/db/name_index.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace anping::db {
namespace {

constexpr std::int64_t kFew = 2'000;  // names looked at one by one
constexpr std::int64_t kEnough = 50;  // no rarer part is looked for
constexpr std::size_t kLength = 3;    // letters of a gram; 21 bits each leave the sign alone
constexpr int kBits = 21;

char32_t small(char32_t letter) { return letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter; }

// What is stored is valid UTF-8: the edge has seen to it.
std::vector<char32_t> letters_of(std::string_view text) {
    std::vector<char32_t> out;
    for (std::size_t i = 0; i < text.size();) {
        auto const first = static_cast<unsigned char>(text[i]);
        std::size_t const more = first < 0x80 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
        char32_t letter = more == 0 ? first : first & (0x3F >> more);
        for (std::size_t k = 1; k <= more && i + k < text.size(); ++k)
            letter = (letter << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3F);
        out.push_back(small(letter));
        i += more + 1;
    }
    return out;
}

// The letters from `at` on, the first the weightiest, so that those which begin alike stand together.
std::int64_t gram_at(std::vector<char32_t> const& letters, std::size_t at) {
    std::int64_t gram = 0;
    for (std::size_t k = 0; k < kLength; ++k)
        gram = (gram << kBits) | (at + k < letters.size() ? static_cast<std::int64_t>(letters[at + k]) : 0);
    return gram;
}

struct Range {
    std::int64_t from;
    std::int64_t until;
};

std::vector<Range> ranges_of(std::vector<char32_t> const& letters) {
    std::vector<Range> out;
    if (letters.size() < kLength) {
        auto const from = gram_at(letters, 0);
        auto const open = kBits * static_cast<int>(kLength - letters.size());
        out.push_back({from, from + (std::int64_t{1} << open) - 1});
        return out;
    }
    for (std::size_t at = 0; at + kLength <= letters.size(); ++at)
        out.push_back({gram_at(letters, at), gram_at(letters, at)});
    return out;
}

std::string like(std::string const& text) {
    std::string out = "%";
    for (char const c : text) {
        if (c == '%' || c == '_' || c == '!') out += '!';
        out += c;
    }
    return out + "%";
}

}  // namespace

std::string NameIndex::schema() const {
    return "CREATE TABLE " + table_ + " (gram BIGINT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (gram, id));\n";
}

void NameIndex::put(Session& session, std::string const& id, std::string_view name) const {
    auto const letters = letters_of(name);
    std::vector<std::int64_t> grams;
    for (std::size_t at = 0; at < letters.size(); ++at) grams.push_back(gram_at(letters, at));
    std::ranges::sort(grams);
    grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
    std::vector<Params> rows;
    for (auto const gram : grams) rows.push_back({gram, id});
    session.bulk_insert(table_, {"gram", "id"}, rows);
}

Condition NameIndex::holds(Session& session, std::string const& text) const {
    auto const letters = letters_of(text);
    Condition out{"lower(" + place_.name + ") LIKE lower(:name_like) ESCAPE '!'", {like(text)}};
    if (letters.empty()) return out;
    std::int64_t fewest = kFew;
    std::optional<Range> best;
    for (auto const& range : ranges_of(letters)) {
        auto const count =
            session.scalar<std::int64_t>("SELECT count(*) FROM (SELECT 1 AS one FROM " + table_ +
                                             " WHERE gram >= :from AND gram <= :until LIMIT :few) AS found",
                                         {range.from, range.until, fewest});
        if (count >= fewest) continue;
        fewest = count;
        best = range;
        if (count <= kEnough) break;
    }
    if (best) {
        out.sql += " AND " + place_.id + " IN (SELECT id FROM " + table_ +
                   " WHERE gram >= :name_from AND gram <= :name_until)";
        out.params.insert(out.params.end(), {best->from, best->until});
    }
    return out;
}

}  // namespace anping::db
