// SPDX-License-Identifier: Apache-2.0
#include "outlined.hpp"

#include "draft.hpp"
#include "outline_roles.hpp"

namespace planted {
namespace {

struct Trade {
    char const* name;
    char const* scope;
    char const* body;
    std::array<char const*, 2> projects;
};

constexpr std::array<char const*, 2> kPlant{"年产5万吨生产项目", "生产装置"};
constexpr std::array<char const*, 2> kSite{"建设项目", "改扩建项目"};
constexpr Trade kTrades[] = {
    {"open-pit mine", "assess.2", "open-pit mine", {"铁矿露天开采工程", "花岗岩矿采矿工程"}},
    {"quarry", "assess.2", "open-pit mine", {"建筑石料矿露天采石场", "石灰岩采石场"}},
    {"underground mine", "assess.2", "underground mine", {"铅锌矿地下开采系统", "金矿采矿工程"}},
    {"tailings", "assess.2", "tailings", {"选矿厂尾矿库", "2号尾矿库"}},
    {"metallurgy", "assess.7", "works", {"炼钢车间技改项目", "铸造生产线"}},
    {"dust", "assess.7", "works", {"木制品加工项目", "面粉生产线"}},
    {"hot-dip coating", "assess.7", "works", {"热镀锌生产线", "镀锌车间"}},
    {"cement", "assess.7", "works", {"水泥粉磨站", "熟料生产线"}},
    {"liquor", "assess.7", "works", {"白酒酿造项目", "酒库"}},
    {"wind farm", "other", "other", kSite},
    {"photovoltaic", "other", "other", kSite},
    {"hydropower", "other", "other", kSite},
    {"port", "other", "other", {"散货码头", "件杂货泊位"}},
    {"explosives store", "other", "other", {"民爆物品储存库", "炸药库"}},
    {"fireworks store", "other", "other", {"烟花爆竹仓库", "烟花爆竹批发库"}},
    {"gas pipeline", "assess.4", "other", {"输气管道工程", "天然气支线"}},
    {"filling station", "assess.5", "chemicals", {"加油站", "加油站改建项目"}},
    {"tank farm", "assess.5", "chemicals", {"成品油库", "化工品罐区"}},
};
constexpr Trade kOtherTrade{"", "assess.5", "chemicals", kPlant};  // chemicals, and what is evaluated as they are

Trade const& trade_of(std::string const& name) {
    auto const* const found = std::ranges::find_if(kTrades, [&](Trade const& one) { return one.name == name; });
    return found == std::end(kTrades) ? kOtherTrade : *found;
}

std::string kind_in_words(std::string const& kind) {
    return kind == "pre" ? "安全预评价" : kind == "acceptance" ? "安全验收评价" : "安全现状评价";
}

class Writer {
public:
    Writer(Draft& draft, Wish const& wish, RulebookLists const& lists) : draft_(draft), wish_(wish), lists_(lists) {
        half_ = wish.outline.held_out ? 1 : 0;
        if (auto const words = wish.words.criteria.find(lists.criteria_name); words != wish.words.criteria.end())
            criteria_ = words->second;
        if (wish.fault == Fault::criterion)
            criteria_.erase(criteria_.begin() + static_cast<std::ptrdiff_t>(wish.which));
    }

    std::string cover(Outline const& outline) {
        auto out = fmt::format("{}\n{}\n{}报告\n{}\n{}\n目　录\n", draft_.enterprise, draft_.project, draft_.kind,
                               draft_.institution, written(draft_.report));
        std::size_t page = 1;
        for (auto const& line : outline.lines)
            if (line.depth < 2) out += fmt::format("{}……………{}\n", line.text, page += draft_.rng.between(1, 5));
        return out;
    }

