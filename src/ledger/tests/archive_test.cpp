// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <random>
#include <sstream>

#include <anping/crypto/secret.hpp>
#include <anping/ledger/archive.hpp>
#include <anping/ledger/keys.hpp>
#include <anping/ledger/note.hpp>
#include <anping/ledger/signer.hpp>

#include "support.hpp"
#include "zip.hpp"

namespace anping::ledger {
namespace {

struct PageScanned {
    static constexpr char const* kType = "shelf.page_scanned";
    static constexpr std::int64_t kVersion = 1;
    std::string sm3;
    Commitment reader;
};
BOOST_DESCRIBE_STRUCT(PageScanned, (), (sm3, reader))

// A ledger with evidence and personal values, signed.
class Archives : public LedgerTest {
protected:
    void SetUp() override {
        open();
        auto db = session(db::Mode::write);
        Personal::create(db);
        for (int i = 0; i < 40; ++i) {
            clock_.advance_seconds(7);
            writer_->apply(put("s-" + std::to_string(i % 5), "书 " + std::to_string(i), i)).value();
        }
        for (int i = 0; i < 4; ++i)
            scan("s-" + std::to_string(i),
                 "page " + std::to_string(i) + std::string(static_cast<std::size_t>(i) * 700, 'x'));
        sign();
    }
    void sign() {
        Signer(scratch_.address(), {directory_.path, "", "0.1.0"},
               load_or_make_signing_key(directory_.path, "").value(), clock_)
            .sign()
            .value();
    }
    void scan(std::string const& subject, std::string const& bytes) {
        auto const sm3 = crypto::to_hex(crypto::hash(crypto::HashAlgorithm::sm3, bytes));
        write_file(directory_.path + "/" + sm3, bytes);
        Change change;
        change.actor = librarian();
        Commitment reader;
        change.decide = [&](Transaction& transaction) -> Result<Decided> {
            reader = personal_.put(transaction, subject, "name", "读者 \"" + subject + "\"\n");
            return Decided{{event(subject, PageScanned{sm3, reader})}, nullptr};
        };
        writer_->apply(change).value();
        evidence_.push_back({sm3, directory_.path + "/" + sm3});
        auto db = session();
        openings_.push_back(personal_.open(db, reader.ref).value());
    }
    Result<ArchiveWritten> write(ArchiveRequest const& request, std::string const& name = "a.zip") {
        auto db = session();
        return write_archive(db, directory_.path, request, directory_.path + "/" + name);
    }
    std::string bytes_of(ArchiveRequest const& request) {
        write(request).value();
        return read_file(directory_.path + "/a.zip");
    }
    ArchiveRequest everything() { return {{"s-0", "s-1", "s-2", "s-3", "s-4"}, evidence_, openings_}; }

