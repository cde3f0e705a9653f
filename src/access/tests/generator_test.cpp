// SPDX-License-Identifier: Apache-2.0
// The generator must refuse a table that leaves anything open: what it refuses fails the build.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace anping::access {
namespace {

namespace fs = std::filesystem;

class PolicyGenerator : public ::testing::Test {
protected:
    PolicyGenerator() {
        std::string name = (fs::temp_directory_path() / "anping-policy-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary directory");
        directory_ = name;
        std::ofstream(directory_ / "identity.hpp") << "BOOST_DESCRIBE_ENUM(Role, anonymous, clerk, leader)\n"
                                                      "BOOST_DESCRIBE_ENUM(Relation, own_unit, party,\n"
                                                      "                    stranger, public_)\n";
    }
    ~PolicyGenerator() override { fs::remove_all(directory_); }

    // What it says; empty when it accepts.
    std::string refusal(std::string const& rows) {
        std::ofstream(directory_ / "policy.csv") << "action,role,relations\n" << rows;
        auto const at = [&](char const* name) { return " '" + (directory_ / name).string() + "'"; };
        auto const command = std::string("python3 '" ANPING_SOURCE_DIR "/tools/gen_policy.py' --policy") +
                             at("policy.csv") + " --identity" + at("identity.hpp") + " --enum" + at("out/action.hpp") +
                             " --table" + at("out/table.hpp") + " 2>&1";
        FILE* pipe = ::popen(command.c_str(), "r");
        std::string said;
        char buffer[512];
        while (std::fgets(buffer, sizeof buffer, pipe) != nullptr) said += buffer;
        auto const status = ::pclose(pipe);
        bool const failed = !WIFEXITED(status) || WEXITSTATUS(status) != 0;
        EXPECT_EQ(failed, !said.empty());
        return said;
    }
    std::string made(char const* name) {
        std::ifstream in(directory_ / "out" / name);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    fs::path directory_;
};

TEST_F(PolicyGenerator, WritesAnEnumeratorAndARowForEveryAction) {
    EXPECT_EQ(refusal("see,clerk leader,own_unit !*\nsee,*,!*\nread,*,*\n"), "");
    auto const actions = made("action.hpp");
    EXPECT_NE(actions.find("enum class Action {\n    see,\n    read,\n};"), std::string::npos);
    EXPECT_NE(actions.find("BOOST_DESCRIBE_ENUM_ENTRY(Action, read)"), std::string::npos);
    auto const table = made("table.hpp");
    EXPECT_NE(table.find("{{0, 1, 1}},  // see"), std::string::npos);
    EXPECT_NE(table.find("{{15, 15, 15}},  // read"), std::string::npos);
}

TEST_F(PolicyGenerator, LeavesUnchangedFilesAlone) {
    ASSERT_EQ(refusal("see,*,*\n"), "");
    auto const before = fs::last_write_time(directory_ / "out/action.hpp");
    ASSERT_EQ(refusal("# the same, said with a comment\nsee,*,*\n"), "");
    EXPECT_EQ(fs::last_write_time(directory_ / "out/action.hpp"), before);
}

TEST_F(PolicyGenerator, ExpandsGroupsOfRoles) {
    EXPECT_EQ(refusal("@office,clerk leader,*\nsee,@office,own_unit !*\nsee,anonymous,!*\n"), "");
    EXPECT_NE(made("table.hpp").find("{{0, 1, 1}},  // see"), std::string::npos);
}

TEST_F(PolicyGenerator, RefusesAnActionWithoutARowForARole) {
    EXPECT_NE(refusal("see,clerk,*\n").find("see has no row for anonymous, leader"), std::string::npos);
}

TEST_F(PolicyGenerator, RefusesARowWithoutAnAnswerForARelation) {
    EXPECT_NE(refusal("see,*,own_unit !party\n").find("policy.csv:2: no answer for stranger, public_"),
              std::string::npos);
}

TEST_F(PolicyGenerator, RefusesTwoAnswersForOneCell) {
    EXPECT_NE(refusal("see,clerk,*\nsee,clerk leader,!*\nsee,*,!*\n").find("see,clerk stands twice"),
              std::string::npos);
    EXPECT_NE(refusal("see,*,*\nsee,*,!*\n").find("see,* stands twice"), std::string::npos);
    EXPECT_NE(refusal("see,*,own_unit !own_unit !*\n").find("own_unit stands twice"), std::string::npos);
    EXPECT_NE(refusal("see,*,* !*\n").find("'*' stands twice"), std::string::npos);
}

TEST_F(PolicyGenerator, RefusesNamesItDoesNotKnow) {
    EXPECT_NE(refusal("see,judge,*\nsee,*,*\n").find("unknown role 'judge'"), std::string::npos);
    EXPECT_NE(refusal("see,*,neighbour !*\n").find("unknown relation 'neighbour'"), std::string::npos);
    EXPECT_NE(refusal("see,@staff,*\n").find("unknown group @staff"), std::string::npos);
    EXPECT_NE(refusal("See It,*,*\n").find("is not a name for an action"), std::string::npos);
}

TEST_F(PolicyGenerator, RefusesToHideFromSomebodyNearWhatThePublicMaySee) {
    EXPECT_NE(refusal("see,clerk,public_ !*\nsee,*,!*\n").find("see,clerk: may as public_ but not as own_unit, party"),
              std::string::npos);
}

TEST_F(PolicyGenerator, RefusesAMalformedTable) {
    EXPECT_NE(refusal("see,clerk\n").find("a row is action,role,relations"), std::string::npos);
    EXPECT_NE(refusal("").find("no action"), std::string::npos);
}

}  // namespace
}  // namespace anping::access
