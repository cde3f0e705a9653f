// SPDX-License-Identifier: Apache-2.0
// Decisions: state, command, day in; events or a refusal out. Pure.
#pragma once

#include <anping/access/identity.hpp>
#include <anping/base/result.hpp>
#include <anping/ledger/entry.hpp>

#include "forms.hpp"
#include "state.hpp"

namespace anping::official {

using Events = std::vector<ledger::Event>;

// A draft is for one who is registered, or for a name.
Result<void> check_addressee(Addressee const& addressee, bool registered);

struct Drafting {
    DocumentId id;
    access::Principal const& who;
    DocumentForm const& form;
    ledger::Commitment contents;
};
Result<Events> draft(DraftDocument const& in, Drafting const& with);
Result<void> may_revise(State const& state);
Result<Events> revise(ReviseDocument const& in, State const& state, ledger::Commitment contents);

// What usually is there and is not: said, and nothing is held by it. `issued`: kinds of the subject's documents.
std::vector<std::string> warnings(DocumentForm const& form, json::object const& fields,
                                  std::vector<std::string> const& issued, std::vector<KindView> const& kinds);

// What is lacking, in words.
std::string lacking_in_words(std::vector<std::string> const& lacking);
// Without what it comes after it is issued for a reason only, and that is recorded.
Result<std::optional<Despite>> despite(IssueDocument const& in, std::vector<std::string> lacking);

// The next number; `last`: the highest serial of the bureau's year under this word, 0 when there is none.
std::optional<Number> number(DocumentForm const& form, std::string const& short_name, field::Date day,
                             std::int64_t last);

// The serial its own comes after: the highest one, or the last the bureau gave on paper where the year's first says so.
Result<std::int64_t> serial_before(IssueDocument const& in, DocumentForm const& form, std::int64_t last);

struct Issuing {
    DocumentForm const& form;
    field::Date day;
    std::optional<Number> number;
    std::string code;
    std::string check;
    std::string template_sm3;
    FileDigest docx;
    ledger::Commitment values;
    std::vector<std::string> warnings;
    std::string law;
    std::optional<Despite> despite = {};
};
Result<void> may_issue(State const& state);
Result<Events> issue(State const& state, Issuing with);
Result<Events> render(State const& state, FileDigest const& pdf);

struct Delivering {
    field::Date today;
    std::optional<std::int64_t> consent;          // entry of the party's
    std::optional<rulebook::Deadline> announced;  // of an announcement made on the day
    ledger::Commitment receipt;
    std::vector<Scan> scans;
};
// Before anything is kept of it.
Result<void> may_deliver(DeliverDocument const& in, State const& state, field::Date today,
                         std::optional<std::int64_t> const& consent);
Result<Events> deliver(DeliverDocument const& in, State const& state, Delivering with);
Result<Events> confirm(State const& state);
Result<Events> give_up(VoidDocument const& in, State const& state);

// rules_templates.cpp
struct LookedInto {
    std::string file_name;
    FileDigest file;
    std::vector<std::string> known;
    std::vector<std::string> unknown;
    bool code = false;  // has a place for the QR code
};
Result<Events> set_template(SetTemplate const& in, DocumentForm const& form, registry::BureauId const& bureau,
                            LookedInto const& file);
Result<Events> withdraw_template(WithdrawTemplate const& in, registry::BureauId const& bureau, bool in_force);

struct Consenting {
    access::Principal const& who;
    std::optional<Scan> paper;
    bool in_force = false;
};
Result<Events> give_consent(GiveConsent const& in, Consenting const& with);
Result<Events> withdraw_consent(WithdrawConsent const& in, Consenting const& with);
// Bureau and party of a consent, whoever of the two speaks.
struct ConsentOf {
    registry::BureauId bureau;
    Addressee party;
};
Result<ConsentOf> consent_of(std::optional<registry::BureauId> const& bureau, std::optional<Addressee> const& party,
                             access::Principal const& who);

// "昌吉" of 昌吉市: what stands in the brackets until the bureau says otherwise.
std::string short_name(std::string const& region_name, field::Authority authority);

}  // namespace anping::official
