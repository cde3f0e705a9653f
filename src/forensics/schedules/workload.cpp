// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/workload.hpp>

#include <algorithm>
#include <cmath>
#include <set>

#include "../numbers/tails.hpp"
#include "../numbers/words.hpp"

namespace anping::forensics {
namespace {

struct OnSite {
    field::Date day;
    std::string site;
    Act const* act;
    bool operator<(OnSite const& other) const { return std::tie(day, site) < std::tie(other.day, other.site); }
};

// Days an act claims at its site; hours of a day only if they are a day's work.
void claim(Act const& act, double full_day_hours, std::set<OnSite>& out) {
    if (act.kind == ActKind::signature || act.site.empty() || act.to <= act.from) return;
    double const hours = static_cast<double>(act.to.micros - act.from.micros) / 3.6e9;
    if (!act.by_day && hours < full_day_hours) return;
    constexpr int kMostDays = 366;
    auto const last = field::beijing_date(Timestamp{act.to.micros - 1});
    auto day = field::beijing_date(act.from);
    for (int i = 0; day <= last && i < kMostDays; ++i, day = day + 1) out.insert({day, act.site, &act});
}

struct Period {
    std::size_t from = 0, to = 0;  // of the claims, to before the last
    int excess = 0;
};

// The period that claims most over what it holds, among those that begin with a claim from `from` on.
Period worst(std::vector<OnSite> const& claims, std::size_t from, int holds, SiteDaySettings const& settings) {
    Period out;
    for (std::size_t to = from; from < claims.size(); ++from) {
        while (to < claims.size() && claims[to].day - claims[from].day < settings.period) ++to;
        auto const excess = static_cast<int>(to - from) - holds;
        if (excess > out.excess) out = {from, to, excess};
    }
    return out;
}

Clue period_clue(std::vector<OnSite> const& claims, Period const& period, int members,
                 SiteDaySettings const& settings) {
    Clue out;
    auto const& last = *claims[period.to - 1].act;
    auto const count = std::to_string(period.to - period.from);
    std::set<std::string> sites;
    std::map<field::Date, double> by_day;
    for (auto i = period.from; i < period.to; ++i) {
        sites.insert(claims[i].site);
        ++by_day[claims[i].day];
    }
    out.report = last.report;
    out.finding.detector = "schedules.site_days";
    out.finding.strength = Strength::lead;
    out.finding.words = last.subject + " 在 " + to_string(claims[period.from].day) + " 起 " +
                        std::to_string(settings.period) + " 日内记载在 " + std::to_string(sites.size()) + " 处现场共 " +
                        count + " 人日，超出 " + std::to_string(members) + " 人在此期间所能到场的日数，需说明。";
    out.finding.where = {last.where};
    out.finding.facts = {{"site_days", count},
                         {"sites", std::to_string(sites.size())},
                         {"days", std::to_string(settings.period)},
                         {"members", std::to_string(members)},
                         {"sites_a_day", shown(settings.sites_a_day)},
                         {"excess", std::to_string(period.excess)}};
    out.plot = {"bars", {}, {{"当日现场数", {}}}};
    for (auto const& [day, many] : by_day) {
        out.plot.labels.push_back(to_string(day));
        out.plot.lines[0].values.push_back(many);
    }
    return out;
}

struct Usual {
    double middle = 0, spread = 1;  // of square roots
};

double root(int reports) { return 2 * std::sqrt(reports + 0.375); }

Usual usual_of(std::vector<double> roots) {
    Usual out;
    std::ranges::sort(roots);
    out.middle = roots[roots.size() / 2];
    std::vector<double> above;
    for (double const one : roots)
        if (one > out.middle) above.push_back(one - out.middle);
    // Counts of one mean already scatter by 1; where a tenth signs much more than the rest that is usual.
    auto const tenth = (roots[roots.size() * 9 / 10] - out.middle) / 1.2816;
    out.spread = std::max(1.0, tenth);
    if (!above.empty()) out.spread = std::max(out.spread, 1.4826 * above[above.size() / 2]);
    return out;
}

Clue output_clue(Output const& output, Usual const& usual, double p, double q, std::vector<double> const& roots) {
    Clue out;
    out.finding.detector = "schedules.output";
    out.finding.strength = Strength::lead;
    auto const typical = std::max(0.0, usual.middle * usual.middle / 4 - 0.375);
    auto const month = std::to_string(output.month / 12) + " 年 " + std::to_string(output.month % 12 + 1) + " 月";
    out.finding.words = output.signer + " " + month + "签发报告 " + std::to_string(output.reports) +
                        " 份，同期签字人员的中位数为 " + shown(typical) + " 份，需说明。";
    out.finding.facts = {{"subject", output.signer},
                         {"reports", std::to_string(output.reports)},
                         {"median", shown(typical)},
                         {"effect", shown(output.reports / std::max(1.0, typical))},
                         {"p", shown(p)},
                         {"q", shown(q)},
                         {"n", std::to_string(roots.size())},
                         {"formula", "z = (2√(x+3/8) − 中位数) ÷ 上半离差；Benjamini–Hochberg"}};
    out.plot = {"points", {}, {{"各签字人员当月份数", {}}}};
    for (double const one : roots) out.plot.lines[0].values.push_back(std::round(one * one / 4 - 0.375));
    std::ranges::sort(out.plot.lines[0].values);
    return out;
}

void month_clues(std::vector<Output> const& month, OutputSettings const& settings, std::vector<Clue>& out) {
    if (month.size() < static_cast<std::size_t>(settings.least_signers)) return;
    std::vector<double> roots, p;
    roots.reserve(month.size());
    p.reserve(month.size());
    for (auto const& one : month) roots.push_back(root(one.reports));
    auto const usual = usual_of(roots);
    for (double const one : roots) p.push_back(normal_above((one - usual.middle) / usual.spread));
    auto const q = q_values(p, Dependence::none, kLeastTests);
    auto const least =
        std::max<double>(settings.least_reports, settings.least_times * (usual.middle * usual.middle / 4 - 0.375));
    for (std::size_t i = 0; i < month.size(); ++i)
        if (q[i] <= settings.q && month[i].reports >= least)
            out.push_back(output_clue(month[i], usual, p[i], q[i], roots));
}

}  // namespace

std::vector<Clue> site_days(std::span<Act const> acts, std::map<std::string, int> const& members,
                            SiteDaySettings const& settings) {
    std::map<std::pair<SubjectKind, std::string>, std::set<OnSite>> by_subject;
    for (auto const& act : acts)
        if (auto subject = subject_of(act.subject); !subject.empty())
            claim(act, settings.full_day_hours, by_subject[{act.of, std::move(subject)}]);
    std::vector<Clue> out;
    for (auto const& [subject, own] : by_subject) {
        std::vector<OnSite> const claims(own.begin(), own.end());
        auto const known = members.find(subject.second);
        int const people = known == members.end() ? 1 : known->second;
        auto const holds = static_cast<int>(std::ceil(settings.period * settings.sites_a_day * people));
        for (std::size_t from = 0; from < claims.size();) {
            auto const period = worst(claims, from, holds, settings);
            if (period.excess < settings.least_excess) break;
            out.push_back(period_clue(claims, period, people, settings));
            from = period.to;
        }
    }
    return out;
}

std::vector<Clue> unusual_output(std::span<Output const> outputs, OutputSettings const& settings) {
    std::map<int, std::vector<Output>> months;
    for (auto const& one : outputs) months[one.month].push_back(one);
    std::vector<Clue> out;
    for (auto const& [month, own] : months) month_clues(own, settings, out);
    return out;
}

}  // namespace anping::forensics
