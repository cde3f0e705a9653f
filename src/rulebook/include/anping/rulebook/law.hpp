// SPDX-License-Identifier: Apache-2.0
// The law in force, as data: what a clause says, where it comes from, how sure that is, and what it makes of facts.
#pragma once

#include <boost/json/object.hpp>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <anping/base/codec.hpp>
#include <anping/base/json.hpp>
#include <anping/base/result.hpp>
#include <anping/field/calendar.hpp>
#include <anping/field/date.hpp>
#include <anping/field/region.hpp>
#include <anping/field/scope.hpp>

namespace anping::rulebook {

// How sure a clause's text is (spec/regulations.md 0.1). Only `seen` and `secondary` may hold, accuse or price a fine,
// or another mark once a legal officer has confirmed the clause.
enum class Mark { seen, secondary, recalled, design, unconfirmed, missing };
BOOST_DESCRIBE_ENUM(Mark, seen, secondary, recalled, design, unconfirmed, missing)
constexpr bool binds_by_itself(Mark mark) noexcept { return mark == Mark::seen || mark == Mark::secondary; }

enum class Kind { duty, gate, watch, conduct, score, grade, procedure, form, campaign, catalogue, calendar };
BOOST_DESCRIBE_ENUM(Kind, duty, gate, watch, conduct, score, grade, procedure, form, campaign, catalogue, calendar)

// A clause as it is quoted: kept in events, shown in every "why".
struct Citation {
    std::string book;    // "XJ"
    std::string clause;  // "XJ-13a"
    std::string title;   // "从业告知"
    std::string text;    // the clause restated
    std::string source;  // instrument and article
    Mark mark = Mark::unconfirmed;
    bool binding = false;  // may it hold, accuse or price a fine
    std::optional<field::Date> in_force_from;
    std::optional<field::Date> in_force_until;
    std::string digest;  // hex SHA-256/SM3 of the book's files: which text was applied
};
BOOST_DESCRIBE_STRUCT(Citation, (),
                      (book, clause, title, text, source, mark, binding, in_force_from, in_force_until, digest))

// The decision of a clause about facts, kept in the event that rests on it.
struct Deadline {
    std::string duty;  // code's name for it: "prior_notice"
    field::Date due;
    std::string count;  // how it was counted, for people: "首次现场 2026-11-30 前第 7 个工作日"
    Citation citation;
    json::object facts;
    std::string calendar;  // version of the calendar used
    // The first day on which the act is in time, where the clause is read as a window (rule "within").
    std::optional<field::Date> opens{};
};
BOOST_DESCRIBE_STRUCT(Deadline, (), (duty, due, count, citation, facts, calendar, opens))

// severity: "info" (shown), "remind" (asks for something), "finding" (certain breach, only when binding)
struct Flag {
    std::string watch;  // code's name for it: "scope_exceeded"
    std::string severity;
    std::string text;    // what is seen, for people, with the facts filled in
    std::string clears;  // what would clear it
    Citation citation;
    json::object facts;
};
BOOST_DESCRIBE_STRUCT(Flag, (), (watch, severity, text, clears, citation, facts))

struct Clause {
    std::string id;
    std::string book;
    Kind kind = Kind::duty;
    std::string name;  // what code calls it ("prior_notice"); empty when no module implements it yet
    Citation citation;
    bool enforced = false;  // a module implements it
    json::object body;      // kind-specific content as loaded
    std::string file;
    int line = 0;
    std::string part_of;   // the clause whose text this one makes computable; empty for a clause of its own
    std::string legality;  // where a local text goes further than the law lets it
    std::string fallback;  // mark missing: what is used instead, and
    std::string edit;      // where a bureau puts the real content
    std::string content;   // hex SM3 of what it says, its parts included: what a legal officer confirms
};

// One directory of clauses.
struct Book {
    std::string code;  // "XJ"
    std::string name;
    field::RegionCode region;
    std::optional<field::Authority> authority;  // nothing: whoever supervises there
    std::string note;
    std::string digest;
};
BOOST_DESCRIBE_STRUCT(Book, (), (code, name, region, authority, note, digest))

// Where and when a clause is asked for.
struct Place {
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
};

// That a legal officer compared a clause with the official text. It binds in the region from then on, as long as the
// clause says the same (`content`; empty: whatever it says).
struct Confirmation {
    std::string clause;
    field::RegionCode region{"000000"};
    std::string content = {};
};

// All books, compiled. Immutable and thread-safe; replaced whole when books change or a clause is confirmed.
class Law {
public:
    struct Data;
    explicit Law(std::shared_ptr<Data const> data) : data_(std::move(data)) {}

