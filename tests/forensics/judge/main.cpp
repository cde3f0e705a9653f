// SPDX-License-Identifier: Apache-2.0
// judge PREFIX DIRECTORY [--no-masks] [--exempt] [--again] [--threads N] [--touch GB] [--portable|--avx2]: indexes the
// reports of a set, asks for its queries, and prints what was found of what had been copied, what was found besides,
// how fast, and how large it is. --exempt leaves what is exempt out of the index; --again asks the index that is there;
// --touch uses so much memory once before, and reads the texts: a virtual machine may be given it only then, at a tenth
// of its speed.
// --grow: what a corpus that grows costs, instead.
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <string_view>
#include <thread>

#include <anping/forensics/corpus.hpp>
#include <anping/forensics/search.hpp>

#include "inserting.hpp"
#include "score.hpp"
#include "sets.hpp"

namespace anping::judge {
namespace {

double processor_seconds() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

constexpr char const* kWhole = "all.segment";
text::Masks const kNone;

void check(Result<void> const& done) {
    if (!done) throw std::runtime_error(done.error().text);
}

// All reports that are no query, several threads each a part of them.
void build(Set const& set, std::vector<std::uint32_t> const& indexed, std::filesystem::path const& directory,
           unsigned threads, bool exempt) {
    std::filesystem::create_directories(directory);
    auto const work = [&](std::size_t from, std::size_t to, unsigned thread) {
        forensics::Gathered gathered;
        int part = 0;
        auto const flush = [&] {
            char name[32];
            std::snprintf(name, sizeof name, "%02u-%04d.part", thread, part++);
            check(gathered.write(directory / name));
            gathered.clear();
        };
        text::Folded folded;
        forensics::Search search;
        for (auto i = from; i < to; ++i) {
            auto const text = set.text_of(indexed[i]);
            text::fold(text, folded);
            auto const& masks = exempt ? left_out(search, set, indexed[i], folded) : kNone;
            if (gathered.add(indexed[i] + 1, folded, masks)) continue;
            flush();
            gathered.add(indexed[i] + 1, folded, masks);
        }
        flush();
    };
    std::vector<std::jthread> running;
    for (unsigned t = 0; t < threads; ++t)
        running.emplace_back(work, indexed.size() * t / threads, indexed.size() * (t + 1) / threads, t);
}

forensics::Segment merged(std::filesystem::path const& directory, unsigned threads) {
    std::vector<std::filesystem::path> files;
    for (auto const& entry : std::filesystem::directory_iterator(directory))
        if (entry.path().extension() == ".part") files.push_back(entry.path());
    std::ranges::sort(files);
    std::vector<forensics::Segment> parts;
    for (auto const& file : files) parts.push_back(std::move(*forensics::Segment::open(file)));
    std::vector<forensics::Segment const*> all;
    for (auto const& part : parts) all.push_back(&part);
    check(forensics::merge(all, directory / kWhole, threads));
    for (auto const& file : files) std::filesystem::remove(file);
    return std::move(*forensics::Segment::open(directory / kWhole));
}

// Who asks for a report: what it has in common with all that is indexed.
class Asker {
public:
    Asker(Set const& set, forensics::Segment const& segment, bool masks, text::Vector vector)
        : set_(set), segment_(segment), masks_(masks), search_(vector) {}
    std::vector<forensics::Found> ask(std::uint32_t query) {
        auto const text = set_.text_of(query);
        text::fold(text, folded_);
        if (masks_) ask_exempted(search_, set_, query, folded_);
        else search_.ask(folded_);
        return search_.in(segment_, text::kLead);
    }
    text::Folded const& folded() const { return folded_; }

private:
    Set const& set_;
    forensics::Segment const& segment_;
    bool masks_;
    forensics::Search search_;
    text::Folded folded_;
};

struct Asked {
    std::vector<double> seconds;
    Score score;
};

Asked ask(Set const& set, forensics::Segment const& segment, std::vector<std::uint32_t> const& queries, bool masks,
          text::Vector vector) {
    Asked out;
    Asker asker(set, segment, masks, vector);
    for (auto const query : queries) {
        auto const began = processor_seconds();
        auto const found = asker.ask(query);
        out.seconds.push_back(processor_seconds() - began);
        out.score.add(set, query, asker.folded(), segment, found);
    }
    return out;
}

// Reports a second by the clock, each thread asking for a part of the queries.
double screened(Set const& set, forensics::Segment const& segment, std::vector<std::uint32_t> const& queries,
                bool masks, text::Vector vector, unsigned threads) {
    auto const began = seconds();
    std::vector<std::jthread> running;
    for (unsigned t = 0; t < threads; ++t)
        running.emplace_back([&, t] {
            Asker asker(set, segment, masks, vector);
            for (std::size_t i = t; i < queries.size(); i += threads) static_cast<void>(asker.ask(queries[i]));
        });
    running.clear();
    return static_cast<double>(queries.size()) / (seconds() - began);
}

double part_of(std::vector<double> sorted, double share) {
    std::ranges::sort(sorted);
    return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))] * 1e3;
}

