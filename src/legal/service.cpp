// SPDX-License-Identifier: Apache-2.0
#include <anping/legal/service.hpp>

#include <algorithm>

#include "errors.hpp"
#include "queries.hpp"
#include "rules.hpp"

namespace anping::legal {
namespace {

rulebook::Book const* book_of(rulebook::Law const& law, std::string const& clause) {
    auto const* found = law.by_id(clause);
    if (found == nullptr) return nullptr;
    auto const book = std::ranges::find(law.books(), found->book, &rulebook::Book::code);
    return book == law.books().end() ? nullptr : &*book;
}

Result<ledger::Decided> decided(Result<ledger::Event> event, field::RegionCode const& region) {
    if (!event) return unexpected<Error>(std::move(event.error()));
    auto answer = to_json(Confirmed{event->subject, region});
    return ledger::Decided{{std::move(*event)}, std::move(answer)};
}

// As it speaks today: an unconfirmed end leaves the text in use with another certainty.
rulebook::Citation citation_on(rulebook::Law const& law, rulebook::Clause const& clause, field::Date day) {
    auto const* today = law.by_id(clause.id, day);
    return today != nullptr && today->content == clause.content ? today->citation : clause.citation;
}

}  // namespace

Result<access::Target> Service::target(access::Principal const& who, std::string const& clause) const {
    auto const law = library_.law();
    auto const* book = book_of(*law, clause);
    if (book == nullptr) return unknown_clause();
    access::Target out;
    // Where it would hold nowhere, the book's own region: the policy knows the officer is a stranger there.
    out.region = holds_in(book->region, who.region, law->regions()).value_or(book->region);
    out.authority = book->authority.value_or(who.authority);
    return out;
}

Decision Service::confirm(access::Principal const& who, ConfirmClause in) const {
    return [this, who, in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const where = target(who, in.clause.value);
        if (!where) return unexpected<Error>(where.error());
        auto const standing = queries::content(tx.session(), in.clause.value, where->region);
        return decided(decide_confirmation(in, where->region, standing, *library_.law()), where->region);
    };
}

Decision Service::withdraw(access::Principal const& who, std::string clause, WithdrawConfirmation in) const {
    return [this, who, clause = std::move(clause),
            in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const where = target(who, clause);
        if (!where) return unexpected<Error>(where.error());
        auto const standing = queries::content(tx.session(), clause, where->region);
        return decided(decide_withdrawal(clause, in, where->region, standing), where->region);
    };
}

std::vector<ClauseView> Service::clauses(db::Session& session, field::RegionCode const& region) const {
    auto const whole = library_.law();
    auto const law = whole->at({region});
    auto const today = field::beijing_date(clock_.now());
    auto const cited = around_.citations(session);
    std::multimap<std::string, queries::Standing> confirmed;
    for (auto& one : queries::standing(session)) confirmed.emplace(one.confirmation.clause, std::move(one));
    std::vector<ClauseView> out;
    for (auto const* clause : law.all()) {
        ClauseView view;
        view.id = clause->id;
        view.book = clause->book;
        view.kind = clause->kind;
        view.name = clause->name;
        view.enforced = clause->enforced;
        view.citation = citation_on(law, *clause, today);
        view.body = clause->body;
        view.file = clause->file;
        view.digest = clause->content;
        view.confirmable = is_confirmable(law, *clause);
        view.holds_in = holds_in(book_of(law, clause->id)->region, region, law.regions());
        if (auto const count = cited.find(clause->id); count != cited.end()) view.cited = count->second;
        auto const [first, last] = confirmed.equal_range(clause->id);
        for (auto at = first; at != last; ++at) {
            auto const& one = at->second;
            view.confirmations.push_back({one.confirmation.region, law.regions().full_name(one.confirmation.region),
                                          around_.unit_name(one.unit), field::beijing_date(one.at), one.basis,
                                          one.entry, one.confirmation.content == clause->content});
        }
        out.push_back(std::move(view));
    }
    return out;
}

PreviewView Service::preview(db::Session& session, access::Principal const& who, access::Visibility const& sees,
                             Preview const& in) const {
    auto const law = library_.law();
    rulebook::Drafts drafts;
    for (auto const& draft : in.files) drafts[draft.file.value] = draft.text.value;
    std::vector<rulebook::Confirmation> more;
    for (auto const& clause : in.confirm) {
        auto const where = target(who, clause.value);
        more.push_back({clause.value, where ? where->region : who.region});  // an unknown one becomes a diagnostic
    }
    auto imagined = library_.imagine(session, more, drafts);
    PreviewView out;
    out.ok = imagined.law.has_value();
    out.diagnostics = std::move(imagined.diagnostics);
    if (!imagined.law) return out;
    out.changed = rulebook::changes(law->at({who.region}), imagined.law->at({who.region}));
    out.moved = rulebook::diff(*law, *imagined.law, around_.open_deadlines(session, sees));
    return out;
}

}  // namespace anping::legal
