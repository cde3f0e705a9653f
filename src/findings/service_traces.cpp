// SPDX-License-Identifier: Apache-2.0
#include <anping/findings/service.hpp>

#include "queries.hpp"
#include "readings.hpp"

namespace anping::findings {
namespace {

// As a person reads on over the end of a line.
std::string without_blanks(std::string_view text) {
    constexpr std::string_view kWide = "\u3000";
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        if (text.substr(i, kWide.size()) == kWide) {
            i += kWide.size();
            continue;
        }
        if (static_cast<unsigned char>(text[i]) > ' ') out += text[i];
        ++i;
    }
    return out;
}

// Whole characters, some thirty on either side.
std::string around(std::string const& text, std::size_t at, std::size_t length) {
    constexpr std::size_t kBytes = 90;
    auto const inside = [&](std::size_t i) {
        return i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0u) == 0x80;
    };
    std::size_t from = at > kBytes ? at - kBytes : 0;
    std::size_t to = std::min(text.size(), at + length + kBytes);
    while (from > 0 && inside(from)) --from;
    while (inside(to)) ++to;
    return text.substr(from, to - from);
}

void look(std::string const& text, std::string const& words, Mention& out) {
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + words.size())) {
        if (out.times == 0) out.around = around(text, at, words.size());
        ++out.times;
    }
}

}  // namespace

std::vector<Mention> Service::mentions(db::Session& session, access::Principal const& who,
                                       MentionQuestion const& asked) const {
    constexpr std::size_t kReports = 100;
    auto const words = without_blanks(asked.words);
    Readings const readings(with_.vault);
    std::vector<Mention> out;
    for (auto& report :
         with_.reports.filed_about(session, asked.enterprise, field::beijing_midnight(asked.before), kReports)) {
        if (!with_.policy.decide(who, access::Action::finding_view, report.target)) continue;
        Mention one{std::move(report.id),
                    std::move(report.project),
                    std::move(report.title),
                    std::move(report.institution_name),
                    report.filed_at,
                    false,
                    0,
                    {}};
        if (auto const document = queries::document_of(session, one.report))
            if (auto const text = readings.text(*document)) {
                one.readable = true;
                if (!words.empty()) look(without_blanks(*text), words, one);
            }
        out.push_back(std::move(one));
    }
    return out;
}

}  // namespace anping::findings
