// SPDX-License-Identifier: Apache-2.0
#include "form_body.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "form_parts.hpp"
#include "text.hpp"

namespace anping::documents {
namespace {

constexpr int kGridColumns[] = {1700, 2722, 1700, 2723};
constexpr int kShortLabel = 28;  // two lines of the label's cell
constexpr int kShortValue = 20;  // one line of the value's cell
constexpr int kCentredValue = 10;
constexpr int kClosingWidth = 6000;
constexpr int kClosingLine = 36;  // of the closing's cell
constexpr int kStampWidth = 3900;
constexpr char kShade[] = R"(<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>)";

struct Look {
    std::string_view style;
    int width = 0;
    int span = 1;
    bool shaded = false;
};

std::string cell(Look const& look, std::string_view text) {
    std::string out = fmt::format(R"(<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/>)", look.width);
    if (look.span > 1) out += fmt::format(R"(<w:gridSpan w:val="{}"/>)", look.span);
    if (look.shaded) out += kShade;
    out += R"(<w:vAlign w:val="center"/></w:tcPr>)";
    return out + paragraphs(look.style, text) + "</w:tc>";
}

std::string table_head(std::vector<int> const& columns, std::string_view place, std::string_view line) {
    std::string out = fmt::format(R"(<w:tbl><w:tblPr><w:tblW w:w="{}" w:type="dxa"/>{}<w:tblBorders>)",
                                  std::accumulate(columns.begin(), columns.end(), 0), place);
    for (auto const* side : {"top", "left", "bottom", "right", "insideH", "insideV"})
        out += fmt::format("<w:{} {}/>", side, line);
    out += R"(</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="60" w:type="dxa"/>)"
           R"(<w:left w:w="80" w:type="dxa"/>)"
           R"(<w:bottom w:w="60" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>)";
    for (int column : columns) out += fmt::format(R"(<w:gridCol w:w="{}"/>)", column);
    return out + "</w:tblGrid>";
}

constexpr char kCentred[] = R"(<w:jc w:val="center"/>)";
constexpr char kRight[] = R"(<w:jc w:val="right"/>)";
constexpr char kThin[] = R"(w:val="single" w:sz="4" w:space="0" w:color="000000")";
constexpr char kSeal[] = R"(w:val="single" w:sz="12" w:space="0" w:color="C00000")";
constexpr char kInvisible[] = R"(w:val="nil")";

// A low row stands whole on one page; a high one may be cut, or a page would stay half empty.
std::string row(std::string const& cells, bool low) {
    return fmt::format(R"(<w:tr><w:trPr>{}<w:trHeight w:val="510" w:hRule="atLeast"/></w:trPr>{}</w:tr>)",
                       low ? "<w:cantSplit/>" : "", cells);
}

bool is_low(std::string_view text) { return lines(text).size() <= 8 && width(text) <= 400; }

bool is_short(Grid::Pair const& pair) {
    return pair.value.find('\n') == std::string::npos && width(pair.value) <= kShortValue &&
           width(pair.label) <= kShortLabel;
}

std::string pair_cells(Grid::Pair const& pair, std::size_t column) {
    return cell({"CellLabel", kGridColumns[column], 1, true}, pair.label) +
           cell({"CellValue", kGridColumns[column + 1]}, pair.value);
}

std::string body(Grid const& grid) {
    if (grid.pairs.empty()) return "";
    std::string out = gap() + table_head({std::begin(kGridColumns), std::end(kGridColumns)}, kCentred, kThin);
    int const rest = kTextWidth - kGridColumns[0];
    for (std::size_t i = 0; i < grid.pairs.size(); ++i) {
        auto const& pair = grid.pairs[i];
        if (i + 1 < grid.pairs.size() && is_short(pair) && is_short(grid.pairs[i + 1])) {
            out += row(pair_cells(pair, 0) + pair_cells(grid.pairs[i + 1], 2), true);
            ++i;
        } else {
            out += row(
                cell({"CellLabel", kGridColumns[0], 1, true}, pair.label) + cell({"CellValue", rest, 3}, pair.value),
                is_low(pair.value));
        }
    }
    return out + "</w:tbl>";
}

std::vector<int> column_widths(Table const& table, std::int64_t across) {
    std::vector<int> out;
    std::int64_t total = 0;
    for (auto const& column : table.columns) total += std::clamp(column.width, 1, 1000);
    std::int64_t before = 0;
    for (auto const& column : table.columns) {
        auto const after = before + std::clamp(column.width, 1, 1000);
        out.push_back(static_cast<int>(across * after / total - across * before / total));
        before = after;
    }
    return out;
}

std::vector<std::string_view> column_styles(Table const& table, bool small) {
    std::vector<std::string_view> out(table.columns.size(), small ? "SmallCentred" : "CellCentred");
    for (auto const& values : table.rows)
        for (std::size_t i = 0; i < std::min(values.size(), out.size()); ++i)
            if (width(values[i]) > kCentredValue) out[i] = small ? "SmallValue" : "CellValue";
    return out;
}

std::string title_row(Table const& table, std::vector<int> const& widths, bool small) {
    std::string out = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
    for (std::size_t i = 0; i < widths.size(); ++i)
        out += cell({small ? "SmallLabel" : "CellLabel", widths[i], 1, true}, table.columns[i].title);
    return out + "</w:tr>";
}

std::string body(Table const& table, bool landscape) {
    std::string out = table.heading.empty() ? gap() : paragraph("TableHeading", table.heading);
    if (table.columns.empty()) return out;
    auto const widths = column_widths(table, landscape ? kWideTextWidth : kTextWidth);
    auto const styles = column_styles(table, landscape);
    out += table_head(widths, kCentred, kThin) + title_row(table, widths, landscape);
    for (auto const& values : table.rows) {
        std::string cells;
        bool low = true;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            std::string_view const value = i < values.size() ? std::string_view(values[i]) : "";
            cells += cell({styles[i], widths[i]}, value);
            low = low && is_low(value);
        }
        out += row(cells, low);
    }
    return out + "</w:tbl>";
}

std::string body(Paragraph const& one) {
    return paragraphs(one.kind == ParagraphKind::heading ? "Heading1" : "BodyText", one.text);
}

}  // namespace

