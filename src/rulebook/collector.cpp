// SPDX-License-Identifier: Apache-2.0
#include "collector.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "vocabulary.hpp"

namespace anping::rulebook {
namespace {

std::optional<field::Date> date_of(Node const& table, std::string_view key) {
    return field::parse_date(table.text_of(key));
}

// A clause's own value, else what it inherits.
std::string either(std::string own, std::string const& inherited) { return own.empty() ? inherited : own; }

class Collector {
public:
    Collector(Shelf const& shelf, Report& report) : shelf_(shelf), report_(report) {}

    Collection collect() {
        for (auto const& files : shelf_.books) add_book(files);
        for (auto& clause : out_.clauses) inherit(clause);
        check_periods();
        return std::move(out_);
    }

private:
    void add_book(BookFiles const& files) {
        Document const* head = nullptr;
        for (auto const& document : files.documents)
            if (document.root.find("book") != nullptr) head = &document;
        auto const index = out_.books.size();
        out_.books.push_back(head != nullptr ? book_of(*head, files) : unnamed(files));
        for (auto const& document : files.documents) {
            if (is_data(document)) {
                out_.extras.push_back(&document);
                add_calendar(document, index);
            } else {
                add_clauses(document, index);
            }
        }
    }

    // Calendars and regions have shapes of their own.
    static bool is_data(Document const& document) {
        return document.file->name.ends_with("/calendar.toml") || document.file->name.ends_with("/regions.toml");
    }

    // A calendar is itself cited: its head is a clause.
    void add_calendar(Document const& document, std::size_t book) {
        auto const* table = document.root.find("calendar");
        if (table == nullptr || !table->is(Node::Type::table)) return;
        RawClause out;
        out.book = book;
        out.table = table;
        out.kind = Kind::calendar;
        out.id = table->text_of("id");
        out.name = table->text_of("name");
        out.title = table->text_of("title");
        out.text = table->text_of("text");
        out.source = table->text_of("source");
        out.own_mark = boost::describe::enum_from_string(table->text_of("mark").c_str(), out.mark);
        if (out.id.empty()) report_.add(Code::missing_key, table->where, "缺少 id", document.file->name);
        else out_.clauses.push_back(std::move(out));
    }

    Book unnamed(BookFiles const& files) {
        Location where;
        if (!files.documents.empty()) where = {files.documents.front().file, 0, 0};
        report_.add(Code::missing_book, where, fmt::format("{} 中没有写有 [book] 的 book.toml", files.directory),
                    fmt::format("{} 中的全部条款", files.directory));
        Book out;
        out.code = files.directory;
        out.digest = files.digest;
        return out;
    }

    Book book_of(Document const& head, BookFiles const& files) {
        Node const& table = *head.root.find("book");
        Book out;
        out.code = table.text_of("code");
        out.name = table.text_of("name");
        out.region.digits = table.text_of("region");
        out.note = table.text_of("note");
        out.digest = files.digest;
        if (auto const authority = table.text_of("authority"); !authority.empty())
            out.authority = authority == "corps" ? field::Authority::corps : field::Authority::government;
        for (auto const& other : out_.books)
            if (other.code == out.code)
                report_.add(Code::duplicate_book, table.where,
                            fmt::format("规则书代码 {} 已被 {} 使用", out.code, other.name),
                            fmt::format("引用 {} 的全部决定", out.code));
        return out;
    }

    void add_clauses(Document const& document, std::size_t book) {
        auto const affects = fmt::format("{} 中的条款", document.file->name);
        check_file(document.root, affects);
        auto const* clauses = document.root.find("clause");
        if (clauses == nullptr || !clauses->is(Node::Type::list)) return;
        auto const* defaults = document.root.find("defaults");
        for (auto const& table : clauses->items)
            if (table.is(Node::Type::table)) add_clause(table, defaults, book);
    }

    // Clauses are checked one by one, with what each affects.
    void check_file(Node const& root, std::string const& affects) {
        Node head = root;
        std::erase_if(head.members, [](Member const& m) { return m.key == "clause" && m.value.is(Node::Type::list); });
        check_shape(head, clause_file_shape(), affects, report_);
    }

    void add_clause(Node const& table, Node const* defaults, std::size_t book) {
        RawClause out;
        out.book = book;
        out.table = &table;
        out.id = table.text_of("id");
        out.name = table.text_of("name");
        out.title = table.text_of("title");
        auto const kind = table.text_of("kind");
        bool const known = boost::describe::enum_from_string(kind.c_str(), out.kind);
        Node head = table;
        std::erase_if(head.members, [&](Member const& m) { return known && m.key == kind; });
        check_shape(head, clause_shape(), out.affects(out_.books), report_);
        if (!known || out.id.empty()) return;
        out.body = table.find(kind);
        out.part_of = table.text_of("part_of");
        out.text = table.text_of("text");
        out.source = table.text_of("source");
        read_dates(out, table);
        out.own_mark = boost::describe::enum_from_string(table.text_of("mark").c_str(), out.mark);
        if (out.part_of.empty()) apply_defaults(out, defaults);
        out_.clauses.push_back(std::move(out));
    }

    static void read_dates(RawClause& out, Node const& table) {
        out.from = date_of(table, "from");
        out.until = date_of(table, "until");
        out.until_unconfirmed = table.text_of("until_mark") == "unconfirmed";
    }

    static void apply_defaults(RawClause& out, Node const* defaults) {
        if (defaults == nullptr || !defaults->is(Node::Type::table)) return;
        auto const instrument = defaults->text_of("source");
        if (!instrument.empty()) out.source = instrument + out.source;
        if (!out.own_mark) boost::describe::enum_from_string(defaults->text_of("mark").c_str(), out.mark);
        if (!out.from) out.from = date_of(*defaults, "from");
        if (out.until) return;
        out.until = date_of(*defaults, "until");
        out.until_unconfirmed = defaults->text_of("until_mark") == "unconfirmed";
    }

