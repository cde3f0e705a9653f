// SPDX-License-Identifier: Apache-2.0
// The watch over institutions: what the register says is missing comes to the desk, and leaves it when it is there.
#include <anping/findings/service.hpp>

#include <fmt/format.h>

#include "errors.hpp"
#include "queries.hpp"
#include "rules.hpp"
#include "settings.hpp"

namespace anping::findings {

std::vector<ledger::Event> Service::alarms(db::Session& session, registry::InstitutionId const& institution,
                                           field::Date day, std::int64_t seq) const {
    if (!with_.watched) return {};
    auto const watched = with_.watched(session, institution);
    if (!watched) return {};
    return told_of(alarms_of(*watched, *with_.law(), day), queries::standing(session, institution), day, seq);
}

bool Service::watch_finds(db::Session& session, registry::InstitutionId const& institution) const {
    return !alarms(session, institution, today(), 0).empty();
}

Decision Service::watch(registry::InstitutionId institution) const {
    return [this, institution = std::move(institution)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto events = alarms(tx.session(), institution, field::beijing_date(tx.now()), tx.next_seq());
        if (events.empty()) return nothing_new();
        return ledger::Decided{std::move(events), json::object{{"id", institution.text}}};
    };
}

Result<ledger::Decided> Service::hold_alarms_back(ledger::Transaction& tx, registry::InstitutionId const& institution,
                                                  HoldBack const& in) const {
    auto const found = with_.directory.institution(tx.session(), institution);
    if (!found) return unknown_institution();
    auto const day = field::beijing_date(tx.now());
    auto event = findings::hold_alarms_back(in, {fmt::format("ZBGZ-{:08}", tx.next_seq())}, institution,
                                            queries::alarms_held_back(tx.session(), institution, day), day,
                                            longest_hold(*with_.law(), {found->region}, day));
    if (!event) return unexpected<Error>(std::move(event.error()));
    json::object answer{{"id", event->subject}};
    return ledger::Decided{{std::move(*event)}, std::move(answer)};
}

Decision Service::hold_back_with(FindingId id, HoldBack in) const {
    return [this, id = std::move(id), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const found = queries::finding(tx.session(), id);
        if (!found) return unknown_finding();
        auto const& event = found->event;
        return event.project.text.empty() ? hold_alarms_back(tx, event.institution, in)
                                          : hold_back(event.project, in)(tx);
    };
}

std::optional<HoldView> Service::hold_on(db::Session& session, FindingRaised const& finding) const {
    auto holds = finding.project.text.empty() ? queries::alarm_holds(session, finding.institution, today())
                                              : queries::holds(session, finding.project, today());
    std::erase_if(holds, [](HoldView const& one) { return !one.holds; });
    name_units(session, holds);
    if (holds.empty()) return std::nullopt;
    return std::move(holds.back());
}

Result<access::Target> Service::target(db::Session& session, registry::InstitutionId const& id) const {
    auto const found = with_.directory.institution(session, id);
    if (!found) return unknown_institution();
    access::Target out;
    out.unit = id.text;
    out.region = found->region;
    return out;
}

}  // namespace anping::findings
