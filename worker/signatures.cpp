// SPDX-License-Identifier: Apache-2.0
#include "signatures.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "docx_pages.hpp"

namespace anping::worker {
namespace {

using Words = std::string_view;

constexpr std::array<Words, 6> kSigning = {"签字", "签名", "签章", "盖章", "（章）", "(章)"};
// Who signs a report, as a form names them (AQ 8001, the process-control records).
constexpr std::array<Words, 20> kSigners = {
    "项目负责人", "评价组长",   "项目组长", "项目组成员",     "评价组成员",     "评价人员",  "报告编制人",
    "编制人",     "报告审核人", "审核人",   "审核定稿人",     "定稿人",         "审定人",    "批准人",
    "签发人",     "技术负责人", "质控人",   "过程控制负责人", "质量控制负责人", "法定代表人"};
// What makes words a sentence rather than a place to sign.
constexpr std::array<Words, 5> kSentence = {"。", "，", "；", ",", ";"};

template <std::size_t Many>
bool has_any(Words text, std::array<Words, Many> const& words) {
    return std::ranges::any_of(words, [&](Words one) { return text.find(one) != Words::npos; });
}

// Parts of a text by code points, asked for in ascending order.
class Cursor {
public:
    explicit Cursor(Words text) : text_(text) {}
    Words between(std::uint32_t from, std::uint32_t to) {
        auto const start = go_to(from);
        return text_.substr(start, go_to(to) - start);
    }

private:
    std::size_t go_to(std::uint32_t wanted) {
        for (; place_ < wanted && at_ < text_.size(); ++place_) do
                ++at_;
            while (at_ < text_.size() && (static_cast<unsigned char>(text_[at_]) & 0xC0u) == 0x80);
        return at_;
    }
    Words text_;
    std::size_t at_ = 0;
    std::uint32_t place_ = 0;
};

// Files of pictures that are shown too often for somebody's hand or seal.
class Marks {
public:
    explicit Marks(vault::Document const& document) {
        for (auto const& figure : document.figures) ++times_[figure.file];
    }
    bool are_often(vault::Figure const& figure) const {
        constexpr std::ptrdiff_t kOften = 3;
        return !figure.file.empty() && times_.at(figure.file) > kOften;
    }

private:
    std::map<std::string, std::ptrdiff_t> times_;
};

void put_in_order(vault::Document& document) {
    auto& pages = document.signature_pages;
    std::ranges::sort(pages);
    pages.erase(std::unique(pages.begin(), pages.end()), pages.end());
    std::erase_if(pages, [&](int page) { return page < 1 || page > document.pages; });
}

std::set<int> pictured_pages(vault::Document const& document) {
    Marks const marks(document);
    std::set<int> out(document.scanned_pages.begin(), document.scanned_pages.end());
    for (auto const& figure : document.figures)
        if (!marks.are_often(figure)) out.insert(figure.page);
    return out;
}

// "签 字" is written as wide as its column.
std::string squeezed(Words text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        constexpr Words kWideBlank = "\u3000";
        if (text[i] == ' ' || text[i] == '\t') continue;
        if (text.substr(i).starts_with(kWideBlank)) i += kWideBlank.size() - 1;
        else out += text[i];
    }
    return out;
}

// Where people sign in a document without lines of its own.
class SigningPlaces {
public:
    SigningPlaces(vault::Document const& document, DocxPages const& pages)
        : document_(document), pages_(pages), marks_(document) {}

    std::set<int> find() {
        Cursor text(document_.text);
        for (auto const& table : document_.tables) look_into(table, text);
        look_at_lines();
        return std::move(found_);
    }

private:
    struct Read {
        vault::TableCell place;
        std::string text;  // without blanks
        bool signs = false, names_signer = false;
    };
    using Row = std::vector<Read>;

    static bool is_place_to_sign(Words text) {
        constexpr std::size_t kLong = 120;  // bytes
        return text.size() <= kLong && has_any(text, kSigning) && !has_any(text, kSentence);
    }

