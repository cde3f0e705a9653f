// SPDX-License-Identifier: Apache-2.0
// Which of very many names stand in a text: names of the registry, half a million of them, in a fraction of a
// millisecond a report.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <anping/text/fold.hpp>

namespace anping::forensics {

// A party of the registry may have several: full, short, former.
struct RegisteredName {
    std::string name;
    std::uint32_t party = 0;
};

// Compiled once, read by any number of threads. Of each name the four characters fewest names have are looked for; the
// whole name is compared where they stand.
class NameScreen {
public:
    struct Match {
        std::uint32_t name = 0;          // its number among those given
        std::uint32_t from = 0, to = 0;  // characters of the folded text
    };

    // Names are folded; those shorter than four characters are left out.
    explicit NameScreen(std::vector<RegisteredName> names);

    // Ascending; of names that overlap the first, and of those the longest.
    std::vector<Match> in(text::Folded const& text) const;
    RegisteredName const& name(std::uint32_t number) const noexcept { return names_[number]; }
    std::size_t size() const noexcept { return names_.size(); }

private:
    struct Anchor {
        std::uint64_t key = 0;
        std::uint32_t name = 0;
        std::uint32_t offset = 0;  // in the folded name
    };
    void compile();
    void compare(text::Folded const& text, std::uint64_t key, std::size_t at, std::vector<Match>& out) const;
    std::u16string_view folded(std::uint32_t number) const noexcept {
        return std::u16string_view(letters_).substr(starts_[number], starts_[number + 1] - starts_[number]);
    }

    std::vector<RegisteredName> names_;
    std::u16string letters_;             // of all names
    std::vector<std::uint32_t> starts_;  // and the end
    std::vector<Anchor> anchors_;        // ascending by key
    std::vector<std::uint32_t> slots_;   // by a key's hash: the first anchor of it, from 1
    std::vector<std::uint64_t> bits_;
};

}  // namespace anping::forensics
