// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <anping/documents/sheet.hpp>
#include <array>
#include <memory>
#include <stdexcept>

#include "sheet_text.hpp"

namespace anping::documents {
namespace {

constexpr double kFirstOf1970 = 25569;  // Excel's number of 1970-01-01
constexpr double kFirstSure = 61;       // 1900-03-01: before it, Excel counts a day that never was
constexpr std::int64_t kMaxDigits = 999'999'999'999'999;
constexpr int kMaxWidth = 255;

void require(bool done, char const* what) {
    if (!done) throw std::runtime_error(std::string("cannot write a workbook: ") + what);
}
void require(lxw_error error) { require(error == LXW_NO_ERROR, lxw_strerror(error)); }

// The library writes to a path only; this one leads to memory.
class MemoryFile {
public:
    MemoryFile() : file_(::memfd_create("anping-xlsx", MFD_CLOEXEC)) { require(file_ >= 0, "memory"); }
    ~MemoryFile() { ::close(file_); }
    MemoryFile(MemoryFile const&) = delete;
    MemoryFile& operator=(MemoryFile const&) = delete;

    std::string path() const { return "/proc/self/fd/" + std::to_string(file_); }
    std::string bytes() const {
        auto const size = ::lseek(file_, 0, SEEK_END);
        require(size >= 0, "size");
        std::string out(static_cast<std::size_t>(size), '\0');
        std::size_t done = 0;
        while (done < out.size()) {
            auto const count = ::pread(file_, out.data() + done, out.size() - done, static_cast<off_t>(done));
            require(count > 0, "read");
            done += static_cast<std::size_t>(count);
        }
        return out;
    }

private:
    int file_;
};

struct Formats {
    explicit Formats(lxw_workbook* workbook);
    lxw_format* of(ColumnKind kind, bool marked = false) const {
        return (marked ? marks : kinds)[static_cast<std::size_t>(kind)];
    }

    lxw_format* title;
    lxw_format* note;
    lxw_format* header;
    std::array<lxw_format*, 6> kinds{};
    std::array<lxw_format*, 6> marks{};  // the same, of a row that is coloured
};

lxw_format* a_format(lxw_workbook* workbook, double size, std::uint8_t align, char const* font = "宋体") {
    auto* const format = workbook_add_format(workbook);
    require(format != nullptr, "format");
    format_set_font_name(format, font);
    format_set_font_size(format, size);
    format_set_align(format, align);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    return format;
}

Formats::Formats(lxw_workbook* workbook)
    : title(a_format(workbook, 16, LXW_ALIGN_CENTER, "黑体")),
      note(a_format(workbook, 10, LXW_ALIGN_LEFT)),
      header(a_format(workbook, 10, LXW_ALIGN_CENTER)) {
    for (auto* const one : {title, note, header}) format_set_text_wrap(one);
    format_set_bold(header);
    format_set_border(header, LXW_BORDER_THIN);
    format_set_bg_color(header, 0xF2F2F2);
    constexpr std::pair<std::uint8_t, char const*> kLooks[] = {
        {LXW_ALIGN_LEFT, "@"},         {LXW_ALIGN_RIGHT, "0"},           {LXW_ALIGN_RIGHT, "#,##0.00"},
        {LXW_ALIGN_RIGHT, "#,##0.00"}, {LXW_ALIGN_CENTER, "yyyy-mm-dd"}, {LXW_ALIGN_CENTER, "yyyy-mm-dd hh:mm"}};
    for (auto* const row : {&kinds, &marks}) {
        for (std::size_t i = 0; i < row->size(); ++i) {
            auto* const one = row->at(i) = a_format(workbook, 10, kLooks[i].first);
            format_set_num_format(one, kLooks[i].second);
            format_set_border(one, LXW_BORDER_THIN);
            if (kLooks[i].first == LXW_ALIGN_RIGHT) format_set_indent(one, 1);
            if (row == &marks) format_set_bg_color(one, 0xFFE3E0);
        }
        format_set_text_wrap(row->front());
    }
}

int column_width(Sheet::Column const& column) {
    constexpr std::array kUsual = {20, 10, 16, 14, 12, 18};
    if (column.width > 0) return std::min(column.width, kMaxWidth);
    return kUsual.at(static_cast<std::size_t>(column.kind));
}

struct Number {
    double value;
    ColumnKind kind;
};

// A cell is a number in one of the forms, or a text.
using Written = std::variant<std::string, Number>;

Written dated(double serial, ColumnKind kind, std::string text) {
    if (serial < kFirstSure) return text;
    return Number{serial, kind};
}

struct Writing {
    ColumnKind column;
    Written operator()(std::monostate) const { return ""; }
    Written operator()(std::string const& text) const { return cell_text(text); }
    Written operator()(std::int64_t number) const {
        // Excel keeps 15 digits.
        if (number > kMaxDigits || number < -kMaxDigits) return std::to_string(number);
        return Number{static_cast<double>(number), ColumnKind::integer};
    }
    Written operator()(field::Money money) const {
        bool const in_ten_thousands = column == ColumnKind::ten_thousand_yuan;
        double const unit = in_ten_thousands ? 1'000'000 : 100;
        return Number{static_cast<double>(money.fen) / unit, in_ten_thousands ? column : ColumnKind::yuan};
    }
    Written operator()(field::Date date) const {
        return dated(date.days + kFirstOf1970, ColumnKind::date, field::to_string(date));
    }
    Written operator()(Timestamp at) const {
        auto const day = field::beijing_date(at);
        auto const seconds = (at.micros - field::beijing_midnight(day).micros) / 1'000'000;
        double const serial = day.days + kFirstOf1970 + static_cast<double>(seconds) / 86400;
        return dated(serial, ColumnKind::timestamp, to_string(at));
    }
};

class SheetWriter {
public:
    SheetWriter(lxw_worksheet* out, Formats const& formats, Sheet const& sheet)
        : out_(out), formats_(formats), sheet_(sheet), columns_(static_cast<lxw_col_t>(sheet.columns.size())) {
        for (auto const& column : sheet.columns) total_width_ += column_width(column);
    }