    // `criteria` and `source`: whether it is here that they are gone through.
    std::string under(OutlineLine const& line, bool criteria, bool source) {
        auto out = filler(draft_, draft_.rng.between(3, 6)) + "\n";
        if (has_role(line, "basis")) out += basis();
        if (source && lists_.source_standard) out += wish_.fault == Fault::source ? rule() : outcome();
        if (has_role(line, "assess") && wish_.is_full) out += all_of_trade();
        if (criteria) out += gone_through();
        if (has_role(line, "measures")) out += coming_law();
        return out;
    }

private:
    std::string cited(forensics::Standard const& one) {
        auto number = one.number;
        if (draft_.rng.chance(0.5)) std::erase(number, ' ');
        if (!number.starts_with("AQ")) {
            auto const title = one.title == number ? "中华人民共和国" + one.title : one.title;
            return title.ends_with(number) ? fmt::format("《{}》\n", title)
                                           : fmt::format("《{}》（{}）\n", title, number);
        }
        switch (draft_.rng.below(3)) {
            case 0: return fmt::format("《{}》（{}）\n", one.title, number);
            case 1: return fmt::format("{}《{}》\n", number, one.title);
            default: return fmt::format("《{}》{}\n", one.title, number);
        }
    }

    std::string basis() {
        std::string out =
            "《中华人民共和国安全生产法》（主席令第88号修正）\n《危险化学品重大危险源辨识》（GB 18218-2018）\n";
        for (auto const& one : lists_.standards) {
            bool const is_due = !one.from || *one.from <= draft_.report;
            if (is_due && one.title.find("城市轨道") == std::string::npos) out += cited(one);
        }
        if (wish_.fault == Fault::early_order) out += cited(lists_.standards.at(wish_.which));
        if (wish_.fault == Fault::wrong_title)
            out += draft_.either("《安全现状评价导则》（AQ 8004-2007）\n", "AQ 8005-2007《安全现状评价导则》\n",
                                 "《化工企业安全卫生设计规范》（AQ 8001-2007）\n");
        return out;
    }

    // What is to come is told, not cited as in force.
    std::string coming_law() {
        for (auto const& one : lists_.standards)
            if (one.from && draft_.report < *one.from && *one.from < draft_.report + 120 && draft_.rng.chance(0.5))
                return fmt::format("《{}》自{}起施行，企业应当及时组织学习。\n", one.title, written(*one.from));
        return {};
    }

    std::string outcome() { return draft_.rng.pick(wish_.words.source[half_]) + "\n"; }
    std::string rule() {
        return draft_.either("企业应当对重大危险源登记建档。\n", "", "按规定对重大危险源进行管理。\n");
    }

    std::string all_of_trade() {
        auto sentences = wish_.words.bodies.at(trade_of(wish_.outline.trade).body);
        draft_.rng.shuffle(sentences);
        std::string out;
        for (auto const& one : sentences) out += one;
        return out + "\n";
    }

    // Either half has of each list's criteria every other one in either way of putting it.
    std::size_t way_of(CriterionWords const& one) const { return (half_ + std::stoul(one.number)) % 2; }

    std::string gone_through() {
        if (wish_.fault == Fault::criteria)
            return draft_.either("经现场检查，未发现重大事故隐患。\n",
                                 "对照判定标准，企业不存在重大生产安全事故隐患。\n", "");
        if (wish_.style == Style::in_prose) return in_prose();
        if (wish_.style == Style::by_number) return by_number();
        bool const is_long = wish_.style == Style::long_table;
        std::string out = is_long ? "序号\t判定情形\t检查情况\t判定结果\n" : "序号\t判定内容\t结果\n";
        std::string by_number;
        for (auto const& one : criteria_) {
            auto const way = way_of(one);
            bool const is_absent = one.is_absent[way];
            if (is_long)
                out += fmt::format("{}\t{}\t{}\t{}\n", one.number, one.in_table, one.found[way],
                                   is_absent ? "不涉及" : "未构成");
            else if (wish_.style == Style::grouped && is_absent)
                by_number += (by_number.empty() ? "" : "、") + one.number;
            else out += fmt::format("{}\t{}\t{}\n", one.number, one.in_short_table, is_absent ? "不涉及" : "不存在");
        }
        return by_number.empty() ? out : out + fmt::format("第{}项\t本企业没有所列情形\t不涉及\n", by_number);
    }

    std::string in_prose() {
        auto out = fmt::format("对照《{}》逐项检查如下：\n", lists_.criteria_title);
        std::size_t many = 0;
        for (auto const& one : criteria_) out += fmt::format("（{}）{}。\n", ++many, one.found[way_of(one)]);
        return out;
    }

