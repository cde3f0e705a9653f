// SPDX-License-Identifier: Apache-2.0
#include "sources.hpp"

#include <algorithm>
#include <map>

#include "random.hpp"

namespace corpus {

namespace {

using std::filesystem::path;

constexpr std::size_t kStretch = 24;
constexpr std::uint64_t kOneIn = 4;  // of the stretches is remembered, chosen by what it says
constexpr std::size_t kCut = 6000;   // of a single file of prose, so that it too gives many documents

std::vector<path> files_below(path const& root, path const& extension) {
    std::vector<path> files;
    for (auto const& entry : std::filesystem::recursive_directory_iterator(root)) {
        if (entry.is_regular_file() && (extension.empty() || entry.path().extension() == extension)) {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

Text without_markup(View line) {
    Text out;
    bool tag = false;
    bool target = false;
    for (std::size_t at = 0; at < line.size(); ++at) {
        char32_t const c = line[at];
        if (c == U'<') tag = true;
        if (c == U'(' && at > 0 && line[at - 1] == U']') target = true;
        bool const mark = c == U'*' || c == U'[' || c == U']' || c == U'\r' || c == U'　';
        if (!tag && !target && !mark) out.push_back(c);
        if (c == U'>') tag = false;
        if (c == U')') target = false;
    }
    return out;
}

// 第…条 at the head of a line printed in bold; empty when there is none.
Text article_number(View line) {
    if (!line.starts_with(U"**第")) return {};
    std::size_t const end = line.find(U"**", 2);
    if (end == View::npos || line.substr(0, end).find(U'条') == View::npos) return {};
    return Text(line.substr(2, end - 2));
}

void take_line(Law& law, View line) {
    if (line.starts_with(U"# ")) {
        if (law.title.empty()) law.title = without_markup(line.substr(2));
        return;
    }
    if (line.empty() || line.front() == U'#') return;
    Text const number = article_number(line);
    if (!number.empty()) {
        law.articles.push_back({number, without_markup(line.substr(number.size() + 4))});
    } else if (!law.articles.empty()) {
        law.articles.back().body += U"\n" + without_markup(line);
    }
}

std::uint64_t fingerprint(View stretch) {
    std::uint64_t hash = 0;
    for (char32_t const c : stretch) hash = (hash ^ c) * 0x100000001B3ULL;
    return mixed(hash);
}

}  // namespace

std::vector<Law> read_laws(path const& root) {
    std::map<path, Law> laws;
    for (path const& file : files_below(root, ".md")) {
        path const within = std::filesystem::relative(file.parent_path(), root);
        if (within == "." || within == "category" || within.string().find("versions") != std::string::npos) continue;
        Text const text = decoded(file_bytes(file));
        for (View const line : split(text, U'\n')) take_line(laws[within], line);
    }
    std::vector<Law> out;
    for (auto& [folder, law] : laws) {
        if (law.articles.size() >= 5 && !law.title.empty()) out.push_back(std::move(law));
    }
    return out;
}

std::vector<Document> read_prose(path const& root) {
    std::vector<Document> out;
    if (std::filesystem::is_directory(root)) {
        for (path const& file : files_below(root, {}))
            out.push_back({file.filename().string(), decoded(file_bytes(file))});
        return out;
    }
    Text const text = decoded(file_bytes(root));
    Document document;
    for (View const line : split(text, U'\n')) {
        document.text.append(line).push_back(U'\n');
        if (document.text.size() < kCut) continue;
        document.name = std::to_string(out.size());
        out.push_back(std::move(document));
        document = {};
    }
    return out;
}

Text law_text(Law const& law) {
    Text out;
    for (Article const& article : law.articles)
        out.append(article.number).append(U" ").append(article.body).push_back(U'\n');
    return out;
}

Text Repeats::left_out(View text) {
    Text out;
    std::size_t end = 0;
    for (View const sentence : sentences(text)) {
        std::vector<std::uint64_t> stretches;
        for (std::size_t left = sentence.size(); left > 0; --left) {
            if (++end < kStretch) continue;
            std::uint64_t const print = fingerprint(text.substr(end - kStretch, kStretch));
            if (print % kOneIn == 0) stretches.push_back(print);
        }
        bool const repeats =
            std::any_of(stretches.begin(), stretches.end(), [&](auto print) { return seen_.contains(print); });
        if (!repeats) out += sentence;
        seen_.insert(stretches.begin(), stretches.end());
    }
    return out;
}

}  // namespace corpus
