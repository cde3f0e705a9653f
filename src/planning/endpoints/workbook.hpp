// SPDX-License-Identifier: Apache-2.0
// A workbook in a request: lists that are read before they are recorded.
#pragma once

#include <anping/crypto/digest.hpp>
#include <anping/planning/endpoints.hpp>

namespace anping::planning::family {

// As it was chosen, in base64.
struct WorkbookGiven {
    Text<1, 12'000'000> content;
};
BOOST_DESCRIBE_STRUCT(WorkbookGiven, (), (content))

inline constexpr std::uint64_t kWorkbook = 12u << 20;  // of a body that holds one, or the list it was read into

struct Workbook {
    vault::Table table;
    std::string sm3;
};

inline Result<Workbook> read_workbook(TableReader const& tables, WorkbookGiven const& in) {
    auto const bytes = crypto::from_base64(in.content.value);
    if (!bytes) return wrong_field("/content", "base64", "应为工作簿的 base64 编码");
    auto table = tables(*bytes);
    if (!table) return unexpected<Error>(std::move(table.error()));
    return Workbook{std::move(*table), crypto::to_hex(crypto::hash(crypto::HashAlgorithm::sm3, *bytes))};
}

}  // namespace anping::planning::family
