// SPDX-License-Identifier: Apache-2.0
#include "reading_room.hpp"

namespace anping::worker {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Lines : public ReadingRoom {};

TEST_F(Lines, PartedByTabsAreATableAndTheTextStaysAsItIs) {
    std::string const text =
        "检测结果\n序号\t检测点\t接地电阻实测值(Ω)\n1\t罐1\t4.12\n2\t\t4.31\n以上合格。\n甲\t乙\t丙\n";
    auto const read = document_of(text);
    EXPECT_EQ(read.text, text);
    ASSERT_THAT(read.tables, SizeIs(1)) << "one line is none";
    EXPECT_THAT(rows_of(read, read.tables[0]), ElementsAre("序号|检测点|接地电阻实测值(Ω)", "1|罐1|4.12", "2||4.31"));
}

TEST_F(Lines, OfAListOfContentsOrWithOtherTabsAreNone) {
    EXPECT_THAT(document_of("第一章 概述\t1\n第二章 辨识\t5\n第三章 结论\t9\n").tables, IsEmpty());
    EXPECT_THAT(document_of("\t\t检测单位：甲\n\t日期\n一\t二\t三\t四\n").tables, IsEmpty());
    EXPECT_THAT(document_of("甲\t1\t2\n乙\t3\t4\n甲\t1\t2\t3\n乙\t3\t4\t5").tables, SizeIs(2));
}

}  // namespace
}  // namespace anping::worker
