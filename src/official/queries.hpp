// SPDX-License-Identifier: Apache-2.0
// Tables to views and states: the only code that reads them.
#pragma once

#include <anping/access/policy.hpp>
#include <anping/db/session.hpp>

#include "state.hpp"

namespace anping::official::queries {

std::optional<State> state(db::Session& session, DocumentId const& id);
std::optional<access::Target> target(db::Session& session, DocumentId const& id);

// A row with what has to be opened or looked up for it.
struct Found {
    DocumentRow row;
    Addressee addressee;
    std::string contents;
};
// The newest first, below the entry `before`.
std::vector<Found> documents(db::Session& session, access::Visibility const& sees, DocumentFilter const& filter,
                             std::int64_t before, std::int64_t limit);
std::optional<Found> document(db::Session& session, DocumentId const& id);

struct Rest {
    std::string drafted_by;
    std::optional<std::string> issued_by;
    std::optional<std::string> voided;
    std::int64_t version = 0;
};
Rest rest(db::Session& session, DocumentId const& id);

struct Delivered {
    DocumentDelivered event;
    std::string account;
    std::int64_t entry = 0;
    std::optional<Timestamp> confirmed_at;
};
std::vector<Delivered> deliveries(db::Session& session, DocumentId const& id);

// Kinds of the subject's documents of this bureau that were issued and are not void.
std::vector<std::string> issued_kinds(db::Session& session, registry::BureauId const& bureau, Subject const& subject);
// Highest serial of the bureau's year under the word; 0 when there is none.
std::int64_t last_serial(db::Session& session, registry::BureauId const& bureau, std::string const& word,
                         std::int64_t year);
std::optional<std::string> short_name(db::Session& session, registry::BureauId const& bureau);

// By the code of its check or the digest of its file.
struct Checked {
    DocumentId id;
    std::string matched;
    Stage stage = Stage::issued;
    std::optional<std::int64_t> entry = {};  // of the issue
};
std::optional<Checked> checked(db::Session& session, std::string const& asked);

struct Step {
    bool own = false;
    std::string body;
    Timestamp at;
    std::string account;
    std::int64_t entry = 0;
    std::string kind;
};
// Newest first.
std::vector<Step> template_steps(db::Session& session, registry::BureauId const& bureau);
std::optional<TemplateSet> template_in_force(db::Session& session, registry::BureauId const& bureau,
                                             std::string const& kind);

// Entry of the consent in force.
std::optional<std::int64_t> consent(db::Session& session, registry::BureauId const& bureau, std::string const& party);
// Of a bureau, or of a party.
std::vector<ConsentView> consents(db::Session& session, std::string const& unit);

}  // namespace anping::official::queries
