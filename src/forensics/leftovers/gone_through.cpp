// SPDX-License-Identifier: Apache-2.0
#include "leftovers/gone_through.hpp"

#include <algorithm>
#include <optional>

#include "leftovers/criterion_words.hpp"
#include "leftovers/headings.hpp"
#include "leftovers/item_numbers.hpp"
#include "leftovers/quantities.hpp"

namespace anping::forensics {
namespace {

using Numbers = std::set<std::size_t>;

constexpr std::uint32_t kBefore = 120;  // characters in which it is said what follows
constexpr std::uint32_t kTitle = 20;    // as far from a title its article stands
constexpr std::size_t kShortList = 3;   // one row may judge all of it
constexpr View kDangers = U"隐患";
constexpr View kJudging[] = {U"判定", U"判断", U"对照"};
constexpr View kTheList[] = {U"判定标准", U"重大隐患"};
constexpr View kHeads[] = {U"判定标准", U"判定情形", U"判定内容", U"判定条款", U"判定项", U"判定依据", U"隐患情形"};
constexpr View kOutcomes[] = {U"涉及", U"符合",   U"存在", U"构成", U"适用",
                              U"满足", U"未发现", U"未见", U"没有", U"无此"};
constexpr View kBeforeOutcome[] = {U"",       U"均", U"企业", U"本企业", U"该企业",
                                   U"本项目", U"不", U"均不", U"未",     U"均未"};
constexpr View kBareOutcomes[] = {U"涉及", U"符合", U"存在", U"构成", U"适用", U"满足", U"发现", U"合格"};
constexpr View kAfterOutcome[] = {U"",     U"要求",   U"规定", U"该项",     U"此项",
                                  U"情形", U"此情形", U"隐患", U"重大隐患", U"重大事故隐患"};
constexpr View kMarks[] = {U"无", U"否", U"是", U"有", U"√", U"×", U"✓", U"○", U"/", U"无此项", U"无此情形"};

// Of what is found and put right, hidden dangers are told too.
bool judges_dangers(View words) { return contains(words, kDangers) && contains_any(words, kJudging); }
bool names_list(View words) { return judges_dangers(words) || contains_any(words, kTheList); }

bool is_among_words(View word, Words words) { return std::ranges::find(words, word) != words.end(); }

// "不涉及", "符合要求", "√": nothing of what was judged.
bool is_outcome(View words) {
    if (is_among_words(words, kMarks)) return true;
    return std::ranges::any_of(kBareOutcomes, [words](View one) {
        auto const at = words.find(one);
        return at != View::npos && is_among_words(words.substr(0, at), kBeforeOutcome) &&
               is_among_words(words.substr(at + one.size()), kAfterOutcome);
    });
}

// All of a cell or mark: "6", "第6、8项".
Numbers numbers_in_words(View text) {
    Numbers out;
    std::size_t number = 0;
    bool any = false;
    for (auto const one : text) {
        if (is_digit(one) && number < 1000) {
            number = number * 10 + (one - U'0');
            any = true;
            continue;
        }
        if (any) out.insert(number);
        number = 0;
        any = false;
    }
    if (any) out.insert(number);
    return out;
}

// "(3)", "3、", "三、" at the start of a line; 0 where there is none.
std::size_t item_number(View line) {
    auto const mark = line.substr(0, item_mark(line));
    if (auto const numbers = numbers_in_words(mark); !numbers.empty()) return *numbers.begin();
    auto const from = mark.find_first_not_of(U"(");
    if (from == View::npos) return 0;
    auto const count = count_of(mark.substr(from, mark.find_last_not_of(U"),、.") + 1 - from));
    return count && *count > 0 ? static_cast<std::size_t>(*count) : 0;
}

class Counting {
public:
    Counting(Report const& report, std::vector<Criterion> const& criteria) : report_(report), criteria_(criteria) {
        for (auto const& sentence : report.sentences)
            if (names_list(report.at(sentence))) named_.push_back(sentence.from);
    }

    bool whole() const {
        return std::ranges::any_of(report_.grids, [this](Grid const& one) { return counts_all(one); }) ||
               items_count_all();
    }
    Numbers judged() const {
        Numbers out;
        for (auto const& grid : report_.grids) {
            Numbers judged;
            for (auto const& row : grid.rows) judged.merge(judged_in(row));
            if (!judged.empty() && is_of_list(grid)) out.merge(judged);
        }
        for (auto const& sentence : report_.sentences)
            if (sentence.from >= report_.cover) out.merge(judged_in(sentence));
        return out;
    }

private:
    // Where hidden dangers are judged: said just before, or by a heading above.
    bool is_headed(std::uint32_t at) const {
        if (judges_dangers(report_.at({at - std::min(at, kBefore), at}))) return true;
        return std::ranges::any_of(report_.above(at), [](Heading const* one) { return judges_dangers(one->title); });
    }
    // The same, or said anywhere in its section.
    bool is_near(std::uint32_t at) const {
        if (is_headed(at)) return true;
        auto const above = report_.above(at);
        if (above.empty()) return false;
        auto const& section = *above.back();
        auto const first = std::ranges::lower_bound(named_, section.line.from);
        return first != named_.end() && *first < section.end;
    }

    bool is_all(Numbers const& numbers) const {
        for (std::size_t i = 1; i <= criteria_.size(); ++i)
            if (!numbers.contains(i)) return false;
        return true;
    }
    bool is_blanket(ItemNumbers const& numbers) const {
        return criteria_.size() > kShortList && is_all(numbers.numbers);
    }

