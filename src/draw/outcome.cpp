// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include <anping/draw/draw.hpp>

namespace anping::draw {
namespace {

struct Rank {
    crypto::Digest ticket;
    std::string_view id;
    auto operator<=>(Rank const&) const = default;
};

class Tickets {
public:
    explicit Tickets(crypto::Digest const& seed) : seed_(seed), hasher_(crypto::HashAlgorithm::sm3) {}

    crypto::Digest lowest(std::string_view label, std::string_view id, std::int64_t weight) {
        auto out = ticket(label, id, 1);
        for (std::int64_t number = 2; number <= weight; ++number) out = std::min(out, ticket(label, id, number));
        return out;
    }

private:
    crypto::Digest ticket(std::string_view label, std::string_view id, std::int64_t number) {
        constexpr std::string_view kApart("\0", 1);
        text_.assign(crypto::as_text(seed_)).append(label).append(kApart).append(id).append(kApart);
        hasher_.update(text_.append(std::to_string(number)));
        return hasher_.finish();
    }

    crypto::Digest const& seed_;
    crypto::Hasher hasher_;
    std::string text_;
};

// Who of a pool goes where, candidate after candidate.
class Sending {
public:
    Sending(Pool const& pool, Tickets& tickets) : pool_(pool), tickets_(tickets) {
        for (auto const& one : pool.recusals)
            recused_.try_emplace({one.candidate.value, one.member.value}, one.reason.value);
    }

    Sent to(std::string const& candidate) {
        Sent out{pool_.id, {}, {}};
        auto const wanted = static_cast<std::size_t>(pool_.each);
        for (auto const& rank : ranked(candidate)) {
            if (out.members.size() == wanted) break;
            std::string const id(rank.id);
            if (auto const why = why_not(candidate, id); !why.empty()) {
                out.skipped.push_back({{id}, why});
                continue;
            }
            ++sent_[id];
            out.members.push_back({id});
        }
        return out;
    }

private:
    std::vector<Rank> ranked(std::string const& candidate) {
        auto const label = pool_.id.value + '\0' + candidate;
        std::vector<Rank> out;
        out.reserve(pool_.members.size());
        for (auto const& one : pool_.members) out.push_back({tickets_.lowest(label, one.id.value, 1), one.id.value});
        std::ranges::sort(out);
        return out;
    }
    std::string why_not(std::string const& candidate, std::string const& member) const {
        if (auto const found = recused_.find({candidate, member}); found != recused_.end()) return found->second;
        auto const count = sent_.find(member);
        bool const full = pool_.most > 0 && count != sent_.end() && count->second >= pool_.most;
        return full ? "已达每人上限" : "";
    }

    Pool const& pool_;
    Tickets& tickets_;
    std::map<std::pair<std::string, std::string>, std::string> recused_;
    std::map<std::string, std::int64_t> sent_;
};

StratumDrawn drawn_of(Stratum const& stratum, std::vector<Rank> ranks) {
    auto const take = std::min(ranks.size(), static_cast<std::size_t>(stratum.take));
    auto const all = std::min(ranks.size(), take + static_cast<std::size_t>(stratum.reserve));
    std::ranges::partial_sort(ranks, ranks.begin() + static_cast<std::ptrdiff_t>(all));
    StratumDrawn out{stratum.id, {}, {}};
    for (std::size_t i = 0; i < all; ++i) {
        Key id{std::string(ranks[i].id)};
        if (i < take) out.drawn.push_back({std::move(id), {}});
        else out.reserve.push_back(std::move(id));
    }
    return out;
}

}  // namespace

std::vector<StratumDrawn> outcome(Plan const& given, crypto::Digest const& seed) {
    auto const plan = in_order(given);
    Tickets tickets(seed);
    std::map<std::string_view, std::vector<Rank>> ranks;
    for (auto const& one : plan.candidates)
        ranks[one.stratum.value].push_back({tickets.lowest("candidate", one.id.value, one.weight), one.id.value});
    std::vector<StratumDrawn> out;
    out.reserve(plan.strata.size());
    for (auto const& stratum : plan.strata) out.push_back(drawn_of(stratum, std::move(ranks[stratum.id.value])));
    for (auto const& pool : plan.pools) {
        Sending sending(pool, tickets);
        for (auto& stratum : out)
            for (auto& one : stratum.drawn) one.sent.push_back(sending.to(one.candidate.value));
    }
    return out;
}

}  // namespace anping::draw
