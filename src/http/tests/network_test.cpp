// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <anping/http/network.hpp>

namespace anping::http {
namespace {

TEST(PublicAddress, IsNotOneOfThisMachineOrOfANetworkBehindIt) {
    for (auto const* ip : {"0.0.0.0",
                           "0.1.2.3",
                           "10.0.0.1",
                           "10.255.255.255",
                           "100.64.0.1",
                           "100.127.255.255",
                           "127.0.0.1",
                           "127.9.9.9",
                           "169.254.169.254",
                           "172.16.0.1",
                           "172.31.255.255",
                           "192.0.0.1",
                           "192.0.2.1",
                           "192.88.99.1",
                           "192.168.1.1",
                           "198.18.0.1",
                           "198.19.255.255",
                           "198.51.100.7",
                           "203.0.113.9",
                           "224.0.0.1",
                           "239.255.255.255",
                           "240.0.0.1",
                           "255.255.255.255",
                           "::",
                           "::1",
                           "::ffff:127.0.0.1",
                           "::ffff:8.8.8.8",
                           "::127.0.0.1",
                           "64:ff9b::7f00:1",
                           "100::1",
                           "2001::1",
                           "2001:db8::1",
                           "2002:7f00:1::1",
                           "3fff::1",
                           "fc00::1",
                           "fdff::1",
                           "fe80::1",
                           "fec0::1",
                           "ff02::1",
                           "fe80::1%eth0",
                           "",
                           "localhost",
                           "127.1",
                           "0x7f.0.0.1",
                           "2130706433"})
        EXPECT_FALSE(is_public_address(ip)) << ip;
}

TEST(PublicAddress, IsAnyOtherOfTheInternet) {
    for (auto const* ip : {"1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
                           "128.0.0.1", "172.15.255.255", "172.32.0.0", "192.167.255.255", "223.255.255.255",
                           "2400:3200::1", "2606:4700::1111", "2001:200::1"})
        EXPECT_TRUE(is_public_address(ip)) << ip;
}

TEST(Networks, ContainTheAddressesOfTheirRanges) {
    auto const some = Networks::parse("10.20.0.0/15, 192.168.1.7,fd00:1::/32").value();
    for (auto const* ip : {"10.20.0.0", "10.21.255.255", "192.168.1.7", "::ffff:192.168.1.7", "fd00:1::9"})
        EXPECT_TRUE(some.contains(ip)) << ip;
    for (auto const* ip : {"10.19.255.255", "10.22.0.0", "192.168.1.8", "fd00:2::1", "8.8.8.8", "nonsense"})
        EXPECT_FALSE(some.contains(ip)) << ip;
    EXPECT_FALSE(Networks::parse("").value().contains("0.0.0.0"));
}

TEST(Networks, AreNotMadeOfWhatIsNoRange) {
    for (auto const* text :
         {"10.0.0.0/33", "10.0.0/8", "::/129", "10.0.0.0/", "10.0.0.0/8x", "example.cn", "1.2.3.4,,"})
        EXPECT_FALSE(Networks::parse(text)) << text;
}

}  // namespace
}  // namespace anping::http