    // Numbers of first cells whose row says something of them, in whatever words.
    Numbers first_numbers(Grid const& grid) const {
        Numbers out;
        for (auto const& row : grid.rows) {
            bool const says = row.size() > 1 && std::any_of(row.begin() + 1, row.end(), [](Cell const& one) {
                                  return !one.text.empty() && !item_numbers_alone(one.text);
                              });
            if (!says || row.front().text.size() >= kBefore) continue;
            auto alone = item_numbers_alone(row.front().text);
            if (!alone) out.merge(numbers_in_words(row.front().text));
            else if (!is_blanket(*alone)) out.merge(alone->numbers);
        }
        return out;
    }
    bool counts_all(Grid const& grid) const {
        auto const numbers = first_numbers(grid);
        if (!is_all(numbers)) return false;
        if (is_headed(grid.place.from)) return true;
        // A check list of anything else rarely has just as many.
        return *numbers.rbegin() == criteria_.size() && (is_headed_by_itself(grid) || says_criteria(grid));
    }

    static bool is_headed_by_itself(Grid const& grid) {
        return std::ranges::any_of(grid.rows.front(), [](Cell const& one) { return contains_any(one.text, kHeads); });
    }
    // Half of its numbered rows have words of the criterion of that number.
    bool says_criteria(Grid const& grid) const {
        std::size_t numbered = 0;
        std::size_t said = 0;
        for (auto const& row : grid.rows) {
            auto const number = row.empty() ? std::nullopt : item_numbers_alone(row.front().text);
            if (!number || number->many || *number->numbers.begin() > criteria_.size()) continue;
            ++numbered;
            if (says(row, criteria_[*number->numbers.begin() - 1])) ++said;
        }
        return said >= 2 && said * 2 >= numbered;
    }
    static bool says(std::vector<Cell> const& row, Criterion const& criterion) {
        Ways const ways(criterion.said_as);
        auto const text = bare(criterion.text);
        return std::any_of(row.begin() + 1, row.end(), [&](Cell const& one) {
            auto const cell = bare(one.text);
            bool const is_same = text.size() >= Grams::kLong && Grams(cell).share_of(text) >= Grams::kSame;
            return !cell.empty() && (is_same || ways.are_said_in(cell));
        });
    }
    bool is_of_list(Grid const& grid) const {
        return is_headed_by_itself(grid) || is_near(grid.place.from) || says_criteria(grid);
    }

    // Of a row that has nothing but numbers, each before its outcome; of several at once the outcome may be in words.
    Numbers judged_in(std::vector<Cell> const& row) const {
        Numbers out;
        std::optional<ItemNumbers> open;
        bool in_words = false;
        for (auto const& cell : row) {
            if (cell.text.empty()) continue;
            auto numbers = item_numbers_alone(cell.text);
            if (numbers && !open) {
                open = std::move(numbers);
                in_words = open->many;
            } else if (open && (is_outcome(cell.text) || (open->many && contains_any(cell.text, kOutcomes)))) {
                if (!is_blanket(*open)) out.merge(open->numbers);
                open.reset();
            } else if (!in_words && !is_outcome(cell.text) && !cell.text.starts_with(U"见")) {
                return {};
            }
        }
        return out;
    }
    // "判定标准第1~6、8条不涉及"; a line of an item that has nothing but its outcome.
    Numbers judged_in(Place sentence) const {
        auto const text = report_.at(sentence);
        Numbers out;
        auto const take = [&](ItemNumbers one) {
            if (!is_blanket(one)) out.merge(one.numbers);
        };
        if (auto line = item_numbers_at(text, 0); line && is_outcome(rest_of(text, line->place.to)))
            take(std::move(*line));
        if (contains_any(text, kOutcomes))
            for (auto& one : item_numbers_in(text))
                if (!is_of_another(text.substr(0, one.place.from))) take(std::move(one));
        bool const is_of_list = !out.empty() && (names_list(text) || is_near(sentence.from));
        return is_of_list ? out : Numbers();
    }
    static View rest_of(View text, std::uint32_t at) {
        auto const from = text.find_first_not_of(U".、: \t", at);
        if (from == View::npos) return {};
        return trimmed(text.substr(from, text.find_last_not_of(U"。;\n") + 1 - from));
    }
    // "《…》第三十条": what stands before names another text.
    static bool is_of_another(View before) {
        auto const close = before.rfind(U'》');
        if (close == View::npos || before.size() - close > kTitle) return false;
        auto const open = before.substr(0, close).rfind(U'《');
        auto const title = before.substr(open == View::npos ? 0 : open, close - (open == View::npos ? 0 : open));
        return !names_list(title);
    }

    bool items_count_all() const {
        View const text(report_.text);
        std::size_t next = 1;
        std::size_t first = 0;  // where item 1 stands
        for (std::size_t from = 0; from < text.size();) {
            auto const end = std::min(text.find(U'\n', from), text.size());
            auto const number = item_number(text.substr(from, end - from));
            if (number == 1) first = from;
            if (number == 1 || number == next) next = number + 1;
            if (next > criteria_.size() && is_headed(static_cast<std::uint32_t>(first))) return true;
            from = end + 1;
        }
        return false;
    }

    Report const& report_;
    std::vector<Criterion> const& criteria_;
    std::vector<std::uint32_t> named_;  // sentences that name the list
};

}  // namespace

GoneThrough::GoneThrough(Report const& report, std::vector<Criterion> const& criteria) {
    Counting const counting(report, criteria);
    whole_ = counting.whole();
    if (!whole_) judged_ = counting.judged();
}

}  // namespace anping::forensics
