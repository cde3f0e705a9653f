// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <bit>
#include <boost/json.hpp>
#include <stdexcept>

#include <anping/crypto/merkle.hpp>
#include <anping/ledger/signer.hpp>

#include "body.hpp"
#include "errors.hpp"
#include "files.hpp"
#include "heads.hpp"
#include "store.hpp"

namespace anping::ledger {
namespace {

// What the signer remembers of the last tree it signed: enough to go on from it without believing anyone.
struct Signed {
    std::string origin;
    std::string hash;
    std::int64_t size = 0;
    std::string root;
    std::string leaf;                // of the last entry
    std::vector<std::string> peaks;  // roots of the tree's complete subtrees, largest first
};
BOOST_DESCRIBE_STRUCT(Signed, (), (origin, hash, size, root, leaf, peaks))

struct Refusal : std::runtime_error {
    using std::runtime_error::runtime_error;
};

crypto::Digest digest(std::string const& hex) {
    if (auto const value = crypto::digest_from_hex(hex)) return *value;
    throw Refusal("the signer's state is damaged");
}

// Calls visit(level, index) for each complete subtree of a tree of this size, largest first.
template <class Visit>
void each_peak(std::uint64_t size, Visit const& visit) {
    for (int level = 63; level >= 0; --level)
        if ((size >> level) % 2 == 1) visit(static_cast<std::uint8_t>(level), (size >> level) - 1);
}

crypto::TreeEdge edge_of(Signed const& last, crypto::HashAlgorithm algorithm) {
    std::vector<std::pair<std::uint8_t, crypto::Digest>> peaks;
    auto const size = static_cast<std::uint64_t>(last.size);
    if (last.peaks.size() != static_cast<std::size_t>(std::popcount(size)))
        throw Refusal("the signer's state is damaged");
    each_peak(size,
              [&](std::uint8_t level, std::uint64_t) { peaks.emplace_back(level, digest(last.peaks[peaks.size()])); });
    crypto::TreeEdge edge(algorithm, size, [&](std::uint8_t level, std::uint64_t) {
        return std::ranges::find(peaks, level, [](auto const& peak) { return peak.first; })->second;
    });
    if (crypto::to_hex(edge.root()) != last.root) throw Refusal("the signer's state is damaged");
    return edge;
}

}  // namespace

struct Signer::State {
    Signed remembered() const {
        auto const text = files::read(state_path());
        if (!text) return {};
        auto const value = parse_json(*text);
        if (!value) throw Refusal("the signer's state is damaged");
        return from_trusted_json<Signed>(*value);
    }
    std::string state_path() const {
        return options.state.empty() ? options.directory + "/signer.state" : options.state;
    }

    Signed extend(db::Session& session, store::Head const& head, Signed const& last) const;
    std::optional<Checkpoint> sign();
    Checkpoint publish(Signed const& what) const;

    db::Address address;
    SignerOptions options;
    crypto::Sm2PrivateKey key;
    Clock const& clock;
    std::optional<db::Session> session;
};

// Reads the new entries and computes the tree after them; refuses unless all of it fits together.
Signed Signer::State::extend(db::Session& from, store::Head const& head, Signed const& last) const {
    auto edge = last.size == 0 ? crypto::TreeEdge(head.hash) : edge_of(last, head.hash);
    auto prev = last.size == 0 ? std::string(64, '0') : last.leaf;
    std::int64_t next = last.size;
    from.each<std::int64_t, std::string, std::string>(
        "SELECT seq, leaf, body FROM ledger WHERE seq >= :first AND seq < :last ORDER BY seq", {last.size, head.size},
        [&](std::int64_t seq, std::string const& stored, std::string const& body) {
            auto const leaf = crypto::leaf_hash(head.hash, body);
            auto const tail = read_tail(body);
            if (seq != next || !tail || tail->seq != seq || tail->prev != prev || crypto::to_hex(leaf) != stored)
                throw Refusal("entry " + std::to_string(next) + " was changed");
            edge.append(leaf);
            edge.forget();
            prev = stored;
            ++next;
        });
    if (next != head.size) throw Refusal("entry " + std::to_string(next) + " is missing");
    if (edge.root() != head.root)
        throw Refusal("the ledger of size " + std::to_string(head.size) + " does not continue the head of size " +
                      std::to_string(last.size));
    Signed now{head.origin, std::string(crypto::to_string(head.hash)), head.size, crypto::to_hex(edge.root()), prev,
               {}};
    each_peak(edge.size(), [&](std::uint8_t level, std::uint64_t index) {
        now.peaks.push_back(crypto::to_hex(edge.node(level, index)));
    });
    return now;
}

std::optional<Checkpoint> Signer::State::sign() {
    if (!session) session.emplace(db::open(address, db::Mode::read));
    auto const last = remembered();
    db::Snapshot const snapshot(*session);
    auto const head = store::read_head(*session);
    if (!head || (head->size == 0 && last.size == 0)) return std::nullopt;
    bool const first = last.origin.empty();
    if (!first && (head->origin != last.origin || crypto::to_string(head->hash) != last.hash))
        throw Refusal("this is another ledger than the one signed before");
    if (head->size < last.size)
        throw Refusal("the ledger went back from " + std::to_string(last.size) + " to " + std::to_string(head->size) +
                      " entries");
    auto const now = extend(*session, *head, last);
    if (now.size == last.size && files::read(head_path(options.directory, now.size))) return std::nullopt;
    // Remembered before it is shown: no head leaves that a later one could contradict.
    files::write(state_path(), canonical(to_json(now)));
    return publish(now);
}

Checkpoint Signer::State::publish(Signed const& what) const {
    Checkpoint checkpoint{what.origin, what.size,      digest(what.root), *crypto::parse_hash_algorithm(what.hash),
                          clock.now(), options.version};
    auto const note = sign_note(checkpoint, key);
    files::write(head_path(options.directory, what.size), note);
    files::write(options.directory + "/heads/latest", note);
    thin_heads(options.directory);
    return checkpoint;
}

Signer::Signer(db::Address address, SignerOptions options, crypto::Sm2PrivateKey key, Clock const& clock)
    : state_(new State{std::move(address), std::move(options), std::move(key), clock, std::nullopt}) {}

Signer::~Signer() = default;

Result<std::optional<Checkpoint>> Signer::sign() {
    try {
        return state_->sign();
    } catch (Refusal const& e) {
        return unexpected<Error>(errors::refuses_to_sign(e.what()));
    } catch (db::DbError const&) {
        state_->session.reset();
        throw;
    } catch (std::runtime_error const& e) {
        if (dynamic_cast<std::system_error const*>(&e) != nullptr) throw;
        return unexpected<Error>(errors::refuses_to_sign(e.what()));
    }
}

}  // namespace anping::ledger
