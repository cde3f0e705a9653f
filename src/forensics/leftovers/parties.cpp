// SPDX-License-Identifier: Apache-2.0
#include "leftovers/parties.hpp"

#include <algorithm>

namespace anping::forensics {
namespace {

constexpr std::size_t kLongestName = 26;
constexpr std::size_t kShortestStem = 4;

constexpr View kCompany[] = {U"有限公司", U"责任公司", U"集团公司", U"股份公司", U"总公司"};
// Common nouns too: names only after a place.
constexpr View kWorks[] = {U"化工厂", U"水泥厂", U"钢铁厂", U"机械厂", U"制药厂", U"肥料厂", U"炼油厂",
                           U"煤矿",   U"铁矿",   U"金矿",   U"铜矿",   U"采石场", U"加油站", U"加气站",
                           U"设计院", U"研究院", U"花炮厂", U"铸造厂", U"冶炼厂"};
constexpr View kAfterPlace = U"省市县州旗";
// What stands before a name and is none of it.
constexpr View kCuts[] = {
    U"的",   U"与",     U"及",     U"由",     U"是",     U"被",   U"在",       U"据",       U"给",   U"受",    U"对",
    U"从",   U"或",     U"距",     U"侧",     U"并",     U"委托", U"位于",     U"依据",     U"根据", U"按照",  U"提供",
    U"负责", U"单位",   U"隶属",   U"邻近",   U"相邻",   U"紧邻", U"毗邻",     U"东邻",     U"南邻", U"西邻",  U"北邻",
    U"东临", U"南临",   U"西临",   U"北临",   U"侧为",   U"面为", U"东为",     U"南为",     U"西为", U"北为",  U"原为",
    U"现为", U"更名为", U"名称为", U"机构为", U"变更为", U"授权", U"通过",     U"聘请",     U"购自", U"来自",  U"介绍",
    U"设立", U"成立",   U"组建",   U"公司和", U"厂和",   U"接到", U"要求",     U"同意",     U"因为", U"作为",  U"属于",
    U"向",   U"邀请",   U"经过",   U"如下",   U"本次",   U"其他", U"企业名称", U"编制",     U"建设", U"施工",  U"监理",
    U"供应", U"为:",    U"登记为", U"标明",   U"包括",   U"关于", U"负有",     U"出资额占", U"指",   U"公司为"};
constexpr View kNoName[] = {U"某",   U"有限责任", U"国有独资", U"一人", U"外商投资", U"合资经营", U"股东", U"投资者",
                            U"他的", U"以上",     U"人民政府", U"直辖", U"县级",     U"全国",     U"中国", U"依法"};

constexpr View kBeforeNeighbour[] = {U"东侧", U"南侧", U"西侧", U"北侧", U"东面", U"南面", U"西面", U"北面", U"东邻",
                                     U"南邻", U"西邻", U"北邻", U"东临", U"南临", U"西临", U"北临", U"东为", U"南为",
                                     U"西为", U"北为", U"距",   U"相邻", U"邻近", U"毗邻", U"紧邻", U"周边", U"隔路",
                                     U"与其", U"对面", U"东边", U"南边", U"西边", U"北边", U"靠近"};
constexpr View kAfterNeighbour[] = {U"相邻", U"毗邻", U"围墙", U"厂界", U"隔路", U"最近"};
constexpr View kRelation[] = {
    U"供应商", U"供货", U"厂家",   U"制造",     U"生产商", U"设计", U"施工",   U"监理", U"检测", U"检验",
    U"检定",   U"校准", U"安装",   U"维保",     U"承包",   U"外包", U"租赁",   U"租用", U"承租", U"出租",
    U"运输",   U"承运", U"销售给", U"客户",     U"供电",   U"供水", U"供气",   U"供汽", U"来自", U"购自",
    U"外购",   U"采购", U"母公司", U"子公司",   U"控股",   U"股东", U"隶属",   U"前身", U"更名", U"原名",
    U"收购",   U"并购", U"分公司", U"事故",     U"可研",   U"环评", U"编制的", U"托管", U"处置", U"类比",
    U"保险",   U"培训", U"消防队", U"救援协议", U"互助",   U"园区", U"回收"};
constexpr View kRowWords[] = {U"周边", U"方位", U"相邻", U"厂家", U"制造", U"供应", U"供货",
                              U"设计", U"施工", U"监理", U"检测", U"检验", U"客户", U"承包",
                              U"运输", U"产地", U"来源", U"股东", U"事故", U"类比", U"距离"};
constexpr View kCases[] = {U"案例", U"类比", U"同类"};
constexpr View kCaseHeadings[] = {U"案例", U"类比", U"周边", U"四邻", U"外部", U"参考", U"供应"};

constexpr View kSurnames =
    U"王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟"
    U"汪"
    U"田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛"
    U"温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫"
    U"查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来全褚";

View cut_before(View stem) {
    for (auto const cut : kCuts)
        if (auto const at = stem.rfind(cut); at != View::npos) stem.remove_prefix(at + cut.size());
    return stem;
}

bool is_of_name(char32_t one) { return is_hanzi(one) || is_letter(one) || is_digit(one) || one == U'(' || one == U')'; }

// Where the name that ends in a word at `at` begins; `at` where it is no name.
std::uint32_t begin_of(View text, std::uint32_t at) {
    auto from = at;
    while (from > 0 && at - from < kLongestName && is_of_name(text[from - 1])) --from;
    auto stem = cut_before(text.substr(from, at - from));
    while (!stem.empty() && (is_among(stem.front(), U")为") || is_digit(stem.front()))) stem.remove_prefix(1);
    if (contains_any(stem, kNoName)) return at;
    return at - static_cast<std::uint32_t>(stem.size());
}

bool has_place(View stem) {
    auto const at = stem.find_first_of(kAfterPlace, 1);
    return at != View::npos && at + 2 < stem.size();
}

void add_names(Report const& report, Words ends, std::vector<Place>& out, bool (*is_name)(View stem)) {
    for (auto const& end : places_of_any(report.text, ends)) {
        auto const from = begin_of(report.text, end.from);
        auto stem = report.at({from, end.from});
        for (View const form : {U"责任", U"股份", U"集团"})
            if (stem.ends_with(form)) stem.remove_suffix(form.size());
        if (stem.size() >= kShortestStem && is_name(stem)) out.push_back({from, end.to});
    }
}

Place sentence_part(Report const& report, Place name, std::uint32_t before_it, std::uint32_t after_it) {
    auto const sentence = report.sentence_at(name.from);
    return {std::max(sentence.from, name.from > before_it ? name.from - before_it : 0),
            std::max(name.to, std::min(sentence.to, name.to + after_it))};
}

// The row and the head of the column.
bool is_declared_in_row(Grid const& grid, Place name) {
    for (auto const& row : grid.rows) {
        auto const cell = std::ranges::find_if(
            row, [&](Cell const& one) { return one.place.from <= name.from && name.from < one.place.to; });
        if (cell == row.end()) continue;
        auto const column = static_cast<std::size_t>(cell - row.begin());
        if (column < grid.rows.front().size() && contains_any(grid.rows.front()[column].text, kRowWords)) return true;
        return std::ranges::any_of(row, [](Cell const& one) { return contains_any(one.text, kRowWords); }) ||
               contains_any(grid.rows.front().front().text, kRowWords);
    }
    return false;
}

}  // namespace

std::vector<Place> party_names(Report const& report) {
    std::vector<Place> out;
    add_names(report, kCompany, out, [](View) { return true; });
    add_names(report, kWorks, out, has_place);
    std::ranges::sort(out, {}, &Place::from);
    return out;
}

bool is_of_case(Report const& report, std::uint32_t at) {
    auto const above = report.above(at);
    return std::ranges::any_of(above, [](Heading const* one) { return contains_any(one->title, kCases); });
}

bool is_declared_at(Report const& report, Place name) {
    for (auto const* heading : report.above(name.from))
        if (contains_any(heading->title, kCaseHeadings)) return true;
    auto const* grid = report.grid_at(name.from);
    if (grid != nullptr && is_declared_in_row(*grid, name)) return true;
    auto const near = sentence_part(report, name, 12, 10);
    if (contains_any(report.at({near.from, name.from}), kBeforeNeighbour)) return true;
    if (contains_any(report.at({name.to, near.to}), kAfterNeighbour)) return true;
    auto const wide = sentence_part(report, name, 50, 6);
    return contains_any(report.at({wide.from, name.from}), kRelation) ||
           contains_any(report.at({name.to, wide.to}), kRelation);
}

bool same_party(View a, View b) noexcept {
    if (a.empty() || b.empty()) return false;
    return a.size() >= b.size() ? contains(a, b) : contains(b, a);
}

bool is_one_of(View name, std::vector<std::u32string> const& names) noexcept {
    return std::ranges::any_of(names, [&](auto const& one) { return same_party(name, one); });
}

std::vector<std::u32string> bare_names(std::vector<std::string> const& names) {
    std::vector<std::u32string> out;
    out.reserve(names.size());
    for (auto const& name : names)
        if (auto one = bare(name); one.size() >= 2) out.push_back(std::move(one));
    return out;
}

Place person_at(Report const& report, std::uint32_t at) {
    auto const& text = report.text;
    while (at < text.size() && (text[at] == U' ' || text[at] == U':' || text[at] == U'为' || text[at] == U'是')) ++at;
    auto end = at;
    while (end < text.size() && is_hanzi(text[end])) ++end;
    if (end == at || !is_among(text[at], kSurnames)) return {};
    // "王 伟" is written apart to be as long as three.
    if (end - at == 1 && end + 1 < text.size() && text[end] == U' ' && is_hanzi(text[end + 1]) &&
        (end + 2 == text.size() || !is_hanzi(text[end + 2])))
        return {at, end + 2};
    return end - at >= 2 && end - at <= 4 ? Place{at, end} : Place{};
}

}  // namespace anping::forensics
