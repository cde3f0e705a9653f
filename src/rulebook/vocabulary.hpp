// SPDX-License-Identifier: Apache-2.0
// The words code and books share: facts a module can state, names a module asks for. Closed lists; a book that uses
// another word has a misprint.
#pragma once

#include <span>
#include <string_view>

#include <anping/rulebook/law.hpp>

namespace anping::rulebook {

enum class FactType { date, boolean, integer, text };
BOOST_DESCRIBE_ENUM(FactType, date, boolean, integer, text)

struct Fact {
    std::string_view name;
    FactType type = FactType::text;
    std::string_view label;  // how it is called in a count or a "why"
};

struct KnownName {
    Kind kind = Kind::duty;
    std::string_view name;  // "checklist_*": whatever begins like that
    bool enforced = false;  // a module of this version asks for it

    bool means(std::string_view other) const noexcept {
        return name.ends_with('*') ? other.starts_with(name.substr(0, name.size() - 1)) : other == name;
    }
};

std::span<Fact const> facts() noexcept;
Fact const* find_fact(std::string_view name) noexcept;

std::span<KnownName const> known_names() noexcept;
KnownName const* find_name(Kind kind, std::string_view name) noexcept;

std::string_view label(Kind kind) noexcept;  // "义务"
std::string_view label(Mark mark) noexcept;  // "见原文"

}  // namespace anping::rulebook
