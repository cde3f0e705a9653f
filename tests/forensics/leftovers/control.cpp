// SPDX-License-Identifier: Apache-2.0
#include "control.hpp"

#include <fmt/format.h>
#include <iconv.h>

#include <algorithm>
#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "draft.hpp"

namespace planted {
namespace {

std::string content(std::filesystem::path const& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

std::string from_gb18030(std::string text) {
    auto* const way = ::iconv_open("UTF-8", "GB18030");
    std::string out(text.size() * 2 + 16, '\0');
    auto* in = text.data();
    auto in_left = text.size();
    auto* to = out.data();
    auto out_left = out.size();
    ::iconv(way, &in, &in_left, &to, &out_left);
    ::iconv_close(way);
    out.resize(out.size() - out_left);
    return out;
}

bool is_utf8(std::string const& text) {
    auto const folded = anping::text::fold(text);
    return std::ranges::count_if(folded.text, anping::text::is_hanzi) * 3 >
           static_cast<std::ptrdiff_t>(text.size() / 2);
}

std::map<std::string, std::string> names_in(std::filesystem::path const& file) {
    std::map<std::string, std::string> out;
    auto const all = boost::json::parse(content(file));
    for (auto const& one : all.as_array())
        out[std::string(one.at("code").as_string())] = std::string(one.at("name").as_string());
    return out;
}

}  // namespace

void read_texts(std::string const& directory, std::vector<Control>& out) {
    std::vector<std::filesystem::path> files;
    for (auto const& one : std::filesystem::recursive_directory_iterator(directory))
        if (one.path().extension() == ".md" || one.path().extension() == ".txt") files.push_back(one.path());
    std::ranges::sort(files);
    for (auto const& file : files) {
        auto text = content(file);
        if (!is_utf8(text)) text = from_gb18030(std::move(text));
        if (text.size() > 1000) out.push_back({file.string(), std::move(text)});
    }
}

std::vector<std::string> paragraphs(std::vector<Control> const& texts) {
    std::vector<std::string> out;
    for (auto const& one : texts) {
        std::istringstream in(one.text);
        for (std::string line; std::getline(in, line);) {
            std::erase(line, '*');
            if (line.size() > 180 && line.size() < 1200 && !line.starts_with("#")) out.push_back(line);
        }
    }
    return out;
}

std::vector<County> counties_in(std::string const& directory) {
    std::filesystem::path const from(directory);
    auto const provinces = names_in(from / "provinces.json");
    auto const cities = names_in(from / "cities.json");
    std::vector<County> out;
    for (auto const& [code, name] : names_in(from / "areas.json")) {
        auto const city = cities.find(code.substr(0, 4));
        auto const province = provinces.find(code.substr(0, 2));
        if (city == cities.end() || province == provinces.end() || name.size() < 9 || city->second == "市辖区" ||
            code.ends_with("00"))
            continue;
        out.push_back({code, name, city->second, province->second});
    }
    return out;
}

void control(World const& world, std::uint64_t seed, std::vector<Control> const& texts) {
    std::map<std::string, std::pair<std::size_t, std::size_t>> counts;  // findings, texts
    std::size_t characters = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        Draft draft(world, seed + i, Plant::none);
        auto known = known_of(draft);
        known.chapters.clear();  // a law has no chapters of a report
        known.criteria.clear();
        known.source_standard.reset();
        auto const report = report_of_text(texts[i].text);
        characters += report.text.size();
        std::map<std::string, std::size_t> here;
        for (auto const& one : find_leftovers(report, known)) {
            ++here[one.detector];
            std::cerr << texts[i].file << ": " << one.detector << ": " << one.words << '\n';
        }
        for (auto const& [detector, many] : here) {
            counts[detector].first += many;
            ++counts[detector].second;
        }
    }
    fmt::print("control: {} texts, {} characters\n| finding | findings | texts |\n| --- | --- | --- |\n", texts.size(),
               characters);
    for (auto const& [detector, count] : counts) fmt::print("| {} | {} | {} |\n", detector, count.first, count.second);
}

}  // namespace planted