struct Options {
    bool masks = true;
    bool exempt = false;
    bool again = false;
    bool growing = false;
    unsigned threads = 2;
    std::size_t touched = 0;  // bytes
    text::Vector vector = text::best_vector();
};

Options options_of(int argc, char** argv) {
    Options out;
    for (int i = 3; i < argc; ++i) {
        std::string_view const word = argv[i];
        if (word == "--no-masks") out.masks = false;
        if (word == "--exempt") out.exempt = true;
        if (word == "--again") out.again = true;
        if (word == "--grow") out.growing = true;
        if (word == "--threads" && i + 1 < argc) out.threads = static_cast<unsigned>(std::stoul(argv[++i]));
        if (word == "--touch" && i + 1 < argc) out.touched = std::stoul(argv[++i]) << 30;
        if (word == "--portable") out.vector = text::Vector::portable;
        if (word == "--avx2") out.vector = text::Vector::avx2;
    }
    return out;
}

forensics::Segment made(Set const& set, std::vector<std::uint32_t> const& indexed, char const* directory,
                        Options const& options) {
    auto const began = seconds();
    build(set, indexed, directory, options.threads, options.exempt);
    auto const built = seconds();
    auto out = merged(directory, options.threads);
    auto const done = seconds();
    auto const reports = static_cast<double>(indexed.size());
    std::printf("build %.0f reports/s (parts %.2f s, merge %.2f s, %u threads)\n", reports / (done - began),
                built - began, done - built, options.threads);
    std::size_t points = 0;
    for (auto const one : indexed) points += set.reports[one].points;
    auto const index = static_cast<double>(out.index_bytes()) / 1e3;
    auto const text = static_cast<double>(out.text_bytes()) / 1e3;
    auto const of_60000 = static_cast<double>(points) / 60000;
    std::printf("index %.1f kB, text %.1f kB a report of %.0f characters; %.1f and %.1f kB for 60,000\n",
                index / reports, text / reports, static_cast<double>(points) / reports, index / of_60000,
                text / of_60000);
    return out;
}

// Once before: so much memory, which a virtual machine may be given only then, and the texts, which else come from a
// disk.
void touch(Set const& set, std::size_t bytes) {
    std::vector<char>(bytes, '\1');
    constexpr std::size_t kPage = 4096;
    auto const texts = set.text.bytes();
    std::size_t sum = 0;
    for (std::size_t at = 0; at < texts.size(); at += kPage) sum += texts[at];
    std::printf("touched %.1f GB, and %.1f GB of texts (%zu)\n", static_cast<double>(bytes) / 1e9,
                static_cast<double>(texts.size()) / 1e9, sum % 10);
}

void run(int argc, char** argv) {
    auto const options = options_of(argc, argv);
    auto const set = read_set(argv[1], argv[2], options.masks || options.exempt);
    if (options.growing) return grow(set, argv[2]);
    std::vector<std::uint32_t> indexed;
    std::vector<std::uint32_t> queries;
    for (std::uint32_t i = 0; i < set.reports.size(); ++i) (set.reports[i].query ? queries : indexed).push_back(i);
    std::printf("reports %zu, queries %zu\n", indexed.size(), queries.size());
    if (options.touched != 0) touch(set, options.touched);
    auto const segment = options.again ? std::move(*forensics::Segment::open(std::filesystem::path(argv[2]) / kWhole))
                                       : made(set, indexed, argv[2], options);
    auto const asked = ask(set, segment, queries, options.masks, options.vector);
    std::printf("query p50 %.2f ms, p90 %.2f ms, p99 %.2f ms of processor\n", part_of(asked.seconds, 0.5),
                part_of(asked.seconds, 0.9), part_of(asked.seconds, 0.99));
    std::printf("screening %.0f reports/s, %u threads\n",
                screened(set, segment, queries, options.masks, options.vector, options.threads), options.threads);
    asked.score.print();
    rusage use{};
    ::getrusage(RUSAGE_SELF, &use);
    std::printf("memory %.2f GB at most\n", static_cast<double>(use.ru_maxrss) / 1e6);
}

}  // namespace
}  // namespace anping::judge

int main(int argc, char** argv) {
    if (argc < 3) {
        std::fputs(
            "usage: judge PREFIX DIRECTORY [--no-masks] [--exempt] [--again] [--grow] [--portable|--avx2] "
            "[--threads N] [--touch GB]\n",
            stderr);
        return 2;
    }
    try {
        anping::judge::run(argc, argv);
    } catch (std::exception const& failed) {
        std::fprintf(stderr, "%s\n", failed.what());
        return 1;
    }
    return 0;
}
