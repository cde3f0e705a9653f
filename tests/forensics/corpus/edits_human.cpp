// SPDX-License-Identifier: Apache-2.0
// A person who rewrites so that it does not show: other words for the same, sentences cut and joined, clauses in
// another order, connectives put in and left out, turns of phrase turned round.
#include <algorithm>
#include <optional>

#include "edits.hpp"

namespace corpus {

namespace {

constexpr double kSynonym = 0.7;
constexpr double kTurned = 0.6;
constexpr double kCut = 0.2;
constexpr double kJoined = 0.2;
constexpr double kReordered = 0.25;
constexpr double kConnective = 0.2;

constexpr View kConnectives[] = {U"此外，",         U"同时，",     U"因此，",     U"另外，",
                                 U"其中，",         U"一般来说，", U"总体来看，", U"在此基础上，",
                                 U"需要说明的是，", U"由此可见，", U"相应地，",   U"具体而言，"};

// Head X middle Y becomes other head Y other middle X, or keeps the order where `swap` is not set.
struct Turn {
    View head;
    View middle;
    View new_head;
    View new_middle;
    View new_tail;
    bool swap;
};

constexpr Turn kTurns[] = {
    {U"对", U"进行", U"", U"", U"", true},
    {U"对", U"予以", U"将", U"进行", U"", false},
    {U"由", U"负责", U"", U"承担", U"", false},
    {U"将", U"作为", U"把", U"当作", U"", false},
    {U"把", U"作为", U"以", U"为", U"", false},
    {U"为", U"提供", U"向", U"提供", U"", false},
    {U"向", U"提出", U"对", U"提出", U"", false},
    {U"使用", U"进行", U"", U"通过使用", U"", true},
    {U"根据", U"确定", U"按照", U"来确定", U"", false},
    {U"被", U"使用", U"由", U"加以使用", U"", false},
    {U"通过", U"实现", U"", U"借助", U"得以实现", true},
    {U"在", U"中", U"于", U"之内", U"", false},
    {U"当", U"时", U"在", U"的情况下", U"", false},
    {U"如果", U"，", U"倘若", U"，则", U"", false},
};

constexpr std::size_t kLongestPart = 12;

bool is_plain(View text) { return !text.empty() && std::none_of(text.begin(), text.end(), is_mark); }

// The clause's pattern turned, if it has one: head and a middle with plain text between and after.
std::optional<Text> turned(View clause, Turn const& turn) {
    std::size_t const head = clause.find(turn.head);
    if (head == View::npos) return std::nullopt;
    std::size_t const x = head + turn.head.size();
    std::size_t const middle = clause.find(turn.middle, x);
    if (middle == View::npos || middle - x < 2 || middle - x > kLongestPart) return std::nullopt;
    std::size_t const y = middle + turn.middle.size();
    View const first = clause.substr(x, middle - x);
    View const second = clause.substr(y, std::min<std::size_t>(2, clause.size() - y));
    if (!is_plain(first) || (turn.swap && (second.size() < 2 || !is_plain(second)))) return std::nullopt;
    Text out(clause.substr(0, head));
    out += turn.new_head;
    if (!turn.swap) return out.append(first).append(turn.new_middle).append(clause.substr(y));
    out.append(second).append(turn.new_middle).append(first).append(turn.new_tail);
    return out.append(clause.substr(y + second.size()));
}

Text with_turns(View clause, Rng& rng) {
    for (Turn const& turn : kTurns) {
        if (!rng.chance(kTurned)) continue;
        if (auto out = turned(clause, turn)) return *out;
    }
    return Text(clause);
}

Text with_synonyms(View text, Rng& rng) {
    Text out;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t taken = 0;
        for (auto const& [one, other] : synonyms()) {
            bool const forward = text.substr(at).starts_with(one);
            if (!forward && !text.substr(at).starts_with(other)) continue;
            View const found = forward ? one : other;
            taken = found.size();
            out += rng.chance(kSynonym) ? (forward ? other : one) : found;
            break;
        }
        if (taken == 0) out.push_back(text[at]);
        at += std::max<std::size_t>(taken, 1);
    }
    return out;
}

std::vector<Text> clauses_of(View sentence, Rng& rng) {
    std::vector<Text> clauses;
    for (View const part : split(sentence, U'，')) clauses.push_back(with_turns(with_synonyms(part, rng), rng));
    return clauses;
}

void drop_connective(Text& sentence) {
    for (View const connective : kConnectives) {
        if (sentence.starts_with(connective)) sentence.erase(0, connective.size());
    }
}

Text sentence_rewritten(View sentence, Rng& rng) {
    char32_t const stop = sentence.back();
    bool const closed = is_stop(stop) || stop == U'\n';
    std::vector<Text> clauses = clauses_of(closed ? sentence.substr(0, sentence.size() - 1) : sentence, rng);
    if (clauses.size() > 2 && rng.chance(kReordered)) {
        std::size_t const at = rng.below(clauses.size() - 1);
        std::swap(clauses[at], clauses[at + 1]);
    }
    Text out;
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        if (i > 0) out.push_back(rng.chance(kCut) ? U'。' : U'，');
        out += clauses[i];
    }
    if (closed) out.push_back(stop);
    drop_connective(out);
    if (out.size() > 10 && rng.chance(kConnective))
        out.insert(0, rng.pick(std::vector<View>(std::begin(kConnectives), std::end(kConnectives))));
    return out;
}

}  // namespace

Text rewritten(View text, Rng& rng) {
    Text out;
    for (View const sentence : sentences(text)) {
        if (!out.empty() && out.back() == U'。' && rng.chance(kJoined)) out.back() = rng.chance(0.5) ? U'，' : U'；';
        out += sentence_rewritten(sentence, rng);
    }
    return out;
}

}  // namespace corpus
