// SPDX-License-Identifier: Apache-2.0
#include "checklist.hpp"

#include <algorithm>

#include <anping/rulebook/catalogue.hpp>

namespace anping::inspection {
namespace {

constexpr std::int64_t kLeastOfficers = 1;  // where no book says a number

std::vector<std::string> texts(json::object const& item, char const* key) {
    std::vector<std::string> out;
    auto const* list = item.if_contains(key);
    if (list == nullptr || !list->is_array()) return out;
    for (auto const& text : list->get_array()) out.emplace_back(text.as_string());
    return out;
}

std::string text(json::object const& item, char const* key) {
    auto const* found = item.if_contains(key);
    return found != nullptr && found->is_string() ? std::string(found->get_string()) : std::string();
}

template <class E>
std::string word(E value) {
    return boost::describe::enum_to_string(value, "");
}

}  // namespace

std::vector<ListedItem> Book::checklist(Setting setting, std::vector<Subject> const& subjects) const {
    std::vector<ListedItem> out;
    for (auto const subject : subjects) {
        auto const* catalogue = law_.catalogue("inspection_items_" + word(subject), place_, day_);
        auto const* items = catalogue == nullptr ? nullptr : catalogue->if_contains("items");
        if (items == nullptr || !items->is_array()) continue;
        for (auto const& one : items->get_array()) {
            auto const& item = one.as_object();
            auto const settings = texts(item, "settings");
            if (!settings.empty() && std::ranges::find(settings, word(setting)) == settings.end()) continue;
            ListedItem listed;
            listed.item = word(subject) + "." + text(item, "code");
            listed.subject = subject;
            listed.name = text(item, "name");
            listed.source = text(item, "source");
            for (auto& clause : texts(item, "cites"))
                if (citation(clause)) listed.clauses.push_back(std::move(clause));
            out.push_back(std::move(listed));
        }
    }
    return out;
}

std::int64_t Book::officers_needed(Coverage coverage) const {
    auto const* clause = law_.find(rulebook::Kind::procedure, "inspection", place_, day_);
    auto const* steps = clause == nullptr ? nullptr : clause->body.if_contains("steps");
    if (steps == nullptr || !steps->is_array()) return kLeastOfficers;
    for (auto const& step : steps->get_array())
        if (text(step.as_object(), "code") == word(coverage))
            if (auto const* value = step.as_object().if_contains("value"); value != nullptr && value->is_int64())
                return value->get_int64();
    return kLeastOfficers;
}

rulebook::Citation Book::rule() const {
    auto const* clause = law_.find(rulebook::Kind::procedure, "inspection", place_, day_);
    return clause == nullptr ? rulebook::Citation{} : clause->citation;
}

std::optional<rulebook::Citation> Book::citation(std::string const& id) const {
    auto const* clause = law_.by_id(id, day_);
    if (clause == nullptr) return std::nullopt;
    auto const& books = law_.books();
    auto const book = std::ranges::find(books, clause->book, &rulebook::Book::code);
    if (book == books.end()) return std::nullopt;
    if (book->authority && *book->authority != place_.authority) return std::nullopt;
    if (!place_.region.digits.starts_with(field::subtree_prefix(book->region))) return std::nullopt;
    return clause->citation;
}

}  // namespace anping::inspection
