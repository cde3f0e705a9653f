// SPDX-License-Identifier: Apache-2.0
#include <anping/api/testing.hpp>
#include <anping/crypto/digest.hpp>

#include "story.hpp"

namespace anping::practice {
namespace {

using api::testing::header_of;

class Uploads : public Story {
protected:
    http::Response create(access::Principal const& who, std::string const& length, std::string const& metadata) {
        return caller.call(who, "POST", "/api/v1/uploads", {},
                           {{"upload-length", length}, {"upload-metadata", metadata}});
    }
    // What the server does with a streamed body.
    http::Response append(access::Principal const& who, std::string const& address, std::string const& offset,
                          std::string const& bytes) {
        auto request = api::testing::request("PATCH", address, {}, {{"upload-offset", offset}});
        for (auto const& endpoint : caller.dispatcher().endpoints()) {
            if (endpoint.method != "PATCH" || !api::testing::matches(endpoint.path, request)) continue;
            auto [sink, refused] = caller.dispatcher().open_as(who, endpoint, request);
            if (!sink) return refused;
            sink->write(bytes);
            return sink->finish();
        }
        return {};
    }
    access::Principal other() const { return house.of_institution(access::Role::assessor, "A-other"); }
    std::string const unclassified = ", unclassified " + crypto::to_base64("true");
    std::string const name = "filename " + crypto::to_base64("现场 照片.jpg") + unclassified;
    api::testing::Caller caller{endpoints(house.rooms), house.policy, house.clock};
};
INSTANTIATE_TEST_SUITE_P(Sqlite, Uploads, ::testing::Values(db::Backend::sqlite), db::BackendName{});

TEST_P(Uploads, AFileArrivesInPiecesAndIsNamedByItsDigests) {
    auto const made = create(house.leader(), "6", "kind photo, " + name);
    ASSERT_EQ(made.status, 201) << made.body;
    auto const address = header_of(made, "location");
    auto const half = append(house.leader(), address, "0", "abc");
    EXPECT_EQ(half.status, 204);
    EXPECT_EQ(header_of(half, "upload-offset"), "3");
    EXPECT_EQ(append(house.leader(), address, "1", "x").status, 409);
    auto const state = caller.get(house.leader(), address);
    EXPECT_EQ(header_of(state, "upload-offset"), "3");
    auto const whole = append(house.leader(), address, "3", "def");
    EXPECT_EQ(header_of(whole, "anping-sm3").size(), 64U);
    auto const body = api::testing::body_of(caller.get(house.leader(), address));
    EXPECT_EQ(body.at("file_name").as_string(), "现场 照片.jpg");
    EXPECT_EQ(body.at("blob").at("sha256").as_string(), header_of(whole, "anping-sha256"));
}

TEST_P(Uploads, NothingIsTakenInBeforeItIsSaidToBeUnclassified) {
    for (auto const& said :
         {std::string(), ", unclassified " + crypto::to_base64("false"), std::string(", unclassified")}) {
        auto const refused = create(house.leader(), "6", "filename " + crypto::to_base64("a.pdf") + said);
        EXPECT_EQ(refused.status, 422) << said;
        EXPECT_THAT(refused.body, ::testing::HasSubstr("不含涉密内容"));
    }
    house.clock.set(at("2026-03-02T10:00:00+08:00"));
    auto const address = header_of(create(house.leader(), "3", name), "location");
    append(house.leader(), address, "0", "abc");
    auto const said = api::testing::body_of(caller.get(house.leader(), address)).at("unclassified_at").as_string();
    EXPECT_EQ(said, "2026-03-02T10:00:00.000000+08:00");
    auto const id = opened();
    vault::UploadId const upload{std::string(address.substr(address.rfind('/') + 1))};
    AttachEvidence const in{{{upload, {"other"}, {}}}};
    house.done(house.leader(), house.service.attach_evidence(house.leader(), id, in));
    EXPECT_TRUE(view(id).evidence.front().exhibit.value().unclassified_at);
}

TEST_P(Uploads, AnothersUploadDoesNotExist) {
    auto const address = header_of(create(house.leader(), "6", name), "location");
    auto const foreign = caller.get(other(), address);
    auto const none = caller.get(other(), "/api/v1/uploads/0123456789abcdef0123456789abcdef");
    EXPECT_EQ(foreign.status, 404);
    EXPECT_EQ(none.status, 404);
    EXPECT_EQ(append(other(), address, "0", "abc").status, 404);
    EXPECT_EQ(caller.get(house.county(), address).status, 404);
    EXPECT_EQ(caller.get({}, address).status, 401);
    EXPECT_EQ(caller.get(house.the_enterprise(), address).status, 404);
}

TEST_P(Uploads, AnEnterpriseUploadsWhatItHandsIn) {
    auto const made = create(house.the_enterprise(), "6", name);
    EXPECT_EQ(made.status, 201) << made.body;
    EXPECT_EQ(append(house.the_enterprise(), header_of(made, "location"), "0", "abcdef").status, 204);
}

TEST_P(Uploads, ABureausClerkUploadsToo) {
    auto const made = create(house.county(), "3", name);
    ASSERT_EQ(made.status, 201);
    EXPECT_EQ(append(house.county(), header_of(made, "location"), "0", "abc").status, 204);
}

TEST_P(Uploads, SaysWhatAnUploadMustName) {
    EXPECT_EQ(create(house.leader(), "", name).status, 400);
    EXPECT_EQ(create(house.leader(), "-1", name).status, 400);
    EXPECT_EQ(create(house.leader(), "6x", name).status, 400);
    EXPECT_EQ(create(house.leader(), "6", "").status, 400);
    EXPECT_EQ(create(house.leader(), "6", "filename ?").status, 400);
    EXPECT_EQ(create({}, "6", name).status, 401);
    auto const address = header_of(create(house.leader(), "6", name), "location");
    EXPECT_EQ(append(house.leader(), address, "", "abc").status, 400);
    EXPECT_EQ(append(house.leader(), address, "0", "abcdefg").status, 413);
}

}  // namespace
}  // namespace anping::practice
