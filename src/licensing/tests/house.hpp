// SPDX-License-Identifier: Apache-2.0
// A county's permit desk with an applicant and an institution, for the tests of this module.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <anping/api/testing.hpp>
#include <anping/licensing/endpoints.hpp>
#include <anping/licensing/projection.hpp>
#include <anping/practice/testing.hpp>

namespace anping::licensing {

using access::Role;
using practice::testing::day;

class Applications : public ::testing::TestWithParam<db::Backend> {
protected:
    http::Response post(access::Principal const& who, std::string const& path, json::value const& body) {
        return caller.post(who, "/api/v1/applications" + path, body);
    }
    std::string received() {
        ReceiveApplication in{house.enterprise,  {"chemical_production"}, {"安全生产许可证延期"},
                              day("2026-03-02"), day("2026-03-02"),       {{project}}};
        auto const response = post(desk, "", to_json(in));
        EXPECT_EQ(response.status, 201) << response.body;
        return std::string(api::testing::body_of(response).at("result").at("id").as_string());
    }
    json::value view(access::Principal const& who, std::string const& id) {
        auto const response = caller.get(who, "/api/v1/applications/" + id);
        EXPECT_EQ(response.status, 200) << response.body;
        return api::testing::body_of(response);
    }
    std::size_t listed(access::Principal const& who, std::string const& query = "") {
        return api::testing::body_of(caller.get(who, "/api/v1/applications" + query)).at("items").as_array().size();
    }
    access::Principal bureau(Role role, char const* region = "652301") const {
        return house.of_bureau(role, region, std::string("A-") + boost::describe::enum_to_string(role, ""));
    }

    std::unique_ptr<ledger::Projection> rows = make_projection();
    practice::testing::House house{GetParam(), practice::testing::books(ANPING_SOURCE_DIR "/rulebooks"), {rows.get()}};
    practice::ProjectId project{
        house.done(house.leader(), house.service.open_project(house.leader(), house.contract())).id};
    Service service{[this] { return house.law; }, house.registry, house.service, house.clock};
    api::testing::Caller caller{endpoints(service, house.writer, house.pool), house.policy, house.clock};
    access::Principal desk = bureau(Role::permit_officer);
    access::Principal admin = house.of_institution(Role::institution_admin, "A-admin");
};

}  // namespace anping::licensing
