// SPDX-License-Identifier: Apache-2.0
// photo_experiment DIR [apart|again]: each photo of the folder handed in again in many ways; how many are found by
// their fingerprints and confirmed by their features, and whether any two that are not one are taken for one.
#include <algorithm>
#include <cstdio>
#include <functional>
#include <iostream>

#include <fmt/format.h>

#include <anping/forensics/photo_findings.hpp>

#include "features.hpp"
#include "photo.hpp"

namespace {

namespace fs = std::filesystem;
namespace picture = anping::picture;
using anping::forensics::kInliers;
using anping::forensics::kNearGradient;
using anping::forensics::kNearPdq;
using anping::forensics::kSpread;
using photos::Photo;
using photos::Stamp;

struct Way {
    std::string name;
    bool realistic = false;
    std::function<Photo(Photo const&, int)> made;
};

std::vector<Way> ways() {
    std::vector<Way> out;
    auto const add = [&](std::string name, auto made) { out.push_back({std::move(name), false, made}); };
    add("jpeg 30", [](Photo const& one, int) { return recoded(one, 30); });
    add("half size, jpeg 40", [](Photo const& one, int) { return recoded(scaled(one, 50), 40); });
    add("gamma 1.6", [](Photo const& one, int) { return recoded(brightened(one, 1.6), 85); });
    add("stamp: lines", [](Photo const& one, int i) { return recoded(stamped(one, Stamp::corner, i), 85); });
    add("stamp: band", [](Photo const& one, int i) { return recoded(stamped(one, Stamp::band, i), 85); });
    add("stamp: date", [](Photo const& one, int i) { return recoded(stamped(one, Stamp::date, i), 85); });
    add("stamp: card", [](Photo const& one, int i) { return recoded(stamped(one, Stamp::card, i), 85); });
    add("crop 4 %", [](Photo const& one, int) { return recoded(cropped(one, 96), 85); });
    add("crop 10 %", [](Photo const& one, int) { return recoded(cropped(one, 90), 85); });
    add("crop 20 %", [](Photo const& one, int) { return recoded(cropped(one, 80), 85); });
    add("crop 30 % off centre", [](Photo const& one, int i) {
        return recoded(cropped(one, 70, i % 2 == 0 ? 12 : -12, i % 4 < 2 ? 10 : -10), 85);
    });
    add("rotated 1", [](Photo const& one, int) { return recoded(turned(one, 1), 85); });
    add("rotated 3", [](Photo const& one, int) { return recoded(turned(one, 3), 85); });
    add("rotated 90", [](Photo const& one, int) { return recoded(quarter_turned(one), 85); });
    add("mirrored", [](Photo const& one, int) { return recoded(mirrored(one), 85); });
    add("border 5 %", [](Photo const& one, int i) { return recoded(bordered(one, 5, i % 2 == 0 ? 255 : 0), 85); });
    for (auto const& [name, stamp] : {std::pair{"lines", Stamp::corner}, std::pair{"band", Stamp::band},
                                      std::pair{"date", Stamp::date}, std::pair{"card", Stamp::card}}) {
        out.push_back(
            {fmt::format("stamp {} + crop 4 % + half + jpeg 50", name), true, [stamp](Photo const& one, int i) {
                 return recoded(scaled(cropped(stamped(one, stamp, i), 96), 50), 50);
             }});
        out.push_back(
            {fmt::format("crop 4 % + half + stamp {} + jpeg 50", name), true, [stamp](Photo const& one, int i) {
                 return recoded(stamped(scaled(cropped(one, 96), 50), stamp, i), 50);
             }});
    }
    return out;
}

picture::Grey grey(Photo const& photo) {
    return picture::grey_of(static_cast<std::size_t>(photo.width), static_cast<std::size_t>(photo.height), photo.rgb);
}

// A photo as it is stored, and as it is asked about.
struct Known {
    picture::Fingerprint print;
    anping::worker::Features features;
    anping::worker::Features mirrored;
};

Known known(Photo const& photo) {
    auto const picture = grey(photo);
    return {picture::fingerprint_of(picture), anping::worker::features_of(picture),
            anping::worker::features_of(anping::worker::mirrored(picture))};
}

// As PhotoIndex finds them.
int pdq(Known const& stored, Known const& asked) {
    int out = 256;
    if (stored.print.quality < picture::kSeeable || asked.print.quality < picture::kSeeable) return out;
    auto const hold = [&](auto const& queries, picture::Hash256 const& hash) {
        for (auto const& query : queries) out = std::min(out, distance(query, hash));
    };
    hold(asked.print.bare, stored.print.whole[0]);
    for (auto const* queries : {&asked.print.bare, &asked.print.whole}) {
        hold(*queries, stored.print.bare[0]);
        for (auto const& part : stored.print.inner) hold(*queries, part);
    }
    return out;
}

bool confirmed(Known const& stored, Known const& asked) {
    auto const agree = [](picture::Likeness const& found) {
        return found.inliers >= kInliers && found.spread >= kSpread;
    };
    return agree(likeness(asked.features, stored.features)) || agree(likeness(asked.features, stored.mirrored));
}

struct Count {
    int pdq = 0;        // found by PDQ
    int candidate = 0;  // or by gradients
    int features = 0;   // confirmed, whether a candidate or not
    int found = 0;      // by PDQ, or by gradients and features: what makes a finding
    void operator+=(Count const& other) {
        pdq += other.pdq;
        candidate += other.candidate;
        features += other.features;
        found += other.found;
    }
};

Count held(Known const& stored, Known const& asked) {
    bool const near = pdq(stored, asked) <= kNearPdq;
    bool const candidate = near || distance(stored.print.gradient, asked.print.gradient) <= kNearGradient;
    bool const same = confirmed(stored, asked);
    return {near, candidate, same, near || (candidate && same)};
}

void print_pairs(std::string const& what, std::vector<Known> const& stored, std::vector<std::string> const& names) {
    Count sum;
    int nearest = 256;
    std::vector<std::string> told;
    std::int64_t pairs = 0;
    for (std::size_t i = 0; i < stored.size(); ++i)
        for (std::size_t j = 0; j < i; ++j, ++pairs) {
            auto const count = held(stored[j], stored[i]);
            sum += count;
            nearest = std::min(nearest, pdq(stored[j], stored[i]));
            if (count.found != 0 || count.features != 0)
                told.push_back(fmt::format("{} {}: pdq {}", names[j], names[i], pdq(stored[j], stored[i])));
        }
    fmt::print("{}: {} pairs; PDQ <= {}: {}; candidates: {}; features: {}; findings: {}; nearest PDQ {}\n", what, pairs,
               kNearPdq, sum.pdq, sum.candidate, sum.features, sum.found, nearest);
    for (auto const& one : told) fmt::print("  {}\n", one);
    std::fflush(stdout);
}

struct Set {
    std::vector<std::string> names;
    std::vector<Photo> originals;
    std::vector<Known> stored;
};

Set read_set(fs::path const& folder) {
    std::vector<fs::path> files;
    for (auto const& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".jpg") files.push_back(entry.path());
    std::ranges::sort(files);
    Set out;
    for (auto const& file : files) {
        out.names.push_back(file.filename());
        out.originals.push_back(photos::read_jpeg(file));
        out.stored.push_back(known(out.originals.back()));
    }
    fmt::print(
        "{} photos, {} with too little to see\n", files.size(),
        std::ranges::count_if(out.stored, [](auto const& one) { return one.print.quality < picture::kSeeable; }));
    return out;
}

// Photos that are not one, as they are and with the same stamp on all of them.
void hold_apart(Set const& set) {
    print_pairs("as they are", set.stored, set.names);
    for (auto const& [name, stamp] :
         {std::pair{"all with lines", Stamp::corner}, std::pair{"all with a card", Stamp::card}}) {
        std::vector<Known> all;
        for (std::size_t i = 0; i < set.originals.size(); ++i)
            all.push_back(known(recoded(stamped(set.originals[i], stamp, static_cast<int>(i)), 85)));
        print_pairs(name, all, set.names);
    }
}

void hand_in_again(Set const& set) {
    fmt::print("| handed in again | PDQ | candidate | features | finding |\n|---|---|---|---|---|\n");
    auto const of = static_cast<int>(set.originals.size());
    auto const share = [](int part, int whole) { return static_cast<double>(part) / whole; };
    Count realistic;
    int asked = 0;
    for (auto const& way : ways()) {
        Count sum;
        for (std::size_t i = 0; i < set.originals.size(); ++i)
            sum += held(set.stored[i], known(way.made(set.originals[i], static_cast<int>(i))));
        fmt::print("| {} | {:.3f} | {:.3f} | {:.3f} | {:.3f} |\n", way.name, share(sum.pdq, of),
                   share(sum.candidate, of), share(sum.features, of), share(sum.found, of));
        std::fflush(stdout);
        if (!way.realistic) continue;
        realistic += sum;
        asked += of;
    }
    fmt::print("realistic reuse: {} of {} found ({:.3f}), by PDQ alone {:.3f}\n", realistic.found, asked,
               share(realistic.found, asked), share(realistic.pdq, asked));
}

}  // namespace

int main(int argc, char** argv) {
    std::string const part = argc > 2 ? argv[2] : "";
    if (argc < 2 || argc > 3 || (!part.empty() && part != "apart" && part != "again")) {
        std::cerr << "usage: photo_experiment DIR [apart|again]\n";
        return 2;
    }
    auto const set = read_set(argv[1]);
    if (part != "again") hold_apart(set);
    if (part != "apart") hand_in_again(set);
}
