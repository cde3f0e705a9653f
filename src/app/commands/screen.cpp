// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <iostream>
#include <optional>
#include <set>

#include <anping/base/json.hpp>
#include <anping/forensics/name_screen.hpp>

#include "../cli.hpp"
#include "../commands.hpp"
#include "../scratch.hpp"
#include "laws.hpp"
#include "ordered.hpp"
#include "screen_result.hpp"

namespace anping::app {
namespace {

namespace fs = std::filesystem;
using forensics::Corpus;

// All files below a directory; those that cannot be read are named.
Result<std::unique_ptr<Corpus>> gathered(Reading const& reading, std::string const& from, fs::path const& into) {
    auto corpus = Corpus::open(into);
    if (!corpus) return corpus;
    auto const files = files_below({from});
    Bar bar(files.size());
    auto const added = put_in(**corpus, reading, files, [&](std::string const& file, Error const* refused) {
        bar.step();
        if (refused != nullptr) std::cerr << "anping: " << file << ": " << refused->text << '\n';
    });
    if (!added) return unexpected<Error>(added.error());
    if (auto merged = (*corpus)->merge_all(); !merged) return unexpected<Error>(std::move(merged.error()));
    return corpus;
}

// Names one a line; blank lines and what follows "#" is left out.
Result<std::vector<std::string>> names_in(std::string const& file) {
    std::vector<std::string> out;
    std::ifstream in(file);
    if (!in) return fail(ErrorCode::invalid_input, "app.names", file + ": cannot be read");
    for (std::string line; std::getline(in, line);) {
        line.resize(std::min(line.size(), line.find('#')));
        auto const last = line.find_last_not_of(" \t\r");
        line.resize(last == std::string::npos ? 0 : last + 1);
        if (!line.empty()) out.push_back(std::move(line));
    }
    return out;
}

// Laws, as they are searched and as they are quoted.
struct Library {
    std::unique_ptr<Corpus> corpus;
    forensics::EditionsBySha256 editions;
};

struct Outcome {
    json::object result;
    std::string page;
};

// What was found is kept line by line where a work directory is given: the same call goes on from there.
class Results {
public:
    Results(std::string const& work, bool json) : json_(json) {
        if (work.empty()) return;
        auto const path = fs::path(work) / "results.jsonl";
        std::ifstream before(path);
        std::int64_t whole = 0;
        for (std::string line; std::getline(before, line);) {
            boost::system::error_code broken;
            auto const known = json::parse(line, broken);
            if (broken || !known.is_object() || before.eof()) break;  // cut off within the line
            whole += static_cast<std::int64_t>(line.size()) + 1;
            known_[std::string(known.at("file").as_string())] = known.as_object();
        }
        before.close();
        if (fs::exists(path)) fs::resize_file(path, static_cast<std::uintmax_t>(whole));
        out_.open(path, std::ios::app);
    }
    json::object const* known(std::string const& file) const {
        auto const found = known_.find(file);
        return found == known_.end() ? nullptr : &found->second;
    }
    void take(json::object const& one, bool is_new) {
        auto const line = json::serialize(one);
        if (is_new && out_.is_open()) out_ << line << '\n' << std::flush;
        if (json_) std::cout << line << '\n';
        else tell(one);
    }

private:
    static void tell(json::object const& one) {
        if (one.contains("error")) {
            std::cerr << "anping: " << one.at("file").as_string().c_str() << ": " << one.at("error").as_string().c_str()
                      << '\n';
            return;
        }
        std::cout << one.at("file").as_string().c_str() << ": " << one.at("chars") << " characters, own "
                  << one.at("own") << ", shared " << one.at("shared") << ", quoted " << one.at("quoted") << '\n';
        for (auto const& source : one.at("sources").as_array())
            std::cout << "  " << source.at("shared") << " in " << source.at("passages").as_array().size()
                      << " passages of " << source.at("file").as_string().c_str() << '\n';
    }
    bool json_;
    std::map<std::string, json::object> known_;
    std::ofstream out_;
};

class Screening {
public:
    Screening(ScreenCommand const& command, Reading const& reading, Corpus& corpus, Library library)
        : command_(command),
          reading_(reading),
          segments_(corpus.segments()),
          originals_(reading, corpus),
          names_(screen_of(command.names)) {
        if (library.corpus == nullptr || library.corpus->segments().empty()) return;
        exempt_.laws = library.corpus->segments().front();
        laws_.emplace(in_order_of(*library.corpus, std::move(library.editions)));
    }

