// SPDX-License-Identifier: Apache-2.0
#include "inserting.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <stdexcept>
#include <thread>

#include <anping/forensics/corpus.hpp>
#include <anping/forensics/search.hpp>

namespace anping::judge {
namespace {

constexpr std::size_t kAtOnce = 500;
constexpr std::size_t kAsked = 200;

double seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

template <class T>
T good(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().text);
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

double middle(std::vector<double> all) {
    std::ranges::sort(all);
    return all[all.size() / 2];
}

class Growth {
public:
    Growth(Set const& set, std::filesystem::path directory) : set_(set), directory_(std::move(directory)) {
        for (std::uint32_t i = 0; i < set.reports.size(); ++i) (set.reports[i].query ? queries_ : others_).push_back(i);
        queries_.resize(std::min(queries_.size(), kAsked));
        std::filesystem::remove_all(directory_);
        corpus_ = good(forensics::Corpus::open(directory_));
    }

    // Every other one; the others come later one by one.
    void fill() {
        std::vector<forensics::NewDoc> docs;
        for (auto const report : others_) {
            if (report % 2 == 0) later_.push_back(report);
            else docs.push_back(doc(report));
            if (docs.size() < kAtOnce) continue;
            good(corpus_->add(docs));
            docs.clear();
        }
        good(corpus_->add(docs));
        good(corpus_->merge_all());
    }

    void open_again() {
        corpus_.reset();
        auto const began = seconds();
        corpus_ = good(forensics::Corpus::open(directory_));
        std::printf("ready %.0f ms after a start, with %lld reports\n", 1e3 * (seconds() - began),
                    static_cast<long long>(corpus_->size().docs));
    }

    // From the call to the report's being found by its own text.
    void insert_and_find() {
        std::vector<double> took;
        forensics::Search search;
        for (std::size_t i = 0; i < 20; ++i) {
            auto const new_one = doc(later_.at(added_++));
            auto const began = seconds();
            auto const id = good(corpus_->add({new_one})).front();
            search.ask(new_one.folded);
            bool found = false;
            for (auto const& segment : corpus_->segments())
                for (auto const& one : search.in(*segment)) found = found || segment->id(one.doc) == id;
            took.push_back(seconds() - began);
            if (!found) throw std::runtime_error("a report that was added is not found");
        }
        std::printf("insert to found: p50 %.0f ms, at most %.0f ms\n", 1e3 * middle(took),
                    1e3 * *std::ranges::max_element(took));
    }

    void ask_meanwhile() {
        auto const alone = ask();
        std::atomic<bool> ended{false};
        std::jthread growing([&] {
            while (!ended && added_ < later_.size()) {
                good(corpus_->add({doc(later_[added_])}));
                while (good(corpus_->merge_some())) {}
                ++added_;
            }
        });
        auto const before = added_.load();
        auto const meanwhile = ask();
        auto const while_asked = added_.load() - before;
        ended = true;
        growing.join();
        auto const afterwards = ask();
        std::printf(
            "query p50 %.2f ms alone, %.2f ms while %zu reports were put in: %.2f times; %.2f ms afterwards, in %zu "
            "segments\n",
            1e3 * alone, 1e3 * meanwhile, while_asked, meanwhile / alone, 1e3 * afterwards, corpus_->segments().size());
    }

private:
    forensics::NewDoc doc(std::uint32_t report) const {
        return {std::to_string(report), "digest " + std::to_string(report), text::fold(set_.text_of(report)), {}};
    }

    double ask() {
        std::vector<double> took;
        forensics::Search search;
        for (auto const query : queries_) {
            auto const began = seconds();
            auto const folded = text::fold(set_.text_of(query));
            ask_exempted(search, set_, query, folded);
            for (auto const& segment : corpus_->segments()) static_cast<void>(search.in(*segment));
            took.push_back(seconds() - began);
        }
        return middle(took);
    }

    Set const& set_;
    std::filesystem::path directory_;
    std::vector<std::uint32_t> queries_, others_, later_;
    std::atomic<std::size_t> added_{0};  // of those that come later
    std::unique_ptr<forensics::Corpus> corpus_;
};

}  // namespace

void grow(Set const& set, std::filesystem::path const& directory) {
    Growth growth(set, directory / "growing");
    growth.fill();
    growth.open_again();
    growth.insert_and_find();
    growth.ask_meanwhile();
}

}  // namespace anping::judge
