// SPDX-License-Identifier: Apache-2.0
// Of an institution or a bureau, not of a project: the entry's subject.
#pragma once

#include <anping/practice/commands/templates.hpp>

namespace anping::practice {

struct PaperTemplateSet {
    static constexpr char const* kType = "practice.paper_template_set";
    static constexpr std::int64_t kVersion = 1;
    PaperKind kind = PaperKind::risk_analysis;
    std::string file_name;
    vault::Blob blob;
    std::optional<Timestamp> unclassified_at;
    std::vector<std::string> names;  // the places it fills
    std::optional<Text<2, 500>> reason;
};
BOOST_DESCRIBE_STRUCT(PaperTemplateSet, (), (kind, file_name, blob, unclassified_at, names, reason))

struct PaperTemplateWithdrawn {
    static constexpr char const* kType = "practice.paper_template_withdrawn";
    static constexpr std::int64_t kVersion = 1;
    PaperKind kind = PaperKind::risk_analysis;
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(PaperTemplateWithdrawn, (), (kind, reason))

}  // namespace anping::practice
