// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "config.hpp"

namespace anping::app {
namespace {

namespace fs = std::filesystem;

class ConfigTest : public testing::Test {
protected:
    void SetUp() override {
        std::string name = (fs::temp_directory_path() / "anping-config-XXXXXX").string();
        directory_ = ::mkdtemp(name.data());
    }
    void TearDown() override { fs::remove_all(directory_); }
    void write(std::string const& text) const { std::ofstream(directory_ + "/anping.toml") << text; }
    std::string directory_;
};

TEST_F(ConfigTest, WithoutAFileTheDefaultsHold) {
    auto const config = load_config(directory_, {});
    ASSERT_TRUE(config);
    EXPECT_EQ(config->port, 8080);
    EXPECT_EQ(config->database, "sqlite:" + directory_ + "/anping.db");
}

TEST_F(ConfigTest, AnUnknownKeyIsRefusedWithFileAndLine) {
    write("port = 9000\n\nprot = 1\n");
    auto const config = load_config(directory_, {});
    ASSERT_FALSE(config);
    EXPECT_NE(config.error().text.find("anping.toml:3:"), std::string::npos) << config.error().text;
    EXPECT_NE(config.error().text.find("prot"), std::string::npos);
}

TEST_F(ConfigTest, AWrongTypeIsRefusedWithFileAndLine) {
    write("port = \"many\"\n");
    auto const config = load_config(directory_, {});
    ASSERT_FALSE(config);
    EXPECT_NE(config.error().text.find("anping.toml:1:"), std::string::npos) << config.error().text;
}

TEST_F(ConfigTest, BrokenTomlIsRefusedWithFileAndLine) {
    write("port = 9000\naddress = \n");
    auto const config = load_config(directory_, {});
    ASSERT_FALSE(config);
    EXPECT_NE(config.error().text.find("anping.toml:2:"), std::string::npos) << config.error().text;
}

TEST_F(ConfigTest, TheCommandLineOverridesTheFile) {
    write("port = 9000\nworkers = 7\n");
    auto const config = load_config(directory_, {{"port", "9001"}});
    ASSERT_TRUE(config);
    EXPECT_EQ(config->port, 9001);
    EXPECT_EQ(config->workers, 7);
}

TEST_F(ConfigTest, PortsAndNetworksOfOtherSitesAreListsOfThem) {
    EXPECT_EQ(ports_in("80,443").value(), (std::vector<std::uint16_t>{80, 443}));
    for (auto const* ports : {"0", "80;443", "80,,443", "70000", "http"})
        EXPECT_FALSE(load_config(directory_, {{"disclosure_ports", ports}})) << ports;
    EXPECT_TRUE(load_config(directory_, {{"disclosure_networks", "10.20.0.0/16,fd00::/8"}}));
    EXPECT_FALSE(load_config(directory_, {{"disclosure_networks", "example.cn"}}));
    EXPECT_FALSE(load_config(directory_, {{"disclosure_checks", "perhaps"}}));
    EXPECT_FALSE(load_config(directory_, {{"disclosure_checks", "false"}})->disclosure_checks);
}

TEST_F(ConfigTest, APortOutOfRangeIsRefused) {
    EXPECT_FALSE(load_config(directory_, {{"port", "70000"}}));
    EXPECT_FALSE(load_config(directory_, {{"port", "eighty"}}));
}

}  // namespace
}  // namespace anping::app
