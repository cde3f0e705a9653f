// SPDX-License-Identifier: Apache-2.0
// Books written by a test into a directory of their own.
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <anping/rulebook/tools.hpp>

namespace anping::rulebook::testing {

inline std::string const kBook = "[book]\ncode = \"T\"\nname = \"试验\"\nregion = \"000000\"\n";

// October 2026 with the national day's holiday, as far as the tests count.
inline std::string const kCalendar = R"([calendar]
id = "T-calendar"
name = "holidays"
layer = "national"
title = "日历"
text = "节假日"
source = "通知"
mark = "seen"
[[calendar.year]]
year = 2026
papers = ["https://example.invalid/2026", "https://example.invalid/2026-2"]
off = [["国庆节", "2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"]]
work = [["国庆节", "2026-10-10"]]
)";

inline std::string const kRegions = R"([regions]
edition = "2023"
mark = "unconfirmed"
province = ["320000 江苏省", "650000 新疆维吾尔自治区"]
[regions.prefecture]
65 = ["652300 昌吉回族自治州"]
[regions.county]
6523 = ["652301 昌吉市"]
65 = ["659001 石河子市"]
[[regions.authority]]
region = "650000"
authority = "corps"
name = "新疆生产建设兵团"
)";

// A duty of the nation that counts ten working days.
inline std::string const kDuty = R"([[clause]]
id = "T-1"
kind = "duty"
name = "info_update"
title = "更新"
text = "变更后更新"
source = "第一条"
mark = "seen"
[clause.duty]
from = "institution.changed_on"
direction = "after"
amount = 3
unit = "working_day"
)";

inline std::string const kWatch = R"([[clause]]
id = "T-2"
kind = "watch"
name = "notice_missing"
title = "告知"
text = "应当告知"
source = "第二条"
mark = "seen"
[clause.watch]
subject = "project"
severity = "finding"
when = { all = [{ fact = "site.started", is = true }, { fact = "notice.filed", is = false }] }
says = "{site.first_day} 开工，没有告知"
clears = "补报"
)";

class TestShelf {
public:
    TestShelf() {
        char pattern[] = "/tmp/anping-shelf-XXXXXX";
        if (mkdtemp(pattern) == nullptr) throw std::runtime_error("mkdtemp");
        path_ = pattern;
    }
    ~TestShelf() {
        std::error_code none;
        std::filesystem::remove_all(path_, none);
    }
    TestShelf(TestShelf const&) = delete;
    TestShelf& operator=(TestShelf const&) = delete;

    TestShelf& file(std::string const& name, std::string const& text) {
        auto const target = path_ / name;
        std::filesystem::create_directories(target.parent_path());
        std::ofstream(target, std::ios::binary) << text;
        return *this;
    }
    // A national book with calendar and regions, and these clauses.
    TestShelf& nation(std::string const& clauses) {
        return file("T/book.toml", kBook)
            .file("T/calendar.toml", kCalendar)
            .file("T/regions.toml", kRegions)
            .file("T/clauses.toml", clauses);
    }
    // A further book for one region.
    TestShelf& region(std::string const& code, std::string const& region, std::string const& clauses,
                      std::string const& more = {}) {
        return file(code + "/book.toml",
                    "[book]\ncode = \"" + code + "\"\nname = \"" + code + "\"\nregion = \"" + region + "\"\n" + more)
            .file(code + "/clauses.toml", clauses);
    }
    std::string path() const { return path_.string(); }

    LoadResult load(std::vector<std::string> const& confirmed = {}) const {
        std::vector<Confirmation> all;
        for (auto const& clause : confirmed) all.push_back({clause});
        return rulebook::load(path(), all);
    }
    Law law(std::vector<std::string> const& confirmed = {}) const {
        auto result = load(confirmed);
        if (!result.law) throw std::runtime_error(to_text(result.diagnostics.front()));
        return *result.law;
    }

private:
    std::filesystem::path path_;
};

inline std::string replaced(std::string text, std::string const& what, std::string const& with) {
    auto const at = text.find(what);
    if (at == std::string::npos) throw std::runtime_error("not in the text: " + what);
    return text.replace(at, what.size(), with);
}

inline field::Date day(char const* text) { return field::parse_date(text).value(); }

}  // namespace anping::rulebook::testing