    Outcome of(std::string const& file, forensics::Search& search) {
        auto const read = reading_.read(file);
        if (!read) return {{{"file", file}, {"error", read.error().text}}, {}};
        auto const report = forensics::report_of(read->document);
        auto const itself = originals_.facts(read->sha256);
        forensics::Question question{
            .report = report.folded,
            .masks = forensics::masks_of(read->document.text, report.folded, {"", names_in(report.folded)}),
            .except = itself ? itself->id : 0,
            .least = command_.least};
        auto const found = forensics::screen(search, std::move(question), exempt_, segments_);
        Outcome out{result_of(file, *read, report, found, originals_, laws_ ? &*laws_ : nullptr), {}};
        if (!command_.html.empty()) out.page = page_of(out.result, read->document.text, originals_, found);
        return out;
    }

private:
    static forensics::NameScreen screen_of(std::vector<std::string> const& names) {
        std::vector<forensics::RegisteredName> out;
        out.reserve(names.size());
        for (auto const& name : names) out.push_back({.name = name, .party = 0});
        return forensics::NameScreen(std::move(out));
    }
    // There may be very many names, of which a report has a few.
    std::vector<std::string> names_in(text::Folded const& report) const {
        std::set<std::string> out;
        for (auto const& match : names_.in(report)) out.insert(names_.name(match.name).name);
        return {out.begin(), out.end()};
    }

    ScreenCommand const& command_;
    Reading const& reading_;
    forensics::Segments segments_;
    forensics::Exempt exempt_;
    Originals originals_;
    forensics::NameScreen names_;
    std::optional<forensics::LawLibrary> laws_;
};

int screen_all(ScreenCommand const& command, Screening& screening) {
    Results results(command.work, command.json);
    auto const files = files_below(command.files);
    auto const threads = std::max(1U, std::thread::hardware_concurrency());
    std::vector<forensics::Search> searches(threads);
    std::vector<json::object> all;
    std::vector<std::string> pages;
    auto code = kOk;
    Bar bar(files.size());
    in_order(
        files.size(), threads,
        [&](std::size_t i, std::size_t thread) -> Outcome {
            if (auto const* known = results.known(files[i]); known != nullptr && command.html.empty())
                return {*known, {}};
            return screening.of(files[i], searches[thread]);
        },
        [&](std::size_t i, Outcome&& one) {
            bar.step();
            if (one.result.contains("error")) code = kFound;
            results.take(one.result, results.known(files[i]) == nullptr);
            if (command.html.empty()) return;
            pages.push_back(std::to_string(i + 1) + ".html");
            if (!one.page.empty()) std::ofstream(fs::path(command.html) / pages.back()) << one.page;
            all.push_back(std::move(one.result));
        });
    if (!command.html.empty()) std::ofstream(fs::path(command.html) / "index.html") << index_of(all, pages);
    return code;
}

}  // namespace

int screen_command(Config const& config, ScreenCommand const& given) {
    auto command = given;
    std::optional<Scratch> scratch;
    if (command.work.empty()) scratch.emplace("anping-screen");
    else fs::create_directories(command.work);
    if (!command.html.empty()) fs::create_directories(command.html);
    fs::path const place = scratch ? scratch->path() : fs::path(command.work);
    if (!command.names_file.empty()) {
        auto const names = names_in(command.names_file);
        if (!names) return cannot(names.error());
        command.names.insert(command.names.end(), names->begin(), names->end());
    }
    Reading const reading(config.worker, place / "readings");
    Library library;
    if (!command.library.empty()) {
        auto made = gathered(reading, command.library, place / "library");
        if (!made) return cannot(made.error());
        library = {std::move(*made), editions_in(reading, files_below({command.library}))};
    }
    auto const corpus = Corpus::is_at(command.against) ? Corpus::open(command.against)
                                                       : gathered(reading, command.against, place / "against");
    if (!corpus) return cannot(corpus.error());
    Screening screening(command, reading, **corpus, std::move(library));
    return screen_all(command, screening);
}

int extract_command(Config const& config, std::string const& file, bool json) {
    auto const read = Reading(config.worker).read(file);
    if (!read) return cannot(read.error());
    if (!json) {
        std::cout << read->document.text;
        return kOk;
    }
    auto out = json::value_from(read->document).as_object();
    out["file"] = file;
    out["sha256"] = read->sha256;
    std::cout << json::serialize(out) << '\n';
    return kOk;
}

}  // namespace anping::app
