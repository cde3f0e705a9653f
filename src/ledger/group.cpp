// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <boost/json.hpp>

#include <anping/ledger/tree.hpp>

#include "errors.hpp"
#include "group.hpp"
#include "proof_text.hpp"

namespace anping::ledger {
namespace {

// After these the database, not the change, is at fault.
bool stops_the_group(db::Fault fault) noexcept { return fault != db::Fault::constraint && fault != db::Fault::other; }

}  // namespace

Group::Group(db::Session& session, db::UnitOfWork& work, Memory const& before, Context context)
    : session_(session), work_(work), before_(before), context_(context) {}

std::int64_t Group::next_seq() const noexcept { return before_.head.size + static_cast<std::int64_t>(entries_.size()); }

void Group::apply(Change const& change) {
    if (!change.idempotency_key.empty() && answer_again(change)) return;
    auto const entries = entries_.size();
    auto const answers = answers_.size();
    work_.savepoint();
    try {
        decide(change);
    } catch (db::DbError const& e) {
        if (stops_the_group(e.fault())) throw;
        answers_.resize(answers, Answer{Written{}});
        undo(entries, std::current_exception());
    } catch (GroupLost const&) { throw; } catch (...) {
        answers_.resize(answers, Answer{Written{}});
        undo(entries, std::current_exception());
    }
}

void Group::decide(Change const& change) {
    auto const last = entries_.empty() ? before_.head.at : entries_.back().at;
    auto const now = std::max(context_.clock.now(), last);
    auto const first = entries_.size();
    Transaction transaction(session_, now, next_seq());
    auto decided = change.decide(transaction);
    if (!decided) {
        undo(first, nullptr);
        answers_.push_back({unexpected<Error>(std::move(decided.error()))});
        return;
    }
    must_stand();
    for (auto& event : decided->events) append(change.actor, std::move(event), now);
    must_stand();
    work_.release_savepoint();
    dirty_ = true;
    bool const any = entries_.size() > first;
    if (any) receipts_due_.emplace_back(answers_.size(), entries_.back().seq);
    if (!change.idempotency_key.empty()) {
        store::Request request{change.actor.account,
                               change.idempotency_key,
                               change.request_digest,
                               any ? entries_.back().seq : -1,
                               0,
                               json::serialize(decided->answer),
                               now};
        requests_.insert_or_assign({change.actor.account, change.idempotency_key},
                                   Kept{answers_.size(), std::move(request)});
    }
    answers_.push_back({Written{std::move(decided->answer), std::nullopt, false}});
}

void Group::append(Actor const& actor, Event&& event, Timestamp at) {
    Entry entry;
    entry.seq = next_seq();
    entry.at = at;
    entry.actor = actor;
    entry.event = std::move(event);
    entry.prev = entries_.empty() ? before_.head.leaf : entries_.back().leaf;
    seal_entry(entry, before_.head.hash);
    entries_.push_back(std::move(entry));
    for (auto* projection : context_.projections) projection->apply(session_, entries_.back());
}

// Outside the transaction every statement would be a commit of its own.
void Group::must_stand() {
    if (!work_.stands()) throw GroupLost("the transaction ended inside a change");
}

// Back to where the change began. Without a fault it was a refusal, answered by the caller.
void Group::undo(std::size_t entries, std::exception_ptr fault) {
    must_stand();
    work_.rollback_to_savepoint();
    entries_.resize(entries);
    if (fault) answers_.push_back({Written{}, std::move(fault)});
}

bool Group::answer_again(Change const& change) {
    auto const here = requests_.find({change.actor.account, change.idempotency_key});
    if (here != requests_.end()) {
        if (here->second.request.digest != change.request_digest) {
            answers_.push_back({unexpected<Error>(errors::key_reused())});
        } else {
            copies_due_.emplace_back(answers_.size(), here->second.answer);
            answers_.push_back({Written{}});
        }
        return true;
    }
    auto const before = store::find_request(session_, change.actor.account, change.idempotency_key);
    if (!before) return false;
    if (before->digest != change.request_digest) answers_.push_back({unexpected<Error>(errors::key_reused())});
    else answers_.push_back({written_before(*before)});
    return true;
}

Written Group::written_before(store::Request const& request) {
    Written written{json::parse(request.answer), std::nullopt, true};
    if (request.last >= 0)
        written.receipt = Tree(session_, context_.directory, before_.head.hash).receipt(request.last, request.size);
    return written;
}

Memory Group::finish() {
    auto after = before_;
    for (auto const& entry : entries_) after.edge.append(entry.leaf);
    if (!entries_.empty()) {
        after.head.size = static_cast<std::int64_t>(after.edge.size());
        after.head.root = after.edge.root();
        after.head.leaf = entries_.back().leaf;
        after.head.at = entries_.back().at;
        store::append(session_, entries_);
        store::write_head(session_, after.head);
    }
    std::vector<store::Request> requests;
    for (auto& [key, kept] : requests_) {
        kept.request.size = kept.request.last < 0 ? 0 : after.head.size;
        requests.push_back(kept.request);
    }
    store::append_requests(session_, requests);
    make_receipts(after);
    return after;
}

void Group::make_receipts(Memory const& after) {
    auto const read = [&](std::uint8_t level, std::uint64_t index) { return after.edge.node(level, index); };
    auto const size = static_cast<std::uint64_t>(after.head.size);
    for (auto const& [answer, seq] : receipts_due_) {
        auto const index = static_cast<std::uint64_t>(seq);
        auto const proof = crypto::inclusion_proof(after.head.hash, index, size, read);
        auto const& leaf = entries_[static_cast<std::size_t>(seq - before_.head.size)].leaf;
        answers_[answer].result->receipt =
            make_receipt(after.head.hash, seq, leaf, after.head.size, after.head.root, proof);
    }
    for (auto const& [answer, original] : copies_due_) {
        answers_[answer].result = answers_[original].result;
        answers_[answer].result->replayed = true;
    }
}

std::optional<std::pair<std::int64_t, crypto::Digest>> Group::last_entry() const {
    if (entries_.empty()) return std::nullopt;
    return std::pair{entries_.back().seq, entries_.back().leaf};
}

}  // namespace anping::ledger
