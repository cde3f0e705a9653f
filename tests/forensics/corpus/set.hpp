// SPDX-License-Identifier: Apache-2.0
// The files of one set, written as the reports come.
#pragma once

#include <array>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "library.hpp"
#include "plan.hpp"
#include "report.hpp"
#include "stock.hpp"

namespace corpus {

class File {
public:
    explicit File(std::filesystem::path const& path);
    void write(std::string_view bytes);
    // A full disk is told here at the latest.
    void close();

private:
    struct Closer {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    std::filesystem::path path_;
    std::unique_ptr<std::FILE, Closer> file_;
};

class Set {
public:
    explicit Set(Options const& options);

    void add(std::size_t number, Report const& report, Plan const& plan);
    // A real text as a report of its own.
    void add_plain(std::size_t number, std::string const& name, View text, bool query);
    void add_laws(std::vector<Edition> const& editions);
    void add_stock(Stock const& stock, unsigned approved_per_cent);
    void close();
    // What stands in the set: shares of the zones, plants by level.
    std::string account() const;

private:
    struct Carried {
        std::size_t start;
        std::size_t length;
    };

    void add_text(std::size_t number, Report const& report, std::string const& columns);
    void add_plants(std::size_t number, Report const& report);
    void add_row(std::size_t number, Plant const& plant);
    void note_carried(std::size_t number, Report const& report);
    void add_names(std::uint64_t enterprise);
    void add_block(File& file, std::string const& head, View text);

    std::filesystem::path prefix_;
    File text_, docs_, zones_, plants_, laws_, templates_, names_, approved_;
    std::uint64_t bytes_ = 0;
    std::uint64_t points_ = 0;
    std::string buffer_;
    std::array<std::uint64_t, 8> by_zone_{};
    std::map<int, std::size_t> by_level_;
    std::unordered_set<std::uint64_t> named_;
    // By family: where each carrier carries it.
    std::unordered_map<std::string, std::map<std::size_t, Carried>> carried_;
};

}  // namespace corpus
