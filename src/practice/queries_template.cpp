// SPDX-License-Identifier: Apache-2.0
#include "queries_template.hpp"

#include <anping/db/columns.hpp>

#include "queries_parts.hpp"

namespace anping::practice::queries {
namespace {

void add_file(PaperTemplateStep& step, PaperTemplateSet in) {
    step.file_name = std::move(in.file_name);
    step.sm3 = std::move(in.blob.sm3);
    step.size = in.blob.size;
    step.names = std::move(in.names);
    if (in.reason) step.reason = std::move(in.reason->value);
}

}  // namespace

std::map<PaperKind, std::vector<PaperTemplateStep>> template_steps(db::Session& session, std::string const& owner) {
    std::map<PaperKind, std::vector<PaperTemplateStep>> out;
    session.each<PaperKind, bool, std::string, Timestamp, std::string, std::string, std::int64_t>(
        "SELECT kind, own, body, at, account, role, entry FROM practice_paper_template WHERE owner = :owner ORDER BY "
        "entry DESC",
        {owner}, [&](auto kind, bool own, auto body, auto at, auto account, auto role, auto entry) {
            PaperTemplateStep step;
            if (own) add_file(step, parts::read<PaperTemplateSet>(body));
            else step.reason = parts::read<PaperTemplateWithdrawn>(body).reason.value;
            step.at = at;
            step.account = std::move(account);
            step.role = std::move(role);
            step.entry = entry;
            out[kind].push_back(std::move(step));
        });
    return out;
}

std::optional<PaperTemplateSet> template_in_force(db::Session& session, std::string const& owner, PaperKind kind) {
    auto const row = session.one<bool, std::string>(
        "SELECT own, body FROM practice_paper_template WHERE owner = :owner AND kind = :kind ORDER BY entry DESC "
        "LIMIT 1",
        {owner, db::sql(kind)});
    if (!row || !std::get<0>(*row)) return std::nullopt;
    return parts::read<PaperTemplateSet>(std::get<1>(*row));
}

}  // namespace anping::practice::queries
