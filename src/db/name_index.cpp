// SPDX-License-Identifier: Apache-2.0
#include <anping/db/name_index.hpp>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace anping::db {
namespace {

constexpr std::int64_t kFew = 20'000;  // names that share a part, above which it finds nothing sooner
constexpr std::int64_t kFewer = 500;   // names looked at one by one, without asking for a second part
constexpr std::size_t kLength = 3;     // letters of a gram; 21 bits each leave the sign alone
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

std::vector<NameIndex::Range> ranges_of(std::vector<char32_t> const& letters) {
    std::vector<NameIndex::Range> out;
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
    grams.reserve(letters.size());
    for (std::size_t at = 0; at < letters.size(); ++at) grams.push_back(gram_at(letters, at));
    std::ranges::sort(grams);
    grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
    std::vector<Params> rows;
    rows.reserve(grams.size());
    for (auto const gram : grams) rows.push_back({gram, id});
    session.bulk_insert(table_, {"gram", "id"}, rows);
}

// The two parts that the fewest names share, the fewest first; none that many share.
std::vector<NameIndex::Range> NameIndex::rarest(Session& session, std::vector<Range> const& ranges) const {
    std::vector<std::pair<std::int64_t, Range>> counted;
    for (auto const& range : ranges) {
        auto const count =
            session.scalar<std::int64_t>("SELECT count(*) FROM (SELECT 1 AS one FROM " + table_ +
                                             " WHERE gram >= :from AND gram <= :until LIMIT :few) AS found",
                                         {range.from, range.until, kFew});
        if (count < kFewer) return {range};
        if (count < kFew) counted.emplace_back(count, range);
    }
    std::ranges::sort(counted, {}, &std::pair<std::int64_t, Range>::first);
    std::vector<Range> out;
    for (std::size_t i = 0; i < std::min<std::size_t>(counted.size(), 2); ++i) out.push_back(counted[i].second);
    return out;
}

Condition NameIndex::holds(Session& session, std::string const& text) const {
    auto const letters = letters_of(text);
    Condition out{"lower(" + place_.name + ") LIKE lower(:name_like) ESCAPE '!'", {like(text)}};
    if (letters.empty()) return out;
    auto const parts = rarest(session, ranges_of(letters));
    if (parts.empty()) return out;
    out.sql += " AND " + place_.id + " IN (SELECT g.id FROM " + table_ +
               " g WHERE g.gram >= :name_from AND g.gram <= :name_until";
    out.params.insert(out.params.end(), {parts[0].from, parts[0].until});
    if (parts.size() > 1) {
        out.sql += " AND EXISTS (SELECT 1 FROM " + table_ + " h WHERE h.gram = :name_also AND h.id = g.id)";
        out.params.emplace_back(parts[1].from);
    }
    out.sql += ")";
    return out;
}

}  // namespace anping::db
