// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <anping/ledger/note.hpp>

#include "errors.hpp"

namespace anping::ledger {
namespace {

constexpr std::size_t kMaxBytes = 16'384;
constexpr std::size_t kMaxSignatures = 16;
constexpr std::string_view kDash = "\u2014 ";
constexpr std::string_view kKind = "anping sm2-sm3\n";

// A name that may stand in a signature line, in ASCII.
bool is_name(std::string_view name) {
    return !name.empty() && name.size() <= 200 &&
           std::ranges::all_of(name, [](char c) { return c > ' ' && c < 0x7F && c != '+'; });
}

bool take_line(std::string_view& text, std::string_view& line) {
    auto const end = text.find('\n');
    if (end == std::string_view::npos) return false;
    line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return true;
}

bool take_member(std::string_view& text, std::string_view name, std::string_view& value) {
    std::string_view line;
    if (!take_line(text, line) || !line.starts_with(name)) return false;
    value = line.substr(name.size());
    return true;
}

bool read_size(std::string_view text, std::int64_t& size) {
    if (text.empty() || text.size() > 18 || (text.size() > 1 && text[0] == '0')) return false;
    size = 0;
    for (char c : text) {
        if (c < '0' || c > '9') return false;
        size = size * 10 + (c - '0');
    }
    return true;
}

bool read_checkpoint(std::string_view text, Checkpoint& out) {
    std::string_view origin, size, root, hash, time, version;
    if (!take_line(text, origin) || !take_line(text, size) || !take_line(text, root) ||
        !take_member(text, "hash=", hash) || !take_member(text, "time=", time) ||
        !take_member(text, "version=", version) || !text.empty())
        return false;
    auto const bytes = crypto::from_base64(root);
    auto const algorithm = crypto::parse_hash_algorithm(hash);
    auto const at = parse_timestamp(time);
    if (!is_name(origin) || !is_name(version) || !read_size(size, out.size) || !bytes ||
        bytes->size() != out.root.size() || !algorithm || !at)
        return false;
    std::ranges::copy(*bytes, out.root.begin());
    out.origin = origin;
    out.hash = *algorithm;
    out.time = *at;
    out.version = version;
    return true;
}

bool read_signature(std::string_view line, NoteSignature& out) {
    if (!line.starts_with(kDash)) return false;
    line.remove_prefix(kDash.size());
    auto const space = line.find(' ');
    if (space == std::string_view::npos || !is_name(line.substr(0, space))) return false;
    auto const bytes = crypto::from_base64(line.substr(space + 1));
    if (!bytes || bytes->size() < 5) return false;
    out = {std::string(line.substr(0, space)), bytes->substr(0, 4), bytes->substr(4)};
    return true;
}

auto bad(char const* why) { return unexpected<Error>(errors::bad_note(why)); }

}  // namespace

std::string checkpoint_text(Checkpoint const& c) {
    return c.origin + '\n' + std::to_string(c.size) + '\n' + crypto::to_base64(crypto::as_text(c.root)) +
           "\nhash=" + std::string(crypto::to_string(c.hash)) + "\ntime=" + to_string(c.time) +
           "\nversion=" + c.version + '\n';
}

std::string note_key_id(std::string_view name, crypto::Sm2PublicKey const& key) {
    auto const text = std::string(name) + "\n\xFF" + std::string(kKind) + key.raw();
    return std::string(crypto::as_text(crypto::hash(crypto::HashAlgorithm::sha256, text)).substr(0, 4));
}

std::string sign_note(Checkpoint const& checkpoint, crypto::Sm2PrivateKey const& key) {
    auto const text = checkpoint_text(checkpoint);
    auto const line = note_key_id(checkpoint.origin, key.public_key()) + key.sign(text);
    return text + '\n' + std::string(kDash) + checkpoint.origin + ' ' + crypto::to_base64(line) + '\n';
}

Result<Note> parse_note(std::string_view bytes) {
    if (bytes.size() > kMaxBytes) return bad("too long");
    auto const blank = bytes.rfind("\n\n");
    if (blank == std::string_view::npos) return bad("no blank line before signatures");
    Note note;
    note.text = bytes.substr(0, blank + 1);
    if (!read_checkpoint(note.text, note.checkpoint)) return bad("not a checkpoint");
    if (checkpoint_text(note.checkpoint) != note.text) return bad("not in canonical form");
    bytes.remove_prefix(blank + 2);
    for (std::string_view line; !bytes.empty();) {
        NoteSignature signature;
        if (!take_line(bytes, line) || !read_signature(line, signature)) return bad("bad signature line");
        note.signatures.push_back(std::move(signature));
    }
    if (note.signatures.empty() || note.signatures.size() > kMaxSignatures) return bad("no or too many signatures");
    return note;
}

Result<Note> open_note(std::string_view bytes, crypto::Sm2PublicKey const& key) {
    auto note = parse_note(bytes);
    if (!note) return note;
    auto const id = note_key_id(note->checkpoint.origin, key);
    auto const known = std::ranges::find_if(
        note->signatures, [&](NoteSignature const& s) { return s.name == note->checkpoint.origin && s.key_id == id; });
    if (known == note->signatures.end()) return bad("not signed by this key");
    if (!key.verify(note->text, known->signature)) return bad("the signature does not hold");
    return note;
}

}  // namespace anping::ledger
