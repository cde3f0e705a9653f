// SPDX-License-Identifier: Apache-2.0
#include <anping/api/paging.hpp>

#include "support.hpp"

namespace anping::api {
namespace {

TEST(Paging, CursorsCarryAnyKeyAndGoBack) {
    std::vector<std::vector<std::string>> const keys{
        {""}, {"a"}, {"2026-11-20", "项目 甲/乙?", "+_-"}, {std::string(300, 'x')}};
    for (auto const& key : keys) {
        auto const cursor = encode_cursor(key);
        EXPECT_EQ(cursor.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
                  std::string::npos);
        EXPECT_EQ(decode_cursor(cursor), key);
    }
}

TEST(Paging, CursorsThatAreNoneAreRefused) {
    for (auto const* cursor : {"!", "====", "YQ", "WzFd", "eyJhIjoxfQ", "WyJhIl0="})
        EXPECT_FALSE(decode_cursor(cursor)) << cursor;
    EXPECT_FALSE(decode_cursor(std::string(3000, 'A')));
    auto const asked = page_request(testing::request("GET", "/x?cursor=" + encode_cursor({"a"})), 2);
    ASSERT_FALSE(asked);
    EXPECT_EQ(asked.error().key, "api.cursor");
}

TEST(Paging, AListOfEntriesGoesOnBelowANumber) {
    EXPECT_EQ(page_of_entries(testing::request("GET", "/x"))->before, std::numeric_limits<std::int64_t>::max());
    auto const below = [](std::string const& key) {
        return page_of_entries(testing::request("GET", "/x?cursor=" + encode_cursor({key})));
    };
    EXPECT_EQ(below("17")->before, 17);
    for (auto const* bad : {"", "x", "1x", "99999999999999999999"})
        EXPECT_EQ(below(bad).error().key, "api.cursor") << bad;
}

TEST(Paging, LimitsAreOneToTwoHundred) {
    auto const limit = [](std::string const& query) { return page_request(testing::request("GET", "/x" + query), 1); };
    EXPECT_EQ(limit("")->limit, 50);
    EXPECT_EQ(limit("?limit=1")->limit, 1);
    EXPECT_EQ(limit("?limit=200")->fetch(), 201);
    for (auto const* bad :
         {"?limit=0", "?limit=201", "?limit=-1", "?limit=x", "?limit=5x", "?limit=", "?limit=99999999999999999999"})
        EXPECT_FALSE(limit(bad)) << bad;
}

TEST(Paging, WalksAListWithoutGapOrRepeat) {
    std::vector<int> all(23);
    for (int i = 0; i < 23; ++i) all[static_cast<std::size_t>(i)] = i;
    std::vector<int> seen;
    std::string cursor;
    int pages = 0;
    do {
        auto const asked = page_request(testing::request("GET", "/x?limit=5&cursor=" + cursor), 1);
        ASSERT_TRUE(asked);
        auto const from = asked->after.empty() ? -1 : std::stoi(asked->after.front());
        std::vector<int> rows;
        for (int const n : all)
            if (n > from && static_cast<std::int64_t>(rows.size()) < asked->fetch()) rows.push_back(n);
        auto const page = make_page(std::move(rows), *asked, [](int n) { return std::vector{std::to_string(n)}; });
        seen.insert(seen.end(), page.items.begin(), page.items.end());
        cursor = page.next.value_or("");
        ++pages;
    } while (!cursor.empty());
    EXPECT_EQ(seen, all);
    EXPECT_EQ(pages, 5);
}

}  // namespace
}  // namespace anping::api
