// SPDX-License-Identifier: Apache-2.0
// What the halves of the service share.
#pragma once

#include <fmt/format.h>

#include <anping/cases/service.hpp>

#include "home.hpp"
#include "queries.hpp"
#include "rules.hpp"

namespace anping::cases {

inline Result<ledger::Decided> decided(Result<Events> events) {
    if (!events) return unexpected<Error>(std::move(events.error()));
    json::object answer{{"id", events->front().subject}};
    return ledger::Decided{std::move(*events), std::move(answer)};
}

// Names go where they can be erased; the entry has what proves them.
inline std::vector<OfficerNoted> noted(ledger::Personal const& personal, ledger::Transaction& tx,
                                       std::string const& subject, std::vector<OfficerGiven> const& officers) {
    std::vector<OfficerNoted> out;
    out.reserve(officers.size());
    for (auto const& one : officers)
        out.push_back({one.certificate.value, personal.put(tx, subject, "officer", one.name.value)});
    return out;
}

// What is wrong with an id that should be of the register.
inline std::optional<std::string> unregistered(PartyGiven const& one, registry::Directory const& directory,
                                               db::Session& session) {
    if (!one.id) return std::nullopt;
    if (one.kind == PartyKind::institution && !directory.institution(session, {one.id->value}))
        return "名录中没有这家机构";
    if (one.kind == PartyKind::enterprise && !directory.enterprise(session, {one.id->value}))
        return "名录中没有这家企业";
    return std::nullopt;
}

inline PartyNoted noted(ledger::Personal const& personal, ledger::Transaction& tx, std::string const& subject,
                        PartyGiven const& one) {
    PartyNoted out{one.kind, {}, {}, {}};
    if (one.kind == PartyKind::person) {
        out.person = personal.put(tx, subject, "party", one.name.value);
        return out;
    }
    if (one.id) out.id = one.id->value;
    out.name = one.name.value;
    if (one.credit_code) out.credit_code = one.credit_code->text;
    if (one.address) out.address = one.address->value;
    return out;
}

inline std::vector<std::optional<ledger::Commitment>> punished(ledger::Personal const& personal,
                                                               ledger::Transaction& tx, std::string const& subject,
                                                               std::vector<PenaltyGiven> const& penalties) {
    std::vector<std::optional<ledger::Commitment>> out(penalties.size());
    for (std::size_t i = 0; i < penalties.size(); ++i)
        if (on_person(penalties[i])) out[i] = personal.put(tx, subject, "punished", penalties[i].who.value);
    return out;
}

inline std::optional<std::vector<std::string>> may_enforce(registry::Directory const& directory, db::Session& session,
                                                           registry::BureauId const& bureau, field::Date on) {
    auto const officers = directory.officers_of(session, bureau, on);
    if (officers.empty()) return std::nullopt;
    std::vector<std::string> out;
    for (auto const& one : officers)
        if (one.valid) out.push_back(one.facts.certificate.value);
    return out;
}

// Those whose qualification another bureau granted.
inline std::vector<Home> homes_of(registry::Directory const& directory, db::Session& session, State const& state) {
    std::vector<Home> out;
    for (auto const& one : state.opened.parties) {
        if (one.kind != PartyKind::institution || !one.id) continue;
        auto const found = directory.institution(session, {*one.id});
        if (!found) continue;
        auto const home = home_of(found->region);
        if (home != state.opened.bureau) out.push_back({found->id, home, directory.bureau_name(home)});
    }
    return out;
}

// With the bytes each upload of the sender's came to.
inline Result<std::vector<Document>> received(Service::With const& with, std::string const& account,
                                              std::vector<DocumentGiven> const& documents) {
    std::vector<Document> out;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        auto const& one = documents[i];
        Document document{one.kind.value, one.number.value, {}};
        if (one.upload) document.file = with.received(one.upload->value, account);
        if (one.upload && !document.file)
            return wrong_field(fmt::format("/documents/{}/upload", i), "upload",
                               "没有这个上传，或不是您上传的，或还没有传完");
        out.push_back(std::move(document));
    }
    return out;
}

// Put in at once: each name is looked up by the id that stands in its place.
class Names {
public:
    explicit Names(registry::Directory const& directory) : directory_(directory) {}
    void add(std::string& id) {
        if (!id.empty()) ids_.push_back(&id);
    }
    void put(db::Session& session) const { directory_.put_names(session, ids_); }

private:
    registry::Directory const& directory_;
    std::vector<std::string*> ids_;
};

inline void tell_days(LimitView& one, Law const& law) {
    if (!one.limit.due) return;
    bool const open = one.state == LimitState::open;
    if (open) one.days_left = *one.limit.due - law.today;
    bool const late_by_day = (open && *one.limit.due < law.today) || (one.ended_on && *one.ended_on > *one.limit.due);
    bool const late_by_hour = one.limit.due_at && ((open && *one.limit.due_at < law.now) ||
                                                   (one.ended_at && *one.ended_at > *one.limit.due_at));
    one.overdue = one.limit.owes == "bureau" && (late_by_day || late_by_hour);
}

}  // namespace anping::cases
