// SPDX-License-Identifier: Apache-2.0
// Reports of two institutions that wait for the screener.
#pragma once

#include "house.hpp"

namespace anping::findings::testing {

using access::Role;

class Screenings : public ::testing::TestWithParam<db::Backend> {
protected:
    House house{GetParam()};
    House::Author const ours = house.ours();
    House::Author const theirs = house.theirs();
    std::unique_ptr<Screener> screener = house.screener();
    Progress progress;
    Service const service{{[this] { return house.practice.law; }, house.practice.service, house.practice.registry,
                           house.practice.vault, house.practice.policy, house.practice.clock,
                           [this] { return progress; }}};

    int screen_all() {
        int count = 0;
        for (;;) {
            auto const done = screener->next();
            if (!done) throw std::runtime_error(done.error().text + done.error().internal);
            if (!*done) return count;
            ++count;
        }
    }
    static bool near(std::int64_t value, std::int64_t to) { return std::abs(value - to) <= 4; }
    ScreeningView seen(practice::ReportId const& report) {
        auto lease = house.practice.pool.lease();
        return service.screening(*lease, house.practice.county(), report).value();
    }
    // Filed by the other institution, and then a report of ours with a copy in the middle.
    std::pair<practice::ReportId, practice::ReportId> a_copy(std::size_t characters = 400) {
        auto const passage = house.original(characters);
        auto const first = house.file(theirs, house.open(theirs), house.original(600) + passage + house.original(300));
        auto const second = house.file(ours, house.open(ours), house.original(500) + passage + house.original(600));
        return {first, second};
    }
    void act(access::Principal const& who, Decision decide) {
        auto const done = house.practice.act(who, std::move(decide));
        ASSERT_TRUE(done) << done.error().text;
    }
};

}  // namespace anping::findings::testing
