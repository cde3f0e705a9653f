// SPDX-License-Identifier: Apache-2.0
#include <sys/wait.h>

#include <array>
#include <boost/json.hpp>
#include <cstdio>

#include "workshop.hpp"

namespace anping::worker {
namespace {

namespace json = boost::json;

class Probe : public Workshop {
protected:
    static std::pair<std::string, int> call(std::string const& arguments) {
        std::string output;
        auto* const pipe =
            ::popen(("env -i " + std::string(ANPING_WORKER) + " " + arguments + " 2>/dev/null").c_str(), "r");
        std::array<char, 4096> buffer{};
        while (auto const count = std::fread(buffer.data(), 1, buffer.size(), pipe))
            output.append(buffer.data(), count);
        auto const status = ::pclose(pipe);
        return {output, WIFEXITED(status) ? WEXITSTATUS(status) : -1};
    }
    static json::object probe(std::string const& paths = "") {
        return json::parse(call("probe " + paths).first).as_object();
    }
};

TEST_F(Probe, EveryProtectionOfThisMachineHolds) {
    auto const answer = json::parse(vault->protections().value()).as_object();
    for (auto const* name : {"limits", "no_new_privileges", "no_capabilities", "system_calls"})
        EXPECT_TRUE(answer.at(name).as_bool()) << name;
    EXPECT_GE(answer.at("landlock").as_int64(), 1);
}

TEST_F(Probe, CannotReadFilesOpenSocketsForkTraceMountOrExecute) {
    auto const database = write("everybody's secrets");
    auto const key = "read " + database;
    auto const answer = probe(database);
    auto const& denied = answer.at("denied").as_object();
    EXPECT_TRUE(denied.contains(key));
    EXPECT_GE(denied.size(), 11u);
    for (auto const& attempt : denied) EXPECT_TRUE(attempt.value().as_bool()) << attempt.key();
}

TEST_F(Probe, ReadsTheOneFileAndWritesTheOneFolder) {
    auto const picture = shared("images/Landscape_1.jpg");
    auto const out = folder / "out";
    fs::create_directory(out);
    EXPECT_EQ(call("page " + picture + " 1 " + out.string()).second, 0);
    EXPECT_TRUE(fs::exists(out / "page.png"));
    EXPECT_EQ(call("page " + picture + " 1 " + (folder / "none").string()).second, 1);
}

TEST_F(Probe, ReadsNothingThatIsNoFile) {
    for (std::string const path : {"/dev/zero", "/etc", "/none"}) {
        auto const [line, status] = call("read " + path);
        EXPECT_EQ(status, 0) << path;
        EXPECT_THAT(line, ::testing::HasSubstr("\"problem\":\"damaged\"")) << path;
    }
}

TEST_F(Probe, TeachesItsUse) {
    EXPECT_EQ(call("").second, 2);
    EXPECT_EQ(call("read").second, 2);
    EXPECT_EQ(call("page a b").second, 2);
}

}  // namespace
}  // namespace anping::worker
