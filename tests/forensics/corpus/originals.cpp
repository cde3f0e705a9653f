// SPDX-License-Identifier: Apache-2.0
#include "originals.hpp"

#include <algorithm>
#include <stdexcept>

#include "slots.hpp"
#include "stock.hpp"

namespace corpus {

namespace {

constexpr double kFacts = 0.18;
constexpr double kRoom = 1.08;  // pieces end at a sentence, so a stretch is longer than what is asked of it

}  // namespace

std::size_t Originals::reports_from(std::size_t characters, double mean) {
    return static_cast<std::size_t>(static_cast<double>(characters) / (mean * kOriginalShare * kRoom * 1.05));
}

void Originals::use(std::vector<View> texts) {
    Rng rng(derived(plan_.options().seed, 3));
    rng.shuffle(texts);
    for (View const text : texts) real_ += text;
    std::size_t at = 0;
    std::size_t const reports = plan_.options().indexed + plan_.options().queries;
    for (std::size_t report = 0; report < reports; ++report) {
        begins_.push_back(at);
        at += static_cast<std::size_t>(static_cast<double>(plan_.filing(report).length) * kOriginalShare * kRoom);
    }
    begins_.push_back(at);
    if (at > real_.size())
        throw std::runtime_error("too little real text for so many reports; fewer or shorter ones are possible");
}

Originals::Source::Source(Originals const& from, std::size_t report)
    : from_(from), report_(report), feed_(from.chain_, derived(from.plan_.options().seed, 0x50000000 + report)) {}

Originals::Source Originals::of(std::size_t report) const {
    Source source(*this, report);
    if (!begins_.empty()) {
        source.at_ = begins_[report];
        source.end_ = begins_[report + 1];
    }
    return source;
}

Text Originals::Source::next(std::size_t length, Rng& rng) {
    if (from_.begins_.empty()) {
        Filing const filing = from_.plan_.filing(report_);
        Enterprise const about = enterprise(filing.enterprise);
        Text const open = drawn(feed_, rng, about.industry, length, kFacts);
        return filled(open, about, institution(filing.institution), rng);
    }
    std::size_t const least = std::min(at_ + length, end_);
    std::size_t stop = least;
    while (stop < end_ && !is_stop(from_.real_[stop]) && from_.real_[stop] != U'\n') ++stop;
    if (stop < end_) ++stop;
    Text out = from_.real_.substr(at_, stop - at_);
    at_ = stop;
    if (!out.empty() && out.back() != U'\n') out.push_back(U'\n');
    return out;
}

}  // namespace corpus
