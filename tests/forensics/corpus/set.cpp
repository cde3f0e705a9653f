// SPDX-License-Identifier: Apache-2.0
#include "set.hpp"

#include <stdexcept>

#include "outline.hpp"
#include "slots.hpp"

namespace corpus {

namespace {

constexpr std::size_t kBuffer = 1U << 20;

std::filesystem::path prefix_of(Options const& options) {
    std::filesystem::create_directories(options.out);
    return options.out / (options.preset + "-seed" + std::to_string(options.seed));
}

std::filesystem::path with(std::filesystem::path prefix, char const* ending) { return prefix += ending; }

template <class... Cells>
std::string line(Cells const&... cells) {
    std::string out;
    auto const add = [&](auto const& cell) {
        if (!out.empty()) out.push_back('\t');
        if constexpr (std::is_arithmetic_v<std::remove_cvref_t<decltype(cell)>>) {
            out += std::to_string(cell);
        } else {
            out += cell;
        }
    };
    (add(cells), ...);
    out.push_back('\n');
    return out;
}

}  // namespace

File::File(std::filesystem::path const& path) : path_(path), file_(std::fopen(path.c_str(), "wb")) {
    if (!file_) throw std::runtime_error("cannot write " + path.string());
    std::setvbuf(file_.get(), nullptr, _IOFBF, kBuffer);
}

void File::write(std::string_view bytes) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) {
        throw std::runtime_error("writing failed: " + path_.string());
    }
}

void File::close() {
    if (std::fflush(file_.get()) != 0) throw std::runtime_error("writing failed: " + path_.string());
}

Set::Set(Options const& options)
    : prefix_(prefix_of(options)),
      text_(with(prefix_, ".txt")),
      docs_(with(prefix_, ".docs")),
      zones_(with(prefix_, ".zones")),
      plants_(with(prefix_, ".plants")),
      laws_(with(prefix_, ".laws")),
      templates_(with(prefix_, ".templates")),
      names_(with(prefix_, ".names")),
      approved_(with(prefix_, ".approved")) {}

void Set::add(std::size_t number, Report const& report, Plan const& plan) {
    Filing const filing = plan.filing(number);
    Enterprise const about = enterprise(filing.enterprise);
    std::string columns =
        line(encoded(institution(filing.institution)), encoded(about.full),
             encoded(industry_names(about.industry).name), plan.is_query(number) ? "query" : "indexed");
    columns.pop_back();
    add_text(number, report, columns);
    add_names(filing.enterprise);
    if (plan.is_query(number)) {
        add_plants(number, report);
    } else {
        note_carried(number, report);
    }
}

void Set::add_plain(std::size_t number, std::string const& name, View text, bool query) {
    Report report;
    report.add(ZoneType::kOriginal, text, name);
    add_text(number, report, std::string("-\t") + name + "\t-\t" + (query ? "query" : "indexed"));
}

void Set::add_text(std::size_t number, Report const& report, std::string const& columns) {
    buffer_.clear();
    append_utf8(buffer_, report.text);
    text_.write(buffer_);
    docs_.write(line(number, bytes_, buffer_.size(), report.text.size(), columns, number));
    for (Zone const& zone : report.zones) {
        zones_.write(
            line(number, zone.start, zone.length, zone_name(zone.type), zone.detail.empty() ? "-" : zone.detail));
        by_zone_[static_cast<std::size_t>(zone.type)] += zone.length;
    }
    bytes_ += buffer_.size();
    points_ += report.text.size();
}

void Set::note_carried(std::size_t number, Report const& report) {
    for (Zone const& zone : report.zones) {
        if (zone.type != ZoneType::kPlant) continue;
        carried_[zone.detail.substr(zone.detail.find(' ') + 1)][number] = {zone.start, zone.length};
    }
}

void Set::add_plants(std::size_t number, Report const& report) {
    for (Plant const& plant : report.plants) {
        by_level_[static_cast<int>(plant.level)] += 1;
        if (plant.level != Level::kUndisclosedTemplate) {
            add_row(number, plant);
            continue;
        }
        for (auto const& [carrier, where] : carried_[plant.family]) {
            Plant of_one = plant;
            of_one.source = carrier;
            of_one.source_start = where.start;
            of_one.source_length = where.length;
            add_row(number, of_one);
        }
    }
}

void Set::add_row(std::size_t number, Plant const& plant) {
    plants_.write(line(number, plant.start, plant.length, plant.source, plant.source_start, plant.source_length,
                       "V" + std::to_string(static_cast<int>(plant.level)), plant.family));
}

void Set::add_names(std::uint64_t number) {
    if (!named_.insert(number).second) return;
    Enterprise const named = enterprise(number);
    names_.write(line(encoded(named.full), encoded(named.brief)));
}

void Set::add_block(File& file, std::string const& head, View text) {
    file.write("# " + head + "\n");
    for (View const part : split(text, U'\n')) file.write(encoded(part) + "\n");
    file.write("\n");
}

void Set::add_laws(std::vector<Edition> const& editions) {
    for (Edition const& edition : editions) {
        add_block(laws_, "current\t" + encoded(edition.current.title), law_text(edition.current));
        if (edition.former) add_block(laws_, "former\t" + encoded(edition.former->title), law_text(*edition.former));
    }
}

void Set::add_stock(Stock const& stock, unsigned approved_per_cent) {
    for (Institution const& made : stock.institutions) {
        Text all;
        for (Text const& block : made.blocks) all += block;
        add_block(templates_, encoded(made.name), printed(all));
    }
    add_block(approved_, "all\tform", printed(prescribed()));
    for (std::size_t i = 0; i < stock.industries.size(); ++i) {
        auto const& blocks = stock.industries[i].blocks;
        for (std::size_t k = 0; k < blocks.size(); ++k) {
            // Spread over the blocks, so that half means half of every industry's.
            if ((k * 37 + i * 11) % blocks.size() * 100 >= approved_per_cent * blocks.size()) continue;
            add_block(approved_, encoded(industry_names(i).name) + "\tblock " + std::to_string(k + 1), blocks[k]);
        }
    }
}

void Set::close() {
    for (File* file : {&text_, &docs_, &zones_, &plants_, &laws_, &templates_, &names_, &approved_}) file->close();
}

std::string Set::account() const {
    std::string out = prefix_.filename().string() + ": " + std::to_string(bytes_) + " bytes, " +
                      std::to_string(points_) + " characters\n";
    for (std::size_t i = 0; i < by_zone_.size(); ++i) {
        std::uint64_t const mille = points_ == 0 ? 0 : by_zone_[i] * 10000 / points_;
        out.append("  ").append(zone_name(static_cast<ZoneType>(i))).append(" ");
        out += std::to_string(mille / 100) + "." + (mille % 100 < 10 ? "0" : "") + std::to_string(mille % 100) + " %\n";
    }
    for (auto const& [level, count] : by_level_)
        out += "  V" + std::to_string(level) + " " + std::to_string(count) + "\n";
    return out;
}

}  // namespace corpus
