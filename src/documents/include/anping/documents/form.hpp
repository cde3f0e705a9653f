// SPDX-License-Identifier: Apache-2.0
// An official form as a DOCX: what it says is given, how it looks follows GB/T 9704-2012.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include <anping/base/time.hpp>
#include <anping/documents/sheet.hpp>
#include <anping/field/date.hpp>

namespace anping::documents {

// Labels with their values. Two pairs share a row when both are short; a longer one has a row of its own.
struct Grid {
    struct Pair {
        std::string label;
        std::string value;  // its line breaks are kept
    };
    std::vector<Pair> pairs;
};

// The row of titles stands again on every page. A row with fewer cells than columns ends in blank ones.
struct Table {
    struct Column {
        std::string title;
        int width = 1;  // in relation to the others
    };
    std::string heading;  // above the table; may be empty
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows;
};

enum class ParagraphKind { text, heading };

struct Paragraph {
    std::string text;  // a line break begins another paragraph
    ParagraphKind kind = ParagraphKind::text;
};

// A square picture with its caption beside it. Whoever fills a template finds it by `alt` (template.hpp).
struct Picture {
    std::string png;
    std::string alt;
    std::string caption;  // its line breaks are kept
    int millimetres = 25;
};

using Block = std::variant<Grid, Table, Paragraph, Picture>;

// Who issues or submits, with room for a seal over name and day. Without a day, blanks to write one by hand.
struct Closing {
    std::string unit;
    std::optional<field::Date> day = std::nullopt;
};

// The box a copy carries that a bureau received.
struct Stamp {
    std::string title = "收讫回执";
    std::string number;
    std::string bureau;
    Timestamp received_at;
    std::optional<field::Date> received_on = std::nullopt;  // where only the day is known: of a paper
};

struct Form {
    std::string title;
    std::string addressee = "";  // printed as 致：…
    std::string number = "";     // one with a year in 〔〕 stands in the middle, any other at the right
    std::vector<Block> blocks;
    std::vector<Closing> closings = {};
    std::string footnote = "";  // small, at the foot of each of the form's pages
    std::optional<Stamp> stamp = std::nullopt;
    bool landscape = false;       // for a wide table: its cells are smaller, and it takes the page's width
    std::string salutation = "";  // whom it is for, as it is given
    std::string issuer = "";      // above the title
};

// Equal forms give equal bytes. Each form begins on a page of its own, and its pages count from 1.
std::string docx(Form const& form);
std::string docx(std::span<Form const> forms);

// A list as an official form on landscape pages: title, notes, table, what stands below it.
Form form_of(Sheet const& sheet);

std::string chinese_day(field::Date day);  // "2026年11月20日"
std::string chinese_minute(Timestamp at);  // "2026年11月20日 09:30", Beijing time

}  // namespace anping::documents
