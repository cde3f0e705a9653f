// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <random>
#include <string>

#include <anping/crypto/digest.hpp>
#include <anping/vault/vault.hpp>

namespace anping::vault {

inline std::string content_of(std::string const& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline std::string random_content(std::mt19937_64& random, std::size_t size) {
    std::string out(size, '\0');
    for (auto& c : out) c = static_cast<char>(random() & 0xff);
    return out;
}

inline std::string sm3_of(std::string_view bytes) {
    return crypto::to_hex(crypto::hash(crypto::HashAlgorithm::sm3, bytes));
}

class Folder {
public:
    Folder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "vault-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary directory");
        path_ = pattern;
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;

    std::string operator/(std::string const& name) const { return path_ + "/" + name; }
    std::string write(std::string const& name, std::string_view content) const {
        std::ofstream(*this / name, std::ios::binary) << content;
        return *this / name;
    }
    std::string script(std::string const& name, std::string const& body) const {
        auto path = write(name, "#!/bin/sh\n" + body + "\n");
        ::chmod(path.c_str(), 0700);
        return path;
    }
    std::vector<std::string> names(std::string const& below) const {
        std::vector<std::string> out;
        for (auto const& entry : std::filesystem::recursive_directory_iterator(*this / below))
            if (entry.is_regular_file()) out.push_back(entry.path().filename().string());
        return out;
    }

private:
    std::string path_;
};

// What a worker that understands everything says.
inline constexpr char const* kHonest =
    R"(case "$1" in
read) printf '%s\n' '{"camera":"","height":2,"latitude":"","longitude":"","media_type":"image/png","pages":3,"problem":"","taken_at":"","width":1}' ;;
page) printf '\211PNG\r\n\032\npage %s' "$3" > "$4/page.png"; echo run >> "${0%/*}/runs" ;;
probe) echo '{"limits":true}' ;;
esac)";

class VaultTest : public ::testing::Test {
protected:
    VaultTest() { open(); }

    void open(Limits limits = {}) {
        vault.reset();
        vault = std::make_unique<Vault>(folder / "vault", worker, clock, limits);
    }
    // Uploads a file in one piece.
    Blob store(std::string const& content, std::string const& name = "现场照片.jpg") {
        auto const state = sure(vault->create("account", name, static_cast<std::int64_t>(content.size())));
        auto append = sure(vault->append(state.id, 0));
        EXPECT_TRUE(append->write(content));
        return sure(append->finish()).blob.value();
    }
    template <class T>
    static T sure(Result<T> result) {
        EXPECT_TRUE(result) << result.error().key << ": " << result.error().internal;
        return std::move(result.value());
    }
    template <class T>
    static std::string key(Result<T> const& result) {
        return result ? "" : result.error().key;
    }

    Folder folder;
    ManualClock clock{Timestamp{1'795'140'000'000'000}};
    std::string worker = folder.script("worker", kHonest);
    std::unique_ptr<Vault> vault;
};

}  // namespace anping::vault
