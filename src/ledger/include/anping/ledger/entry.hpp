// SPDX-License-Identifier: Apache-2.0
// One act in the ledger. docs/formats/ledger.md describes every byte.
#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <string>
#include <utility>

#include <anping/base/codec.hpp>
#include <anping/base/json.hpp>
#include <anping/base/time.hpp>
#include <anping/crypto/digest.hpp>

namespace anping::ledger {

// Who acted, as it was at the time of the act. `account` is the account's id, never a personal name.
struct Actor {
    std::string account;
    std::string role;
    std::string unit;
    std::string region;
    bool operator==(Actor const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Actor, (), (account, role, unit, region))

// What happened. `type` is "<module>.<past tense>" ("practice.notice_filed"), `v` its version, `subject` the id of the
// thing it happened to. A released (type, v) never changes its shape.
struct Event {
    std::string type;
    std::int64_t v = 1;
    std::string subject;
    json::object data;
};

// Makes an Event of a described struct that has `static constexpr char const* kType` and `kVersion`.
template <class E>
Event event(std::string subject, E const& what) {
    return {E::kType, E::kVersion, std::move(subject), to_json(what).get_object()};
}

struct Entry {
    std::int64_t seq = 0;  // 0-based: also the leaf's index in the tree
    Timestamp at;
    Actor actor;
    Event event;
    crypto::Digest prev{};  // leaf of the entry before; zeros for the first
    std::string body;       // canonical JSON of all of the above: what is hashed
    crypto::Digest leaf{};
};

// Sets body and leaf from the rest. Throws std::invalid_argument when something in it cannot stand in an entry.
void seal_entry(Entry& entry, crypto::HashAlgorithm algorithm);

// The entry a stored body says, its leaf computed. Throws std::runtime_error unless it is exactly what seal_entry
// writes.
Entry parse_entry(std::string body, crypto::HashAlgorithm algorithm);

// The event's data as the struct E; throws std::runtime_error if it is not one.
template <class E>
E data_of(Entry const& entry) {
    return from_trusted_json<E>(entry.event.data);
}

}  // namespace anping::ledger
