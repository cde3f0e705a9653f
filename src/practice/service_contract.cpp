// SPDX-License-Identifier: Apache-2.0
// Reading what a contract says, before anything is changed.
#include <anping/practice/service.hpp>

#include "contract_text.hpp"
#include "queries.hpp"

namespace anping::practice {

Phrases Service::phrases_in(access::Principal const& who, std::vector<AttachFile> const& files,
                            rulebook::Place const& place) const {
    Phrases out;
    auto const law = law_();
    auto const* listed = law->catalogue("permit_phrases", place, field::beijing_date(clock_.now()));
    if (listed == nullptr) return out;
    for (auto const& file : files) {
        if (file.kind.value != kContractScan) continue;
        auto const upload = vault_.state(file.upload);
        if (!upload || upload->owner != who.account.text || !upload->blob) continue;
        if (auto const text = vault_.text(upload->blob->sm3)) out[upload->blob->sm3] = phrases_found(*text, *listed);
    }
    return out;
}

Phrases Service::phrases_in(db::Session& session, access::Principal const& who, std::vector<AttachFile> const& files,
                            ProjectId const& id) const {
    auto const known = queries::target(session, id);
    if (!known) return {};
    return phrases_in(who, files, {known->region, known->authority});
}

}  // namespace anping::practice
