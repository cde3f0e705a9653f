// SPDX-License-Identifier: Apache-2.0
#include "workforce.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

namespace anping::registry {
namespace {

// Who sits where, and a search for a chain of moves that seats one more.
class Seating {
public:
    Seating(std::vector<Need> const& needs, std::vector<Able> const& people) : needs_(needs), people_(people) {
        for (auto const& need : needs)
            for (std::int64_t i = 0; i < need.number; ++i) seats_.push_back({need.specialty, kNobody});
        sits_.assign(people.size(), kNowhere);
        for (std::size_t seat = 0; seat < seats_.size(); ++seat) {
            std::vector<bool> tried(people.size());
            seat_somebody(seat, tried);
        }
    }

    Staffing result() const {
        Staffing out;
        for (auto const& seat : seats_)
            if (seat.person != kNobody) out.posts.push_back({seat.specialty, people_[seat.person].person, {}});
        for (auto const& need : needs_) {
            auto const missing = std::ranges::count_if(
                seats_, [&](Seat const& seat) { return seat.person == kNobody && seat.specialty == need.specialty; });
            if (missing > 0) out.gaps.push_back(gap(need, missing));
        }
        return out;
    }

private:
    static constexpr std::size_t kNobody = ~std::size_t{0};
    static constexpr std::size_t kNowhere = ~std::size_t{0};
    struct Seat {
        std::string specialty;
        std::size_t person;
    };

    bool can(std::size_t person, std::string const& specialty) const {
        return std::ranges::find(people_[person].specialties, specialty) != people_[person].specialties.end();
    }

    bool seat_somebody(std::size_t seat, std::vector<bool>& tried) {
        for (std::size_t person = 0; person < people_.size(); ++person) {
            if (tried[person] || !can(person, seats_[seat].specialty)) continue;
            tried[person] = true;
            if (sits_[person] != kNowhere && !seat_somebody(sits_[person], tried)) continue;
            seats_[seat].person = person;
            sits_[person] = seat;
            return true;
        }
        return false;
    }

    // Everybody able to do this sits somewhere; the specialties they sit for compete with it, and so on (Hall).
    Gap gap(Need const& need, std::int64_t missing) const {
        std::set<std::string> rivals{need.specialty};
        std::set<std::size_t> able;
        for (bool grew = true; grew;) {
            grew = false;
            for (std::size_t person = 0; person < people_.size(); ++person) {
                auto const fits = [&](std::string const& specialty) { return can(person, specialty); };
                if (able.contains(person) || std::ranges::none_of(rivals, fits)) continue;
                able.insert(person);
                if (sits_[person] != kNowhere) rivals.insert(seats_[sits_[person]].specialty);
                grew = true;
            }
        }
        Gap out{need.specialty, missing, {rivals.begin(), rivals.end()}, 0, static_cast<std::int64_t>(able.size()), {}};
        for (auto const& one : needs_)
            if (rivals.contains(one.specialty)) out.asked += one.number;
        out.text = rivals.size() == 1
                       ? fmt::format("{}需{}人，有{}人", need.specialty, out.asked, out.able)
                       : fmt::format("{}差{}人：{}合计需{}人，能担任的共{}人，一人只计一次", need.specialty, missing,
                                     fmt::join(out.together, "、"), out.asked, out.able);
        return out;
    }

    std::vector<Need> const& needs_;
    std::vector<Able> const& people_;
    std::vector<Seat> seats_;
    std::vector<std::size_t> sits_;
};

}  // namespace

bool Worker::works(field::Date day, std::optional<BranchId> const& branch) const noexcept {
    return std::ranges::any_of(employments, [&](Employed const& one) {
        return one.full_time && one.days.has(day) && (!branch || one.branch == branch);
    });
}

bool Worker::holds(field::Date day, CredentialKind kind, Grade at_least) const noexcept {
    return std::ranges::any_of(credentials, [&](HeldCredential const& one) {
        return one.kind == kind && one.grade <= at_least && one.valid.has(day);
    });
}

std::vector<Able> able_on(Workforce const& people, field::Date day, std::optional<BranchId> const& branch) {
    std::vector<Able> out;
    for (auto const& worker : people) {
        if (!worker.works(day, branch) || !worker.holds(day, CredentialKind::assessor, Grade::level3)) continue;
        std::set<std::string> specialties;
        for (auto const& one : worker.credentials)
            if (one.valid.has(day)) specialties.insert(one.specialty);
        out.push_back({worker.person, {specialties.begin(), specialties.end()}});
    }
    return out;
}

Staffing staff(std::vector<Need> const& needs, std::vector<Able> people) {
    std::ranges::sort(people, {}, [](Able const& one) { return one.person.text; });
    return Seating(needs, people).result();
}

std::vector<Need> needs_of(json::object const* scope) {
    std::vector<Need> out;
    auto const* table = scope == nullptr ? nullptr : scope->if_contains("staffing");
    if (table == nullptr || !table->is_array()) return out;
    for (auto const& row : table->get_array())
        out.push_back({std::string(row.at("name").as_string()), row.at("value").to_number<std::int64_t>()});
    return out;
}

}  // namespace anping::registry
