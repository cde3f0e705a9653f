// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <anping/http/target.hpp>

namespace anping::http {
namespace {

TEST(Target, DecodesPathAndQuery) {
    auto const target = parse_target("/%E9%A1%B9%E7%9B%AE/a%20b?q=%E5%AE%89+x&empty=&flag&a=1&a=2");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->path, "/项目/a b");
    EXPECT_EQ(target->query, (Pairs{{"q", "安 x"}, {"empty", ""}, {"flag", ""}, {"a", "1"}, {"a", "2"}}));
}

TEST(Target, KeepsATrailingSlashAndThePlusOfAPath) {
    EXPECT_EQ(parse_target("/")->path, "/");
    EXPECT_EQ(parse_target("/a/")->path, "/a/");
    EXPECT_EQ(parse_target("/a+b")->path, "/a+b");
    EXPECT_EQ(parse_target("/...")->path, "/...");
}

TEST(Target, TakesTheAbsoluteForm) {
    EXPECT_EQ(parse_target("http://anping.example/a/b?c=d")->path, "/a/b");
    EXPECT_EQ(parse_target("http://anping.example")->path, "/");
}

TEST(Target, RefusesWhatTwoReadersCouldReadDifferently) {
    for (auto const* raw : {"",          "a",      "*",       "x:80",       "/..",
                            "/a/../b",   "/a/./b", "/a/..",   "/%2e%2e/b",  "/.%2E",
                            "//",        "//a",    "/a//b",   "/a%2Fb",     "/a%2fb",
                            "/%",        "/%4",    "/%zz",    "/%00",       "/a%0d%0ab",
                            "/%7f",      "/%ff",   "/%c0%af", "/%ed%a0%80", "/%f4%90%80%80",
                            "/%e4%b8",   "/a#b",   "/a?b=%",  "/a?b=%00",   "/a?%ff=1",
                            "http://x#a"}) {
        EXPECT_FALSE(parse_target(raw)) << raw;
    }
}

TEST(Target, ReadsAFormsBody) {
    EXPECT_EQ(parse_form("a=1+2&&b=%26"), (Pairs{{"a", "1 2"}, {"b", "&"}}));
    EXPECT_EQ(parse_form(""), Pairs{});
    EXPECT_FALSE(parse_form("a=%f"));
}

TEST(Utf8, IsTold) {
    EXPECT_TRUE(is_utf8("安评 \xF0\x9F\x94\xA5"));
    for (auto const* bad : {"\x80", "\xc0\x80", "\xc1\xbf", "\xe0\x80\x80", "\xed\xbf\xbf", "\xf0\x8f\xbf\xbf",
                            "\xf5\x80\x80\x80", "\xe4\xb8", "\xe4\xb8x"}) {
        EXPECT_FALSE(is_utf8(bad));
    }
}

}  // namespace
}  // namespace anping::http
