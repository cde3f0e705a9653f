// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <anping/crypto/merkle.hpp>
#include <anping/ledger/entry.hpp>

#include "body.hpp"

namespace anping::ledger {
namespace {

constexpr auto kSm3 = crypto::HashAlgorithm::sm3;

Entry example() {
    Entry entry;
    entry.seq = 12;
    entry.at = Timestamp{1'795'000'000'123'456};
    entry.actor = {"a-1", "institution_lead", "安评\"机构\"", "650100"};
    entry.event = {"practice.notice_filed", 2, "p-7", {{"z", 1}, {"a", "\",\"prev\":\"\n"}}};
    entry.prev = crypto::hash(kSm3, "before");
    seal_entry(entry, kSm3);
    return entry;
}

TEST(Entry, BodyIsCanonicalJsonOfEverything) {
    auto const entry = example();
    EXPECT_EQ(entry.body,
              "{\"actor\":{\"account\":\"a-1\",\"region\":\"650100\",\"role\":\"institution_lead\",\"unit\":\"安评\\\""
              "机构\\\"\"},\"at\":\"2026-11-18T19:06:40.123456+08:00\",\"data\":{\"a\":\"\\\",\\\"prev\\\":\\\"\\n\","
              "\"z\":1},\"prev\":\"" +
                  crypto::to_hex(entry.prev) +
                  "\",\"seq\":12,\"subject\":\"p-7\",\"type\":\"practice.notice_filed\",\"v\":2}");
    EXPECT_EQ(canonical(parse_json(entry.body).value()), entry.body);
    EXPECT_EQ(entry.leaf, crypto::leaf_hash(kSm3, entry.body));
}

TEST(Entry, IsReadBackFromItsBody) {
    auto const entry = example();
    auto const again = parse_entry(entry.body, kSm3);
    EXPECT_EQ(again.seq, entry.seq);
    EXPECT_EQ(again.at, entry.at);
    EXPECT_EQ(again.actor, entry.actor);
    EXPECT_EQ(again.event.type, entry.event.type);
    EXPECT_EQ(again.event.v, 2);
    EXPECT_EQ(again.event.subject, "p-7");
    EXPECT_EQ(again.event.data, entry.event.data);
    EXPECT_EQ(again.prev, entry.prev);
    EXPECT_EQ(again.leaf, entry.leaf);
}

TEST(Entry, ABodyInAnyOtherFormIsRefused) {
    auto const body = example().body;
    EXPECT_THROW(parse_entry(body + " ", kSm3), std::runtime_error);
    EXPECT_THROW(parse_entry("{}", kSm3), std::runtime_error);
    EXPECT_THROW(parse_entry("", kSm3), std::runtime_error);
    auto more = body;
    more.insert(1, "\"a\":1,");
    EXPECT_THROW(parse_entry(more, kSm3), std::runtime_error);
}

TEST(Entry, TypesAndSubjectsThatWouldNeedEscapesAreRefused) {
    auto entry = example();
    for (std::string const bad : {"", "a b", "a\"b", "甲", "a\\b"}) {
        entry.event.subject = bad;
        EXPECT_THROW(seal_entry(entry, kSm3), std::invalid_argument) << bad;
    }
    entry = example();
    entry.event.data = {{"x", 1.5}};
    EXPECT_THROW(seal_entry(entry, kSm3), std::invalid_argument);
}

TEST(Entry, TailAndTimeAreReadWithoutAParser) {
    auto const entry = example();
    auto const tail = read_tail(entry.body);
    ASSERT_TRUE(tail);
    EXPECT_EQ(tail->prev, crypto::to_hex(entry.prev));
    EXPECT_EQ(tail->seq, 12);
    EXPECT_EQ(tail->subject, "p-7");
    EXPECT_EQ(tail->type, "practice.notice_filed");
    EXPECT_EQ(read_time(entry.body), to_string(entry.at));
    for (std::size_t cut = 0; cut < entry.body.size(); ++cut) EXPECT_FALSE(read_tail(entry.body.substr(0, cut)));
}

}  // namespace
}  // namespace anping::ledger
