// SPDX-License-Identifier: Apache-2.0
#include "invented.hpp"

#include "draft.hpp"

namespace planted {
namespace {

constexpr Planting kPlantings[] = {
    {Plant::registered_name, "其他企业（名录内）", "leftovers.other_enterprise"},
    {Plant::unknown_name, "其他企业（名录外）", "leftovers.other_enterprise"},
    {Plant::place, "其他县（市、区）", "leftovers.other_place"},
    {Plant::address, "其他地址", "leftovers.other_address"},
    {Plant::person, "其他单位人员", "leftovers.other_person"},
    {Plant::code, "其他信用代码", "leftovers.credit_code"},
    {Plant::project_name, "项目两个名称", "leftovers.project_name"},
    {Plant::total, "合计不符", "leftovers.total"},
    {Plant::capacity, "产能前后不一", "leftovers.capacity"},
    {Plant::people, "人数前后不一", "leftovers.people"},
    {Plant::count, "数量与表不符", "leftovers.count"},
    {Plant::date_order, "日期颠倒", "leftovers.date_order"},
    {Plant::later_date, "晚于报告的日期", "leftovers.later_date"},
    {Plant::old_standard, "已废止标准", "leftovers.standard"},
    {Plant::new_standard, "晚于报告的标准", "leftovers.standard"},
    {Plant::signatory, "签字人不在项目组", "leftovers.signatory"},
    {Plant::certificate, "证书过期", "leftovers.certificate"},
    {Plant::not_on_site, "未到场", "leftovers.not_on_site"},
    {Plant::chapter, "缺章", "leftovers.chapter"},
    {Plant::criterion, "判定标准漏一项", "leftovers.criteria"},
    {Plant::criteria, "未对照判定标准", "leftovers.criteria"},
    {Plant::source, "未辨识重大危险源", "leftovers.hazard_source"},
    {Plant::problem, "问题无措施", "leftovers.problem"},
    {Plant::measure, "措施无问题", "leftovers.measure"},
    {Plant::hearsay, "据企业称过多", "leftovers.hearsay"},
    {Plant::spacing, "间距小于所写要求", "leftovers.spacing"},
    {Plant::spacing_rule, "间距小于所引条款", "leftovers.spacing"},
};

constexpr std::array kOrdinals{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
constexpr std::size_t kWrapAt = 76;  // half characters of a page's line

// "@.2" with the chapter's number, and its heading as this report writes headings.
std::string numbered(std::string chapter, std::size_t number, std::size_t style) {
    for (auto at = chapter.find("@."); at != std::string::npos; at = chapter.find("@."))
        chapter.replace(at, 1, fmt::format("{}", number));
    if (style == 0) return fmt::format("第{}章 {}", kOrdinals[number - 1], chapter);
    if (style == 1) return fmt::format("{} {}", number, chapter);
    return fmt::format("{}．{}", number, chapter);
}

// Half characters: an ASCII one is half as wide as another.
std::size_t width(char first) {
    if ((first & 0xc0) == 0x80) return 0;  // follows in its character
    return static_cast<unsigned char>(first) < 0x80 ? 1 : 2;
}

// Lines as a page has them, rows and headings left whole.
std::string wrapped(std::string const& text) {
    std::string out;
    for (std::size_t from = 0; from < text.size();) {
        auto const end = std::min(text.find('\n', from), text.size());
        auto const line = text.substr(from, end - from);
        bool const whole = line.find('\t') != std::string::npos;
        std::size_t filled = 0;
        for (auto const one : line) {
            if (!whole && filled + width(one) > kWrapAt) {
                out += '\n';
                filled = 0;
            }
            filled += width(one);
            out += one;
        }
        out += '\n';
        from = end + 1;
    }
    return out;
}

void plant_in_known(Draft& draft, forensics::Known& known) {
    if (draft.has(Plant::certificate))
        known.team[draft.rng.below(2)].valid_until = draft.report - static_cast<int>(draft.rng.between(3, 300));
    if (draft.has(Plant::not_on_site)) known.on_site.erase(known.on_site.begin());
    if (draft.has(Plant::date_order)) known.days.survey = {draft.report + 9};
}

}  // namespace

std::span<Planting const> plantings() { return kPlantings; }

forensics::Report report_of_text(std::string text) {
    anping::vault::Document document;
    document.text = std::move(text);
    return forensics::report_of(document);
}

Invented invent(World const& world, std::uint64_t seed, Plant plant, std::span<std::string const> quotes) {
    Draft draft(world, seed, plant);
    auto known = known_of(draft);
    plant_in_known(draft, known);
    if (draft.has(Plant::certificate)) {
        for (std::size_t i = 0; i < draft.team.size(); ++i) draft.team[i].until = *known.team[i].valid_until;
    }
    auto text = cover(draft);
    auto const style = draft.rng.below(3);
    std::vector<std::string> chapters{
        overview(draft),
        enterprise_chapter(draft),
        hazards(draft, quotes),
        draft.either("评价单元划分和评价方法选择\n", "评价方法和评价单元\n") + filler(draft, 5) + "\n",
        evaluation(draft),
        cases(draft),
        measures(draft, quotes),
        conclusion(draft)};
    if (plant == Plant::chapter)
        chapters.erase(chapters.begin() + static_cast<std::ptrdiff_t>(draft.either("3", "2", "7") == "3" ? 3 : 2));
    for (std::size_t i = 0; i < chapters.size(); ++i) text += numbered(chapters[i], i + 1, style);
    // Those who survey, sign and review are read off the cover by whoever judges.
    Invented out{draft.rng.chance(0.5) ? wrapped(text) : text, std::move(known), plant};
    out.known.signatories = forensics::facts_of(report_of_text(out.text)).signatories;
    return out;
}

}  // namespace planted
