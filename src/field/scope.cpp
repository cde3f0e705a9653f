// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <anping/field/scope.hpp>

namespace anping {

field::Scope Codec<field::Scope>::read(boost::json::value const& value, FieldReader& in) {
    auto code = in.string(value, 1, 40);
    auto const allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
    };
    if (!std::ranges::all_of(code, allowed)) in.problem("scope", "业务范围代码只能包含小写字母、数字、点和下划线");
    return {std::move(code)};
}

}  // namespace anping