    void write() {
        set_up_columns();
        if (!sheet_.title.empty()) across(cell_text(sheet_.title), formats_.title, 32);
        for (auto const& note : sheet_.notes) line(note);
        auto const header = row_;
        write_header();
        for (std::size_t i = 0; i < sheet_.rows.size(); ++i) write_row(sheet_.rows[i], sheet_.marked.contains(i));
        if (sheet_.to_fill) offer_choices(header + 1);
        set_up_page(header);
        for (auto const& one : sheet_.footer) line(one);
    }

private:
    void set_up_columns() {
        for (lxw_col_t i = 0; i < columns_; ++i) {
            auto const& column = sheet_.columns[i];
            auto* const format = sheet_.to_fill ? formats_.of(column.kind) : nullptr;
            require(worksheet_set_column(out_, i, i, column_width(column), format));
        }
        // Numbers of certificates and codes are texts on purpose.
        require(worksheet_ignore_errors(out_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"));
    }

    void set_up_page(lxw_row_t header) {
        auto const last = static_cast<lxw_col_t>(columns_ - 1);
        worksheet_freeze_panes(out_, header + 1, 0);
        require(worksheet_autofilter(out_, header, 0, row_ - 1, last));
        require(worksheet_repeat_rows(out_, header, header));
        worksheet_set_landscape(out_);
        worksheet_set_paper(out_, 9);  // A4
        worksheet_fit_to_pages(out_, 1, 0);
        worksheet_center_horizontally(out_);
        worksheet_set_margins(out_, 0.5, 0.5, 0.6, 0.7);
        require(worksheet_set_footer(out_, "&C&\"宋体,Regular\"&9第 &P 页，共 &N 页"));
    }

    void line(std::string const& text) {
        auto const plain = cell_text(text);
        across(plain, formats_.note, row_height(plain, total_width_));
    }

    void across(std::string const& text, lxw_format* format, double height) {
        require(worksheet_set_row(out_, row_, height, nullptr));
        if (columns_ == 1) require(worksheet_write_string(out_, row_, 0, text.c_str(), format));
        else
            require(
                worksheet_merge_range(out_, row_, 0, row_, static_cast<lxw_col_t>(columns_ - 1), text.c_str(), format));
        ++row_;
    }

    void write_header() {
        double height = 24;
        for (auto const& column : sheet_.columns)
            height = std::max(height, row_height(cell_text(column.title), column_width(column)));
        require(worksheet_set_row(out_, row_, height, nullptr));
        for (lxw_col_t i = 0; i < columns_; ++i)
            require(worksheet_write_string(out_, row_, i, cell_text(sheet_.columns[i].title).c_str(), formats_.header));
        ++row_;
    }

    void offer_choices(lxw_row_t first) {
        constexpr lxw_row_t kRows = 1000;
        for (lxw_col_t i = 0; i < columns_; ++i) {
            auto texts = sheet_.columns[i].choices;
            std::vector<char*> choices;
            std::size_t length = 0;
            for (auto const& choice : texts) length += choice.size() + 1;
            // Excel takes 255 characters, and the library copies as many bytes without counting them: a longer list is
            // left to be typed.
            if (length > 255) continue;
            choices.reserve(texts.size() + 1);
            for (auto& choice : texts) choices.push_back(choice.data());
            if (choices.empty()) continue;
            choices.push_back(nullptr);
            lxw_data_validation offered{};
            offered.validate = LXW_VALIDATION_TYPE_LIST;
            offered.value_list = choices.data();
            offered.error_type = LXW_VALIDATION_ERROR_TYPE_INFORMATION;
            require(worksheet_data_validation_range(out_, first, i, first + kRows - 1, i, &offered));
        }
    }

    void write_row(std::vector<Cell> const& cells, bool marked) {
        static Cell const kBlank;
        double height = 0;
        for (lxw_col_t i = 0; i < columns_; ++i) {
            auto const& column = sheet_.columns[i];
            auto const written = std::visit(Writing{column.kind}, i < cells.size() ? cells[i] : kBlank);
            write_cell(i, written, marked);
            if (auto const* text = std::get_if<std::string>(&written))
                height = std::max(height, row_height(*text, column_width(column)));
        }
        require(worksheet_set_row(out_, row_, std::max(height, 18.0), nullptr));
        ++row_;
    }

    void write_cell(lxw_col_t column, Written const& written, bool marked) {
        if (auto const* number = std::get_if<Number>(&written)) {
            require(worksheet_write_number(out_, row_, column, number->value, formats_.of(number->kind, marked)));
            return;
        }
        auto const& text = std::get<std::string>(written);
        auto* const format = formats_.of(ColumnKind::text, marked);
        if (text.empty()) require(worksheet_write_blank(out_, row_, column, format));
        else require(worksheet_write_string(out_, row_, column, text.c_str(), format));
    }

    lxw_worksheet* out_;
    Formats const& formats_;
    Sheet const& sheet_;
    lxw_col_t columns_;
    int total_width_ = 0;
    lxw_row_t row_ = 0;
};

void check(Sheet const& sheet) {
    if (sheet.columns.empty()) throw std::invalid_argument("a sheet without columns");
    auto const count = sheet.rows.size() + sheet.notes.size() + sheet.footer.size() + 2;
    if (count > LXW_ROW_MAX || sheet.columns.size() > LXW_COL_MAX) throw std::length_error("more than a sheet holds");
}

struct CloseWorkbook {
    void operator()(lxw_workbook* workbook) const noexcept { lxw_workbook_free(workbook); }
};

}  // namespace

std::string xlsx(std::span<Sheet const> sheets, Timestamp created) {
    for (auto const& sheet : sheets) check(sheet);
    MemoryFile const file;
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    std::unique_ptr<lxw_workbook, CloseWorkbook> workbook(workbook_new_opt(file.path().c_str(), &options));
    require(workbook != nullptr, "workbook");
    lxw_doc_properties properties{};
    // The library takes 0 for the machine's time.
    properties.created = std::max<std::time_t>(created.micros / 1'000'000, 1);
    require(workbook_set_properties(workbook.get(), &properties));
    Formats const formats(workbook.get());
    std::set<std::string> names;
    for (auto const& sheet : sheets) {
        auto* const out = workbook_add_worksheet(workbook.get(), tab_name(sheet.name, names).c_str());
        require(out != nullptr, "sheet");
        SheetWriter(out, formats, sheet).write();
    }
    require(workbook_close(workbook.release()));
    return file.bytes();
}

}  // namespace anping::documents
