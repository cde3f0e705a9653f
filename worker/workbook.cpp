// SPDX-License-Identifier: Apache-2.0
#include "workbook.hpp"

#include <boost/json/serialize.hpp>
#include <charconv>
#include <cstring>
#include <pugixml.hpp>
#include <stdexcept>
#include <vector>

#include <anping/base/json.hpp>

#include "answer.hpp"
#include "archive.hpp"
#include "media_type.hpp"
#include "package.hpp"

namespace anping::worker {
namespace {

constexpr std::size_t kPartLimit = 16u << 20;
constexpr std::size_t kRows = 3000;  // with anything in them
constexpr std::size_t kColumns = 100;
constexpr std::size_t kStrings = 300'000;
constexpr std::size_t kCellBytes = 4096;
constexpr std::size_t kTextBytes = 4u << 20;  // of all cells

struct Refused : std::runtime_error {
    using std::runtime_error::runtime_error;
};

std::string_view local(char const* name) {
    auto const* const colon = std::strchr(name, ':');
    return colon == nullptr ? name : colon + 1;
}
bool is(pugi::xml_node node, std::string_view name) { return local(node.name()) == name; }

pugi::xml_node child(pugi::xml_node node, std::string_view name) {
    return node.find_child([&](pugi::xml_node one) { return is(one, name); });
}
std::string_view attribute(pugi::xml_node node, std::string_view name) {
    return node.find_attribute([&](pugi::xml_attribute one) { return local(one.name()) == name; }).value();
}

// A name in a relation is relative to the folder of the part that has it.
std::string part_name(std::string_view target) {
    if (target.starts_with('/')) return std::string(target.substr(1));
    return "xl/" + std::string(target);
}

class Workbook {
public:
    explicit Workbook(Archive const& archive) : archive_(archive) {}

    json::object read() {
        auto const book = child(load("xl/workbook.xml").root(), "workbook");
        auto const epoch = std::string(attribute(child(book, "workbookPr"), "date1904"));
        auto const sheet = target("Id", shown_sheet(book));  // the workbook's own part is gone after this
        if (auto const name = target("Type", "/sharedStrings"); !name.empty()) read_strings(name);
        json::array rows;
        for (auto const row : child(child(load(sheet).root(), "worksheet"), "sheetData").children())
            if (is(row, "row")) add_row(row, rows);
        return {{"problem", ""}, {"from_1904", epoch == "1" || epoch == "true"}, {"rows", std::move(rows)}};
    }

private:
    pugi::xml_document& load(std::string const& name) {
        auto const content = archive_.content(name, kPartLimit);
        // A part that is there and cannot be read is too long for its reader.
        if (!content) throw Refused(archive_.has(name) ? "too_large" : "damaged");
        constexpr auto kAsWritten = pugi::parse_default | pugi::parse_ws_pcdata_single;
        if (!document_.load_buffer(content->data(), content->size(), kAsWritten)) throw Refused("damaged");
        return document_;
    }

    static std::string shown_sheet(pugi::xml_node book) {
        for (auto const sheet : child(book, "sheets").children()) {
            auto const state = attribute(sheet, "state");
            if (is(sheet, "sheet") && (state.empty() || state == "visible"))
                return sheet.find_attribute([](pugi::xml_attribute one) { return local(one.name()) == "id"; }).value();
        }
        throw Refused("damaged");
    }

    // The part a relation of the workbook leads to; of a sheet there must be one.
    std::string target(std::string_view by, std::string const& wanted) {
        auto const name = std::string("xl/_rels/workbook.xml.rels");
        for (auto const one : child(load(name).root(), "Relationships").children()) {
            auto const value = attribute(one, by);
            if (by == "Id" ? value == wanted : value.ends_with(wanted)) return part_name(attribute(one, "Target"));
        }
        if (by == "Id") throw Refused("damaged");
        return {};
    }

    void read_strings(std::string const& name) {
        for (auto const item : child(load(name).root(), "sst").children()) {
            if (!is(item, "si")) continue;
            if (strings_.size() == kStrings) throw Refused("too_large");
            strings_.push_back(text_of(item));
        }
    }