    Personal personal_{std::string(crypto::kSealKeyBytes, 'k')};
    std::vector<Evidence> evidence_;
    std::vector<Opening> openings_;
};
INSTANTIATE_TEST_SUITE_P(Db, Archives, testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Archives, HoldEntriesProofsEvidenceAndAreVerified) {
    auto const written = write(everything());
    ASSERT_TRUE(written.has_value()) << written.error().text;
    EXPECT_EQ(written->entries, 44);
    EXPECT_EQ(written->not_signed_yet, 0);
    auto const verified = verify_archive(directory_.path + "/a.zip");
    ASSERT_TRUE(verified.has_value()) << verified.error().text;
    EXPECT_EQ(verified->entries, 44);
    EXPECT_EQ(verified->evidence, 4);
    EXPECT_EQ(verified->openings, 4);
    EXPECT_EQ(verified->size, 44);
    EXPECT_EQ(verified->origin, "example.cn/ledger");
    auto const fingerprint_of_key = fingerprint(load_public_key(directory_.path).value());
    EXPECT_EQ(verified->fingerprint, fingerprint_of_key);
    EXPECT_TRUE(verify_archive(directory_.path + "/a.zip", fingerprint_of_key).has_value());
    EXPECT_FALSE(verify_archive(directory_.path + "/a.zip", std::string(64, '0')).has_value());
    EXPECT_FALSE(verify_archive(directory_.path + "/none.zip").has_value());
}

TEST_P(Archives, AreTheSameBytesEachTime) {
    auto request = everything();
    auto const first = bytes_of(request);
    std::ranges::reverse(request.subjects);
    std::ranges::reverse(request.evidence);
    std::ranges::reverse(request.openings);
    request.subjects.push_back("s-1");
    request.evidence.push_back(request.evidence.front());
    EXPECT_EQ(bytes_of(request), first);
    EXPECT_EQ(std::system(("python3 -m zipfile -t " + directory_.path + "/a.zip >/dev/null").c_str()), 0);
}

TEST_P(Archives, LeaveOutWhatIsNotSignedYet) {
    writer_->apply(put("s-0", "later", 1)).value();
    auto const written = write({{"s-0"}});
    EXPECT_EQ(written->entries, 9);
    EXPECT_EQ(written->not_signed_yet, 1);
    EXPECT_EQ(write({{"s-0", "nothing"}}).error().key, "ledger.archive_empty");
    EXPECT_EQ(write({{}}).error().key, "ledger.archive_empty");
}

TEST_P(Archives, RefuseEvidenceThatIsNotWhatWasRecorded) {
    auto const name = evidence_[0].path;
    write_file(name, "other bytes");
    EXPECT_EQ(write(everything()).error().key, "ledger.archive_evidence");
    std::filesystem::remove(name);
    EXPECT_EQ(write(everything()).error().key, "ledger.archive_evidence");
    EXPECT_EQ(write({{"s-4"}, {evidence_[1]}}).error().key, "ledger.archive_evidence");
    EXPECT_FALSE(std::filesystem::exists(directory_.path + "/a.zip"));
}

TEST_P(Archives, StayValidWhenAPersonIsErased) {
    Change change;
    change.actor = librarian();
    change.decide = [&](Transaction& transaction) -> Result<Decided> {
        personal_.erase(transaction, "s-1");
        return Decided{{Event{"shelf.reader_erased", 1, "s-1", {}}}, nullptr};
    };
    writer_->apply(change).value();
    sign();
    write({{"s-1"}, {evidence_[1]}}).value();
    EXPECT_TRUE(verify_archive(directory_.path + "/a.zip").has_value());
}

// What C++, Python and the page in the browser each say about the same files.
class Agreement : public Archives {
protected:
    static std::size_t count_from(char const* name, std::size_t otherwise) {
        char const* const text = std::getenv(name);
        return text == nullptr ? otherwise : std::stoul(text);
    }
    static std::string node() {
        if (char const* const named = std::getenv("ANPING_NODE")) return named;
        std::string const own = ANPING_SOURCE_DIR "/build/node/bin/node";
        return std::filesystem::exists(own) ? own : "node";
    }
    static std::map<std::string, std::string> verdicts(std::string const& command) {
        std::map<std::string, std::string> out;
        FILE* const pipe = ::popen(command.c_str(), "r");
        if (pipe == nullptr) throw std::runtime_error("cannot run " + command);
        std::string text;
        std::array<char, 4096> buffer{};
        while (auto const count = std::fread(buffer.data(), 1, buffer.size(), pipe)) text.append(buffer.data(), count);
        EXPECT_EQ(::pclose(pipe), 0) << command;
        std::istringstream lines(text);
        for (std::string line; std::getline(lines, line);) {
            auto const blank = line.find(' ');
            out[line.substr(0, blank)] = line.substr(blank + 1);
        }
        return out;
    }
    static std::string verdict(std::string const& file) {
        auto const v = verify_archive(file);
        if (!v) return "refused";
        std::string out = "holds " + v->origin + ' ' + std::to_string(v->size) + ' ' + v->root + ' ' +
                          to_string(v->time) + ' ' + v->fingerprint + ' ' + std::to_string(v->entries) + ' ' +
                          std::to_string(v->evidence) + ' ' + std::to_string(v->openings);
        for (auto const& subject : v->subjects) out += ' ' + subject;
        return out;
    }
    // `wanted`: "holds" or "refused", of every file in the directory; "" when only agreement is asked for.
    void agree(std::string const& directory, std::string const& wanted, std::size_t count) {
        auto const tests = std::string(ANPING_SOURCE_DIR) + "/src/ledger/tests/archive_agreement";
        auto const python =
            verdicts("python3 " + tests + ".py " ANPING_SOURCE_DIR "/tools/verify_archive.py " + directory);
        auto const page =
            verdicts(node() + " " + tests + ".mjs " ANPING_SOURCE_DIR "/src/ledger/assets/verify.html " + directory);
        ASSERT_EQ(python.size(), count);
        ASSERT_EQ(page.size(), count);
        for (auto const& [name, said] : python) {
            auto const own = verdict(directory + "/" + name);
            EXPECT_EQ(own, said) << name << " in " << directory;
            EXPECT_EQ(page.at(name), said) << name << " in " << directory;
            EXPECT_TRUE(own.starts_with(wanted)) << name << ": " << own;
        }
    }
    std::string numbered(std::size_t i) {
        auto const digits = std::to_string(i);
        return std::string(6 - digits.size(), '0') + digits + ".zip";
    }
    std::mt19937 random_{20261120};
    std::size_t below(std::size_t limit) { return random_() % limit; }
};
INSTANTIATE_TEST_SUITE_P(Db, Agreement, testing::Values(db::Backend::sqlite), db::BackendName{});

TEST_P(Agreement, AllThreeAcceptEveryArchive) {
    TemporaryDirectory out;
    auto const count = count_from("ANPING_ARCHIVES", 50);
    for (std::size_t i = 0; i < count; ++i) {
        if (i % 10 == 9) {
            clock_.advance_seconds(60);
            writer_->apply(put("s-" + std::to_string(below(5)), "more " + std::to_string(i), 1)).value();
            sign();
        }
        ArchiveRequest request;
        for (int s = 0; s < 5; ++s)
            if (below(2) == 1 || s == static_cast<int>(i % 5)) request.subjects.push_back("s-" + std::to_string(s));
        for (std::size_t k = 0; k < evidence_.size(); ++k) {
            bool const about = std::ranges::count(request.subjects, "s-" + std::to_string(k)) > 0;
            if (about && below(2) == 1) request.evidence.push_back(evidence_[k]);
            if (about && below(2) == 1) request.openings.push_back(openings_[k]);
        }
        auto db = session();
        write_archive(db, directory_.path, request, out.path + "/" + numbered(i)).value();
    }
    agree(out.path, "holds", count);
}

TEST_P(Agreement, AllThreeRefuseEveryDamagedArchive) {
    TemporaryDirectory out;
    auto const whole = bytes_of({{"s-1", "s-3"}, {evidence_[1], evidence_[3]}, {openings_[1]}});
    auto const count = count_from("ANPING_CORRUPTED", 500);
    for (std::size_t i = 0; i < count; ++i) {
        auto bytes = whole;
        auto const at = below(bytes.size());
        switch (i % 5) {
            case 0:
            case 1: bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8))); break;
            case 2: bytes[at] = static_cast<char>(bytes[at] + 1 + static_cast<int>(below(255))); break;
            case 3: bytes.resize(at); break;
            default: bytes.insert(at, 1, static_cast<char>(below(256))); break;
        }
        write_file(out.path + "/" + numbered(i), bytes);
    }
    agree(out.path, "refused", count);
}

