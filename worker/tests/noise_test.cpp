// SPDX-License-Identifier: Apache-2.0
#include "noise.hpp"

#include "docx.hpp"
#include "ofd.hpp"
#include "packages.hpp"

namespace anping::worker {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kCommon[] =
    "评价组对该企业的危险化学品储存装置进行了现场检查，核对了安全设施的设置、运行和维护记录，"
    "确认其主要负责人和安全生产管理人员经考核合格，特种作业人员持证上岗，应急预案已经备案并按期演练。";

class Noise : public Packages {
protected:
    static std::vector<std::string> noise(std::string const& text, std::string const& type = "") {
        Composer composer(4u << 20);
        composer.document.media_type = type;
        composer.say(text);
        find_noise(composer);
        return hidden(composer.document);
    }
    // A strange hanzi after every `step` of the common text, `times` times.
    static std::string strewn(std::size_t step, char32_t first, std::size_t times, char32_t apart = 1) {
        std::u32string out;
        std::u32string common;
        while (common.size() < step * times) common += points(kCommon);
        for (std::size_t i = 0; i < times; ++i) {
            out += common.substr(i * step, step);
            out += static_cast<char32_t>(first + static_cast<char32_t>(i) * apart);
        }
        return encoded(out);
    }
};

TEST_F(Noise, LettersOfOtherScriptsInLatinWordsAreTold) {
    EXPECT_THAT(noise("按 CАS 号与 СO2 浓度"), ElementsAre("look_alike:А", "look_alike:С"));
    EXPECT_THAT(noise("压力 ΜPa、ΜΡa"), ElementsAre("look_alike:Μ", "look_alike:ΜΡ"));
    EXPECT_THAT(noise("采用 НАZOР 分析"), ElementsAre("look_alike:НА", "look_alike:Р"));
    EXPECT_THAT(noise("执行 А 类、СО 报警"), ElementsAre("look_alike:А", "look_alike:СО"));
    EXPECT_THAT(noise("标准 GＢ 与 \U0001D400Q"), ElementsAre("look_alike:Ｂ", "look_alike:\U0001D400"));
}

TEST_F(Noise, WhatEngineersAndTranslatorsWriteIsNotTold) {
    EXPECT_THAT(noise("温差 ΔT=5℃，Ω 电阻 10kΩ，粒径 5μm，λmax，α-Al2O3，β射线，Σ、Ρ，cosφ"), IsEmpty());
    EXPECT_THAT(noise("ＡＱ８００１—2007，ＧＢ 18218，Ⅰ级、Ⅱ类，㎡，①，ａ)"), IsEmpty());
    EXPECT_THAT(noise("俄罗斯标准 ГОСТ Р 12.1 的名称 система стандартов"), IsEmpty());
    EXPECT_THAT(noise("二〇二六年，编号 l1O0，Ó Pin yīn"), IsEmpty());
    EXPECT_THAT(noise("日文资料：ガスタービンの安全、トルエン"), IsEmpty());
}

TEST_F(Noise, RadicalsAndKanaInPlaceOfHanziAreTold) {
    EXPECT_THAT(noise("⼯⼚⻋间"), ElementsAre("look_alike:⼯⼚⻋"));
    EXPECT_THAT(noise("\uF900"), ElementsAre("look_alike:\uF900"));
    EXPECT_THAT(noise("施エ人员进ロ"), ElementsAre("look_alike:エ", "look_alike:ロ"));
}

TEST_F(Noise, OfAPdfRadicalsAreToldOnlyBesideTheirHanzi) {
    EXPECT_THAT(noise("⼯⼚安全", "application/pdf"), IsEmpty());
    EXPECT_THAT(noise("⼯⼚安全，工人", "application/pdf"), ElementsAre("look_alike:⼯"));
}

TEST_F(Noise, StrangeHanziStrewnAmongOthersAreTold) {
    EXPECT_EQ(noise(strewn(20, 0x3400, 12)).size(), 12u);
    EXPECT_EQ(noise(strewn(25, 0x20010, 8, 7)).size(), 8u);
    EXPECT_EQ(noise(strewn(20, 0xE100, 12)).size(), 12u);
    // Thinly through a whole report.
    EXPECT_EQ(noise(strewn(60, 0x20010, 100, 3)).size(), 100u);
    auto const marks = noise(kCommon + strewn(15, 0x3500, 6) + kCommon);
    EXPECT_EQ(marks.size(), 6u);
    EXPECT_EQ(marks.at(0).substr(0, 11), "rare_hanzi:");
}

TEST_F(Noise, NamesAndSubstancesDoNotAlarm) {
    EXPECT_THAT(noise(std::string(kCommon) +
                      "苯并噻唑、氟硅酸、䓬、二噁英、噁唑、䓛、苝、苯并[a]芘、嘧啶、吲哚、𫟼、䴙䴘、㶲分析"),
                IsEmpty());
    EXPECT_THAT(noise(std::string(kCommon) +
                      "组长张喆，组员王䶮、李堃、赵翀、钱赟、孙珺、周祎、吴垚、郑璟、冯頔、陈玥、褚彧、卫旸"),
                IsEmpty());
    EXPECT_THAT(
        noise(std::string(kCommon) + "安全評價報告書應當載明評價對象與範圍、評價依據及辨識結果，並由負責人簽署"),
        IsEmpty());
    // Three of a kind nobody knows are a name.
    EXPECT_THAT(noise(std::string(kCommon) + "𠀀𠀁𠀀𠀁𠀀𠀁"), IsEmpty());
}

TEST_F(Noise, ATextWithoutAnyEncodingIsNotNoise) { EXPECT_THAT(noise(strewn(1, 0xE000, 400)), IsEmpty()); }

TEST_F(Noise, MarksHaveThePlaceOfTheirRun) {
    Composer composer(1'000);
    composer.run("前", 1, {1, 1, 1, 1});
    composer.run("CАS", 2, {5, 6, 7, 8});
    find_noise(composer);
    ASSERT_EQ(composer.document.hidden.size(), 1u);
    EXPECT_EQ(composer.document.hidden[0].at, 2u);
    EXPECT_EQ(composer.document.hidden[0].page, 2);
    EXPECT_EQ(composer.document.hidden[0].box.x, 5);
}

TEST_F(Noise, OfTheSamplesOnlyTheHostileOneHasIt) {
    Composer composer(1u << 20);
    read_docx(Archive(shared("files/hostile/docx-zero-width-and-lookalikes.docx")), "", composer);
    composer.document.hidden.clear();
    find_noise(composer);
    EXPECT_THAT(hidden(composer.document), ElementsAre("look_alike:⼯⼚⻋", "look_alike:А"));
    auto files = files_in("files/chinese-docs", ".docx");
    for (auto const& path : files_in("files/ofd", ".ofd")) files.push_back(path);
    for (auto const& path : files) {
        Composer honest(4u << 20);
        (path.extension() == ".ofd" ? read_ofd : read_docx)(Archive(path.string()), "", honest);
        honest.document.hidden.clear();
        find_noise(honest);
        EXPECT_THAT(hidden(honest.document), IsEmpty()) << path;
    }
}

TEST_F(Noise, NoLawAlarms) {
    std::size_t read = 0;
    for (auto const& entry : fs::recursive_directory_iterator(shared("laws"))) {
        if (entry.path().extension() != ".md") continue;
        ++read;
        EXPECT_THAT(noise(content_of(entry.path())), IsEmpty()) << entry.path();
    }
    EXPECT_GT(read, 300u);
}

}  // namespace
}  // namespace anping::worker
