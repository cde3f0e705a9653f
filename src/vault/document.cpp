// SPDX-License-Identifier: Apache-2.0
#include "document.hpp"

#include <array>
#include <boost/json/memory_resource.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/value_to.hpp>
#include <cmath>
#include <new>

#include <anping/base/json.hpp>

#include "errors.hpp"
#include "plausible.hpp"

namespace anping::vault {
namespace {

constexpr std::array kProblems = {"", "damaged", "too_large", "unsafe", "encrypted", "timeout", "none", "other"};
constexpr std::array kHidden = {"white",   "tiny",       "off_page",   "invisible",
                                "deleted", "zero_width", "look_alike", "rare_hanzi"};
constexpr std::size_t kTextBytes = 9u << 20;
constexpr std::size_t kMemory = 384u << 20;  // for the tree of an answer
constexpr std::size_t kParts = 1'000'000;    // runs, cells
constexpr std::size_t kFew = 50'000;         // hidden texts, figures, entries
constexpr int kPages = 100'000;

// A few megabytes of brackets would ask for hundreds.
class Ration : public json::memory_resource {
public:
    explicit Ration(std::size_t bytes) : left_(bytes) {}

private:
    void* do_allocate(std::size_t bytes, std::size_t) override {
        if (bytes > left_) throw std::bad_alloc();
        left_ -= bytes;
        return ::operator new(bytes);
    }
    void do_deallocate(void* memory, std::size_t bytes, std::size_t) override {
        left_ += bytes;
        ::operator delete(memory);
    }
    bool do_is_equal(memory_resource const& other) const noexcept override { return this == &other; }

    std::size_t left_;
};

template <class Words>
bool is_among(std::string_view word, Words const& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_text(std::string_view text, std::size_t limit) {
    return text.size() <= limit && std::none_of(text.begin(), text.end(), [](char c) {
               return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7f;
           });
}

bool is_box(Box const& box) {
    auto const near = [](double value) { return std::isfinite(value) && std::abs(value) <= kFarthest; };
    return near(box.x) && near(box.y) && near(box.width) && near(box.height) && box.width >= 0 && box.height >= 0;
}

// "author"; "custom:" and what the file calls it.
bool is_entry(MetadataEntry const& entry) {
    auto const kind = std::string_view(entry.name).substr(0, entry.name.find(':'));
    return !kind.empty() && is_line(entry.name, 1000) && is_line(entry.value, 4096) &&
           std::all_of(kind.begin(), kind.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

// It becomes part of a path.
bool is_file_name(std::string_view name) {
    return name.empty() ||
           (name.size() <= 40 && name.starts_with("figure-") && std::all_of(name.begin() + 7, name.end(), [](char c) {
                return (c >= 'a' && c <= 'z') || is_number({&c, 1}, ".");
            }));
}

class Likeliness {
public:
    explicit Likeliness(Document const& document) : document_(document) {
        for (char const c : document.text) length_ += (static_cast<unsigned char>(c) & 0xC0u) != 0x80 ? 1 : 0;
    }
    bool whole() const {
        auto const& d = document_;
        return is_media_type(d.media_type) && is_among(d.problem, kProblems) && is_text(d.text, kTextBytes) &&
               d.pages >= 0 && d.pages <= kPages && ascending(d.signature_pages) && ascending(d.scanned_pages) &&
               runs() && tables() && hidden() && figures() && d.metadata.size() <= kFew &&
               std::all_of(d.metadata.begin(), d.metadata.end(), is_entry);
    }

private:
    bool stands(int page, Box const& box) const { return page >= 0 && page <= document_.pages && is_box(box); }
    bool ascending(std::vector<int> const& pages) const {
        int last = 0;
        for (int const page : pages) {
            if (page <= last || page > document_.pages) return false;
            last = page;
        }
        return true;
    }
    // Each after the one before.
    template <class Part>
    bool follows(Part const& part, std::uint32_t& end) const {
        bool const fits = part.from >= end && part.from <= part.to && part.to <= length_;
        end = part.to;
        return fits;
    }
    bool runs() const {
        std::uint32_t end = 0;
        return document_.runs.size() <= kParts &&
               std::all_of(document_.runs.begin(), document_.runs.end(), [&](TextRun const& run) {
                   return follows(run, end) && stands(run.page, run.box) && run.confidence >= 0 && run.confidence <= 1;
               });
    }
    bool tables() const {
        std::uint32_t end = 0;
        std::size_t cells = 0;
        for (auto const& table : document_.tables) {
            if (!stands(table.page, {})) return false;
            for (auto const& row : table.rows) {
                cells += row.size();
                if (!std::all_of(row.begin(), row.end(), [&](TableCell const& cell) { return follows(cell, end); }))
                    return false;
            }
        }
        return cells <= kParts;
    }
    bool hidden() const {
        std::size_t bytes = 0;
        return document_.hidden.size() <= kFew &&
               std::all_of(document_.hidden.begin(), document_.hidden.end(), [&](HiddenText const& one) {
                   bytes += one.text.size();
                   return is_among(one.how, kHidden) && is_text(one.text, kTextBytes) && bytes <= kTextBytes &&
                          one.at <= length_ && stands(one.page, one.box);
               });
    }
    bool figures() const {
        return document_.figures.size() <= kFew &&
               std::all_of(document_.figures.begin(), document_.figures.end(), [&](Figure const& figure) {
                   return is_file_name(figure.file) && figure.at <= length_ && stands(figure.page, figure.box) &&
                          is_media_type(figure.media_type) && is_claim(figure);
               });
    }

    Document const& document_;
    std::uint32_t length_ = 0;  // code points
};

}  // namespace

std::optional<Document> answered_document(std::string_view line) {
    Ration ration(kMemory);
    json::parse_options options;
    options.max_depth = 8;
    try {
        json::error_code problem;
        auto const value = json::parse(line, problem, json::storage_ptr(&ration), options);
        if (problem) return std::nullopt;
        auto document = json::try_value_to<Document>(value);
        if (!document || !Likeliness(*document).whole()) return std::nullopt;
        return std::move(*document);
    } catch (std::bad_alloc const&) { return std::nullopt; }
}

Result<Document> document_from(std::string_view line) {
    auto document = answered_document(line);
    if (!document) return errors::no_text("damaged");
    if (!document->problem.empty()) return errors::no_text(document->problem);
    return std::move(*document);
}

}  // namespace anping::vault
