// SPDX-License-Identifier: Apache-2.0
// Use cases of safety hosting.
#pragma once

#include <anping/practice/service.hpp>
#include <anping/practice/views/hosting.hpp>

namespace anping::practice {

// Thread-safe.
class Hostings {
public:
    struct With {
        LawSource law;
        registry::Directory const& directory;
        vault::Vault const& vault;
        Clock const& clock;
        std::function<std::string(db::Session&, registry::ExpertId const&)> expert_name;
    };
    explicit Hostings(With with) : with_(std::move(with)) {}

    Decision declare(access::Principal who, DeclareHosting in) const;
    Decision visit(access::Principal who, HostingId id, RecordHostingVisit in) const;
    Decision end(HostingId id, EndHosting in) const;

    Result<access::Target> target(db::Session& session, HostingId const& id) const;
    // The newest first, with this year's visits.
    std::vector<HostingSummary> hostings(db::Session& session, access::Visibility const& sees, std::int64_t before,
                                         std::int64_t limit) const;
    Result<HostingView> hosting(db::Session& session, HostingId const& id) const;
    std::optional<Exhibit> record(db::Session& session, HostingId const& id, std::string const& sm3) const;
    // Of the year so far, as far as it is seen; the clause is that of the asker's place.
    HostingCoverage coverage(db::Session& session, access::Visibility const& sees, access::Principal const& who) const;
    std::vector<HostingReminder> reminders(db::Session& session, registry::InstitutionId const& institution) const;

private:
    void complete(db::Session& session, std::vector<HostingSummary>& rows, field::Date today) const;

    With with_;
};

}  // namespace anping::practice
