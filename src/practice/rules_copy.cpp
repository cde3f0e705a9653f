// SPDX-License-Identifier: Apache-2.0
// A redacted copy on the portal: nothing asks for one, and what is covered in it can be proven later.
#include <fmt/format.h>

#include "rules_shared.hpp"

namespace anping::practice {
namespace {

std::optional<Error> wrong_redaction(Redaction const& redaction, std::size_t at, State const& state,
                                     Circumstances const& with) {
    if (!known(with.law, state, "redaction_parts", redaction.part.value, with.today))
        return wrong_field(fmt::format("/redactions/{}/part", at), "choice", "不是遮盖目录中的一项").value();
    if (redaction.page < 1)
        return wrong_field(fmt::format("/redactions/{}/page", at), "range", "页码从 1 开始").value();
    return std::nullopt;
}

}  // namespace

std::string covered_text(Redaction const& redaction, std::string const& report_sm3) {
    return canonical(json::object{{"covered", redaction.covered.value},
                                  {"page", redaction.page},
                                  {"part", redaction.part.value},
                                  {"report_sm3", report_sm3}});
}

Result<std::vector<ledger::Event>> publish_copy(PublishCopy const& in, State const& state, Exhibit const& file,
                                                std::vector<ledger::Commitment> const& commitments,
                                                Circumstances const& with) {
    if (!state.report) return no_report();
    if (in.report_sm3.value != state.report_sm3) return report_moved_on();
    if (!state.published) return not_published();
    if (!in.unclassified) return wrong_field("/unclassified", "required", "公开前须确认副本不含涉密内容");
    if (in.redactions.empty()) return wrong_field("/redactions", "required", "至少写明一处遮盖");
    for (std::size_t i = 0; i < in.redactions.size(); ++i)
        if (auto problem = wrong_redaction(in.redactions[i], i, state, with))
            return unexpected<Error>(std::move(*problem));
    if (file.blob.sm3 == state.report_sm3)
        return wrong_field("/upload", "same", "这就是提交的报告原文，没有遮盖任何内容");
    CopyPublished event;
    event.report = *state.report;
    event.report_sm3 = state.report_sm3;
    event.file = file;
    for (std::size_t i = 0; i < in.redactions.size(); ++i)
        event.covered.push_back({in.redactions[i].part, in.redactions[i].page, commitments.at(i)});
    return Events{ledger::event(state.id.text, event)};
}

Result<std::vector<ledger::Event>> withdraw_copy(WithdrawCopy const& in, State const& state) {
    if (!state.copy) return no_copy_yet();
    return Events{ledger::event(state.id.text, CopyWithdrawn{*state.copy, in.reason})};
}

}  // namespace anping::practice
