// SPDX-License-Identifier: Apache-2.0
// Typed ids: a project's id is not an institution's. The text is what addresses, exports and the ledger show.
#pragma once

#include <compare>
#include <string>

#include <anping/base/codec.hpp>

namespace anping {

// Tag has `static constexpr char const* name` (the thing, for error texts in Chinese).
template <class Tag>
struct Id {
    std::string text;

    auto operator<=>(Id const&) const = default;
    bool operator==(Id const&) const = default;
};

template <class Tag>
struct Codec<Id<Tag>> {
    static boost::json::value write(Id<Tag> const& id) { return boost::json::value(id.text); }
    static Id<Tag> read(boost::json::value const& value, FieldReader& in) {
        auto text = in.string(value, 1, 64);
        for (char c : text) {
            bool const ok = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
            if (!ok) {
                in.problem("id", "编号只能包含字母、数字和连字符");
                break;
            }
        }
        return {std::move(text)};
    }
    static boost::json::object schema() {
        return {{"type", "string"}, {"minLength", 1}, {"maxLength", 64}, {"pattern", "^[0-9A-Za-z-]+$"}};
    }
};

}  // namespace anping
