// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <span>
#include <stdexcept>

#include <anping/crypto/digest.hpp>
#include <anping/crypto/secret.hpp>
#include <anping/db/where_any.hpp>
#include <anping/ledger/personal.hpp>

namespace anping::ledger {

namespace {

constexpr std::size_t kSalt = 16;
constexpr std::size_t kOpenedAtMost = 10'000;

std::span<std::uint8_t const> bytes_of(std::string_view text) {
    return {reinterpret_cast<std::uint8_t const*>(text.data()), text.size()};
}

// What a sealed value is bound to: it opens nowhere else.
std::string place(std::string_view ref, std::string_view subject, std::string_view field, std::string_view digest,
                  std::string_view lookup) {
    std::string out;
    for (auto const part : {ref, subject, field, digest, lookup}) {
        out += part;
        out += '\n';
    }
    return out;
}

std::string digest_of(std::string_view salt, std::string_view value) {
    return crypto::to_hex(crypto::hash(crypto::HashAlgorithm::sm3, std::string(salt) + std::string(value)));
}

// Every column of a row in one.
constexpr char const* kWhole =
    "SELECT ref, subject || ' ' || field || ' ' || digest || ' ' || lookup || ' ' || sealed FROM ledger_personal "
    "WHERE ref";

struct Row {
    std::string ref, subject, field, digest, lookup, sealed;
};

Opening opened(Row const& row, std::string const& key) {
    auto const sealed = crypto::from_base64(row.sealed);
    auto const plain =
        sealed ? crypto::unseal(key, *sealed, place(row.ref, row.subject, row.field, row.digest, row.lookup))
               : std::nullopt;
    if (!plain || plain->size() < kSalt) throw std::runtime_error("personal value " + row.ref + " was changed");
    auto const salt = plain->substr(0, kSalt);
    auto value = plain->substr(kSalt);
    if (digest_of(salt, value) != row.digest) throw std::runtime_error("personal value " + row.ref + " was changed");
    return {row.ref, crypto::to_hex(bytes_of(salt)), std::move(value)};
}

std::optional<Row> find_row(db::Session& session, std::string const& ref) {
    using Text = std::string;
    auto row = session.one<Text, Text, Text, Text, Text>(
        "SELECT subject, field, digest, lookup, sealed FROM ledger_personal WHERE ref = :ref", {ref});
    if (!row) return std::nullopt;
    auto& [subject, field, digest, lookup, sealed] = *row;
    return Row{ref, std::move(subject), std::move(field), std::move(digest), std::move(lookup), std::move(sealed)};
}

}  // namespace

std::string commitment_digest(Opening const& opening) {
    std::string salt;
    for (std::size_t i = 0; i + 1 < opening.salt.size(); i += 2)
        salt += static_cast<char>(std::stoi(opening.salt.substr(i, 2), nullptr, 16));
    return digest_of(salt, opening.value);
}

Personal::Personal(std::string data_key)
    : wrapping_key_(crypto::derive_key(data_key, "personal-wrap", crypto::kSealKeyBytes)),
      lookup_key_(crypto::derive_key(data_key, "personal-lookup", 32)) {}

std::string Personal::schema() {
    return R"(
CREATE TABLE IF NOT EXISTS ledger_personal_key (
    subject TEXT NOT NULL PRIMARY KEY,
    wrapped TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS ledger_personal (
    ref TEXT NOT NULL PRIMARY KEY,
    subject TEXT NOT NULL,
    field TEXT NOT NULL,
    digest TEXT NOT NULL,
    lookup TEXT NOT NULL,
    sealed TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS ledger_personal_by_subject ON ledger_personal (subject);
CREATE INDEX IF NOT EXISTS ledger_personal_by_lookup ON ledger_personal (lookup))";
}

void Personal::create(db::Session& session) { session.script(schema()); }

std::string Personal::lookup(std::string_view field, std::string_view value) const {
    std::string text(field);
    text += '\0';
    text += value;
    return crypto::to_hex(crypto::hmac_sm3(lookup_key_, text));
}

std::string Personal::unwrapped(std::string const& subject, std::string const& wrapped) const {
    auto const bytes = crypto::from_base64(wrapped);
    auto key = bytes ? crypto::unseal(wrapping_key_, *bytes, subject) : std::nullopt;
    if (!key) throw std::runtime_error("the personal key of " + subject + " was changed, or the data key was");
    return *std::move(key);
}

// The person's own key; "" when there is none and none is to be made.
std::string Personal::subject_key(db::Session& session, std::string const& subject, bool make) const {
    auto const row =
        session.one<std::string>("SELECT wrapped FROM ledger_personal_key WHERE subject = :subject", {subject});
    if (row) return unwrapped(subject, std::get<0>(*row));
    if (!make) return "";
    auto key = crypto::random_bytes(crypto::kSealKeyBytes);
    session.exec("INSERT INTO ledger_personal_key (subject, wrapped) VALUES (:subject, :wrapped)",
                 {subject, crypto::to_base64(crypto::seal(wrapping_key_, key, subject))});
    return key;
}

Commitment Personal::put(Transaction& transaction, std::string const& subject, std::string const& field,
                         std::string_view value) const {
    auto& session = transaction.session();
    auto const key = subject_key(session, subject, true);
    auto const salt = crypto::random_bytes(kSalt);
    // Refs of one change sort by its first entry, so look-ups come oldest first.
    auto number = std::to_string(transaction.next_seq());
    number.insert(0, 12 - std::min<std::size_t>(12, number.size()), '0');
    Commitment const commitment{number + "-" + crypto::to_hex(bytes_of(crypto::random_bytes(8))),
                                digest_of(salt, value)};
    auto const found_by = lookup(field, value);
    auto const sealed = crypto::seal(key, salt + std::string(value),
                                     place(commitment.ref, subject, field, commitment.digest, found_by));
    session.exec(
        "INSERT INTO ledger_personal (ref, subject, field, digest, lookup, sealed) "
        "VALUES (:ref, :subject, :field, :digest, :lookup, :sealed)",
        {commitment.ref, subject, field, commitment.digest, found_by, crypto::to_base64(sealed)});
    return commitment;
}

std::unordered_map<std::string, Opening> Personal::open(db::Session& session,
                                                        std::vector<std::string> const& refs) const {
    std::unordered_map<std::string, Opening> out;
    if (refs.empty()) return out;
    db::Params params;
    auto const sql = db::where_any(kWhole, "ref", refs, params);
    std::vector<std::pair<std::string, std::string>> fresh;
    session.each<std::string, std::string>(sql, params, [&](std::string&& ref, std::string&& whole) {
        std::lock_guard const lock(mutex_);
        auto const known = opened_.find(ref);
        if (known != opened_.end() && known->second.row == whole) out.emplace(ref, known->second.opening);
        else fresh.emplace_back(std::move(ref), std::move(whole));
    });
    for (auto& [ref, whole] : fresh)
        if (auto opening = open_anew(session, ref, std::move(whole))) out.emplace(ref, std::move(*opening));
    return out;
}

std::optional<Opening> Personal::open_anew(db::Session& session, std::string const& ref, std::string whole) const {
    auto row = find_row(session, ref);
    if (!row) return std::nullopt;
    auto const key = subject_key(session, row->subject, false);
    if (key.empty()) throw std::runtime_error("the personal key of " + row->subject + " is missing");
    auto out = opened(*row, key);
    std::lock_guard const lock(mutex_);
    if (opened_.size() >= kOpenedAtMost) opened_.clear();
    opened_[ref] = {std::move(whole), std::move(row->subject), out};
    return out;
}

std::optional<Opening> Personal::open(db::Session& session, std::string const& ref) const {
    auto all = open(session, std::vector{ref});
    auto const found = all.find(ref);
    if (found == all.end()) return std::nullopt;
    return std::move(found->second);
}

std::optional<std::string> Personal::get(db::Session& session, std::string const& ref) const {
    auto opening = open(session, ref);
    if (!opening) return std::nullopt;
    return std::move(opening->value);
}

std::vector<std::string> Personal::find(db::Session& session, std::string const& field, std::string_view value) const {
    std::vector<std::string> refs;
    session.each<std::string>("SELECT ref FROM ledger_personal WHERE lookup = :lookup ORDER BY ref",
                              {lookup(field, value)}, [&](std::string&& ref) { refs.push_back(std::move(ref)); });
    return refs;
}

std::int64_t Personal::erase(Transaction& transaction, std::string const& subject) const {
    auto& session = transaction.session();
    auto const count = session.exec("DELETE FROM ledger_personal WHERE subject = :subject", {subject});
    session.exec("DELETE FROM ledger_personal_key WHERE subject = :subject", {subject});
    std::lock_guard const lock(mutex_);
    std::erase_if(opened_, [&](auto const& one) { return one.second.subject == subject; });
    return count;
}

void Personal::check(db::Session& session, Report const& report) const {
    auto const bad = [&](std::string table, std::string row, std::string what) {
        report({"personal", -1, std::move(table), std::move(row), "", "", std::move(what)});
    };
    using Text = std::string;
    std::unordered_map<Text, Text> keys;
    session.each<Text, Text>("SELECT subject, wrapped FROM ledger_personal_key", {},
                             [&](Text&& subject, Text&& wrapped) {
                                 try {
                                     auto key = unwrapped(subject, wrapped);
                                     keys.emplace(std::move(subject), std::move(key));
                                 } catch (std::exception const& e) {
                                     bad("ledger_personal_key", "subject=" + subject, e.what());
                                     keys.emplace(std::move(subject), "");
                                 }
                             });
    session.each<Text, Text, Text, Text, Text, Text>(
        "SELECT ref, subject, field, digest, lookup, sealed FROM ledger_personal", {},
        [&](Text&& ref, Text&& subject, Text&& field, Text&& digest, Text&& found_by, Text&& sealed) {
            Row const row{std::move(ref),    std::move(subject),  std::move(field),
                          std::move(digest), std::move(found_by), std::move(sealed)};
            try {
                auto const key = keys.find(row.subject);
                if (key == keys.end()) throw std::runtime_error("its key is missing");
                if (key->second.empty()) throw std::runtime_error("its key was changed, or the data key was");
                opened(row, key->second);
            } catch (std::exception const& e) { bad("ledger_personal", "ref=" + row.ref, e.what()); }
        });
}

}  // namespace anping::ledger
