// SPDX-License-Identifier: Apache-2.0
// Names found by any part of them, among millions, on both back ends: a table with a row for every three letters in a
// row of a name. Two letters or one, usual in Chinese, are found as the beginning of three.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <anping/db/session.hpp>

namespace anping::db {

struct Condition {
    std::string sql;
    Params params;
};

class NameIndex {
public:
    // The table's name, and where the names stand: the condition is about these two columns.
    struct Place {
        std::string id;
        std::string name;
    };
    NameIndex(std::string table, Place place) : table_(std::move(table)), place_(std::move(place)) {}

    std::string const& table() const noexcept { return table_; }
    // CREATE TABLE …, its columns `gram` and `id`, both the key.
    std::string schema() const;
    // A name stays as it is once it is put in.
    void put(Session& session, std::string const& id, std::string_view name) const;
    // Is `text` a part of the name? Latin letters small and capital alike. Where so many names share it that reading
    // them in the list's own order finds them sooner, the index is left out of it.
    Condition holds(Session& session, std::string const& text) const;

    struct Range {  // of grams
        std::int64_t from;
        std::int64_t until;
    };

private:
    std::vector<Range> rarest(Session& session, std::vector<Range> const& ranges) const;

    std::string table_;
    Place place_;
};

}  // namespace anping::db
