// SPDX-License-Identifier: Apache-2.0
// Looks at an institution's own site and says what stands there.
#include <atomic>
#include <memory>

#include <anping/base/log.hpp>
#include <anping/crypto/digest.hpp>
#include <anping/practice/looking.hpp>

namespace anping::practice {
namespace {

std::optional<Sight> problem_of(http::FetchProblem problem) {
    switch (problem) {
        case http::FetchProblem::none: return std::nullopt;
        case http::FetchProblem::address: return Sight::address;
        case http::FetchProblem::name: return Sight::name;
        case http::FetchProblem::blocked: return Sight::blocked;
        case http::FetchProblem::refused: return Sight::refused;
        case http::FetchProblem::timeout: return Sight::timeout;
        case http::FetchProblem::tls: return Sight::tls;
        case http::FetchProblem::status: return Sight::status;
        case http::FetchProblem::redirects: return Sight::redirects;
        case http::FetchProblem::too_large: return Sight::too_large;
        case http::FetchProblem::broken: return Sight::broken;
    }
    return Sight::broken;
}

Found found_at(Where const& where, http::FetchOptions options) {
    options.size_limit = static_cast<std::uint64_t>(where.size_limit);
    options.deadline = where.deadline;
    crypto::Hasher hasher(crypto::HashAlgorithm::sm3);
    auto const fetched = http::fetch(where.url, options, [&](std::string_view piece) { hasher.update(piece); });
    Found out;
    out.problem = problem_of(fetched.problem);
    out.status = fetched.status;
    if (out.problem) {
        log::info("disclosure.not_found", {{"url", fetched.url}, {"why", fetched.detail}});
        return out;
    }
    out.media_type = fetched.media_type;
    out.size = static_cast<std::int64_t>(fetched.size);
    out.sm3 = crypto::to_hex(hasher.finish());
    return out;
}

constexpr std::size_t kInARound = 20;
constexpr auto kPatience = std::chrono::seconds(60);

ledger::Actor const kPlatform{"", "system", "", ""};

void look_at(DisclosureToCheck const& one, Rooms const& rooms, Clock const& clock) {
    auto found = rooms.look({one.url, size_limit(one), kPatience});
    if (!found) return;  // too many at once: its turn stays
    auto const written = rooms.writer.apply(
        {kPlatform, {}, {}, rooms.service.record_check(one.project, one.url, std::move(*found), clock.now())});
    if (!written) log::warn("disclosure.not_recorded", {{"project", one.project.text}, {"why", written.error().key}});
}

}  // namespace

void look_at_those_due(Rooms const& rooms, Clock const& clock, std::function<bool()> const& ended) {
    auto const due = [&] {
        auto lease = rooms.pool.lease();
        return rooms.service.disclosures_due(*lease, kInARound);
    }();
    for (auto const& one : due) {
        if (ended()) return;
        look_at(one, rooms, clock);
    }
}

Look looker(http::FetchOptions options, std::size_t at_once) {
    auto busy = std::make_shared<std::atomic<std::size_t>>(0);
    return [options = std::move(options), busy, at_once](Where const& where) -> Result<Found> {
        struct Place {
            std::atomic<std::size_t>& taken;
            std::size_t const before = taken.fetch_add(1);
            ~Place() { taken.fetch_sub(1); }
        } const place{*busy};
        if (place.before >= at_once)
            return fail(ErrorCode::unavailable, "practice.looking_elsewhere", "正在核对其他网址，请稍后再试");
        return found_at(where, options);
    };
}

}  // namespace anping::practice
