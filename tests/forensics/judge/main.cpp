// SPDX-License-Identifier: Apache-2.0
// judge PREFIX DIRECTORY [--no-masks] [--threads N] [--vector portable|avx2]: indexes the reports of a set, asks for
// its queries, and prints what was found of what had been copied, what was found besides, how fast, and how large it
// is.
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstring>
#include <thread>

#include <anping/forensics/corpus.hpp>
#include <anping/forensics/search.hpp>

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

forensics::Parties parties_of(Set const& set, Report const& report) {
    forensics::Parties out{report.institution, {report.institution, report.enterprise}};
    if (auto const found = set.short_names.find(report.enterprise); found != set.short_names.end())
        out.names.push_back(found->second);
    return out;
}

text::Masks const kNone;

// Asks for a report and marks what of it is exempt.
void exempted(forensics::Search& search, Set const& set, Report const& report, std::string_view text,
              text::Folded const& folded) {
    auto const parties = parties_of(set, report);
    search.ask(folded, forensics::masks_of(text, folded, parties));
    search.exempt(set.exempt, parties.institution);
}

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
            gathered = {};
        };
        text::Folded folded;
        forensics::Search search;
        for (auto i = from; i < to; ++i) {
            auto const text = set.text_of(indexed[i]);
            text::fold(text, folded);
            if (exempt) exempted(search, set, set.reports[indexed[i]], text, folded);
            auto const& masks = exempt ? search.masks() : kNone;
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

forensics::Segment merged(std::filesystem::path const& directory) {
    std::vector<std::filesystem::path> files;
    for (auto const& entry : std::filesystem::directory_iterator(directory))
        if (entry.path().extension() == ".part") files.push_back(entry.path());
    std::ranges::sort(files);
    std::vector<forensics::Segment> parts;
    for (auto const& file : files) parts.push_back(std::move(*forensics::Segment::open(file)));
    std::vector<forensics::Segment const*> all;
    for (auto const& part : parts) all.push_back(&part);
    check(forensics::merge(all, directory / "all.segment"));
    for (auto const& file : files) std::filesystem::remove(file);
    return std::move(*forensics::Segment::open(directory / "all.segment"));
}

struct Asked {
    std::vector<double> seconds;
    Score score;
};

Asked ask(Set const& set, forensics::Segment const& segment, std::vector<std::uint32_t> const& queries, bool masks,
          text::Vector vector) {
    Asked out;
    forensics::Search search(vector);
    text::Folded folded;
    for (auto const query : queries) {
        auto const began = processor_seconds();
        auto const text = set.text_of(query);
        text::fold(text, folded);
        if (masks) exempted(search, set, set.reports[query], text, folded);
        else search.ask(folded);
        auto const found = search.in(segment, text::kLead);
        out.seconds.push_back(processor_seconds() - began);
        out.score.add(set, query, folded, segment, found);
    }
    return out;
}

double part_of(std::vector<double> sorted, double share) {
    std::ranges::sort(sorted);
    return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))] * 1e3;
}

void run(int argc, char** argv) {
    bool masks = true;
    bool exempt = false;
    unsigned threads = 2;
    auto vector = text::best_vector();
    for (int i = 3; i < argc; ++i) {
        if (std::strcmp(argv[i], "--no-masks") == 0) masks = false;
        if (std::strcmp(argv[i], "--exempt") == 0) exempt = true;
        if (std::strcmp(argv[i], "--threads") == 0) threads = static_cast<unsigned>(std::stoul(argv[++i]));
        if (std::strcmp(argv[i], "--portable") == 0) vector = text::Vector::portable;
        if (std::strcmp(argv[i], "--avx2") == 0) vector = text::Vector::avx2;
    }
    auto const set = read_set(argv[1], argv[2], masks || exempt);
    std::vector<std::uint32_t> indexed;
    std::vector<std::uint32_t> queries;
    for (std::uint32_t i = 0; i < set.reports.size(); ++i) (set.reports[i].query ? queries : indexed).push_back(i);
    auto began = seconds();
    build(set, indexed, argv[2], threads, exempt);
    auto const built = seconds();
    auto const segment = merged(argv[2]);
    auto const done = seconds();
    auto const reports = static_cast<double>(indexed.size());
    std::printf("reports %zu, queries %zu, characters compared %zu\n", indexed.size(), queries.size(),
                segment.text().size());
    std::printf("build %.0f reports/s (parts %.2f s, merge %.2f s, %u threads)\n", reports / (done - began),
                built - began, done - built, threads);
    std::printf("index %.1f kB, text %.1f kB a report\n", static_cast<double>(segment.index_bytes()) / reports / 1e3,
                static_cast<double>(segment.text_bytes()) / reports / 1e3);
    auto const asked = ask(set, segment, queries, masks, vector);
    std::printf("query p50 %.2f ms, p90 %.2f ms, p99 %.2f ms of processor\n", part_of(asked.seconds, 0.5),
                part_of(asked.seconds, 0.9), part_of(asked.seconds, 0.99));
    asked.score.print();
    rusage use{};
    ::getrusage(RUSAGE_SELF, &use);
    std::printf("memory %.2f GB at most\n", static_cast<double>(use.ru_maxrss) / 1e6);
}

}  // namespace
}  // namespace anping::judge

int main(int argc, char** argv) {
    if (argc < 3) {
        std::fputs("usage: judge PREFIX DIRECTORY [--no-masks] [--exempt] [--portable|--avx2] [--threads N]\n", stderr);
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
