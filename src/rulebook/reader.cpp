// SPDX-License-Identifier: Apache-2.0
#include "reader.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include <anping/crypto/digest.hpp>

namespace anping::rulebook {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMaxFileBytes = 4U << 20U;

Location at(SourceFile const& file, toml::source_region const& region) {
    return {&file, static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
}

Node convert(SourceFile const& file, toml::node const& from) {
    Node out;
    out.where = at(file, from.source());
    if (auto const* table = from.as_table()) {
        out.type = Node::Type::table;
        out.members.reserve(table->size());
        for (auto const& [key, value] : *table)
            out.members.push_back({std::string(key.str()), at(file, key.source()), convert(file, value)});
        std::ranges::stable_sort(out.members, {},
                                 [](Member const& m) { return std::pair(m.where.line, m.where.column); });
    } else if (auto const* list = from.as_array()) {
        out.type = Node::Type::list;
        out.items.reserve(list->size());
        for (auto const& item : *list) out.items.push_back(convert(file, item));
    } else if (auto const* text = from.as_string()) {
        out.type = Node::Type::text;
        out.text = text->get();
    } else if (auto const* number = from.as_integer()) {
        out.type = Node::Type::integer;
        out.number = number->get();
    } else if (auto const* flag = from.as_boolean()) {
        out.type = Node::Type::boolean;
        out.number = flag->get() ? 1 : 0;
    } else if (auto const* date = from.as_date()) {
        out.type = Node::Type::text;
        out.text = fmt::format("{:04}-{:02}-{:02}", date->get().year, date->get().month, date->get().day);
    }
    return out;
}

// Of the directory itself, in name order.
std::vector<fs::path> toml_files(fs::path const& directory) {
    std::vector<fs::path> out;
    std::error_code none;
    for (auto const& entry : fs::directory_iterator(directory, none))
        if (entry.is_regular_file(none) && entry.path().extension() == ".toml") out.push_back(entry.path());
    std::ranges::sort(out);
    return out;
}

class ShelfReader {
public:
    ShelfReader(Tests tests, Report& report, Drafts const& drafts) : tests_(tests), report_(report), drafts_(drafts) {}

    Shelf read(std::string const& directory) {
        std::error_code error;
        std::vector<fs::path> directories;
        for (auto const& entry : fs::directory_iterator(directory, error))
            if (entry.is_directory()) directories.push_back(entry.path());
        if (error) {
            auto const* file = add(directory, directory, {});
            report_.add(Code::cannot_read, {file, 0, 0}, "无法读取规则目录：" + error.message(), "全部规则");
        }
        std::ranges::sort(directories);
        for (auto const& path : directories) read_book(path);
        for (auto const& [name, text] : drafts_)
            if (!used_.contains(name))
                report_.add(Code::cannot_read, {add(name, name, {}), 0, 0}, "没有这部规则书，或文件名不成立",
                            "本文件中的全部条款");
        return std::move(shelf_);
    }

private:
    SourceFile const* add(std::string path, std::string name, std::string text) {
        shelf_.sources.push_back(
            std::make_unique<SourceFile>(SourceFile{std::move(path), std::move(name), std::move(text)}));
        return shelf_.sources.back().get();
    }

    SourceFile const* read_file(fs::path const& path, std::string const& name) {
        if (auto const draft = drafts_.find(name); draft != drafts_.end()) {
            used_.insert(name);
            return add(path, name, draft->second);
        }
        std::error_code error;
        auto const size = fs::file_size(path, error);
        std::ifstream in(path, std::ios::binary);
        if (error || !in || size > kMaxFileBytes) {
            report_.add(Code::cannot_read, {add(path, name, {}), 0, 0}, "无法读取文件，或文件超过 4 MiB",
                        "本文件中的全部条款");
            return nullptr;
        }
        return add(path, name, std::string(std::istreambuf_iterator<char>(in), {}));
    }

    std::vector<fs::path> with_drafts(std::vector<fs::path> files, fs::path const& directory, std::string const& name) {
        for (auto const& [draft, text] : drafts_) {
            auto const file = fs::path(draft).filename();
            if (draft != name + "/" + file.string() || file.extension() != ".toml") continue;
            if (std::ranges::find(files, directory / file) == files.end()) files.push_back(directory / file);
        }
        std::ranges::sort(files);
        return files;
    }

    std::vector<Document> read_documents(fs::path const& directory, std::string const& name, crypto::Hasher* hasher) {
        std::vector<Document> out;
        for (auto const& path : with_drafts(toml_files(directory), directory, name)) {
            auto const* file = read_file(path, name + "/" + path.filename().string());
            if (file == nullptr) continue;
            if (hasher != nullptr)
                hasher->update(fmt::format("{}\n{}\n{}", path.filename().string(), file->text.size(), file->text));
            if (auto root = parse(*file, report_)) out.push_back({file, std::move(*root)});
        }
        return out;
    }

    void read_book(fs::path const& path) {
        BookFiles book;
        book.directory = path.filename().string();
        crypto::Hasher hasher(crypto::HashAlgorithm::sm3);
        book.documents = read_documents(path, book.directory, &hasher);
        book.digest = crypto::to_hex(hasher.finish());
        if (tests_ == Tests::read) book.tests = read_documents(path / "tests", book.directory + "/tests", nullptr);
        shelf_.books.push_back(std::move(book));
    }

    Tests tests_;
    Report& report_;
    Drafts const& drafts_;
    std::set<std::string> used_;
    Shelf shelf_;
};

}  // namespace

std::optional<Node> parse(SourceFile const& file, Report& report) {
    try {
        auto const table = toml::parse(std::string_view(file.text), std::string_view(file.name));
        return convert(file, table);
    } catch (toml::parse_error const& error) {
        report.add(Code::syntax, at(file, error.source()), fmt::format("不是合法的 TOML：{}", error.description()),
                   "本文件中的全部条款");
        return std::nullopt;
    }
}

Shelf read_shelf(std::string const& directory, Tests tests, Report& report, Drafts const& drafts) {
    return ShelfReader(tests, report, drafts).read(directory);
}

}  // namespace anping::rulebook
