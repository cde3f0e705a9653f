// SPDX-License-Identifier: Apache-2.0
// Personal values, kept apart from the ledger: each sealed under a key of the person it is about. The ledger holds
// SM3(salt, value); with the person's key gone that tells nobody anything, and every proof stays valid.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <anping/base/codec.hpp>
#include <anping/db/session.hpp>
#include <anping/ledger/verify.hpp>
#include <anping/ledger/writer.hpp>

namespace anping::ledger {

// What an event says of a personal value.
struct Commitment {
    std::string ref;     // of the kept value
    std::string digest;  // hex of SM3(salt || value)
    bool operator==(Commitment const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Commitment, (), (ref, digest))

// A value with what proves that it is the one committed to.
struct Opening {
    std::string ref;
    std::string salt;  // hex, 16 bytes
    std::string value;
};
BOOST_DESCRIBE_STRUCT(Opening, (), (ref, salt, value))
std::string commitment_digest(Opening const& opening);

// Thread-safe. `subject` is whom the values are about, and what is erased together.
class Personal {
public:
    // Needs the data key (48 bytes, keys.hpp).
    explicit Personal(std::string data_key);

    static std::string schema();  // kept tables, IF NOT EXISTS
    static void create(db::Session& session);

    // Inside a change. The same subject and field may have several values: each has its own ref.
    Commitment put(Transaction& transaction, std::string const& subject, std::string const& field,
                   std::string_view value) const;
    // Nothing when it was erased or never was; throws std::runtime_error when it was tampered with.
    std::optional<std::string> get(db::Session& session, std::string const& ref) const;
    std::optional<Opening> open(db::Session& session, std::string const& ref) const;
    // The same for many, in one statement: what is not there any more is missing.
    std::unordered_map<std::string, Opening> open(db::Session& session, std::vector<std::string> const& refs) const;
    // Refs of live values equal to this one, oldest first: found without opening any.
    std::vector<std::string> find(db::Session& session, std::string const& field, std::string_view value) const;
    // Key and values of a subject; the caller records the act as an event. Returns how many values there were.
    std::int64_t erase(Transaction& transaction, std::string const& subject) const;

    // For verify: every value opens and matches its digest.
    void check(db::Session& session, Report const& report) const;

private:
    std::string unwrapped(std::string const& subject, std::string const& wrapped) const;
    std::string subject_key(db::Session& session, std::string const& subject, bool make) const;
    std::string lookup(std::string_view field, std::string_view value) const;
    std::optional<Opening> open_anew(db::Session& session, std::string const& ref, std::string whole) const;

    // Values opened before. One is given only for a row that is still what it was opened from, in every column: an
    // erased or changed row never finds it.
    struct Opened {
        std::string row;
        std::string subject;
        Opening opening;
    };
    std::string wrapping_key_;
    std::string lookup_key_;
    mutable std::mutex mutex_;
    mutable std::unordered_map<std::string, Opened> opened_;  // by ref
};

}  // namespace anping::ledger
