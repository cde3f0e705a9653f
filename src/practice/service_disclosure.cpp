// SPDX-License-Identifier: Apache-2.0
// The report on the institution's own site.
#include <chrono>

#include "service_change.hpp"

namespace anping::practice {
namespace {

using namespace std::chrono_literals;
using Events = Result<std::vector<ledger::Event>>;

// After how many days the server looks again; nothing where the region's book does not ask for it.
std::optional<std::int64_t> days_between(rulebook::Law const& law, queries::DisclosurePlace const& where,
                                         field::Date today) {
    auto const steps = law.setting(rulebook::Kind::procedure, "disclosure_check", "steps", where.place, today);
    if (!steps || !steps->is_array()) return std::nullopt;
    for (auto const& step : steps->get_array())
        if (step.at("code") == (where.failed ? "failed" : "found")) return step.at("value").to_number<std::int64_t>();
    return std::nullopt;
}

}  // namespace

Decision Service::record_disclosure(ProjectId id, RecordDisclosure in) const {
    return on_project(
        law_, {}, std::move(id),
        [this, in = std::move(in)](State state, Circumstances const& with, ledger::Transaction& tx) -> Events {
            auto const institution = directory_.institution(tx.session(), state.institution);
            auto const website = institution ? institution->website : std::nullopt;
            return practice::record_disclosure(in, std::move(state), website, with);
        });
}

Decision Service::withdraw_disclosure(ProjectId id, WithdrawDisclosure in) const {
    return on_project(law_, {}, std::move(id),
                      [in = std::move(in)](State state, Circumstances const& with, ledger::Transaction&) {
                          return practice::withdraw_disclosure(in, std::move(state), with);
                      });
}

Decision Service::record_sighting(access::Principal const& who, ProjectId id, RecordSighting in) const {
    auto const by = who.unit_kind == access::UnitKind::bureau ? Looker::officer : Looker::institution;
    return on_project(law_, {}, std::move(id),
                      [by, in = std::move(in)](State state, Circumstances const& with, ledger::Transaction&) {
                          return practice::record_sighting(in, std::move(state), by, with);
                      });
}

Decision Service::record_check(ProjectId id, std::string url, Found found, Timestamp seen_at) const {
    return on_project(law_, {}, std::move(id),
                      [url = std::move(url), found = std::move(found), seen_at](State state, Circumstances const& with,
                                                                                ledger::Transaction&) {
                          return practice::record_check(url, found, seen_at, std::move(state), with);
                      });
}

Decision Service::publish_copy(access::Principal const& who, ProjectId id, PublishCopy in) const {
    return on_project(
        law_, who.account.text, std::move(id),
        [this, who, in = std::move(in)](State const& state, Circumstances const& with,
                                        ledger::Transaction& tx) -> Events {
            auto const file = exhibit(who, in.upload, "report", std::nullopt, "/upload");
            if (!file) return unexpected<Error>(file.error());
            std::vector<ledger::Commitment> commitments;
            commitments.reserve(in.redactions.size());
            // About the report, and erased with it: not with what is kept of people.
            for (auto const& redaction : in.redactions)
                commitments.push_back(personal_.put(tx, state.report ? state.report->text : state.id.text, "covered",
                                                    covered_text(redaction, state.report_sm3)));
            return practice::publish_copy(in, state, *file, commitments, with);
        });
}

Decision Service::withdraw_copy(ProjectId id, WithdrawCopy in) const {
    return on_project(law_, {}, std::move(id),
                      [in = std::move(in)](State const& state, Circumstances const&, ledger::Transaction&) {
                          return practice::withdraw_copy(in, state);
                      });
}

std::vector<CoveredOpening> Service::redactions(db::Session& session, ProjectId const& id) const {
    std::vector<CoveredOpening> out;
    auto const copy = queries::copy(session, id);
    if (!copy) return out;
    for (auto const& covered : copy->covered) out.push_back({covered, personal_.open(session, covered.commitment.ref)});
    return out;
}

std::optional<CopyView> Service::copy(db::Session& session, std::string const& number) const {
    return queries::copy_of(session, number);
}

std::optional<ledger::Event> Service::relied_on(ledger::Transaction& transaction, ProjectId const& id,
                                                std::string const& application, field::Date applied_on) const {
    auto state = queries::state(transaction.session(), id);
    if (!state) return std::nullopt;
    auto const law = law_();
    auto const now = transaction.now();
    return practice::relied_on(application, applied_on, std::move(*state),
                               {*law, now, field::beijing_date(now), transaction.next_seq(), {}});
}

DisclosureView Service::disclosure(db::Session& session, ProjectId const& id) const {
    return queries::disclosure(session, id);
}

Result<DisclosureToCheck> Service::disclosure_to_check(db::Session& session, ProjectId const& id) const {
    auto out = queries::disclosure_to_check(session, id);
    if (!out) return not_disclosed();
    return std::move(*out);
}

std::vector<DisclosureToCheck> Service::disclosures_due(db::Session& session, std::size_t limit) const {
    auto const law = law_();
    auto const now = clock_.now();
    auto const today = field::beijing_date(now);
    constexpr std::chrono::microseconds kDay = 24h;
    std::vector<DisclosureToCheck> out;
    for (auto& [one, where] : queries::disclosures_before(session, Timestamp{now.micros - kDay.count()})) {
        auto const days = days_between(*law, where, today);
        if (!days || (one.checked_at && now.micros - one.checked_at->micros < *days * kDay.count())) continue;
        out.push_back(std::move(one));
        if (out.size() == limit) break;
    }
    return out;
}

}  // namespace anping::practice
