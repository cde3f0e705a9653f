// SPDX-License-Identifier: Apache-2.0
#include "noise.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "hanzi_table.hpp"

namespace anping::worker {
namespace {

using namespace std::string_view_literals;

// What Unicode's confusables (UTS 39) list for Latin letters, upright and in use.
constexpr auto kCyrillicAlike = U"АВЕКМНОРСТХЅІЈԌԚԜаеорсухѕіјһԁԛԝѵ"sv;
constexpr auto kGreekAlike = U"ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"sv;
constexpr auto kKanaAlike = U"エロカニタトハ"sv;

struct Letter {
    char32_t point;
    std::uint32_t at;      // code points
    std::size_t byte = 0;  // where it begins
};

bool among(char32_t point, std::u32string_view set) { return set.find(point) != set.npos; }
bool between(char32_t point, char32_t first, char32_t last) { return point >= first && point <= last; }
bool is_narrow_letter(char32_t p) { return between(p, 'A', 'Z') || between(p, 'a', 'z'); }
bool is_latin(char32_t p) { return is_narrow_letter(p) || between(p, 0xC0, 0x24F); }
bool is_wide_letter(char32_t p) { return between(p, 0xFF21, 0xFF3A) || between(p, 0xFF41, 0xFF5A); }
bool is_cyrillic(char32_t p) { return between(p, 0x400, 0x52F); }
bool is_greek(char32_t p) { return between(p, 0x370, 0x3FF); }
// Scripts and mathematical alphabets whose letters serve as Latin ones and as nothing else here.
bool is_disguise(char32_t p) {
    return between(p, 0x13A0, 0x13FF) || between(p, 0x2C80, 0x2CFF) || between(p, 0xA4D0, 0xA4FF) ||
           between(p, 0x1D400, 0x1D7FF);
}
bool is_word_letter(char32_t p) {
    return is_latin(p) || is_wide_letter(p) || is_cyrillic(p) || is_greek(p) || is_disguise(p) || between(p, '0', '9');
}
bool is_kana(char32_t p) { return between(p, 0x3041, 0x30FA); }
bool is_alike_letter(char32_t p) { return among(p, kCyrillicAlike) || among(p, kGreekAlike) || is_disguise(p); }

bool is_expected_hanzi(char32_t p) {
    if (between(p, kFirstHanzi, kLastHanzi))
        return (kExpectedBits[(p - kFirstHanzi) / 64] >> (p - kFirstHanzi) % 64 & 1) != 0;
    return std::binary_search(kExpectedBeyond, kExpectedBeyond + kExpectedBeyondSize, p);
}
bool is_hanzi(char32_t p) { return between(p, kFirstHanzi, kLastHanzi) || between(p, 0x20000, 0x323AF); }
// But for U+F000 to U+F0FF, where symbol fonts have their bullets.
bool is_private(char32_t p) { return between(p, 0xE000, 0xEFFF) || between(p, 0xF100, 0xF8FF) || p >= 0xF0000; }

char32_t hanzi_behind(char32_t p) {
    auto const* const end = kAlike + kAlikeSize;
    auto const* const found =
        std::lower_bound(kAlike, end, p, [](Alike const& one, char32_t point) { return one.character < point; });
    return found != end && found->character == p ? found->hanzi : 0;
}

class Noise {
public:
    explicit Noise(Composer& composer) : composer_(composer), text_(composer.document.text) {}

    void find() {
        read();
        find_words();
        find_hanzi();
        find_rare();
        tell(alike_, "look_alike");
        tell(rare_, "rare_hanzi");
    }

private:
    // The text is the composer's: it is valid UTF-8.
    void read() {
        letters_.reserve(text_.size() / 2);
        for (std::size_t i = 0; i < text_.size(); ++i) {
            auto const byte = static_cast<unsigned char>(text_[i]);
            if ((byte & 0xC0u) == 0x80) {
                letters_.back().point = letters_.back().point << 6 | (byte & 0x3Fu);
                continue;
            }
            char32_t const lead = byte < 0x80   ? byte
                                  : byte < 0xE0 ? byte & 0x1Fu
                                  : byte < 0xF0 ? byte & 0xFu
                                                : byte & 7u;
            letters_.push_back({lead, static_cast<std::uint32_t>(letters_.size()), i});
        }
    }

    struct Word {
        std::size_t from, to;
        std::size_t latin = 0, narrow = 0, wide = 0, cyrillic = 0, greek = 0, alike = 0, disguise = 0;
    };
    Word word_at(std::size_t from) const {
        Word word{from, from};
        for (; word.to < letters_.size() && is_word_letter(letters_[word.to].point); ++word.to) {
            auto const p = letters_[word.to].point;
            word.latin += is_latin(p) ? 1 : 0;
            word.narrow += is_narrow_letter(p) ? 1 : 0;
            word.wide += is_wide_letter(p) ? 1 : 0;
            word.cyrillic += is_cyrillic(p) ? 1 : 0;
            word.greek += is_greek(p) ? 1 : 0;
            word.alike += is_alike_letter(p) ? 1 : 0;
            word.disguise += is_disguise(p) ? 1 : 0;
        }
        return word;
    }

