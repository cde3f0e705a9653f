// SPDX-License-Identifier: Apache-2.0
// Uploads broken off at random, with restarts in between, end as the original.
#include "fixture.hpp"

namespace anping::vault {
namespace {

class Resume : public VaultTest {
protected:
    // One connection: some bytes from where the vault says, then the end or a break. Returns whether all is there.
    bool connect(UploadId const& id, std::string const& original, std::mt19937_64& random) {
        auto const state = vault->state(id).value();
        if (state.blob) return true;
        EXPECT_GE(state.offset, acknowledged);
        auto append = vault->append(id, state.offset).value();
        auto at = static_cast<std::size_t>(state.offset);
        auto pieces = random() % 6;
        while (at < original.size() && pieces-- > 0) {
            auto const count = std::min<std::size_t>(1 + random() % 70'000, original.size() - at);
            EXPECT_TRUE(append->write(std::string_view(original).substr(at, count)));
            at += count;
        }
        if (random() % 3 == 0) return false;  // broken off
        auto const answer = append->finish().value();
        EXPECT_EQ(answer.offset, static_cast<std::int64_t>(at));
        acknowledged = answer.offset;
        return answer.blob.has_value();
    }

    std::int64_t acknowledged = 0;
};

TEST_F(Resume, RandomBreaksAndRestartsLeaveTheOriginal) {
    auto const seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    for (int round = 0; round < 40; ++round) {
        auto const original = random_content(random, random() % 600'000);
        auto const id = vault->create("account", "file", static_cast<std::int64_t>(original.size()))->id;
        acknowledged = 0;
        for (int i = 0; i < 1000 && !connect(id, original, random); ++i)
            if (random() % 4 == 0) open();
        auto const blob = vault->state(id)->blob.value();
        ASSERT_EQ(blob.sm3, sm3_of(original));
        ASSERT_EQ(blob.size, static_cast<std::int64_t>(original.size()));
        ASSERT_EQ(content_of(*vault->path_of(blob.sm3)), original);
    }
    for (auto const& name : folder.names("vault/uploads")) EXPECT_TRUE(name.ends_with(".json")) << name;
}

TEST_F(Resume, APartThatIsWholeAfterARestartIsFinishedByAskingForIt) {
    auto const id = vault->create("account", "file", 5)->id;
    ASSERT_TRUE(vault->append(id, 0).value()->write("whole"));
    open();
    EXPECT_EQ(vault->state(id)->blob->sm3, sm3_of("whole"));
}

}  // namespace
}  // namespace anping::vault
