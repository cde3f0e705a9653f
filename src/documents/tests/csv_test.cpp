// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <anping/documents/csv.hpp>

namespace anping::documents {
namespace {

std::string shown(std::string_view bytes) {
    auto const table = table_of_csv(bytes);
    if (!table) return table.error().text;
    std::string out;
    for (auto const& row : table->rows) {
        out += std::to_string(row.number) + ":";
        for (auto const& cell : row.cells) out += "[" + cell.text + "]";
    }
    return out;
}

TEST(Csv, IsReadRowByRow) {
    EXPECT_EQ(shown("案号,日期\r\nAJ-1,2026-03-01\r\n"), "1:[案号][日期]2:[AJ-1][2026-03-01]");
    EXPECT_EQ(shown("a,b\n\nc,\n"), "1:[a][b]3:[c]") << "blank lines count, blank ends do not";
    EXPECT_EQ(shown("\xef\xbb\xbf"
                    "a"),
              "1:[a]");
    EXPECT_EQ(shown("a\tb\n1,5\t2"), "1:[a][b]2:[1,5][2]");
    EXPECT_EQ(shown("a;b\n1;2"), "1:[a][b]2:[1][2]");
    EXPECT_EQ(shown(""), "");
}

TEST(Csv, KeepsWhatStandsInQuotes) {
    EXPECT_EQ(shown("a,\"b,\"\"c\"\"\nd\",e\n"), "1:[a][b,\"c\"\nd][e]");
    EXPECT_EQ(shown("\"a\"\r\n\"b\""), "1:[a]2:[b]");
}

TEST(Csv, IsReadAsExcelWritesItInChina) { EXPECT_EQ(shown("\xb0\xb8\xba\xc5,1\n"), "1:[案号][1]"); }

TEST(Csv, IsRefusedWhereItIsNone) {
    EXPECT_NE(shown("a,\"b").find("引号"), std::string::npos);
    EXPECT_NE(shown("\"a\"b").find("引号"), std::string::npos);
    EXPECT_NE(shown("\xff\xff\xff").find("编码"), std::string::npos);
    EXPECT_NE(shown(std::string_view("a\0b", 3)).find("编码"), std::string::npos);
    EXPECT_NE(shown(std::string(200, ',')).find("栏目"), std::string::npos);
}

}  // namespace
}  // namespace anping::documents
