// SPDX-License-Identifier: Apache-2.0
// The real worker behind a real vault, and files made for it.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include <anping/vault/vault.hpp>

namespace anping::worker {

namespace fs = std::filesystem;

class Workshop : public ::testing::Test {
protected:
    Workshop() {
        // Syncing thousands of files to a disk is not what is tested here.
        auto const memory = fs::path("/dev/shm");
        auto const base = ::access(memory.c_str(), W_OK) == 0 ? memory : fs::temp_directory_path();
        auto pattern = (base / "worker-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary directory");
        folder = pattern;
        vault = std::make_unique<vault::Vault>((folder / "vault").string(), ANPING_WORKER, clock);
    }
    ~Workshop() override {
        std::error_code ignored;
        fs::remove_all(folder, ignored);
    }

    static std::string shared(std::string const& path) { return std::string(ANPING_SHARED_DIR) + "/data/" + path; }
    static std::vector<fs::path> files_in(std::string const& path) {
        std::vector<fs::path> out;
        for (auto const& entry : fs::directory_iterator(shared(path)))
            if (entry.is_regular_file() && entry.path().filename() != "SOURCE.txt") out.push_back(entry.path());
        std::sort(out.begin(), out.end());
        EXPECT_FALSE(out.empty()) << path;
        return out;
    }
    static std::string content_of(fs::path const& path) {
        std::ifstream in(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    std::string write(std::string_view content) {
        auto const path = folder / ("made" + std::to_string(++made_));
        std::ofstream(path, std::ios::binary) << content;
        return path.string();
    }
    vault::Blob stored(std::string const& path) {
        auto blob = vault->put(path);
        EXPECT_TRUE(blob) << path << ": " << blob.error().internal;
        return std::move(blob.value());
    }
    vault::Reading read(std::string const& path) { return stored(path).reading; }
    vault::Reading read_content(std::string_view content) { return read(write(content)); }

    fs::path folder;
    ManualClock clock{Timestamp{1'795'140'000'000'000}};
    std::unique_ptr<vault::Vault> vault;

private:
    int made_ = 0;
};

}  // namespace anping::worker
