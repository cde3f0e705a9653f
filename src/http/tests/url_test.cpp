// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <anping/http/url.hpp>

namespace anping::http {
namespace {

TEST(ParseUrl, ReadsWhatABrowsersAddressLineHolds) {
    auto const url = parse_url("HTTPS://WWW.Example.CN/reports/2026?id=7&n=%E5%AE%89#page=2").value();
    EXPECT_TRUE(url.secure);
    EXPECT_EQ(url.host, "www.example.cn");
    EXPECT_EQ(url.port, 443);
    EXPECT_EQ(url.target, "/reports/2026?id=7&n=%E5%AE%89");
    EXPECT_EQ(url.text(), "https://www.example.cn/reports/2026?id=7&n=%E5%AE%89");
    EXPECT_EQ(parse_url("http://example.cn:8080")->text(), "http://example.cn:8080/");
    EXPECT_EQ(parse_url("http://example.cn:80?q=1")->text(), "http://example.cn/?q=1");
    EXPECT_EQ(parse_url("http://[2400:3200::1]:81/a")->text(), "http://[2400:3200::1]:81/a");
}

TEST(ParseUrl, EncodesWhatStandsInThePathUnencoded) {
    EXPECT_EQ(parse_url("http://example.cn/评价 报告\\a.pdf")->target,
              "/%E8%AF%84%E4%BB%B7%20%E6%8A%A5%E5%91%8A%5Ca.pdf");
}

TEST(ParseUrl, RefusesWhatItWouldNotBeSafeOrPossibleToAsk) {
    for (auto const* text : {"",
                             "example.cn/a",
                             "ftp://example.cn/",
                             "file:///etc/passwd",
                             "javascript:alert(1)",
                             "http://",
                             "http:///a",
                             "http://user@example.cn/",
                             "http://user:word@example.cn/",
                             "http://example.cn@127.0.0.1/",
                             "http://exa mple.cn/",
                             "http://安评.cn/",
                             "http://example.cn:0/",
                             "http://example.cn:65536/",
                             "http://example.cn:8a/",
                             "http://[::1/",
                             "http://[nonsense]/",
                             "http://[::1]x/",
                             "http://-a.cn/",
                             "http://example.cn/a\r\nHost: b",
                             "http://example.cn/%zz",
                             "http://example.cn/%e",
                             "http://a%2eb/"})
        EXPECT_FALSE(parse_url(text)) << text;
    EXPECT_FALSE(parse_url("http://example.cn/" + std::string(2000, 'a')));
}

TEST(Redirected, FollowsWhatALocationMeans) {
    auto const from = parse_url("https://example.cn:8443/a/b?q=1").value();
    auto const to = [&](char const* location) {
        auto const url = redirected(from, location);
        return url ? url->text() : std::string();
    };
    EXPECT_EQ(to("http://other.cn/x"), "http://other.cn/x");
    EXPECT_EQ(to("//other.cn/x"), "https://other.cn/x");
    EXPECT_EQ(to("/x"), "https://example.cn:8443/x");
    EXPECT_EQ(to("x.pdf"), "https://example.cn:8443/a/x.pdf");
    EXPECT_EQ(to("?q=2"), "https://example.cn:8443/a/b?q=2");
    EXPECT_EQ(to("ftp://other.cn/x"), "");
    EXPECT_EQ(to("http://user@other.cn/x"), "");
}

}  // namespace
}  // namespace anping::http
