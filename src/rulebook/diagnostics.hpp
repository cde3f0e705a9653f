// SPDX-License-Identifier: Apache-2.0
// What can be wrong with a book: a closed set of codes, each located where the author can mend it.
#pragma once

#include <string>
#include <vector>

#include <anping/rulebook/law.hpp>

namespace anping::rulebook {

enum class Code {
    cannot_read,
    syntax,
    missing_book,
    unknown_key,
    missing_key,
    wrong_type,
    bad_value,
    bad_date,
    unknown_kind,
    unknown_name,
    unknown_fact,
    unknown_setting,
    bad_condition,
    type_mismatch,
    bad_message,
    duplicate_book,
    duplicate_id,
    duplicate_name,
    overlapping_periods,
    until_before_from,
    unknown_part,
    missing_fallback,
    unknown_region,
    bad_calendar,
    bad_region,
    new_watch,
    weaker_override,
    gap_in_force,
    unknown_confirmation,
    no_regions,
    no_calendar
};
BOOST_DESCRIBE_ENUM(Code, cannot_read, syntax, missing_book, unknown_key, missing_key, wrong_type, bad_value, bad_date,
                    unknown_kind, unknown_name, unknown_fact, unknown_setting, bad_condition, type_mismatch,
                    bad_message, duplicate_book, duplicate_id, duplicate_name, overlapping_periods, until_before_from,
                    unknown_part, missing_fallback, unknown_region, bad_calendar, bad_region, new_watch,
                    weaker_override, gap_in_force, unknown_confirmation, no_regions, no_calendar)

// The text of one file of a book, kept while its problems may still have to be shown.
struct SourceFile {
    std::string path;  // as opened
    std::string name;  // inside the shelf: "XJ-xinjiang/practice.toml"
    std::string text;
    std::string line(int number) const;
};

struct Location {
    SourceFile const* file = nullptr;
    int line = 0;
    int column = 0;
};

bool is_warning(Code code) noexcept;

// Collects; not thread-safe.
class Report {
public:
    // `affects`: what of the law would be lost or change if the book were used as it is.
    void add(Code code, Location const& where, std::string message, std::string affects);
    bool has_errors() const noexcept { return errors_ > 0; }
    // In order of file, line and column.
    std::vector<Diagnostic> take();

private:
    std::vector<Diagnostic> diagnostics_;
    std::size_t errors_ = 0;
};

// "，是否想写 prior_notice？" when one of the choices is near, else nothing.
std::string suggestion(std::string_view written, std::vector<std::string_view> const& choices);

}  // namespace anping::rulebook
