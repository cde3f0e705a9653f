// SPDX-License-Identifier: Apache-2.0
// Writes the reports of a plan, each as often as asked and always the same.
#pragma once

#include "library.hpp"
#include "originals.hpp"
#include "plan.hpp"
#include "report.hpp"
#include "stock.hpp"

namespace corpus {

// A plant out of a family says no source: all carriers are, and where they carry it is known once they are written.
constexpr std::size_t kAllCarriers = static_cast<std::size_t>(-1);

class Author {
public:
    Author(Plan const& plan, Chain const& chain, Library const& library, Stock const& stock, Originals const& originals)
        : plan_(plan), chain_(chain), library_(library), stock_(stock), originals_(originals) {}

    Report written(std::size_t report) const;

private:
    // What stands in a section beside its own words.
    struct Piece {
        ZoneType type;
        Text text;
        std::string detail;
        std::vector<Plant> plant;  // one or none
    };
    using Pieces = std::vector<Piece>;

    Report fresh(std::size_t report) const;
    Report copied(std::size_t report) const;
    Parties parties(std::size_t from, std::size_t to) const;
    void add_quotes(Pieces& pieces, std::size_t length, Rng& rng) const;
    void add_blocks(Pieces& pieces, ZoneType type, std::vector<Text> const& blocks, std::size_t length,
                    Filing const& filing, Rng& rng) const;
    void add_tables(Pieces& pieces, std::size_t industry, std::size_t length, Rng& rng) const;
    void add_families(Pieces& pieces, std::vector<std::size_t> const& families, Filing const& filing, bool query,
                      Rng& rng) const;
    void add_plant(Pieces& pieces, PlantOrder const& order, std::size_t report, Rng& rng) const;
    Pieces pieces_of(std::size_t report, Filing const& filing, Rng& rng) const;

    Plan const& plan_;
    Chain const& chain_;
    Library const& library_;
    Stock const& stock_;
    Originals const& originals_;
};

}  // namespace corpus
