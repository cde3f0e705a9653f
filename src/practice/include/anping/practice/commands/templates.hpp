// SPDX-License-Identifier: Apache-2.0
// A unit's own DOCX for one of its papers.
#pragma once

#include <anping/practice/commands/opening.hpp>
#include <anping/practice/papers.hpp>

namespace anping::practice {

struct SetPaperTemplate {
    PaperKind kind = PaperKind::risk_analysis;
    vault::UploadId upload;
    std::optional<Text<2, 500>> reason;
};
BOOST_DESCRIBE_STRUCT(SetPaperTemplate, (), (kind, upload, reason))

// The platform's own form holds again.
struct WithdrawPaperTemplate {
    PaperKind kind = PaperKind::risk_analysis;
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawPaperTemplate, (), (kind, reason))

}  // namespace anping::practice
