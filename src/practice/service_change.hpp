// SPDX-License-Identifier: Apache-2.0
// How every change of a project is made.
#pragma once

#include <anping/practice/offices.hpp>
#include <anping/practice/service.hpp>

#include "errors.hpp"
#include "queries.hpp"
#include "rules.hpp"

namespace anping::practice {

// Institution and enterprise of a project that is yet to be; `at` is where the input names them, empty where the
// institution is the asker.
inline Result<Parties> parties_of(registry::Directory const& directory, db::Session& session,
                                  registry::InstitutionId const& who, registry::EnterpriseId const& whose,
                                  std::string const& at) {
    Parties parties;
    auto institution = directory.institution(session, who);
    if (!institution && at.empty()) return not_an_institution();
    if (!institution) return wrong_field(at + "/institution", "institution", "没有登记这家机构");
    parties.institution = std::move(*institution);
    auto enterprise = directory.enterprise(session, whose);
    if (!enterprise) return wrong_field(at + "/enterprise", "enterprise", "没有登记这家企业");
    parties.enterprise = std::move(*enterprise);
    return parties;
}

// A change of one project: its state is loaded, the rule decides, the answer tells the last judgement.
template <class Decide>
Decision on_project(LawSource law, std::string account, ProjectId id, Decide decide) {
    return [law = std::move(law), account = std::move(account), id = std::move(id),
            decide = std::move(decide)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto state = queries::state(tx.session(), id);
        if (!state) return unknown_project();
        auto const books = law();
        Circumstances const with{*books, tx.now(), field::beijing_date(tx.now()), tx.next_seq(), account};
        auto events = decide(std::move(*state), with, tx);
        if (!events) return unexpected<Error>(std::move(events.error()));
        Answer answer;
        answer.id = id.text;
        for (auto const& event : *events) {
            auto const* judged = event.data.if_contains("judgement");
            if (judged == nullptr) continue;
            auto judgement = from_trusted_json<Judgement>(*judged);
            if (judgement.law.empty()) continue;
            if (!judgement.deadlines.empty()) answer.deadlines = std::move(judgement.deadlines);
            answer.flags = std::move(judgement.flags);
        }
        if (events->front().type == ReportPublished::kType)
            answer.number = from_trusted_json<ReportPublished>(events->front().data).number;
        if (events->front().type == NoticeFiled::kType) {
            auto filed = from_trusted_json<NoticeFiled>(events->front().data);
            answer.notice = std::move(filed.notice);
            answer.receipts = std::move(filed.addressees);
        }
        auto told = to_json(answer);
        return ledger::Decided{std::move(*events), std::move(told)};
    };
}

}  // namespace anping::practice