// One who can compute every checksum anew still cannot change what was signed.
TEST_P(Agreement, AllThreeRefuseForgeriesWithMatchingChecksums) {
    TemporaryDirectory out;
    auto const whole = bytes_of({{"s-1", "s-3"}, {evidence_[1], evidence_[3]}, {openings_[1]}});
    auto const count = count_from("ANPING_CORRUPTED", 500) / 2;
    std::vector<std::string> const targets = {"checkpoint.note", "entries.jsonl", "keys/ledger.pub",
                                              "openings.json",   "proofs.json",   "blobs"};
    for (std::size_t i = 0; i < count; ++i) {
        std::vector<std::pair<std::string, std::string>> members;
        for (auto const& member : zip::read(whole)) members.emplace_back(member.name, std::string(member.content));
        auto const& target = targets[i % targets.size()];
        auto& content =
            std::ranges::find_if(members, [&](auto const& m) { return m.first.starts_with(target); })->second;
        auto const at = below(content.size());
        switch (below(4)) {
            case 0: content.erase(at, 1); break;
            case 1: content.insert(at, 1, content[below(content.size())]); break;
            default: content[at] = static_cast<char>(content[at] ^ (1 << below(8))); break;
        }
        auto manifest = json::parse(members[0].second);
        json::array files;
        for (std::size_t m = 1; m < members.size(); ++m)
            files.push_back(
                json::object{{"bytes", static_cast<std::int64_t>(members[m].second.size())},
                             {"name", members[m].first},
                             {"sha256", crypto::to_hex(crypto::hash(crypto::HashAlgorithm::sha256, members[m].second))},
                             {"sm3", crypto::to_hex(crypto::hash(crypto::HashAlgorithm::sm3, members[m].second))}});
        manifest.as_object()["files"] = files;
        members[0].second = canonical(manifest);
        std::string bytes;
        std::vector<zip::Member> listed;
        for (auto const& [name, text] : members) {
            listed.push_back({name, zip::crc_of(text), static_cast<std::uint32_t>(text.size()),
                              static_cast<std::uint32_t>(bytes.size())});
            bytes += zip::local_header(listed.back()) + text;
        }
        write_file(out.path + "/" + numbered(i), bytes + zip::directory(listed));
    }
    agree(out.path, "", count);
    // An inserted byte may repeat its neighbour's place and change nothing; all else is refused.
    for (std::size_t i = 0; i < count; ++i) {
        auto const file = out.path + "/" + numbered(i);
        EXPECT_TRUE(verdict(file) == "refused" || read_file(file) == whole) << i;
    }
}

TEST(Zip, ReadsOnlyWhatItWouldWrite) {
    std::string bytes;
    std::vector<zip::Member> members;
    for (std::string const name : {"a", "b/c.txt"}) {
        members.push_back({name, zip::crc_of("text"), 4, static_cast<std::uint32_t>(bytes.size())});
        bytes += zip::local_header(members.back()) + "text";
    }
    bytes += zip::directory(members);
    EXPECT_EQ(zip::read(bytes).size(), 2U);
    EXPECT_EQ(zip::read(zip::directory({})).size(), 0U);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        auto other = bytes;
        other[i] = static_cast<char>(other[i] ^ 1);
        EXPECT_THROW(zip::read(other), std::runtime_error) << i;
        EXPECT_THROW(zip::read(bytes.substr(0, i)), std::runtime_error) << i;
    }
    EXPECT_THROW(zip::read(bytes + "x"), std::runtime_error);
    for (auto const* bad : {"", "/a", "a/", "../a", "a/../b", ".a", "a b", "a\\b", "\xE5\xAE\x89"})
        EXPECT_FALSE(zip::is_name(bad)) << bad;
}

}  // namespace
}  // namespace anping::ledger
