// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <set>
#include <system_error>

#include <anping/crypto/digest.hpp>
#include <anping/ledger/archive.hpp>
#include <anping/ledger/keys.hpp>
#include <anping/ledger/note.hpp>
#include <anping/ledger/receipts.hpp>
#include <anping/ledger/tree.hpp>

#include "archive_text.hpp"
#include "errors.hpp"
#include "files.hpp"
#include "proof_text.hpp"
#include "zip.hpp"

namespace anping::ledger {
namespace {

struct Part {
    std::string name;
    std::string content;  // or
    std::string path;     // a file, read when it is needed
    std::uint64_t bytes = 0;
    std::uint32_t crc = 0;
    std::string sm3;
    std::string sha256;
};

template <class Visit>
void each_block(Part const& part, Visit const& visit) {
    if (part.path.empty()) return visit(std::string_view(part.content));
    std::ifstream in(part.path, std::ios::binary);
    std::string block(1U << 18U, '\0');
    while (in) {
        in.read(block.data(), static_cast<std::streamsize>(block.size()));
        if (in.gcount() > 0) visit(std::string_view(block.data(), static_cast<std::size_t>(in.gcount())));
    }
    if (!in.eof()) throw std::system_error(EIO, std::generic_category(), part.path);
}

void measure(Part& part) {
    crypto::Hasher sm3(crypto::HashAlgorithm::sm3);
    crypto::Hasher sha256(crypto::HashAlgorithm::sha256);
    part.bytes = 0;
    part.crc = 0;
    each_block(part, [&](std::string_view block) {
        part.bytes += block.size();
        part.crc = zip::crc_of(block, part.crc);
        sm3.update(block);
        sha256.update(block);
    });
    part.sm3 = crypto::to_hex(sm3.finish());
    part.sha256 = crypto::to_hex(sha256.finish());
}

struct Content {
    std::string entries;
    json::array proofs;
    std::int64_t count = 0;
    std::int64_t later = 0;
};

Content collect(db::Session& session, std::string const& directory, std::vector<std::string> const& subjects,
                Checkpoint const& head) {
    constexpr std::int64_t kPage = 1000;
    std::vector<EntryView> entries;
    Content content;
    for (auto const& subject : subjects) {
        std::vector<EntryView> page;
        for (std::int64_t after = -1;; after = page.back().seq) {
            page = entries_about(session, subject, after, kPage);
            for (auto const& entry : page) {
                if (entry.seq < head.size) entries.push_back(entry);
                else ++content.later;
            }
            if (page.size() < static_cast<std::size_t>(kPage)) break;
        }
    }
    std::ranges::sort(entries, {}, &EntryView::seq);
    Tree tree(session, directory, head.hash);
    for (auto const& entry : entries) {
        content.entries += entry.body + '\n';
        json::array proof;
        for (auto const& hex : proof_text(tree.inclusion(entry.seq, head.size))) proof.push_back(json::value(hex));
        content.proofs.push_back(json::object{{"proof", std::move(proof)}, {"seq", entry.seq}});
    }
    content.count = static_cast<std::int64_t>(entries.size());
    return content;
}

Part part(std::string_view name, std::string content) {
    Part made;
    made.name = name;
    made.content = std::move(content);
    return made;
}

std::string manifest(std::vector<Part> const& parts, std::vector<std::string> const& subjects, Checkpoint const& head) {
    json::array files;
    for (auto const& one : parts)
        files.push_back(json::object{{"bytes", static_cast<std::int64_t>(one.bytes)},
                                     {"name", one.name},
                                     {"sha256", one.sha256},
                                     {"sm3", one.sm3}});
    json::array about;
    for (auto const& subject : subjects) about.push_back(json::value(subject));
    return canonical(json::object{{"files", std::move(files)},
                                  {"format", kArchiveFormat},
                                  {"hash", crypto::to_string(head.hash)},
                                  {"origin", head.origin},
                                  {"root", crypto::to_hex(head.root)},
                                  {"size", head.size},
                                  {"subjects", std::move(about)}});
}

std::string openings_text(std::vector<Opening> openings) {
    std::ranges::sort(openings, {}, &Opening::ref);
    json::array list;
    for (auto const& opening : openings) list.push_back(to_json(opening));
    return canonical(list);
}

// Evidence in the order of its digests, each once, its bytes as they were recorded.
Result<void> add_evidence(std::vector<Part>& parts, std::vector<Evidence> const& evidence, std::string const& entries) {
    std::set<std::string> seen;
    std::vector<Part> blobs;
    for (auto const& one : evidence) {
        if (!seen.insert(one.sm3).second) continue;
        Part blob;
        blob.name = "blobs/" + one.sm3;
        blob.path = one.path;
        bool const named = entries.find('"' + one.sm3 + '"') != std::string::npos;
        if (!named || !std::filesystem::is_regular_file(one.path))
            return unexpected<Error>(errors::archive_evidence(one.sm3));
        measure(blob);
        if (blob.sm3 != one.sm3) return unexpected<Error>(errors::archive_evidence(one.sm3));
        blobs.push_back(std::move(blob));
    }
    std::ranges::sort(blobs, {}, &Part::name);
    std::ranges::move(blobs, std::back_inserter(parts));
    return {};
}

std::int64_t write_zip(std::vector<Part> const& parts, std::string const& file) {
    // Two exports of one thing at once do not write into each other.
    auto const temporary = file + "." + crypto::random_token(6) + ".tmp";
    std::ofstream out(temporary, std::ios::binary | std::ios::trunc);
    std::vector<zip::Member> members;
    std::uint64_t offset = 0;
    for (auto const& one : parts) {
        members.push_back(
            {one.name, one.crc, static_cast<std::uint32_t>(one.bytes), static_cast<std::uint32_t>(offset)});
        auto const header = zip::local_header(members.back());
        out << header;
        each_block(one, [&](std::string_view block) { out << block; });
        offset += header.size() + one.bytes;
    }
    auto const end = zip::directory(members);
    out << end;
    out.close();
    if (!out) throw std::system_error(EIO, std::generic_category(), temporary);
    files::sync(temporary);
    std::filesystem::rename(temporary, file);
    return static_cast<std::int64_t>(offset + end.size());
}

}  // namespace

Result<ArchiveWritten> write_archive(db::Session& session, std::string const& directory, ArchiveRequest const& request,
                                     std::string const& file) {
    auto const latest = latest_head(directory);
    if (!latest) return unexpected<Error>(latest.error());
    auto const key = load_public_key(directory);
    if (!key) return unexpected<Error>(key.error());
    auto const note = open_note(latest->note, *key);
    if (!note) return unexpected<Error>(note.error());
    auto const& head = note->checkpoint;
    std::set<std::string> const wanted(request.subjects.begin(), request.subjects.end());
    std::vector<std::string> const subjects(wanted.begin(), wanted.end());
    auto content = collect(session, directory, subjects, head);
    for (auto const& subject : subjects)
        if (content.entries.find(",\"subject\":\"" + subject + "\",\"type\":\"") == std::string::npos)
            return unexpected<Error>(errors::archive_empty());
    if (subjects.empty()) return unexpected<Error>(errors::archive_empty());

    std::vector<Part> parts;
    parts.push_back(part("HOWTO.txt", std::string(kHowTo) + (request.note.empty() ? "" : "\n" + request.note)));
    parts.push_back(part("checkpoint.note", latest->note));
    parts.push_back(part("entries.jsonl", content.entries));
    parts.push_back(part("keys/ledger.pub", key->to_pem()));
    parts.push_back(part("openings.json", openings_text(request.openings)));
    parts.push_back(part("proofs.json", canonical(content.proofs)));
    parts.push_back(part("verify.html", std::string(verify_page())));
    for (auto& one : parts) measure(one);
    if (auto const added = add_evidence(parts, request.evidence, content.entries); !added)
        return unexpected<Error>(added.error());
    auto listing = part("manifest.json", manifest(parts, subjects, head));
    measure(listing);
    parts.insert(parts.begin(), std::move(listing));
    std::uint64_t total = 0;
    for (auto const& one : parts) total += one.bytes + 2 * one.name.size() + 100;
    if (total > zip::kMost || parts.size() > 0xFFFF) return unexpected<Error>(errors::archive_too_large());
    return ArchiveWritten{content.count, content.later, write_zip(parts, file)};
}

}  // namespace anping::ledger
