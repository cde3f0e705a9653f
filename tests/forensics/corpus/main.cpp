// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <ctime>
#include <exception>
#include <stdexcept>
#include <string_view>

#include "author.hpp"
#include "set.hpp"

namespace corpus {

namespace {

constexpr char const* kUsage =
    "usage: make_reports --laws DIR --prose FILE|DIR [--preset S|M|L|XL|REAL|XGENRE] [--indexed N] [--queries Q]\n"
    "                    [--seed K] [--mean CHARACTERS] [--approved PER-CENT] [--out DIR]\n";

constexpr std::size_t kLeastDocument = 3000;  // code points of a real text that is compared as a whole

void take_preset(Options& options, std::string_view name) {
    struct Preset {
        std::string_view name;
        Genre genre;
        std::size_t indexed;
        std::size_t queries;
        double mean;
    };
    static constexpr Preset presets[] = {
        {"S", Genre::kDrawn, 200, 40, 60000},     {"M", Genre::kDrawn, 1000, 100, 60000},
        {"L", Genre::kDrawn, 11000, 1000, 60000}, {"XL", Genre::kDrawn, 39000, 1000, 60000},
        {"REAL", Genre::kReal, 0, 0, 12000},      {"XGENRE", Genre::kCross, 0, 0, 0},
    };
    for (Preset const& preset : presets) {
        if (preset.name != name) continue;
        options.preset = preset.name;
        options.genre = preset.genre;
        options.indexed = preset.indexed;
        options.queries = preset.queries;
        options.mean = preset.mean;
        return;
    }
    throw std::invalid_argument("no such preset: " + std::string(name));
}

void take(Options& options, std::string_view name, std::string const& value) {
    if (name == "--preset") return take_preset(options, value);
    if (name == "--laws") options.laws = value;
    else if (name == "--prose") options.prose = value;
    else if (name == "--out") options.out = value;
    else if (name == "--indexed") options.indexed = std::stoul(value);
    else if (name == "--queries") options.queries = std::stoul(value);
    else if (name == "--seed") options.seed = std::stoull(value);
    else if (name == "--mean") options.mean = std::stod(value);
    else if (name == "--approved") options.approved = static_cast<unsigned>(std::stoul(value));
    else throw std::invalid_argument("no such option: " + std::string(name));
}

Options options_of(int count, char** words) {
    Options options;
    if (count % 2 == 0) throw std::invalid_argument("every option has a value");
    for (int i = 1; i + 1 < count; i += 2) {
        // A preset is a footing that other options change, wherever it stands.
        if (std::string_view(words[i]) == "--preset") take(options, words[i], words[i + 1]);
    }
    for (int i = 1; i + 1 < count; i += 2) {
        if (std::string_view(words[i]) != "--preset") take(options, words[i], words[i + 1]);
    }
    if (options.laws.empty() || options.prose.empty()) throw std::invalid_argument("laws and prose are needed");
    if (options.approved > 100) throw std::invalid_argument("approved is a per cent, 0 to 100");
    if (options.genre == Genre::kDrawn && (options.mean < 2000 || options.mean > 1000000)) {
        throw std::invalid_argument("the mean length is 2000 to 1000000 characters");
    }
    return options;
}

void write_cross(Options const& options, std::vector<Law> const& laws, std::vector<Document> const& prose) {
    Set set(options);
    std::size_t number = 0;
    for (Law const& law : laws) set.add_plain(number++, encoded(law.title), law_text(law), false);
    std::size_t const indexed = number;
    for (Document const& document : prose) {
        if (document.text.size() >= kLeastDocument) set.add_plain(number++, document.name, document.text, true);
    }
    set.close();
    std::fprintf(stderr, "%s  %zu pairs\n", set.account().c_str(), indexed * (number - indexed));
}

struct Reals {
    std::vector<Law> quoted;
    std::vector<Text> texts;  // used as reports' own words, so in no mask
};

Reals parted(std::vector<Law> laws, std::vector<Document> const& prose, Options& options) {
    Reals out;
    Repeats repeats;
    for (std::size_t i = 0; i < laws.size(); ++i) {
        if (i % 2 == 0) {
            out.texts.push_back(repeats.left_out(law_text(laws[i])));
        } else {
            out.quoted.push_back(std::move(laws[i]));
        }
    }
    for (Document const& document : prose) out.texts.push_back(repeats.left_out(document.text));
    std::size_t characters = 0;
    for (Text const& text : out.texts) characters += text.size();
    if (options.indexed + options.queries == 0) {
        std::size_t const reports = Originals::reports_from(characters, options.mean);
        options.queries = reports / 7;
        options.indexed = reports - options.queries;
    }
    return out;
}

void write_reports(Options options, std::vector<Law> laws, std::vector<Document> const& prose) {
    // Without the articles' numbers: an original that says 第三十条 would read as a quote.
    std::vector<View> texts;
    for (Law const& law : laws) {
        for (Article const& article : law.articles) texts.push_back(article.body);
    }
    for (Document const& document : prose) texts.push_back(document.text);
    Chain const chain(texts);
    Reals reals;
    if (options.genre == Genre::kReal) reals = parted(std::move(laws), prose, options);
    if (options.indexed == 0) throw std::invalid_argument("no indexed reports: there is nothing to copy from");
    Plan const plan(options);
    Library const library(options.genre == Genre::kReal ? std::move(reals.quoted) : std::move(laws), chain,
                          options.seed);
    Stock const stock(chain, plan);
    Originals originals(chain, plan);
    if (options.genre == Genre::kReal) originals.use({reals.texts.begin(), reals.texts.end()});
    Author const author(plan, chain, library, stock, originals);
    Set set(options);
    set.add_laws(library.editions());
    set.add_stock(stock, options.approved);
    std::clock_t const begun = std::clock();
    std::size_t const reports = options.indexed + options.queries;
    for (std::size_t report = 0; report < reports; ++report) set.add(report, author.written(report), plan);
    set.close();
    double const seconds = static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
    std::fprintf(stderr, "%s  %zu + %zu reports, %.0f a second of processor time\n", set.account().c_str(),
                 options.indexed, options.queries, static_cast<double>(reports) / seconds);
}

int run(int count, char** words) {
    Options const options = options_of(count, words);
    std::vector<Law> laws = read_laws(options.laws);
    std::vector<Document> const prose = read_prose(options.prose);
    std::size_t characters = 0;
    for (Document const& document : prose) characters += document.text.size();
    std::fprintf(stderr, "%zu laws, %zu documents of prose with %zu characters\n", laws.size(), prose.size(),
                 characters);
    if (options.genre == Genre::kCross) {
        write_cross(options, laws, prose);
    } else {
        write_reports(options, std::move(laws), prose);
    }
    return 0;
}

}  // namespace

}  // namespace corpus

int main(int count, char** words) {
    try {
        return corpus::run(count, words);
    } catch (std::invalid_argument const& wrong) {
        std::fprintf(stderr, "%s\n%s", wrong.what(), corpus::kUsage);
        return 2;
    } catch (std::exception const& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return 1;
    }
}
