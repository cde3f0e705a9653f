// SPDX-License-Identifier: Apache-2.0
// Use cases of the bureau's desk. Each change is returned as the decision the writer runs.
#pragma once

#include <functional>
#include <memory>

#include <anping/access/colleagues.hpp>
#include <anping/access/policy.hpp>
#include <anping/circulation/commands.hpp>
#include <anping/circulation/criticisms.hpp>
#include <anping/circulation/matters.hpp>
#include <anping/circulation/views.hpp>
#include <anping/ledger/writer.hpp>
#include <anping/registry/directory.hpp>
#include <anping/rulebook/law.hpp>

namespace anping::circulation {

using Decision = std::function<Result<ledger::Decided>(ledger::Transaction&)>;
struct Hand;
using LawSource = std::function<std::shared_ptr<rulebook::Law const>()>;

// What it stands on; all of it outlives the service.
struct Surroundings {
    LawSource law;
    registry::Directory const& directory;
    Matters const& matters;
    access::Policy const& policy;
    access::Colleagues colleagues;
    Clock const& clock;
};

// Thread-safe.
class Service {
public:
    explicit Service(Surroundings with) : with_(std::move(with)) {}

    Decision send(access::Principal who, SendSlip in) const;
    Decision receive(access::Principal who, SlipId id, ReceiveSlip in) const;
    Decision answer(access::Principal who, SlipId id, AnswerSlip in) const;

    Decision name_deputy(access::Principal who, NameDeputy in) const;
    Decision end_deputy(access::Principal who, DeputyId id, EndDeputy in) const;

    Decision criticise(access::Principal who, Criticise in) const;
    static Decision answer(CriticismId id, AnswerCriticism in);
    static Decision report(CriticismId id, ReportCriticism in);

    Result<access::Target> target(db::Session& session, Matter const& matter, access::Principal const& who) const;
    Result<access::Target> target(db::Session& session, SlipId const& id, access::Principal const& who) const;
    Result<access::Target> target(db::Session& session, DeputyId const& id) const;
    Result<access::Target> target(db::Session& session, CriticismId const& id) const;

    // The newest first; of other bureaus' slips those only that came to or from one below.
    std::vector<SlipView> slips_of(db::Session& session, access::Principal const& who, Matter const& matter) const;
    // What waits for the person, the most urgent first, as far as they may see the matters.
    std::vector<SlipView> waiting(db::Session& session, access::Principal const& who, std::int64_t limit) const;
    std::vector<SlipView> sent(db::Session& session, access::Principal const& who, std::int64_t limit) const;
    // Colleagues, and the bureaus above and below.
    std::vector<OfficeView> offices(db::Session& session, access::Principal const& who) const;
    // Of the person's bureau, the newest first.
    std::vector<DeputyView> deputies(db::Session& session, access::Principal const& who) const;
    // What a bureau below is late with today, for which it may be criticised.
    Result<std::vector<Ground>> grounds(db::Session& session, access::Principal const& who,
                                        registry::BureauId const& bureau) const;
    std::vector<CriticismView> criticisms(db::Session& session, access::Visibility const& sees, std::int64_t before,
                                          std::int64_t limit) const;
    Result<CriticismView> criticism(db::Session& session, CriticismId const& id) const;
    std::vector<CriticismView> unanswered(db::Session& session, registry::BureauId const& bureau) const;
    // What lies where; what the own bureau is late with, and those below that the law of the place tells the level
    // above of. Computed from the days when it is read.
    OversightView oversight(db::Session& session, access::Principal const& who) const;

private:
    Result<void> may_have(db::Session& session, access::Principal const& who, SendSlip const& in) const;
    Result<access::Principal> reader_of(db::Session& session, access::Principal const& who, Recipient const& to,
                                        std::string const& pointer) const;
    void tell(db::Session& session, access::Principal const& who, std::vector<SlipView>& slips) const;
    std::vector<Ground> grounds(db::Session& session, access::Principal const& who, registry::BureauId const& bureau,
                                field::Date today) const;
    void name_bureaus(CriticismView& one) const;
    Hand hand_of(db::Session& session, access::Principal const& who) const;
    std::vector<OwnOverdue> overdue(db::Session& session, access::Principal const& who) const;
    bool may_see(access::Principal const& who, MatterFacts const& facts) const;

    Surroundings with_;
};

}  // namespace anping::circulation
