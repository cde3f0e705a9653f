// SPDX-License-Identifier: Apache-2.0
// A document put together part by part as its reader meets them; places are counted in code points on the way.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include <anping/vault/document.hpp>

namespace anping::worker {

class Composer {
public:
    explicit Composer(std::size_t limit) : limit_(limit) {}

    // Code points so far.
    std::uint32_t at() const noexcept { return at_; }
    // Nothing more is taken: what follows is left out.
    bool full() const noexcept { return document.text.size() >= limit_; }

    // UTF-8, appended; what is no UTF-8 becomes U+FFFD. Characters without width are kept apart as hidden, control
    // characters become blanks, and so do line ends and tabs within a cell.
    void say(std::string_view utf8, int page = 0, vault::Box const& box = {});
    // The same, as one run.
    void run(std::string_view utf8, int page, vault::Box const& box, double confidence = 1);
    // Not appended: what nobody sees, at the place reached. What follows on the same at the same place joins it.
    void hide(std::string how, std::string_view utf8, int page = 0, vault::Box const& box = {});

    // Characters that stand in the text at `at` and are not what they seem, with the page and box of their run.
    void mark(std::string how, std::string_view utf8, std::uint32_t at);
    // What the file says of itself: one line, cut where it is long; nothing of an empty value.
    void tell(std::string_view name, std::string_view value);

    // A table: its cells are said between `cell` and the next `cell`, `row` or `end_table`. A table within a cell is
    // part of that cell's text, its cells parted by blanks.
    void table(int page = 0);
    void row();
    void cell();
    void end_table();

    vault::Document document;
    // What lies in the folder so far; see keep_figure.
    std::size_t figure_files = 0;
    std::size_t figure_bytes = 0;

private:
    bool takes_another(std::string const& how);
    void append(std::string_view character, char32_t point);
    void break_cell();
    void close_cell();
    vault::TextTable* open_ = nullptr;
    int depth_ = 0;
    bool in_cell_ = false;
    bool blank_due_ = false;                                  // within a cell, before what follows
    std::map<std::string, std::size_t, std::less<>> hidden_;  // entries of each kind
    std::size_t hidden_bytes_ = 0;
    std::uint32_t at_ = 0;
    std::size_t limit_;
};

}  // namespace anping::worker
