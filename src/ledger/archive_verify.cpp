// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <boost/json.hpp>
#include <set>
#include <stdexcept>

#include <anping/crypto/merkle.hpp>
#include <anping/ledger/archive.hpp>
#include <anping/ledger/keys.hpp>
#include <anping/ledger/note.hpp>

#include "archive_text.hpp"
#include "body.hpp"
#include "errors.hpp"
#include "zip.hpp"

namespace anping::ledger {
namespace {

struct Proven {
    std::int64_t seq = 0;
    crypto::Proof proof;
};

[[noreturn]] void refuse(std::string const& why) { throw std::runtime_error(why); }
void require(bool holds, std::string const& why) {
    if (!holds) refuse(why);
}

json::value parse_canonical(std::string_view text, std::string const& name) {
    boost::system::error_code ec;
    auto value = json::parse(text, ec);
    require(!ec, name + ": not JSON");
    std::string again;
    try {
        again = canonical(value);
    } catch (std::invalid_argument const&) { refuse(name + ": not canonical JSON"); }
    require(again == text, name + ": not canonical JSON");
    return value;
}

// The members of an object, which must be exactly these.
json::object const& object_of(json::value const& value, std::initializer_list<char const*> names,
                              std::string const& where) {
    auto const* object = value.if_object();
    require(object != nullptr && object->size() == names.size() &&
                std::ranges::all_of(names, [&](char const* name) { return object->contains(name); }),
            where + ": other members");
    return *object;
}

std::string text_of(json::object const& object, char const* name, std::string const& where) {
    auto const* text = object.at(name).if_string();
    require(text != nullptr, where + ": " + name + " is no text");
    return std::string(*text);
}

std::int64_t number_of(json::object const& object, char const* name, std::string const& where) {
    auto const* number = object.at(name).if_int64();
    require(number != nullptr && *number >= 0, where + ": " + name + " is no number");
    return *number;
}

json::array const& array_of(json::value const& value, std::string const& where) {
    auto const* array = value.if_array();
    require(array != nullptr, where + ": no list");
    return *array;
}

class Archive {
public:
    Archive(std::string_view bytes, std::string const& expected) : members_(zip::read(bytes)), expected_(expected) {}

    ArchiveVerified verify() {
        manifest();
        head();
        entries();
        evidence();
        openings();
        return std::move(result_);
    }

private:
    std::string_view content(std::size_t fixed) const { return members_[fixed + 1].content; }

    void manifest();
    void listed(json::array const& files);
    void head();
    void entries();
    void evidence();
    void openings();
    std::vector<Proven> proofs() const;
    bool named(std::string const& digest) const {
        return content(2).find('"' + digest + '"') != std::string_view::npos;
    }

