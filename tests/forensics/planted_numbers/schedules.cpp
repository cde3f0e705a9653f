// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/schedules.hpp>
#include <anping/forensics/workload.hpp>

#include <cstdio>
#include <ctime>

#include "schedule_scene.hpp"
#include "table.hpp"

namespace anping::planted {
namespace {

using namespace forensics;

constexpr std::size_t kPeople = 1'000;
field::Date const kFirst = *field::Date::of(2026, 3, 1);

// One so far off, or the farthest there is.
Site const& far_from(std::vector<Site> const& all, Act const& act, double least_km, Random& random) {
    auto const* farthest = &all.front();
    double most = 0;
    for (std::size_t tries = 0; tries < all.size(); ++tries) {
        auto const& site = all[random() % all.size()];
        auto const km = distance_km(site.position, *act.position);
        if (km > least_km) return site;
        if (km > most) most = km, farthest = &site;
    }
    return *farthest;
}

// Adds one act that cannot be, or may not be, to an honest month, and says which report it is of.
using Plant = Act (*)(std::vector<Site> const&, Act const&, Random&);

Act at_once(std::vector<Site> const& all, Act const& other, Random& random) {
    auto out = act_at(far_from(all, other, 30, random), other.subject, kFirst, 0, 0);
    out.from = other.from;
    out.to = other.to;
    return out;
}

Act too_soon(std::vector<Site> const& all, Act const& other, Random& random) {
    auto out = act_at(far_from(all, other, 100, random), other.subject, kFirst, 0, 0);
    out.from = {other.to.micros + std::int64_t{20 * 60'000'000}};
    out.to = {out.from.micros + std::int64_t{3'600'000'000}};
    return out;
}

Act same_day(std::vector<Site> const& all, Act const& other, Random& random) {
    auto const day = field::beijing_date(other.from);
    return on_days(act_at(far_from(all, other, 1200, random), other.subject, kFirst, 0, 0), day, day);
}

Row planted(std::string name, Plant plant, std::vector<Site> const& all, Random& random) {
    Row row{std::move(name)};
    for (std::size_t person = 0; person < kPeople; ++person) {
        auto acts = honest_month(all, "S0110" + std::to_string(100'000 + person), kFirst, random);
        std::vector<Act const*> placed;
        for (auto const& act : acts)
            if (act.position) placed.push_back(&act);
        auto act = plant(all, *placed[random() % placed.size()], random);
        act.report = "planted";
        acts.push_back(act);
        bool told = false;
        for (auto const& one : conflicts_of(acts))
            told = told || one.first.report == "planted" || one.second.report == "planted";
        ++row.planted;
        row.found += told ? 1 : 0;
    }
    return row;
}

Row honest(std::vector<Site> const& all, Random& random) {
    Row row{"honest months"};
    std::vector<Act> acts;
    for (std::size_t person = 0; person < kPeople * 10; ++person)
        for (auto& act : honest_month(all, "S0110" + std::to_string(100'000 + person), kFirst, random))
            acts.push_back(std::move(act));
    auto const start = std::clock();
    row.honest = kPeople * 10;
    row.wrong = conflicts_of(acts).size();
    std::printf("schedules: %zu acts swept in %.2f s\n", acts.size(),
                static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    row.note = "person-months; told: conflicts";
    return row;
}

std::vector<Act> days_on_site(std::string const& subject, int sites_a_day, Random& random) {
    std::vector<Act> out;
    for (int day = 0; day < 30; ++day)
        for (int i = 0; i < sites_a_day; ++i) {
            if (random() % 10 == 0) continue;
            Site const site{"厂" + std::to_string(i * 10 + day / 4), {43.8, 87.6 + i * 0.1, 50}, "650104"};
            out.push_back(on_days(act_at(site, subject, kFirst, 0, 0), kFirst + day, kFirst + day));
        }
    return out;
}

Row busy(Random& random) {
    Row row{"more site-days than days: 2 a day planted, 1 honest"};
    for (std::size_t i = 0; i < kPeople; ++i) {
        ++row.planted;
        ++row.honest;
        row.found += site_days(days_on_site("S011035", 2, random)).empty() ? 0 : 1;
        row.wrong += site_days(days_on_site("S011035", 1, random)).empty() ? 0 : 1;
    }
    return row;
}

Row output(Random& random) {
    Row row{"one signer's month, 8 times the usual"};
    std::gamma_distribution<double> rate(3, 1.5);
    for (int month = 0; month < 500; ++month) {
        std::vector<Output> outputs;
        for (int i = 0; i < 200; ++i)
            outputs.push_back({"S", 24'315, std::poisson_distribution<int>(rate(random))(random)});
        outputs.push_back({"planted", 24'315, std::poisson_distribution<int>(36)(random)});
        row.honest += 200;
        ++row.planted;
        for (auto const& clue : unusual_output(outputs))
            ++(clue.finding.words.starts_with("planted") ? row.found : row.wrong);
    }
    row.note = "honest: signer-months";
    return row;
}

}  // namespace

std::vector<Row> schedules() {
    Random random(9);
    auto const all = sites(200, random);
    return {planted("at once in two places", at_once, all, random),
            planted("20 minutes for 100 km and more", too_soon, all, random),
            planted("by day alone, 1,200 km apart or as far as it goes", same_day, all, random),
            honest(all, random),
            busy(random),
            output(random)};
}

}  // namespace anping::planted