    std::string const& digest() const noexcept;  // of all books together, and of what is confirmed
    // With what is confirmed there: all clauses as they speak at the place. What asks for a Place does so by itself.
    Law at(Place const& place) const;
    field::Calendar const& calendar(Place const& place) const;
    field::Regions const& regions() const noexcept;

    // The clause of this kind and name that governs at the place on the day of the act: the innermost layer's wins.
    Clause const* find(Kind kind, std::string_view name, Place const& place, field::Date act) const;
    // Every version of every clause, in book and file order.
    std::vector<Clause const*> all() const;
    // Every clause in force on the day, at the place and outside it, with the certainty it has on that day.
    std::vector<Clause const*> in_force(field::Date act) const;
    // The newest version; with a day, the version in force on it.
    Clause const* by_id(std::string_view id) const;
    Clause const* by_id(std::string_view id, field::Date act) const;
    std::vector<Book> const& books() const noexcept;

    // A duty's due date from facts that are dates ("site.first_day": "2026-11-30"). Nothing when no clause governs or
    // the fact it counts from is absent; an error when the calendar is not published that far.
    Result<std::optional<Deadline>> deadline(std::string_view duty, Place const& place, field::Date act,
                                             json::object const& facts) const;
    // Every watch whose condition holds on the facts, at the place, on the day of the act. `subject` narrows to the
    // watches of one thing ("project", "institution").
    std::vector<Flag> watch(std::string_view subject, Place const& place, field::Date act,
                            json::object const& facts) const;
    // Whether a gate is held on the facts: severity "hold", or "remind" where the clause is not binding.
    std::optional<Flag> gate(std::string_view gate, Place const& place, field::Date act,
                             json::object const& facts) const;
    // A parameter of a clause, e.g. setting("prior_notice", "rule").
    std::optional<json::value> setting(Kind kind, std::string_view name, std::string_view key, Place const& place,
                                       field::Date act) const;
    // The certified scopes, statutory kinds and other catalogues by name: {"items": [{"code", "name", ...}, ...]}.
    json::object const* catalogue(std::string_view name, Place const& place, field::Date act) const;

    Data const& data() const noexcept { return *data_; }  // opaque outside the module

private:
    std::shared_ptr<Data const> data_;
};

// An item of a catalogue by its code; nullptr when the catalogue or the item is not there.
inline json::object const* catalogue_item(json::object const* catalogue, std::string_view code) {
    auto const* items = catalogue == nullptr ? nullptr : catalogue->if_contains("items");
    if (items == nullptr || !items->is_array()) return nullptr;
    for (auto const& item : items->get_array()) {
        auto const* object = item.if_object();
        auto const* name = object == nullptr ? nullptr : object->if_contains("code");
        if (name != nullptr && name->is_string() && name->get_string() == code) return object;
    }
    return nullptr;
}

// What is wrong with a book, and what it would affect.
struct Diagnostic {
    std::string severity;  // "error" or "warning"
    std::string code;      // closed set, see README
    std::string file;
    std::int64_t line = 0;
    std::int64_t column = 0;
    std::string message;
    std::string snippet;
    std::string affects;
};
BOOST_DESCRIBE_STRUCT(Diagnostic, (), (severity, code, file, line, column, message, snippet, affects))

struct LoadResult {
    std::optional<Law> law;  // nothing when there is any error: a bad book is refused whole
    std::vector<Diagnostic> diagnostics;
};

// Texts read instead of files of the shelf, or besides them, by name inside it ("XJ-xinjiang/practice.toml").
using Drafts = std::map<std::string, std::string>;

LoadResult load(std::string const& directory, std::vector<Confirmation> const& confirmed = {},
                Drafts const& drafts = {});

}  // namespace anping::rulebook