    // Of a plain text, or of its runs; how it is pronounced is left out.
    static std::string text_of(pugi::xml_node item) {
        std::string out;
        for (auto const part : item.children()) {
            auto const run = is(part, "r") ? child(part, "t") : part;
            if (is(run, "t") && out.size() <= kCellBytes) out += run.text().get();
        }
        return out;
    }

    void add_row(pugi::xml_node row, json::array& rows) {
        auto const said = attribute(row, "r");
        auto const number = said.empty() ? last_row_ + 1 : whole_number(said);
        if (number <= last_row_ || number > 1'048'576) throw Refused("damaged");
        last_row_ = number;
        json::array cells;
        std::size_t next = 0;
        for (auto const cell : row.children()) {
            if (!is(cell, "c")) continue;
            auto const reference = attribute(cell, "r");
            auto const at = reference.empty() ? next : column(reference);
            if (at < next) throw Refused("damaged");
            next = at + 1;
            add_cell(cell, at, cells);
        }
        if (cells.empty()) return;
        if (rows.size() == kRows) throw Refused("too_large");
        rows.push_back(json::object{{"row", number}, {"cells", std::move(cells)}});
    }

    void add_cell(pugi::xml_node cell, std::size_t at, json::array& cells) {
        auto const type = attribute(cell, "t");
        auto const text = clean_value(value(cell, type));
        if (text.empty()) return;
        if (at >= kColumns) throw Refused("too_large");
        text_bytes_ += text.size();
        if (text_bytes_ > kTextBytes) throw Refused("too_large");
        cells.push_back(json::array{at, text, type.empty() || type == "n"});
    }

    std::string value(pugi::xml_node cell, std::string_view type) const {
        if (type == "inlineStr") return text_of(child(cell, "is"));
        std::string stored = child(cell, "v").text().get();
        if (type == "b") return stored == "1" ? "TRUE" : stored == "0" ? "FALSE" : "";
        if (type != "s") return stored;
        if (stored.empty()) return {};
        auto const index = static_cast<std::size_t>(whole_number(stored));
        if (index >= strings_.size()) throw Refused("damaged");
        return strings_[index];
    }

    // Line breaks become spaces: a field is one line.
    static std::string clean_value(std::string text) {
        if (text.size() > kCellBytes) throw Refused("too_large");
        if (!is_utf8(text, false)) throw Refused("damaged");
        for (char& c : text)
            if (c == '\n' || c == '\r' || c == '\t') c = ' ';
        return clean_text(text, kCellBytes);
    }

    static std::int64_t whole_number(std::string_view text) {
        std::int64_t out = 0;
        auto const [end, problem] = std::from_chars(text.data(), text.data() + text.size(), out);
        if (problem != std::errc() || end != text.data() + text.size() || out < 0) throw Refused("damaged");
        return out;
    }

    // "AB12": 27. Three letters at most, as Excel has.
    static std::size_t column(std::string_view reference) {
        std::size_t out = 0;
        std::size_t letters = 0;
        for (; letters < reference.size() && reference[letters] >= 'A' && reference[letters] <= 'Z'; ++letters) {
            if (letters == 3) throw Refused("damaged");
            out = out * 26 + static_cast<std::size_t>(reference[letters] - 'A' + 1);
        }
        if (letters == 0) throw Refused("damaged");
        return out - 1;
    }

    Archive const& archive_;
    pugi::xml_document document_;
    std::vector<std::string> strings_;
    std::int64_t last_row_ = 0;
    std::size_t text_bytes_ = 0;
};

}  // namespace

std::string no_table(std::string const& problem) {
    return json::serialize(json::object{{"problem", problem}, {"from_1904", false}, {"rows", json::array{}}}) + "\n";
}

std::string table_of(Input const& input) {
    if (media_type_of(input) != "application/zip") return no_table("other");
    Archive const archive(input.path);
    Answer seen(Answer::Voice::status);
    check_package(archive, input, seen);
    constexpr char const* kWorkbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    if (!seen.reading.problem.empty()) return no_table(seen.reading.problem);
    if (seen.reading.media_type != kWorkbook) return no_table("other");
    try {
        return json::serialize(Workbook(archive).read()) + "\n";
    } catch (Refused const& refused) { return no_table(refused.what()); }
}

}  // namespace anping::worker
