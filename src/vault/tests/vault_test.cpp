// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <thread>

#include "fixture.hpp"

namespace anping::vault {
namespace {

namespace fs = std::filesystem;

TEST_F(VaultTest, KeepsAFileUnderItsSm3AndKnowsItsSha256) {
    auto const blob = store("abc");
    EXPECT_EQ(blob.sm3, "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    EXPECT_EQ(blob.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(blob.size, 3);
    EXPECT_EQ(blob.reading.media_type, "image/png");
    EXPECT_EQ(vault->path_of(blob.sm3), folder / ("vault/blobs/66/c7/" + blob.sm3));
    EXPECT_EQ(content_of(*vault->path_of(blob.sm3)), "abc");
    EXPECT_EQ(vault->blob(blob.sm3)->sha256, blob.sha256);
}

TEST_F(VaultTest, TakesAFileInPiecesOverSeveralAppends) {
    auto const id = vault->create("account", "报告.pdf", 10)->id;
    auto first = vault->append(id, 0).value();
    ASSERT_TRUE(first->write("0123"));
    auto const half = first->finish().value();
    EXPECT_EQ(half.offset, 4);
    EXPECT_FALSE(half.blob);
    first.reset();
    auto second = vault->append(id, 4).value();
    ASSERT_TRUE(second->write("45"));
    ASSERT_TRUE(second->write("6789"));
    auto const whole = second->finish().value();
    EXPECT_EQ(whole.offset, 10);
    EXPECT_EQ(whole.file_name, "报告.pdf");
    EXPECT_EQ(whole.blob->sm3, sm3_of("0123456789"));
    EXPECT_EQ(vault->state(id)->blob->sm3, whole.blob->sm3);
}

TEST_F(VaultTest, AnEmptyFileIsCompleteAtOnce) {
    auto const state = vault->create("account", "空.txt", 0).value();
    EXPECT_EQ(state.blob->sm3, sm3_of(""));
}

TEST_F(VaultTest, AnswersTheLastAppendAgainWhenItsAnswerWasLost) {
    auto const id = vault->create("account", "a", 3)->id;
    ASSERT_TRUE(vault->append(id, 0).value()->write("abc"));
    auto again = vault->append(id, 3).value();
    EXPECT_EQ(again->finish()->blob->sm3, sm3_of("abc"));
    again.reset();
    auto thrice = vault->append(id, 3).value();
    EXPECT_EQ(key(thrice->write("x")), "vault.too_large");
    EXPECT_EQ(thrice->finish()->blob->sm3, sm3_of("abc"));
}

TEST_F(VaultTest, RefusesBytesAtAnotherPlaceAndSaysWhichIsRight) {
    auto const id = vault->create("account", "a", 10)->id;
    ASSERT_TRUE(vault->append(id, 0).value()->write("0123"));
    auto const refused = vault->append(id, 2);
    EXPECT_EQ(key(refused), "vault.offset");
    EXPECT_THAT(refused.error().text, ::testing::HasSubstr("4"));
}

TEST_F(VaultTest, RefusesMoreBytesThanAnnouncedAndKeepsThoseBefore) {
    auto const id = vault->create("account", "a", 4)->id;
    auto append = vault->append(id, 0).value();
    ASSERT_TRUE(append->write("012"));
    EXPECT_EQ(key(append->write("34")), "vault.too_large");
    EXPECT_EQ(key(append->write("3")), "vault.too_large");
    EXPECT_EQ(key(append->finish()), "vault.too_large");
    append.reset();
    EXPECT_EQ(vault->state(id)->offset, 3);
}

TEST_F(VaultTest, LetsOneConnectionAppendAtATime) {
    auto const id = vault->create("account", "a", 10)->id;
    auto append = vault->append(id, 0).value();
    ASSERT_TRUE(append->write("01"));
    EXPECT_EQ(key(vault->append(id, 2)), "vault.busy");
    EXPECT_EQ(vault->state(id)->offset, 2);
    Vault other(folder / "vault", worker, clock);
    EXPECT_EQ(key(other.append(id, 2)), "vault.busy");
    append.reset();
    EXPECT_TRUE(vault->append(id, 2));
    EXPECT_TRUE(other.append(id, 2));
}

TEST_F(VaultTest, LimitsTheLengthOfAFileAndWhatAnOwnerLeavesUnfinished) {
    open({.length = 100, .owner_bytes = 150, .owner_uploads = 2});
    EXPECT_EQ(key(vault->create("a", "x", 101)), "vault.too_large");
    EXPECT_EQ(key(vault->create("a", "x", -1)), "vault.length");
    auto const first = vault->create("a", "x", 100).value();
    EXPECT_EQ(key(vault->create("a", "x", 51)), "vault.quota");
    EXPECT_TRUE(vault->create("a", "x", 50));
    EXPECT_EQ(key(vault->create("a", "x", 0)), "vault.quota");
    EXPECT_TRUE(vault->create("b", "x", 100));
    open({.length = 100, .owner_bytes = 150, .owner_uploads = 2});
    EXPECT_EQ(key(vault->create("a", "x", 0)), "vault.quota") << "a restart forgot the quota";
    auto append = vault->append(first.id, 0).value();
    ASSERT_TRUE(append->write(std::string(100, 'x')));
    ASSERT_TRUE(append->finish());
    append.reset();
    EXPECT_TRUE(vault->create("a", "x", 100)) << "a finished upload still counts";
}

TEST_F(VaultTest, NeverUsesANameAsAPath) {
    for (std::string const name : {"../../../etc/passwd", "/etc/passwd", "a/b\\c", "..", "con"}) {
        auto const id = vault->create("account", name, 1)->id;
        EXPECT_EQ(vault->state(id)->file_name, name);
    }
    for (std::string const& name :
         {std::string(), std::string("a\nb"), std::string("\xff\xfe"), std::string("a\0b", 3)})
        EXPECT_EQ(key(vault->create("account", name, 1)), "vault.file_name") << name;
    EXPECT_EQ(key(vault->create("account", std::string(256, 'x'), 1)), "vault.file_name");
    for (std::string const id : {"../../worker", "", "..", "0123456789abcdef0123456789abcdef", "x"}) {
        EXPECT_EQ(key(vault->state({id})), "vault.unknown_upload");
        EXPECT_EQ(key(vault->append({id}, 0)), "vault.unknown_upload");
    }
    for (std::string const& sm3 : {std::string("../../../../etc/passwd"), std::string(), std::string(64, 'A')}) {
        EXPECT_FALSE(vault->path_of(sm3));
        EXPECT_FALSE(vault->blob(sm3));
    }
}

TEST_F(VaultTest, KeepsEqualContentOnce) {
    auto const first = store("the same", "one.txt");
    auto const second = store("the same", "two.txt");
    auto const third = vault->put(folder.write("three", "the same")).value();
    EXPECT_EQ(first.sm3, second.sm3);
    EXPECT_EQ(first.sm3, third.sm3);
    EXPECT_EQ(folder.names("vault/blobs").size(), 2u);  // the file and its description
    EXPECT_EQ(fs::hard_link_count(*vault->path_of(first.sm3)), 1u);
}

TEST_F(VaultTest, ManyThreadsStoringTheSameAndDifferentFilesDisturbNobody) {
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t) {
        threads.emplace_back([&, t] {
            for (int i = 0; i < 5; ++i) {
                auto const content = "content " + std::to_string(t % 2 == 0 ? i : t * 100 + i);
                EXPECT_EQ(store(content).sm3, sm3_of(content));
            }
        });
    }
    for (auto& thread : threads) thread.join();
    std::size_t intact = 0;
    vault->verify([&](auto const&, bool whole, auto const&) { intact += whole ? 1 : 0; });
    EXPECT_EQ(intact, 5u + 4u * 5u);
    EXPECT_EQ(vault->collect({0}), 0);
    for (auto const& name : folder.names("vault/uploads")) EXPECT_TRUE(name.ends_with(".json")) << name;
}

TEST_F(VaultTest, VerifyNamesEveryFileWhoseBytesChanged) {
    std::map<std::string, bool> expected;
    for (int i = 0; i < 20; ++i) expected[store("file " + std::to_string(i)).sm3] = true;
    int n = 0;
    for (auto& [sm3, intact] : expected) {
        auto const path = *vault->path_of(sm3);
        switch (++n) {
            case 3: std::ofstream(path, std::ios::app) << "x"; break;
            case 7: std::ofstream(path, std::ios::in) << "g"; break;
            case 11: fs::resize_file(path, 2); break;
            case 13: fs::remove(path), fs::create_symlink(worker, path); break;
            case 17: fs::remove(path), fs::create_directory(path); break;
            default: continue;
        }
        intact = false;
    }
    std::map<std::string, bool> found;
    vault->verify([&](std::string const& sm3, bool intact, std::string const&) { found[sm3] = intact; });
    EXPECT_EQ(found, expected);
}

TEST_F(VaultTest, StoringTheSameContentAgainHealsADamagedFile) {
    auto const blob = store("precious");
    std::ofstream(*vault->path_of(blob.sm3), std::ios::trunc) << "precioux";
    store("precious");
    vault->verify([](auto const&, bool intact, auto const&) { EXPECT_TRUE(intact); });
}

TEST_F(VaultTest, RebuildsALostDescriptionFromTheBytes) {
    auto const blob = store("abc");
    fs::remove(*vault->path_of(blob.sm3) + ".json");
    EXPECT_EQ(vault->blob(blob.sm3)->sha256, blob.sha256);
    EXPECT_TRUE(fs::exists(*vault->path_of(blob.sm3) + ".json"));
}

TEST_F(VaultTest, MakesAPreviewOnce) {
    auto const sm3 = store("a picture").sm3;
    auto const first = vault->preview(sm3, 2).value();
    EXPECT_EQ(first, "\x89PNG\r\n\x1a\npage 2");
    EXPECT_EQ(vault->preview(sm3, 2).value(), first);
    EXPECT_EQ(content_of(folder / "runs"), "run\n");
    EXPECT_EQ(key(vault->preview(sm3, 4)), "vault.no_preview") << "the file has three pages";
    EXPECT_EQ(key(vault->preview(sm3, 0)), "vault.no_preview");
    EXPECT_EQ(key(vault->preview(std::string(64, '0'), 1)), "vault.no_preview");
    EXPECT_TRUE(folder.names("vault/scratch").empty());
}

TEST_F(VaultTest, APreviewThatCannotBeMadeIsTriedOnce) {
    folder.script("worker", std::string("[ $1 = page ] && echo run >> \"${0%/*}/runs\" && exit 1\n") + kHonest);
    auto const sm3 = store("no picture").sm3;
    EXPECT_EQ(key(vault->preview(sm3, 1)), "vault.no_preview");
    EXPECT_EQ(key(vault->preview(sm3, 1)), "vault.no_preview");
    EXPECT_EQ(content_of(folder / "runs"), "run\n");
}

TEST_F(VaultTest, CollectsUploadsThatNobodyContinued) {
    auto const old = vault->create("account", "old", 10)->id;
    auto const finished = store("abc").sm3;
    clock.advance_seconds(3600);
    auto const border = clock.now();
    auto const fresh = vault->create("account", "fresh", 10)->id;
    auto const held = vault->create("account", "held", 10)->id;
    auto const append = vault->append(held, 0).value();
    folder.write("vault/uploads/" + std::string(32, 'a') + ".part", "nobody knows it");
    fs::create_directory(folder / "vault/scratch/left");
    EXPECT_EQ(vault->collect(border), 1);
    EXPECT_EQ(key(vault->state(old)), "vault.unknown_upload");
    EXPECT_TRUE(vault->state(fresh));
    EXPECT_TRUE(vault->path_of(finished));
    EXPECT_FALSE(fs::exists(folder / ("vault/uploads/" + std::string(32, 'a') + ".part")));
    EXPECT_FALSE(fs::exists(folder / "vault/scratch/left"));
    clock.advance_seconds(3600);
    EXPECT_EQ(vault->collect(clock.now()), 1) << "one is held, one is old now";
    EXPECT_TRUE(vault->state(held));
}

TEST_F(VaultTest, BelievesAfterAPowerCutOnlyWhatWasSynced) {
    auto const id = vault->create("account", "a", 100)->id;
    {
        auto append = vault->append(id, 0).value();
        ASSERT_TRUE(append->write("0123"));
        ASSERT_TRUE(append->finish());
    }
    auto const record = folder / ("vault/uploads/" + id.text + ".json");
    auto text = content_of(record);
    auto const boot = text.find("\"boot\":\"") + 8;
    text.replace(boot, 4, "beef");
    std::ofstream(record, std::ios::trunc) << text;
    std::ofstream(folder / ("vault/uploads/" + id.text + ".part"), std::ios::app) << std::string(10, '\0');
    open();
    EXPECT_EQ(vault->state(id)->offset, 4);
    auto append = vault->append(id, 4).value();
    ASSERT_TRUE(append->write(std::string(96, 'x')));
    EXPECT_EQ(append->finish()->blob->sm3, sm3_of("0123" + std::string(96, 'x')));
}

TEST_F(VaultTest, SaysWhichProtectionsHold) { EXPECT_EQ(vault->protections().value(), R"({"limits":true})"); }

}  // namespace
}  // namespace anping::vault