    // The version of the named clause in the same book that is in force when this one begins.
    RawClause const* whole_of(RawClause const& part) const {
        RawClause const* found = nullptr;
        for (auto const& other : out_.clauses) {
            if (other.book != part.book || other.id != part.part_of || !other.part_of.empty()) continue;
            bool const begun = !other.from || !part.from || *other.from <= *part.from;
            if (found == nullptr || begun) found = &other;
        }
        return found;
    }

    void inherit(RawClause& clause) {
        auto const affects = clause.affects(out_.books);
        if (!clause.part_of.empty()) {
            auto const* whole = whole_of(clause);
            if (whole == nullptr) {
                report_.add(Code::unknown_part, clause.where("part_of"),
                            fmt::format("本规则书中没有条款 {}（它自己也不能是别条的一部分）", clause.part_of),
                            affects);
                return;
            }
            clause.title = either(clause.title, whole->title);
            clause.text = either(clause.text, whole->text);
            clause.source = either(clause.source, whole->source);
            if (!clause.own_mark) clause.mark = whole->mark;
            if (!clause.from) clause.from = whole->from;
            if (!clause.until) {
                clause.until = whole->until;
                clause.until_unconfirmed = whole->until_unconfirmed;
            }
        }
        require(clause, "title", clause.title, affects);
        require(clause, "text", clause.text, affects);
        require(clause, "source", clause.source, affects);
        if (clause.mark == Mark::missing &&
            (clause.table->find("fallback") == nullptr || clause.table->find("edit") == nullptr))
            report_.add(Code::missing_fallback, clause.where("mark"),
                        "原文缺失的条款须写明采用的默认做法（fallback）和在何处填写（edit）", affects);
    }

    void require(RawClause const& clause, char const* key, std::string const& value, std::string const& affects) {
        if (!value.empty()) return;
        report_.add(Code::missing_key, clause.table->where, fmt::format("缺少 {}", key), affects);
    }

    void check_periods() {
        std::map<std::string, std::vector<RawClause*>> by_id;
        std::map<std::tuple<std::size_t, Kind, std::string>, std::vector<RawClause*>> by_name;
        for (auto& clause : out_.clauses) {
            if (clause.from && clause.until && *clause.until <= *clause.from)
                report_.add(
                    Code::until_before_from, clause.where("until"),
                    fmt::format("{} 起停止适用，不晚于施行日 {}", to_string(*clause.until), to_string(*clause.from)),
                    clause.affects(out_.books));
            by_id[clause.id].push_back(&clause);
            if (!clause.name.empty()) by_name[{clause.book, clause.kind, clause.name}].push_back(&clause);
        }
        for (auto& [id, versions] : by_id) check_versions(versions);
        for (auto& [key, same] : by_name) check_same_name(same);
    }

    static void sort(std::vector<RawClause*>& versions) {
        std::ranges::stable_sort(versions, {},
                                 [](RawClause const* c) { return c->from.value_or(field::Date{INT32_MIN}); });
    }

    static bool overlap(RawClause const& earlier, RawClause const& later) {
        return !earlier.until || !later.from || *later.from < *earlier.until;
    }

    void check_versions(std::vector<RawClause*>& versions) {
        sort(versions);
        for (std::size_t i = 1; i < versions.size(); ++i) {
            auto& earlier = *versions[i - 1];
            auto const& later = *versions[i];
            auto const affects = later.affects(out_.books);
            if (earlier.book != later.book || earlier.kind != later.kind || earlier.name != later.name) {
                report_.add(Code::duplicate_id, later.where("id"),
                            fmt::format("编号 {} 已用于{}", later.id, earlier.affects(out_.books)), affects);
            } else if (overlap(earlier, later)) {
                report_.add(Code::overlapping_periods, later.where("from"),
                            fmt::format("与同编号的另一版本（{} 行）的施行期重叠", earlier.table->where.line), affects);
            } else if (*earlier.until < *later.from && !earlier.until_unconfirmed) {
                report_.add(Code::gap_in_force, later.where("from"),
                            fmt::format("{} 至 {} 之间没有版本施行", to_string(*earlier.until), to_string(*later.from)),
                            affects);
            }
            earlier.successor = later.from;
        }
    }

    void check_same_name(std::vector<RawClause*>& same) {
        sort(same);
        for (std::size_t i = 1; i < same.size(); ++i) {
            auto const& earlier = *same[i - 1];
            auto const& later = *same[i];
            if (earlier.id != later.id && overlap(earlier, later))
                report_.add(Code::duplicate_name, later.where("name"),
                            fmt::format("本规则书中 {} 已是{}，施行期重叠", later.name, earlier.affects(out_.books)),
                            later.affects(out_.books));
        }
    }

    Shelf const& shelf_;
    Report& report_;
    Collection out_;
};

}  // namespace

std::string RawClause::affects(std::vector<Book> const& books) const {
    auto const& place = books.at(book);
    return fmt::format("{} 的{} {}{}{}", place.name.empty() ? place.code : place.name, label(kind), id,
                       name.empty() ? "" : " " + name, title.empty() ? "" : "（" + title + "）");
}

Location RawClause::where(std::string_view key) const {
    for (auto const& member : table->members)
        if (member.key == key) return member.where;
    return table->where;
}

Collection collect(Shelf const& shelf, Report& report) { return Collector(shelf, report).collect(); }

}  // namespace anping::rulebook
