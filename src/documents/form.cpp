// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include <anping/documents/form.hpp>

#include "form_body.hpp"
#include "form_parts.hpp"

namespace anping::documents {
namespace {

// A4, margins of 37, 26, 35 and 28 mm; lying, of 20 mm.
constexpr char kStanding[] =
    R"(<w:pgSz w:w="11906" w:h="16838"/>)"
    R"(<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="964" w:gutter="0"/>)";
constexpr char kLying[] =
    R"(<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>)"
    R"(<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>)";

std::string section(std::size_t footer, bool landscape) {
    return fmt::format(R"(<w:sectPr><w:footerReference w:type="default" r:id="{}"/><w:type w:val="nextPage"/>{})"
                       R"(<w:pgNumType w:start="1"/></w:sectPr>)",
                       footer_id(footer), landscape ? kLying : kStanding);
}

// As its column writes it.
struct InWords {
    ColumnKind column;
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(std::string const& text) const { return text; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(field::Money money) const {
        return column == ColumnKind::ten_thousand_yuan ? field::to_ten_thousand(money) : field::to_yuan(money);
    }
    std::string operator()(field::Date date) const { return field::to_string(date); }
    std::string operator()(Timestamp at) const { return chinese_minute(at); }
};

// In relation to the others: what is counted or dated is narrow.
int width_in_form(ColumnKind kind) {
    switch (kind) {
        case ColumnKind::integer: return 5;
        case ColumnKind::yuan:
        case ColumnKind::ten_thousand_yuan: return 8;
        case ColumnKind::date: return 10;
        case ColumnKind::timestamp: return 12;
        case ColumnKind::text: return 11;
    }
    return 11;
}

std::string number_line(std::string const& number) {
    bool const of_document = number.find("〔") != std::string::npos || number.starts_with("{{");
    return of_document ? paragraph("FormNumber", number) : paragraph("FormSerial", "编号：" + number);
}

std::string body(Form const& form, std::vector<std::string>& pictures) {
    std::string out;
    if (form.stamp) out += stamp_box(*form.stamp);
    if (!form.issuer.empty()) out += paragraphs("Issuer", form.issuer);
    out += paragraphs("Title", form.title);
    if (!form.number.empty()) out += number_line(form.number);
    if (!form.addressee.empty()) out += paragraph("Addressee", "致：" + form.addressee);
    if (!form.salutation.empty()) out += paragraph("Addressee", form.salutation);
    for (auto const& block : form.blocks) {
        if (auto const* picture = std::get_if<Picture>(&block)) {
            pictures.push_back(picture->png);
            out += picture_body(*picture, pictures.size());
        } else {
            out += block_body(block, form.landscape);
        }
    }
    for (auto const& closing : form.closings) out += closing_body(closing);
    return out;
}

// Forms with one footnote share its footer.
std::size_t footer_of(std::vector<std::string>& footnotes, std::string const& footnote) {
    auto const found = std::find(footnotes.begin(), footnotes.end(), footnote);
    if (found != footnotes.end()) return static_cast<std::size_t>(found - footnotes.begin());
    footnotes.push_back(footnote);
    return footnotes.size() - 1;
}

}  // namespace

std::string docx(std::span<Form const> forms) {
    std::vector<std::string> footnotes;
    std::vector<std::string> pictures;
    std::string document = fmt::format("{}<w:document {}><w:body>", kXmlHead, kWordNamespaces);
    for (auto const& form : forms) {
        auto const ending = section(footer_of(footnotes, form.footnote), form.landscape);
        document += body(form, pictures);
        if (&form == &forms.back()) document += gap() + ending;
        else document += R"(<w:p><w:pPr><w:pStyle w:val="Gap"/>)" + ending + "</w:pPr></w:p>";
    }
    return pack(form_package(document + "</w:body></w:document>", footnotes, std::move(pictures)));
}

std::string docx(Form const& form) { return docx({&form, 1}); }

Form form_of(Sheet const& sheet) {
    Form out;
    out.title = sheet.title;
    out.landscape = true;
    for (auto const& note : sheet.notes) out.blocks.emplace_back(Paragraph{note});
    Table table;
    for (auto const& column : sheet.columns) table.columns.push_back({column.title, width_in_form(column.kind)});
    for (auto const& cells : sheet.rows) {
        auto& row = table.rows.emplace_back();
        for (std::size_t i = 0; i < std::min(cells.size(), sheet.columns.size()); ++i)
            row.push_back(std::visit(InWords{sheet.columns[i].kind}, cells[i]));
    }
    out.blocks.emplace_back(std::move(table));
    for (auto const& line : sheet.footer) out.blocks.emplace_back(Paragraph{line});
    return out;
}

std::string chinese_day(field::Date day) { return fmt::format("{}年{}月{}日", day.year(), day.month(), day.day()); }

std::string chinese_minute(Timestamp at) {
    // "2026-11-20T09:30:…"
    return chinese_day(field::beijing_date(at)) + " " + to_string(at).substr(11, 5);
}

}  // namespace anping::documents