    // In a table, or those that apply in one and the rest in a sentence.
    std::string by_number() {
        auto out = fmt::format("对照《{}》逐条判定，结果如下。\n{}\n序号\t结果\n", lists_.criteria_title,
                               filler(draft_, draft_.rng.between(0, 4)));
        bool const in_sentence = draft_.rng.chance(0.5);
        std::string rest;
        for (auto const& one : criteria_) {
            bool const is_absent = one.is_absent[way_of(one)];
            if (is_absent && in_sentence) rest += (rest.empty() ? "" : "、") + one.number;
            else out += fmt::format("{}\t{}\n", one.number, is_absent ? "不涉及" : "符合");
        }
        return rest.empty() ? out : out + fmt::format("第{}条本企业不涉及。\n", rest);
    }

    Draft& draft_;
    Wish const& wish_;
    RulebookLists const& lists_;
    std::size_t half_ = 0;  // whose words these are
    std::vector<CriterionWords> criteria_;
};

// A report before an order of the list was in force.
bool go_before(Draft& draft, Wish& wish, std::vector<forensics::Standard> const& standards) {
    std::vector<std::size_t> late;
    for (std::size_t i = 0; i < standards.size(); ++i)
        if (standards[i].from && *field::Date::of(2023, 5, 1) < *standards[i].from) late.push_back(i);
    if (late.empty()) return false;
    wish.which = draft.rng.pick(late);
    draft.report = *standards[wish.which].from - static_cast<int>(draft.rng.between(20, 200));
    return true;
}

Outline left_of(Wish const& wish, RulebookLists const& lists) {
    if (wish.fault == Fault::chapter)
        return without(wish.outline, roles_of_chapter(lists.chapters.at(wish.which).title), Alone::no);
    if (wish.fault == Fault::criteria) return without(wish.outline, {"hidden"}, Alone::yes);
    if (wish.fault == Fault::source) return without(wish.outline, {"major"}, Alone::yes);
    return wish.outline;
}

bool can_have(Wish const& wish, RulebookLists const& lists) {
    switch (wish.fault) {
        case Fault::none: return true;
        case Fault::chapter:
            return wish.which < lists.chapters.size() && has_chapter(wish.outline, lists.chapters[wish.which].title);
        case Fault::criteria: return wish.outline.kind != "pre" && !lists.criteria.empty();
        case Fault::criterion: return wish.outline.kind != "pre" && wish.which < lists.criteria.size();
        case Fault::source: return lists.source_standard.has_value();
        case Fault::wrong_title: return true;
        case Fault::early_order: return true;
    }
    return false;
}

// Of the headings the first that is for it, or for what stands in for it.
std::size_t place_for(Outline const& outline, std::string const& role, std::string const& instead) {
    auto const first = [&](std::string const& of) {
        return static_cast<std::size_t>(
            std::ranges::find_if(outline.lines, [&](OutlineLine const& line) { return has_role(line, of); }) -
            outline.lines.begin());
    };
    auto const at = first(role);
    return at < outline.lines.size() ? at : first(instead);
}

}  // namespace

OutlinedReport outlined_report(World const& world, Rulebook const& rulebook, Wish const& given, std::uint64_t seed) {
    auto wish = given;
    Draft draft(world, seed, Plant::none);
    auto const& trade = trade_of(wish.outline.trade);
    draft.kind = kind_in_words(wish.outline.kind);
    draft.project = trade.projects[draft.rng.below(2)];
    auto const lists = [&] { return rulebook.lists(wish.outline.kind, trade.scope, draft.project, draft.report); };
    OutlinedReport out{{}, draft.report, lists(), false};
    out.has_fault = can_have(wish, out.lists);
    if (wish.fault == Fault::early_order) {
        out.has_fault = go_before(draft, wish, out.lists.standards);
        out.lists = lists();
        out.day = draft.report;
    }
    if (!out.has_fault) return out;
    auto const outline = left_of(wish, out.lists);
    Writer writer(draft, wish, out.lists);
    out.text = writer.cover(outline);
    // What is to be built has no hidden dangers yet.
    auto const criteria = wish.outline.kind == "pre" ? outline.lines.size() : place_for(outline, "hidden", "assess");
    auto const source = place_for(outline, "major", "hazards");
    for (std::size_t i = 0; i < outline.lines.size(); ++i)
        out.text += outline.lines[i].text + "\n" + writer.under(outline.lines[i], i == criteria, i == source);
    return out;
}

}  // namespace planted
