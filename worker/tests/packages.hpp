// SPDX-License-Identifier: Apache-2.0
// Packages made for a test or taken from the samples, read here without the program around the readers.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iconv.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

#include "archive.hpp"
#include "composer.hpp"
#include "zip_writer.hpp"

namespace anping::worker {

namespace fs = std::filesystem;

class Packages : public ::testing::Test {
protected:
    using Reader = void (*)(Archive const&, std::string const&, Composer&);

    Packages() {
        auto pattern = (fs::temp_directory_path() / "packages-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary directory");
        folder = pattern;
        fs::create_directory(folder / "figures");
    }
    ~Packages() override {
        std::error_code ignored;
        fs::remove_all(folder, ignored);
    }

    static std::string shared(std::string const& path) { return std::string(ANPING_SHARED_DIR) + "/data/" + path; }
    static std::vector<fs::path> files_in(std::string const& path, std::string const& ending) {
        std::vector<fs::path> out;
        for (auto const& entry : fs::directory_iterator(shared(path)))
            if (entry.path().extension() == ending) out.push_back(entry.path());
        std::sort(out.begin(), out.end());
        EXPECT_FALSE(out.empty()) << path;
        return out;
    }
    static std::string content_of(fs::path const& path) {
        std::ifstream in(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    vault::Document read_file(Reader reader, std::string const& path, std::size_t limit = 2u << 20) const {
        Archive const archive(path);
        Composer composer(limit);
        reader(archive, (folder / "figures").string(), composer);
        return std::move(composer.document);
    }
    vault::Document read(Reader reader, std::vector<ZipEntry> const& entries, std::size_t limit = 2u << 20) const {
        auto const path = folder / "made.zip";
        std::ofstream(path, std::ios::binary) << ZipWriter::archive(entries);
        return read_file(reader, path.string(), limit);
    }

    // "white:text" of everything that is not seen, in order.
    static std::vector<std::string> hidden(vault::Document const& document) {
        std::vector<std::string> out;
        for (auto const& one : document.hidden) out.push_back(one.how + ":" + one.text);
        return out;
    }
    static std::vector<std::string> metadata(vault::Document const& document, std::string_view name) {
        std::vector<std::string> out;
        for (auto const& one : document.metadata)
            if (one.name == name) out.push_back(one.value);
        return out;
    }
    static std::u32string points(std::string_view utf8) { return decoded<char32_t>(utf8, "UTF-8", "UTF-32LE"); }
    static std::string part_of(vault::Document const& document, std::uint32_t from, std::uint32_t to) {
        auto const all = points(document.text);
        return encoded(std::u32string_view(all).substr(from, to - from));
    }
    static std::string from_gb18030(std::string_view bytes) { return decoded<char>(bytes, "GB18030", "UTF-8"); }
    static std::string encoded(std::u32string_view text) {
        return decoded<char>({reinterpret_cast<char const*>(text.data()), text.size() * 4}, "UTF-32LE", "UTF-8");
    }
    // Of `expected` and `read`, blanks apart, the share of characters that stand in both in one order (Myers 1986).
    static double share_in_order(std::string_view expected, std::string_view read);

    fs::path folder;

private:
    template <typename Character>
    static std::basic_string<Character> decoded(std::string_view bytes, char const* from, char const* to) {
        auto* const converter = ::iconv_open(to, from);
        std::string out(bytes.size() * 4 + 16, '\0');
        auto* in = const_cast<char*>(bytes.data());  // iconv does not write to it
        auto left = bytes.size();
        auto* end = out.data();
        auto room = out.size();
        auto const done = ::iconv(converter, &in, &left, &end, &room);
        ::iconv_close(converter);
        if (done == static_cast<std::size_t>(-1)) throw std::runtime_error("not of this encoding");
        std::basic_string<Character> text((out.size() - room) / sizeof(Character), Character{});
        std::copy(out.data(), end, reinterpret_cast<char*>(text.data()));
        return text;
    }
};

inline double Packages::share_in_order(std::string_view expected, std::string_view read) {
    auto const without_blanks = [](std::string_view utf8) {
        std::u32string out;
        for (auto const c : points(utf8))
            if (c > 0x20 && c != 0xA0 && c != 0x3000) out += c;
        return out;
    };
    auto const a = without_blanks(expected);
    auto const b = without_blanks(read);
    if (a.empty() || b.empty()) return 0;
    auto const n = static_cast<std::ptrdiff_t>(a.size());
    auto const m = static_cast<std::ptrdiff_t>(b.size());
    auto const most = (n + m) / 10;  // edits; beyond that the share is told as 0
    std::vector<std::ptrdiff_t> reach(static_cast<std::size_t>(2 * most + 3), 0);
    auto const at = [&](std::ptrdiff_t k) -> std::ptrdiff_t& { return reach[static_cast<std::size_t>(k + most + 1)]; };
    for (std::ptrdiff_t edits = 0; edits <= most; ++edits)
        for (std::ptrdiff_t k = -edits; k <= edits; k += 2) {
            auto x = k == -edits || (k != edits && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1;
            while (x < n && x - k < m && a[static_cast<std::size_t>(x)] == b[static_cast<std::size_t>(x - k)]) ++x;
            at(k) = x;
            if (x >= n && x - k >= m)
                return static_cast<double>(n + m - edits) / 2 / static_cast<double>(std::max(n, m));
        }
    return 0;
}

}  // namespace anping::worker
