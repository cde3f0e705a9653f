// SPDX-License-Identifier: Apache-2.0
// The laws and standards this installation knows: quoting them is no copy.
#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <set>

#include <anping/base/json.hpp>

#include "../cli.hpp"
#include "../commands.hpp"
#include "laws.hpp"

namespace anping::app {
namespace {

namespace fs = std::filesystem;

// Originals lie in <data>/library under their own names, which tell the law and its day; what is searched is made of
// them anew in <data>/corpus beside the one in use.
struct Places {
    explicit Places(Config const& config) : originals(config.data + "/library"), corpora(config.data + "/corpus") {}
    fs::path originals;
    fs::path corpora;
    fs::path named() const { return corpora / "laws"; }
    std::string in_use() const {
        std::string name;
        std::ifstream in(named());
        std::getline(in, name);
        return name;
    }
};

bool same(fs::path const& a, fs::path const& b) {
    auto const bytes = [](fs::path const& path) {
        std::ifstream in(path, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    };
    return fs::file_size(a) == fs::file_size(b) && bytes(a) == bytes(b);
}

// The names that are taken by another text.
std::vector<std::string> take_in(std::vector<std::string> const& files, fs::path const& originals) {
    std::vector<std::string> refused;
    fs::create_directories(originals);
    for (auto const& file : files) {
        auto const place = originals / fs::path(file).filename();
        if (!fs::exists(place)) fs::copy_file(file, place);
        else if (!same(file, place)) refused.push_back(file);
    }
    return refused;
}

Result<forensics::CorpusSize> made_anew(Config const& config, Places const& places) {
    auto const before = places.in_use();
    int number = 1;
    while (fs::exists(places.corpora / fmt::format("laws-{}", number))) ++number;
    auto const name = fmt::format("laws-{}", number);
    fs::create_directories(places.corpora);
    auto corpus = forensics::Corpus::open(places.corpora / name);
    if (!corpus) return unexpected<Error>(std::move(corpus.error()));
    auto const files = files_below({places.originals.string()});
    Bar bar(files.size());
    auto const added = put_in(**corpus, Reading(config.worker, places.corpora / "law-readings"), files,
                              [&](std::string const& file, Error const* refused) {
                                  bar.step();
                                  if (refused != nullptr)
                                      std::cerr << "anping: " << file << ": " << refused->text << '\n';
                              });
    if (!added) return unexpected<Error>(added.error());
    if (auto merged = (*corpus)->merge_all(); !merged) return unexpected<Error>(std::move(merged.error()));
    auto const editions = editions_in(Reading(config.worker, places.corpora / "law-readings"), files);
    if (auto kept = forensics::keep_editions(places.corpora / name, editions); !kept)
        return unexpected<Error>(std::move(kept.error()));
    auto const size = (*corpus)->size();
    auto const aside = places.named().string() + ".new";
    std::ofstream(aside) << name << '\n';
    fs::rename(aside, places.named());
    std::error_code ignored;  // a serving process may still read the one before
    if (!before.empty()) fs::remove_all(places.corpora / before, ignored);
    return size;
}

json::object told(forensics::Edition const& edition) {
    json::object out{{"title", edition.title}, {"edition", in_words(edition)}};
    put_days(out, edition);
    return out;
}

std::vector<forensics::Edition> laws_in(fs::path const& directory) {
    auto const corpus = forensics::Corpus::open(directory);
    if (!corpus) return {};
    return forensics::kept_editions(directory, **corpus);
}

}  // namespace

int library_command(Config const& config, LibraryCommand const& command) {
    if (!fs::exists(config.data)) return cannot({ErrorCode::not_found, "app.data", config.data + " does not exist"});
    Places const places(config);
    std::vector<std::string> refused;
    if (command.action == "add") refused = take_in(files_below(command.files), places.originals);
    for (auto const& file : refused) std::cerr << "anping: " << file << ": another text has this name already\n";
    auto size = forensics::CorpusSize();
    if (command.action == "add") {
        auto const made = made_anew(config, places);
        if (!made) return cannot(made.error());
        size = *made;
    } else if (auto const name = places.in_use(); !name.empty()) {
        auto corpus = forensics::Corpus::open(places.corpora / name);
        if (!corpus) return cannot(corpus.error());
        size = (*corpus)->size();
    }
    auto const laws =
        places.in_use().empty() ? std::vector<forensics::Edition>() : laws_in(places.corpora / places.in_use());
    if (command.json) {
        json::array all;
        for (auto const& one : laws) all.push_back(told(one));
        std::cout << json::serialize(
                         json::object{{"texts", size.docs}, {"characters", size.characters}, {"laws", std::move(all)}})
                  << '\n';
    } else {
        std::cout << size.docs << " texts, " << size.characters << " characters\n";
        if (command.action == "list")
            for (auto const& one : laws) std::cout << one.title << "  " << in_words(one) << '\n';
    }
    return refused.empty() ? kOk : kFound;
}

}  // namespace anping::app
