// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include <anping/base/json.hpp>

#include "../cli.hpp"
#include "../commands.hpp"
#include "../scratch.hpp"

namespace anping::app {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class Screen : public ::testing::Test {
protected:
    Screen() {
        fs::create_directories(directory.path() / "against");
        for (char const* name : {"a", "b"}) {
            texts[name] = original(600);
            write(directory.path() / "against" / (std::string(name) + ".txt"), texts[name]);
        }
        command.against = (directory.path() / "against").string();
        command.json = true;
    }
    std::string original(int characters) {
        std::string out;
        for (int i = 0; i < characters; ++i) {
            auto const point = 0x4e00U + static_cast<unsigned>(random() % 2500);
            for (auto const byte : {0xE0U | point >> 12, 0x80U | (point >> 6 & 0x3FU), 0x80U | (point & 0x3FU)})
                out += static_cast<char>(byte);
        }
        return out;
    }
    static void write(fs::path const& path, std::string const& text) { std::ofstream(path, std::ios::binary) << text; }
    static std::string content(fs::path const& path) {
        std::ifstream in(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    std::string file(std::string const& name, std::string const& text) {
        write(directory.path() / name, text);
        return (directory.path() / name).string();
    }
    // The lines it printed.
    std::vector<json::object> run(int code = kOk) {
        ::testing::internal::CaptureStdout();
        EXPECT_EQ(screen_command(config, command), code);
        std::vector<json::object> out;
        std::istringstream lines(::testing::internal::GetCapturedStdout());
        for (std::string line; std::getline(lines, line);) out.push_back(json::parse(line).as_object());
        return out;
    }

    Scratch const directory{"anping-screen-test"};
    std::mt19937 random{20261128};
    std::map<std::string, std::string> texts;
    Config config;
    ScreenCommand command;
};

TEST_F(Screen, ACopyIsToldWithItsPlacesInCodePointsOfBothTexts) {
    command.files = {file("copy.txt", original(100) + texts["a"].substr(3 * 200, 3 * 300) + original(100))};
    auto const lines = run();
    ASSERT_EQ(lines.size(), 1U);
    auto const& passage = lines[0].at("sources").at(0).at("passages").at(0);
    EXPECT_NEAR(passage.at("a").at(0).to_number<int>(), 100, 3);
    EXPECT_NEAR(passage.at("b").at(0).to_number<int>(), 200, 3);
    EXPECT_NEAR(passage.at("b").at(1).to_number<int>(), 500, 3);
    EXPECT_EQ(passage.at("kind"), "established");
    EXPECT_DOUBLE_EQ(passage.at("identity").to_number<double>(), 1);
    EXPECT_THAT(std::string(lines[0].at("sources").at(0).at("file").as_string()), HasSubstr("a.txt"));
}

TEST_F(Screen, AFileAmongThoseItIsHeldAgainstIsNoSourceOfItself) {
    command.files = {command.against};
    for (auto const& one : run()) EXPECT_TRUE(one.at("sources").as_array().empty());
}

TEST_F(Screen, WhatCannotBeReadIsNamedAndTheOthersAreScreened) {
    command.files = {file("bad.txt", "\xff\xff\xff"), file("good.txt", original(300))};
    auto const lines = run(kFound);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_TRUE(lines[0].contains("error"));
    EXPECT_EQ(lines[1].at("own"), 300);
}

TEST_F(Screen, WithAWorkDirectoryTheSameCallGoesOnFromWhatWasFound) {
    for (int i = 0; i < 5; ++i)
        command.files.push_back(file(std::to_string(i) + ".txt", original(200) + texts["a"].substr(0, 300)));
    command.work = (directory.path() / "work").string();
    auto const first = run();
    auto const kept = directory.path() / "work" / "results.jsonl";
    auto const whole = content(kept);
    write(kept, whole.substr(0, whole.size() / 2));  // cut off within a line
    EXPECT_EQ(run(), first);
    EXPECT_EQ(content(kept), whole);
    write(directory.path() / "2.txt", original(200));
    EXPECT_EQ(run(), first) << "what was found is not looked for again";
}

TEST_F(Screen, NamesOfTheFileAreComparedWithNothing) {
    auto const name = original(40);
    write(directory.path() / "against" / "c.txt", original(100) + name + original(100));
    command.files = {file("own.txt", original(100) + name + original(100))};
    command.least = 30;
    EXPECT_FALSE(run()[0].at("sources").as_array().empty());
    command.names_file = file("names", "# of the parties\n" + name + "  \n\n");
    EXPECT_TRUE(run()[0].at("sources").as_array().empty());
}

// A law of invented words in two editions, the second with another number in its second article.
class ScreenLaws : public Screen {
protected:
    ScreenLaws() {
        fs::create_directories(directory.path() / "laws");
        first = original(40);
        second = original(60);
        write(directory.path() / "laws" / "检验规定(2012-03-01起施行).txt", law("三"));
        write(directory.path() / "laws" / "检验规定(2020-07-01起施行).txt", law("五"));
        command.library = (directory.path() / "laws").string();
        command.html = (directory.path() / "html").string();
    }
    std::string law(std::string const& years) const {
        return "检验规定\n第一条　" + first + "。\n第二条　" + article(years) + "\n";
    }
    std::string article(std::string const& years) const {
        return second + "，记录保存" + years + "年以上，不得涂改" + first + "。";
    }
    json::object screened(std::string const& words) {
        command.files = {file("report.txt", "安全现状评价报告\n报告完成日期：2024年5月20日\n第一章 评价依据\n" +
                                                original(100) + "\n根据《检验规定》第二条，" + words + "\n" +
                                                original(100))};
        return run().at(0);
    }
    std::string first, second;
};

TEST_F(ScreenLaws, WhatIsQuotedIsToldWithItsArticleAndItsEdition) {
    auto const result = screened(article("五"));
    ASSERT_EQ(result.at("quotations").as_array().size(), 1U);
    auto const& quotation = result.at("quotations").at(0).as_object();
    EXPECT_EQ(quotation.at("law"), "检验规定");
    EXPECT_EQ(quotation.at("edition"), "2020年7月1日起施行");
    EXPECT_EQ(quotation.at("from"), "2020-07-01");
    ASSERT_EQ(quotation.at("articles").as_array().size(), 1U);
    EXPECT_EQ(quotation.at("articles").at(0), "第2条");
    for (auto const& finding : result.at("findings").as_array())
        EXPECT_FALSE(finding.at("detector").as_string().starts_with("quotations.")) << finding;
    EXPECT_THAT(content(directory.path() / "html" / "1.html"),
                HasSubstr("<span class=\"grey\" title=\"引用《检验规定》第2条，2020年7月1日起施行\">"));
}

TEST_F(ScreenLaws, AFormerEditionAndAChangedWordAreFindings) {
    auto const detectors = [](json::object const& result) {
        std::vector<std::string> out;
        for (auto const& one : result.at("findings").as_array())
            if (one.at("detector").as_string().starts_with("quotations."))
                out.emplace_back(one.at("detector").as_string());
        return out;
    };
    EXPECT_THAT(detectors(screened(article("三"))), ::testing::ElementsAre("quotations.repealed"));
    auto words = article("五");
    words.replace(words.find("不得"), std::string("不得").size(), "可以");
    EXPECT_THAT(detectors(screened(words)), ::testing::ElementsAre("quotations.misquoted"));
    EXPECT_THAT(content(directory.path() / "html" / "1.html"), HasSubstr("引用中的问题"));
}

TEST_F(Screen, ThePagesShowBothTextsAndEscapeWhatTheySay) {
    command.files = {file("copy<b>.txt", original(100) + texts["b"].substr(0, 3 * 300))};
    command.html = (directory.path() / "html").string();
    run();
    auto const page = content(directory.path() / "html" / "1.html");
    EXPECT_THAT(page, HasSubstr("<mark>" + texts["b"].substr(0, 300)));
    EXPECT_THAT(page, HasSubstr("copy&lt;b&gt;.txt"));
    EXPECT_THAT(content(directory.path() / "html" / "index.html"), HasSubstr("<a href=\"1.html\">"));
}

}  // namespace
}  // namespace anping::app
