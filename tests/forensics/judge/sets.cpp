// SPDX-License-Identifier: Apache-2.0
#include "sets.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include <anping/forensics/segment_writer.hpp>

namespace anping::judge {
namespace {

std::string whole(std::string const& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error(file + ": cannot be read");
    std::string out;
    in.seekg(0, std::ios::end);
    out.resize(static_cast<std::size_t>(in.tellg()));
    in.seekg(0);
    in.read(out.data(), static_cast<std::streamsize>(out.size()));
    return out;
}

std::vector<std::string> cells_of(std::string const& line) {
    std::vector<std::string> out;
    std::istringstream in(line);
    for (std::string cell; std::getline(in, cell, '\t');) out.push_back(cell);
    return out;
}

template <class Visit>
void each_row(std::string const& file, std::size_t columns, Visit visit) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error(file + ": cannot be read");
    for (std::string line; std::getline(in, line);) {
        auto const cells = cells_of(line);
        if (cells.size() < columns) throw std::runtime_error(file + ": " + line);
        visit(cells);
    }
}

std::uint32_t number(std::string const& text) { return static_cast<std::uint32_t>(std::stoul(text)); }

// Blocks that begin with "# " and what they are of.
template <class Visit>
void each_block(std::string const& file, Visit visit) {
    std::istringstream in(whole(file));
    std::string head;
    std::string text;
    for (std::string line; std::getline(in, line);) {
        if (!line.starts_with("# ")) {
            text += line + "\n";
            continue;
        }
        if (!head.empty()) visit(head, text);
        head = line.substr(2);
        text.clear();
    }
    if (!head.empty()) visit(head, text);
}

// What a form prints where something is to be filled in: a day and a number have their shape, a name has none.
std::string blank_of(std::string_view slot) {
    if (slot == "{日期}") return "0年0月0日";
    return slot == "{数值}" ? "0" : "";
}

// A template as its institution would disclose it.
std::string with_blanks(std::string const& text) {
    constexpr std::size_t kLongestSlot = 40;  // bytes; other braces are the text's own
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        auto const open = std::min(text.find('{', at), text.size());
        out += text.substr(at, open - at);
        auto const close = text.find('}', open);
        bool const slot = close != std::string::npos && close - open < kLongestSlot;
        if (slot) out += blank_of(std::string_view(text).substr(open, close + 1 - open));
        if (!slot && open < text.size()) out += '{';
        at = slot ? close + 1 : open + 1;
    }
    return out;
}

// Blocks as the documents of a segment.
class Blocks {
public:
    void add(std::string const& text) {
        if (!gathered_.add(++last_, text::fold(text))) throw std::runtime_error("too much is exempt");
    }
    std::shared_ptr<forensics::Segment const> written(std::filesystem::path const& file) {
        if (auto done = gathered_.write(file); !done) throw std::runtime_error(done.error().text);
        auto out = forensics::Segment::open(file);
        if (!out) throw std::runtime_error(out.error().text);
        return std::make_shared<forensics::Segment const>(std::move(*out));
    }

private:
    forensics::Gathered gathered_;
    forensics::DocId last_ = 0;
};

void read_exempt(std::string const& prefix, std::filesystem::path const& directory, Set& out) {
    std::filesystem::create_directories(directory);
    Blocks laws;
    each_block(prefix + ".laws", [&](std::string const& head, std::string const& text) {
        laws.add(head.substr(head.find('\t') + 1) + "\n" + text);
    });
    out.exempt.laws = laws.written(directory / "laws.exempt");
    each_block(prefix + ".templates", [&](std::string const& head, std::string const& text) {
        Blocks own;
        own.add(with_blanks(text));
        auto const file = "template" + std::to_string(out.exempt.templates.size()) + ".exempt";
        out.exempt.templates[head] = own.written(directory / file);
    });
    Blocks common;
    each_block(prefix + ".approved",
               [&](std::string const&, std::string const& text) { common.add(with_blanks(text)); });
    out.exempt.common = common.written(directory / "common.exempt");
}

forensics::Parties parties_of(Set const& set, Report const& report) {
    forensics::Parties out{report.institution, {report.institution, report.enterprise}};
    if (auto const found = set.short_names.find(report.enterprise); found != set.short_names.end())
        out.names.push_back(found->second);
    return out;
}

}  // namespace

text::Masks const& left_out(forensics::Search& search, Set const& set, std::uint32_t report,
                            text::Folded const& folded) {
    auto const parties = parties_of(set, set.reports[report]);
    search.ask(folded, forensics::masks_of(set.text_of(report), folded, parties));
    return search.left_out(set.exempt, parties.institution);
}

void ask_exempted(forensics::Search& search, Set const& set, std::uint32_t report, text::Folded const& folded) {
    auto const parties = parties_of(set, set.reports[report]);
    search.ask(folded, forensics::masks_of(set.text_of(report), folded, parties));
    search.exempt(set.exempt, parties.institution);
}

Set read_set(std::string const& prefix, std::filesystem::path const& directory, bool exempt) {
    auto text = forensics::Mapping::open(prefix + ".txt");
    if (!text) throw std::runtime_error(text.error().text);
    text->read_ahead();
    Set out{.text = std::move(*text)};
    each_row(prefix + ".docs", 9, [&](auto const& cells) {
        out.reports.push_back({std::stoul(cells[1]), std::stoul(cells[2]), std::stoul(cells[3]), cells[4], cells[5],
                               cells[7] == "query"});
    });
    each_row(prefix + ".zones", 4, [&](auto const& cells) {
        auto const report = number(cells[0]);
        if (!out.reports.at(report).query) return;
        auto const from = number(cells[1]);
        out.zones[report].push_back({from, from + number(cells[2]), cells[3]});
    });
    each_row(prefix + ".plants", 7, [&](auto const& cells) {
        auto const from = number(cells[1]);
        out.plants[number(cells[0])].push_back(
            {from, from + number(cells[2]), number(cells[3]), cells[6], cells.size() > 7 ? cells[7] : std::string()});
    });
    each_row(prefix + ".names", 2, [&](auto const& cells) { out.short_names[cells[0]] = cells[1]; });
    if (exempt) read_exempt(prefix, directory, out);
    return out;
}

}  // namespace anping::judge
