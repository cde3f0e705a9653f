// SPDX-License-Identifier: Apache-2.0
// bench_documents docx N | xlsx ROWS | pdf N PROGRAM FOLDER: official documents filled into their template, a list as a
// workbook, documents printed. Prints elapsed seconds, and bytes or the middle time of one, as a line of JSON.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iostream>

#include <anping/documents/sheet.hpp>
#include <anping/rulebook/law.hpp>
#include <anping/vault/press.hpp>

#include "room.hpp"

namespace {

using namespace anping;
using Clock = std::chrono::steady_clock;

double since(Clock::time_point begun) { return std::chrono::duration<double>(Clock::now() - begun).count(); }

// Each another order with five problems and a QR code of its own.
std::string order(official::DocumentForm const& form, std::string const& used, json::object const& limits, int serial) {
    json::array problems;
    for (int i = 0; i < 5; ++i)
        problems.push_back(json::object{{"内容", fmt::format("储罐区第 {} 处液位报警停用，未按规定检定", i + serial)}});
    json::object const fields{{"被检查单位", "新疆天山安全评价有限公司"},
                              {"问题", problems},
                              {"第几项", "1、2"},
                              {"整改日期", "2026-12-20"},
                              {"人民政府", "昌吉市人民政府"},
                              {"人民法院", "昌吉市人民法院"}};
    auto const number = fmt::format("（昌吉）应急责改〔2026〕{}号", serial);
    auto const check = fmt::format("https://anping.example.cn/check/d/{:024x}", serial);
    return official::written(used, official::template_values(form, fields,
                                                             {"昌吉市应急管理局", "新疆天山安全评价有限公司", number,
                                                              field::parse_date("2026-11-30").value(), check, limits}))
        .value();
}

struct Template {
    rulebook::Law law = *rulebook::load(ANPING_SOURCE_DIR "/rulebooks").law;
    official::Statute statute{law, {{"652301"}}, field::parse_date("2026-11-30").value()};
    official::DocumentForm form = official::form_of(statute, "rectification_order").value();
    std::string docx = official::default_template(form);
    json::object limits = official::limits(statute);
    std::string order(int serial) const { return ::order(form, docx, limits, serial); }
};

void docx(int count) {
    Template const used;
    std::size_t bytes = 0;
    auto const begun = Clock::now();
    for (int i = 1; i <= count; ++i) bytes += used.order(i).size();
    std::cout << fmt::format("{{\"seconds\":{:.3f},\"bytes\":{}}}\n", since(begun), bytes);
}

void xlsx(int rows) {
    documents::Sheet sheet;
    sheet.name = sheet.title = "执法文书清单";
    using enum documents::ColumnKind;
    sheet.columns = {{"序号", integer}, {"文书", text}, {"文号", text},     {"事项", text},    {"受送达人", text},
                     {"部门", text},    {"状态", text}, {"签发日期", date}, {"送达日期", date}};
    auto const day = field::parse_date("2026-11-30").value();
    for (std::int64_t i = 1; i <= rows; ++i)
        sheet.rows.push_back({i, std::string("责令限期整改指令书"), fmt::format("（昌吉）应急责改〔2026〕{}号", i),
                              fmt::format("JC-{:08}", i), std::string("新疆天山安全评价有限公司"),
                              std::string("昌吉市应急管理局"), std::string("已送达"), day, day});
    auto const begun = Clock::now();
    auto const bytes = documents::xlsx({&sheet, 1}, {}).size();
    std::cout << fmt::format("{{\"seconds\":{:.3f},\"bytes\":{}}}\n", since(begun), bytes);
}

void pdf(int count, std::string const& program, std::string const& folder) {
    Template const used;
    vault::Press press(program, folder);
    if (!press.pdf(used.order(1)) || !press.pdf(used.order(2))) throw std::runtime_error("nothing was printed");
    std::vector<double> each;
    auto const all = Clock::now();
    for (int i = 3; i < count + 3; ++i) {
        auto const document = used.order(i);
        auto const begun = Clock::now();
        press.pdf(document).value();
        each.push_back(since(begun));
    }
    auto const seconds = since(all);
    std::ranges::nth_element(each, each.begin() + static_cast<std::ptrdiff_t>(each.size() / 2));
    std::cout << fmt::format("{{\"seconds\":{:.3f},\"middle\":{:.3f}}}\n", seconds, each[each.size() / 2]);
}

}  // namespace

int main(int argc, char** argv) {
    std::string const what = argc > 2 ? argv[1] : "";
    try {
        if (what == "docx" && argc == 3) docx(std::stoi(argv[2]));
        else if (what == "xlsx" && argc == 3) xlsx(std::stoi(argv[2]));
        else if (what == "pdf" && argc == 5) pdf(std::stoi(argv[2]), argv[3], argv[4]);
        else {
            std::cerr << "usage: bench_documents docx N | xlsx ROWS | pdf N PROGRAM FOLDER\n";
            return 2;
        }
    } catch (std::exception const& fault) {
        std::cerr << fault.what() << "\n";
        return 1;
    }
    return 0;
}
