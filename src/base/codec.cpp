// SPDX-License-Identifier: Apache-2.0
#include <anping/base/codec.hpp>

namespace anping {

Timestamp Codec<Timestamp>::read(boost::json::value const& value, FieldReader& in) {
    auto const text = in.string(value, 1, 40);
    if (text.empty()) return {};
    if (auto const at = parse_timestamp(text)) return *at;
    in.problem("timestamp", "应为时间，如 2026-11-20T09:30:00+08:00");
    return {};
}

}  // namespace anping