    void find_words() {
        std::vector<Word> without_latin;
        std::size_t foreign = 0;  // words that are of their script
        for (std::size_t i = 0; i < letters_.size();) {
            auto const word = word_at(i);
            i = std::max(word.to, i + 1);
            if (word.narrow > 0 && word.wide > 0) take(word, is_wide_letter);
            bool const stranger = word.cyrillic + word.greek + word.disguise > 0;
            if (!stranger) continue;
            if (word.latin + word.wide > 0) take(word, is_alike_letter);
            else if (word.cyrillic + word.greek + word.disguise > word.alike) foreign += word.cyrillic > 0 ? 1 : 0;
            // A Greek letter alone is a quantity.
            else if (word.cyrillic + word.disguise > 0 || word.greek > 1) without_latin.push_back(word);
        }
        if (without_latin.size() > foreign)
            for (auto const& word : without_latin) take(word, is_alike_letter);
    }

    void take(Word const& word, bool (*chosen)(char32_t)) {
        for (auto i = word.from; i < word.to; ++i)
            if (chosen(letters_[i].point)) alike_.push_back(i);
    }

    void find_hanzi() {
        bool const by_fonts = composer_.document.media_type == "application/pdf";
        std::set<char32_t> written;
        std::size_t japanese = 0;
        for (auto const& one : letters_) {
            if (by_fonts && is_hanzi(one.point)) written.insert(one.point);
            if (is_kana(one.point) && !among(one.point, kKanaAlike)) ++japanese;
        }
        for (std::size_t i = 0; i < letters_.size(); ++i) {
            auto const p = letters_[i].point;
            auto const hanzi = hanzi_behind(p);
            bool const radical = hanzi != 0 && (!by_fonts || written.contains(hanzi));
            bool const kana = japanese < 5 && among(p, kKanaAlike) && (hanzi_at(i - 1) || hanzi_at(i + 1));
            if (radical || kana) alike_.push_back(i);
        }
    }
    // Before the first is after the last: there is none either.
    bool hanzi_at(std::size_t i) const { return i < letters_.size() && is_hanzi(letters_[i].point); }

    // A text of 150 hanzi has a rare name or two, a list of substances the same few again and again. Five of four kinds
    // in so many are not written by anybody; nor is one in a hundred of fifteen kinds through a whole report. Where
    // most are rare the text is broken or in another language.
    void find_rare() {
        constexpr std::size_t kWindow = 150;
        constexpr std::size_t kLeast = 20;
        std::vector<std::size_t> hanzi;
        std::vector<bool> rare;
        for (std::size_t i = 0; i < letters_.size(); ++i) {
            auto const p = letters_[i].point;
            if (!is_hanzi(p) && !is_private(p)) continue;
            hanzi.push_back(i);
            rare.push_back(is_private(p) || !is_expected_hanzi(p));
        }
        if (hanzi.size() < kLeast) return;
        auto const width = std::min(kWindow, hanzi.size());
        std::vector<bool> told(hanzi.size(), false);
        std::map<char32_t, std::size_t> kinds;
        std::size_t count = 0;
        std::size_t marked = 0;
        for (std::size_t end = 0; end < hanzi.size(); ++end) {
            if (rare[end]) {
                ++count;
                ++kinds[letters_[hanzi[end]].point];
            }
            if (end >= width && rare[end - width]) leave(kinds, letters_[hanzi[end - width]].point, count);
            if (end + 1 < width || count < 5 || kinds.size() < 4 || 5 * count > 2 * width) continue;
            for (marked = std::max(marked, end + 1 - width); marked <= end; ++marked) told[marked] = rare[marked];
        }
        bool const throughout = is_strewn(hanzi, rare);
        for (std::size_t i = 0; i < hanzi.size(); ++i)
            if (told[i] || (throughout && rare[i])) rare_.push_back(hanzi[i]);
    }

    static void leave(std::map<char32_t, std::size_t>& kinds, char32_t point, std::size_t& count) {
        --count;
        auto const found = kinds.find(point);
        if (--found->second == 0) kinds.erase(found);
    }

    bool is_strewn(std::vector<std::size_t> const& hanzi, std::vector<bool> const& rare) const {
        std::set<char32_t> kinds;
        std::size_t count = 0;
        for (std::size_t i = 0; i < hanzi.size(); ++i)
            if (rare[i]) {
                ++count;
                kinds.insert(letters_[hanzi[i]].point);
            }
        return kinds.size() >= 15 && 100 * count >= hanzi.size() && 5 * count <= 2 * hanzi.size();
    }

    // Neighbours together.
    void tell(std::vector<std::size_t>& found, char const* how) {
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        for (std::size_t i = 0; i < found.size();) {
            auto end = i + 1;
            while (end < found.size() && found[end] == found[end - 1] + 1) ++end;
            auto const from = letters_[found[i]].byte;
            auto const after = found[end - 1] + 1;
            auto const to = after < letters_.size() ? letters_[after].byte : text_.size();
            composer_.mark(how, std::string_view(text_).substr(from, to - from), letters_[found[i]].at);
            i = end;
        }
    }

    Composer& composer_;
    std::string const& text_;
    std::vector<Letter> letters_;
    std::vector<std::size_t> alike_;
    std::vector<std::size_t> rare_;
};

}  // namespace

void find_noise(Composer& composer) {
    if (!composer.document.text.empty()) Noise(composer).find();
}

}  // namespace anping::worker