    // "评价组长", "评价组长（签字）：": the words before any mark.
    static bool names_signer(Words text) {
        auto const wide = std::min(text.find("："), text.find("（"));
        return std::ranges::find(kSigners, text.substr(0, std::min(wide, text.find_first_of(":(/")))) != kSigners.end();
    }
    static bool is_line_to_sign(Words text) {
        return is_place_to_sign(text) || (names_signer(text) && (text.ends_with("：") || text.ends_with(":")));
    }

    Row read(std::vector<vault::TableCell> const& cells, Cursor& text) const {
        Row out;
        for (auto const& cell : cells) {
            auto words = squeezed(text.between(cell.from, cell.to));
            bool const signs = is_place_to_sign(words);
            bool const signer = names_signer(words);
            out.push_back({cell, std::move(words), signs, signer});
        }
        return out;
    }

    void look_into(vault::TextTable const& table, Cursor& text) {
        std::set<std::size_t> signed_below;  // columns whose head is one signs under
        for (auto const& cells : table.rows) {
            if (cells.empty() || pages_.page_of(cells.front().from) == 0) continue;
            auto const row = read(cells, text);
            bool const says = std::ranges::any_of(row, [](Read const& one) { return !one.text.empty(); });
            for (std::size_t i = 0; i < row.size(); ++i) {
                if (row[i].signs) {
                    if (!look_beside(row, i)) signed_below.insert(i);
                } else if (signed_below.contains(i) && says) {
                    take(row[i]);
                }
                if (row[i].names_signer)
                    for (auto k = i + 1; k < row.size() && !row[k].names_signer; ++k) take_picture(row[k]);
            }
        }
    }
    // After its label, up to what is written next. Whether there is room.
    bool look_beside(Row const& row, std::size_t label) {
        bool any = take_picture(row[label]);
        for (auto i = label + 1; i < row.size() && row[i].text.empty(); ++i) any |= take(row[i]);
        return any;
    }
    bool take(Read const& cell) {
        if (take_picture(cell)) return true;
        bool const is_left_open = cell.text.empty() && !pages_.is_merged(cell.place.from);
        if (is_left_open) found_.insert(pages_.page_of(cell.place.from));
        return is_left_open;
    }
    bool take_picture(Read const& cell) { return take_picture_within(cell.place.from, cell.place.to, 0); }
    // On one page, or on any.
    bool take_picture_within(std::uint32_t from, std::uint32_t to, int only) {
        bool any = false;
        auto const& figures = document_.figures;
        auto one = std::ranges::lower_bound(figures, from, {}, &vault::Figure::at);
        for (; one != figures.end() && one->at <= to; ++one) {
            auto const page = pages_.page_of_figure(static_cast<std::size_t>(one - figures.begin()));
            if (page == 0 || (only > 0 && page != only) || marks_.are_often(*one)) continue;
            found_.insert(page);
            any = true;
        }
        return any;
    }

    // "评价机构（盖章）" and a seal that floats beside it.
    void look_at_lines() {
        constexpr std::uint32_t kBeside = 30;
        Words const text = document_.text;
        std::uint32_t from = 0;
        for (std::size_t at = 0; at < text.size();) {
            auto const end = std::min(text.find('\n', at), text.size());
            auto const line = text.substr(at, end - at);
            auto const length = static_cast<std::uint32_t>(
                std::ranges::count_if(line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80; }));
            bool const in_table = line.find('\t') != Words::npos;
            auto const page = pages_.page_of(from);
            if (!in_table && page > 0 && is_line_to_sign(squeezed(line)))
                take_picture_within(from - std::min(from, kBeside), from + length + kBeside, page);
            from += length + 1;
            at = end + 1;
        }
    }

    vault::Document const& document_;
    DocxPages const& pages_;
    Marks marks_;
    std::set<int> found_;
};

}  // namespace

void find_signature_pages(vault::Document& document) {
    auto const pictured = pictured_pages(document);
    Cursor text(document.text);
    for (auto const& run : document.runs)
        if (has_any(text.between(run.from, run.to), kSigning) && pictured.contains(run.page))
            document.signature_pages.push_back(run.page);
    put_in_order(document);
}

void find_signature_pages(vault::Document& document, DocxPages const& pages) {
    auto const found = SigningPlaces(document, pages).find();
    document.signature_pages.assign(found.begin(), found.end());
    put_in_order(document);
}

}  // namespace anping::worker
