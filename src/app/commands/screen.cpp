// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>

#include <anping/base/json.hpp>
#include <anping/forensics/screening.hpp>

#include "../cli.hpp"
#include "../commands.hpp"
#include "corpus.hpp"

namespace anping::app {
namespace {

using forensics::Corpus;

// A directory that is gone when the command ends.
class Scratch {
public:
    Scratch() {
        auto name = (std::filesystem::temp_directory_path() / "anping-screen-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::system_error(errno, std::generic_category(), name);
        path_ = name;
    }
    ~Scratch() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Scratch(Scratch const&) = delete;
    Scratch& operator=(Scratch const&) = delete;
    std::filesystem::path const& path() const noexcept { return path_; }

private:
    std::filesystem::path path_;
};

// All files below a directory as one segment; those that cannot be read are named.
Result<std::unique_ptr<Corpus>> gathered(Config const& config, std::string const& from,
                                         std::filesystem::path const& into) {
    auto corpus = Corpus::open(into);
    if (!corpus) return corpus;
    std::vector<forensics::NewDoc> docs;
    for (auto const& file : files_below({from})) {
        auto read = read_doc(config.worker, file);
        if (read) docs.push_back(std::move(read->doc));
        else std::cerr << "anping: " << file << ": " << read.error().text << '\n';
    }
    if (auto added = (*corpus)->add(docs); !added) return unexpected<Error>(std::move(added.error()));
    if (auto merged = (*corpus)->merge_all(); !merged) return unexpected<Error>(std::move(merged.error()));
    return corpus;
}

// Which code points of the original each character of a source came from: its file is read again. Without the file,
// what the index keeps is near enough to find the place.
class Sources {
public:
    Sources(Config const& config, Corpus& corpus) : config_(config), corpus_(corpus) {}
    std::string name(forensics::DocId doc) { return facts(doc).name; }
    json::array range(forensics::DocId doc, std::uint32_t from, std::uint32_t to) {
        auto const& origin = of(doc);
        if (to == 0 || to > origin.size()) return {corpus_.about(doc, from), corpus_.about(doc, to)};
        return {origin[from], origin[to - 1] + 1};
    }

private:
    forensics::DocFacts facts(forensics::DocId doc) {
        auto found = corpus_.doc(doc);
        return found ? std::move(*found) : forensics::DocFacts{};
    }
    std::vector<std::uint32_t> const& of(forensics::DocId doc) {
        auto const [at, fresh] = origins_.try_emplace(doc);
        if (!fresh) return at->second;
        auto const known = facts(doc);
        auto read = read_doc(config_.worker, known.name);
        if (read && read->doc.sha256 == known.sha256) at->second = std::move(read->doc.folded.origin);
        return at->second;
    }
    Config const& config_;
    Corpus& corpus_;
    std::map<forensics::DocId, std::vector<std::uint32_t>> origins_;
};

char const* kind_of(double score) {
    if (score >= text::kEstablished) return "established";
    return score >= text::kSuspected ? "suspected" : "lead";
}

json::object passage_of(text::Passage const& one, text::Folded const& report, forensics::DocId doc, Sources& sources) {
    return {{"a", json::array{report.origin[one.a_from], report.origin[one.a_to - 1] + 1}},
            {"b", sources.range(doc, one.b_from, one.b_to)},
            {"chars", one.a_to - one.a_from},
            {"identity", forensics::identity_of(one)},
            {"score", one.score},
            {"kind", kind_of(one.score)}};
}

json::object told(std::string const& file, Read const& read, forensics::Screening const& screening, Sources& sources) {
    json::array others;
    for (auto const& source : screening.sources) {
        json::array passages;
        for (auto const& one : source.passages)
            passages.push_back(passage_of(one, read.doc.folded, source.doc, sources));
        others.push_back(json::object{
            {"file", sources.name(source.doc)}, {"shared", source.shared}, {"passages", std::move(passages)}});
    }
    return {{"file", file},
            {"sha256", read.doc.sha256},
            {"chars", screening.characters},
            {"own", screening.own()},
            {"shared", screening.shared},
            {"quoted", screening.quoted},
            {"tables", screening.tables},
            {"sources", std::move(others)}};
}

void print(json::object const& one, bool json) {
    if (json) {
        std::cout << json::serialize(one) << '\n';
        return;
    }
    std::cout << one.at("file").as_string().c_str() << ": " << one.at("chars") << " characters, own " << one.at("own")
              << ", shared " << one.at("shared") << ", quoted " << one.at("quoted") << '\n';
    for (auto const& source : one.at("sources").as_array())
        std::cout << "  " << source.at("shared") << " in " << source.at("passages").as_array().size() << " passages of "
                  << source.at("file").as_string().c_str() << '\n';
}

int screen_all(Config const& config, ScreenCommand const& command, Corpus& corpus, forensics::Exempt const& exempt) {
    Sources sources(config, corpus);
    forensics::Search search;
    auto code = kOk;
    for (auto const& file : files_below(command.files)) {
        auto const read = read_doc(config.worker, file);
        if (!read) {
            if (command.json)
                std::cout << json::serialize(json::object{{"file", file}, {"error", read.error().text}}) << '\n';
            else std::cerr << "anping: " << file << ": " << read.error().text << '\n';
            code = kFound;
            continue;
        }
        auto const itself = corpus.doc(read->doc.sha256);
        forensics::Question question{read->doc.folded,
                                     forensics::masks_of(read->text, read->doc.folded, {"", command.names}), "",
                                     itself ? itself->id : 0, command.least};
        auto const screening = forensics::screen(search, std::move(question), exempt, corpus.segments());
        print(told(file, *read, screening, sources), command.json);
    }
    return code;
}

}  // namespace

int screen_command(Config const& config, ScreenCommand const& command) {
    Scratch const scratch;
    forensics::Exempt exempt;
    if (!command.library.empty()) {
        auto const library = gathered(config, command.library, scratch.path() / "library");
        if (!library) return cannot(library.error());
        auto const segments = (*library)->segments();
        if (!segments.empty()) exempt.laws = segments.front();
    }
    bool const is_corpus = Corpus::is_at(command.against);
    auto const corpus =
        is_corpus ? Corpus::open(command.against) : gathered(config, command.against, scratch.path() / "against");
    if (!corpus) return cannot(corpus.error());
    return screen_all(config, command, **corpus, exempt);
}

int extract_command(Config const& config, std::string const& file, bool json) {
    auto const text = text_of(config.worker, file);
    if (!text) return cannot(text.error());
    if (json) std::cout << json::serialize(json::object{{"file", file}, {"text", *text}}) << '\n';
    else std::cout << *text;
    return kOk;
}

}  // namespace anping::app