    std::vector<zip::Member> members_;
    std::string expected_;
    crypto::HashAlgorithm hash_ = crypto::HashAlgorithm::sm3;
    crypto::Digest root_{};
    ArchiveVerified result_;
};

void Archive::manifest() {
    require(!members_.empty() && members_[0].name == "manifest.json", "manifest.json: missing");
    auto const value = parse_canonical(members_[0].content, "manifest.json");
    auto const& object =
        object_of(value, {"files", "format", "hash", "origin", "root", "size", "subjects"}, "manifest.json");
    require(text_of(object, "format", "manifest.json") == kArchiveFormat, "manifest.json: another format");
    auto const algorithm = crypto::parse_hash_algorithm(text_of(object, "hash", "manifest.json"));
    auto const root = crypto::digest_from_hex(text_of(object, "root", "manifest.json"));
    require(algorithm && root, "manifest.json: hash or root");
    hash_ = *algorithm;
    root_ = *root;
    result_.origin = text_of(object, "origin", "manifest.json");
    result_.root = crypto::to_hex(*root);
    result_.size = number_of(object, "size", "manifest.json");
    for (auto const& subject : array_of(object.at("subjects"), "manifest.json")) {
        auto const* text = subject.if_string();
        require(text != nullptr && (result_.subjects.empty() || result_.subjects.back() < std::string_view(*text)),
                "manifest.json: subjects");
        result_.subjects.emplace_back(*text);
    }
    listed(array_of(object.at("files"), "manifest.json"));
}

void Archive::listed(json::array const& files) {
    require(files.size() + 1 == members_.size(), "manifest.json: other files");
    require(files.size() >= std::size(kFixedMembers), "manifest.json: files missing");
    for (std::size_t i = 0; i < files.size(); ++i) {
        auto const& member = members_[i + 1];
        auto const& file = object_of(files[i], {"bytes", "name", "sha256", "sm3"}, "manifest.json");
        bool const same =
            text_of(file, "name", "manifest.json") == member.name &&
            number_of(file, "bytes", "manifest.json") == static_cast<std::int64_t>(member.content.size()) &&
            text_of(file, "sm3", "manifest.json") ==
                crypto::to_hex(crypto::hash(crypto::HashAlgorithm::sm3, member.content)) &&
            text_of(file, "sha256", "manifest.json") ==
                crypto::to_hex(crypto::hash(crypto::HashAlgorithm::sha256, member.content));
        require(same, member.name + ": not as in manifest.json");
        if (i < std::size(kFixedMembers)) require(member.name == kFixedMembers[i], member.name + ": unexpected");
    }
}

void Archive::head() {
    auto const key = crypto::Sm2PublicKey::from_pem(content(3));
    require(key.has_value() && key->to_pem() == content(3), "keys/ledger.pub: no SM2 key");
    result_.fingerprint = fingerprint(*key);
    require(expected_.empty() || expected_ == result_.fingerprint, "keys/ledger.pub: another key");
    auto const note = open_note(content(1), *key);
    require(note.has_value(), "checkpoint.note: " + (note ? "" : note.error().internal));
    auto const& checkpoint = note->checkpoint;
    require(checkpoint.origin == result_.origin && checkpoint.size == result_.size && checkpoint.root == root_ &&
                checkpoint.hash == hash_,
            "checkpoint.note: not the head of manifest.json");
    result_.time = checkpoint.time;
}

std::vector<Proven> Archive::proofs() const {
    std::vector<Proven> proven;
    auto const value = parse_canonical(content(5), "proofs.json");
    for (auto const& item : array_of(value, "proofs.json")) {
        auto const& object = object_of(item, {"proof", "seq"}, "proofs.json");
        Proven one{number_of(object, "seq", "proofs.json"), {}};
        for (auto const& hex : array_of(object.at("proof"), "proofs.json")) {
            auto const* text = hex.if_string();
            auto const digest = text != nullptr ? crypto::digest_from_hex(*text) : std::nullopt;
            require(digest.has_value(), "proofs.json: no digest");
            one.proof.push_back(*digest);
        }
        proven.push_back(std::move(one));
    }
    return proven;
}

void Archive::entries() {
    auto const proven = proofs();
    auto text = content(2);
    std::set<std::string_view> about;
    std::int64_t before = -1;
    for (auto const& one : proven) {
        auto const end = text.find('\n');
        require(end != std::string_view::npos, "entries.jsonl: fewer entries than proofs");
        auto const body = text.substr(0, end);
        text.remove_prefix(end + 1);
        auto const where = "entry " + std::to_string(one.seq);
        auto const tail = read_tail(body);
        require(tail && tail->seq == one.seq && one.seq > before, where + ": not in its place");
        require(std::ranges::binary_search(result_.subjects, tail->subject), where + ": about another subject");
        require(crypto::verify_inclusion(hash_, crypto::leaf_hash(hash_, body), static_cast<std::uint64_t>(one.seq),
                                         static_cast<std::uint64_t>(result_.size), one.proof, root_),
                where + ": not in the signed tree");
        about.insert(tail->subject);
        before = one.seq;
    }
    require(text.empty(), "entries.jsonl: more entries than proofs");
    require(about.size() == result_.subjects.size() && !about.empty(), "entries.jsonl: a subject without entries");
    result_.entries = static_cast<std::int64_t>(proven.size());
}

void Archive::evidence() {
    std::string before;
    for (std::size_t i = std::size(kFixedMembers) + 1; i < members_.size(); ++i) {
        auto const& member = members_[i];
        require(member.name.starts_with("blobs/") && member.name > before, member.name + ": unexpected");
        auto const digest = member.name.substr(6);
        require(digest == crypto::to_hex(crypto::hash(crypto::HashAlgorithm::sm3, member.content)),
                member.name + ": other bytes");
        require(named(digest), member.name + ": in no entry");
        before = member.name;
        ++result_.evidence;
    }
}

void Archive::openings() {
    auto const value = parse_canonical(content(4), "openings.json");
    for (auto const& item : array_of(value, "openings.json")) {
        auto const& object = object_of(item, {"ref", "salt", "value"}, "openings.json");
        Opening const opening{text_of(object, "ref", "openings.json"), text_of(object, "salt", "openings.json"),
                              text_of(object, "value", "openings.json")};
        bool const salted =
            opening.salt.size() == 32 && opening.salt.find_first_not_of("0123456789abcdef") == std::string::npos;
        require(salted, "openings.json: no salt");
        auto const promised = "{\"digest\":\"" + commitment_digest(opening) + "\",\"ref\":\"" + opening.ref + "\"}";
        require(content(2).find(promised) != std::string_view::npos,
                "openings.json: " + opening.ref + " is in no entry");
        ++result_.openings;
    }
}

// A file's bytes without reading them into memory.
class Mapped {
public:
    explicit Mapped(std::string const& path) : fd_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
        struct stat status{};
        if (fd_ < 0 || ::fstat(fd_, &status) != 0 || !S_ISREG(status.st_mode)) {
            close();
            refuse("cannot read " + path);
        }
        size_ = static_cast<std::size_t>(status.st_size);
        if (size_ == 0) return;
        bytes_ = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, fd_, 0);
        if (bytes_ == MAP_FAILED) {
            close();
            refuse("cannot read " + path);
        }
    }
    ~Mapped() {
        if (bytes_ != MAP_FAILED) ::munmap(bytes_, size_);
        close();
    }
    Mapped(Mapped const&) = delete;
    Mapped& operator=(Mapped const&) = delete;
    std::string_view bytes() const {
        return size_ == 0 ? std::string_view() : std::string_view(static_cast<char const*>(bytes_), size_);
    }

private:
    void close() {
        if (fd_ >= 0) ::close(fd_);
    }
    int fd_;
    void* bytes_ = MAP_FAILED;
    std::size_t size_ = 0;
};

}  // namespace

Result<ArchiveVerified> verify_archive_bytes(std::string_view bytes, std::string const& expected_fingerprint) {
    try {
        return Archive(bytes, expected_fingerprint).verify();
    } catch (std::runtime_error const& e) { return unexpected<Error>(errors::bad_archive(e.what())); }
}

Result<ArchiveVerified> verify_archive(std::string const& file, std::string const& expected_fingerprint) {
    try {
        Mapped const mapped(file);
        return verify_archive_bytes(mapped.bytes(), expected_fingerprint);
    } catch (std::runtime_error const& e) { return unexpected<Error>(errors::bad_archive(e.what())); }
}

}  // namespace anping::ledger