std::string paragraph(std::string_view style, std::string_view text) {
    std::string out = fmt::format(R"(<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr>)", style);
    // The hint makes quotes, dashes and dots Chinese ones.
    if (!text.empty())
        out +=
            fmt::format(R"(<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>)",
                        escaped(text));
    return out + "</w:p>";
}

std::string paragraphs(std::string_view style, std::string_view text) {
    std::string out;
    auto const plain = clean(text);
    for (auto line : lines(plain)) out += paragraph(style, line);
    return out;
}

std::string gap() { return paragraph("Gap", ""); }

std::string stamp_box(Stamp const& stamp) {
    std::string out = table_head({kStampWidth}, kRight, kSeal) + "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
    out += fmt::format(R"(<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/></w:tcPr>)", kStampWidth);
    out += paragraph("StampTitle", stamp.title) + paragraph("StampText", "回执编号：" + stamp.number) +
           paragraph("StampText", "收文单位：" + stamp.bureau) +
           paragraph("StampText", stamp.received_on ? "收讫日期：" + chinese_day(*stamp.received_on)
                                                    : "收讫时间：" + chinese_minute(stamp.received_at));
    return out + "</w:tc></w:tr></w:tbl>";
}

std::string block_body(Block const& block, bool landscape) {
    if (auto const* table = std::get_if<Table>(&block)) return body(*table, landscape);
    if (auto const* grid = std::get_if<Grid>(&block)) return body(*grid);
    if (auto const* text = std::get_if<Paragraph>(&block)) return body(*text);
    return {};  // a picture has a number besides: picture_body
}

std::string picture_body(Picture const& picture, std::size_t index) {
    constexpr int kEmuInMillimetre = 36'000;
    constexpr int kTwipsInMillimetre = 57;
    int const size = picture.millimetres * kEmuInMillimetre;
    int const left = picture.millimetres * kTwipsInMillimetre + 160;
    auto const drawing = fmt::format(
        R"(<w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr><w:r><w:drawing>)"
        R"(<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">)"
        R"(<wp:extent cx="{0}" cy="{0}"/><wp:docPr id="{1}" name="picture{1}" descr="{2}"/>)"
        R"(<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">)"
        R"(<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">)"
        R"(<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>)"
        R"(<pic:cNvPr id="{1}" name="picture{1}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{3}"/>)"
        R"(<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>)"
        R"(<a:ext cx="{0}" cy="{0}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>)"
        R"(</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>)",
        size, index, escaped(picture.alt), picture_id(index));
    std::string out = gap() + table_head({left, kTextWidth - left}, "", kInvisible);
    out += R"(<w:tr><w:trPr><w:cantSplit/></w:trPr>)";
    out += fmt::format(R"(<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/></w:tcPr>{}</w:tc>)", left, drawing);
    return out + cell({"Caption", kTextWidth - left}, picture.caption) + "</w:tr></w:tbl>";
}

// Name and day are centred over each other at the right, so that one seal covers both.
std::string closing_body(Closing const& closing) {
    int const left = kTextWidth - kClosingWidth;
    std::string const day = closing.day ? chinese_day(*closing.day) : "　　年　　月　　日";
    // A seal's mark that does not fit behind the name stands below it, whole.
    char const* const seal = width(closing.unit) + width("（盖章）") > kClosingLine ? "\n（盖章）\n" : "（盖章）\n";
    std::string out = gap() + table_head({left, kClosingWidth}, "", kInvisible) + "<w:tr><w:trPr><w:cantSplit/>";
    out += R"(<w:trHeight w:val="2200" w:hRule="atLeast"/></w:trPr>)" + cell({"Closing", left}, "");
    out += cell({"Closing", kClosingWidth}, closing.unit + seal + day);
    return out + "</w:tr></w:tbl>";
}

}  // namespace anping::documents
