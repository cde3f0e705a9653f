// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include <anping/base/json.hpp>

#include "../cli.hpp"
#include "../commands.hpp"
#include "reading.hpp"

namespace anping::app {
namespace {

int add(Config const& config, forensics::Corpus& corpus, CorpusCommand const& command) {
    auto const files = files_below(command.files);
    json::array refused;
    Bar bar(files.size());
    auto const added = put_in(corpus, Reading(config.worker, std::filesystem::path(command.directory) / "readings"),
                              files, [&](std::string const& file, Error const* error) {
                                  bar.step();
                                  if (error != nullptr)
                                      refused.push_back(json::object{{"file", file}, {"reason", error->text}});
                              });
    if (!added) return cannot(added.error());
    auto const known = static_cast<std::int64_t>(files.size() - refused.size()) - *added;
    if (command.json) {
        std::cout << json::serialize(json::object{{"added", *added}, {"known", known}, {"refused", refused}}) << '\n';
    } else {
        std::cout << *added << " added, " << known << " known already, " << refused.size() << " refused\n";
        for (auto const& one : refused)
            std::cout << one.at("file").as_string().c_str() << ": " << one.at("reason").as_string().c_str() << '\n';
    }
    return refused.empty() ? kOk : kFound;
}

int stat(forensics::Corpus& corpus, bool json) {
    auto const size = corpus.size();
    if (json) {
        std::cout << json::serialize(json::object{{"docs", size.docs},
                                                  {"characters", size.characters},
                                                  {"segments", size.segments},
                                                  {"index_bytes", size.index_bytes},
                                                  {"text_bytes", size.text_bytes}})
                  << '\n';
    } else {
        std::cout << size.docs << " documents, " << size.characters << " characters, " << size.segments
                  << " segments; index " << size.index_bytes << " bytes, texts " << size.text_bytes << " bytes\n";
    }
    return kOk;
}

}  // namespace

int corpus_command(Config const& config, CorpusCommand const& command) {
    auto const corpus = forensics::Corpus::open(command.directory);
    if (!corpus) return cannot(corpus.error());
    if (command.action == "add") return add(config, **corpus, command);
    if (command.action == "stat") return stat(**corpus, command.json);
    auto const done = command.action == "merge" ? (*corpus)->merge_all() : (*corpus)->verify();
    if (!done) {
        std::cerr << "anping: " << done.error().text << '\n';
        return command.action == "merge" ? kCannot : kFound;
    }
    return stat(**corpus, command.json);
}

}  // namespace anping::app
