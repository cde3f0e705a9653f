// SPDX-License-Identifier: Apache-2.0
#include <anping/access/saved_views.hpp>

#include <algorithm>

#include "errors.hpp"
#include "store.hpp"

namespace anping::access {
namespace {

constexpr std::size_t kMost = 50;

std::string word(ListName list) { return boost::describe::enum_to_string(list, ""); }

}  // namespace

std::vector<SavedView> SavedViews::of(AccountId const& account) {
    auto lease = pool_.lease();
    std::vector<SavedView> out;
    for (auto& row : store::views_of(*lease, account.text)) {
        SavedView view{{}, std::move(row.name), std::move(row.filters)};
        if (boost::describe::enum_from_string(row.list.c_str(), view.list)) out.push_back(std::move(view));
    }
    return out;
}

Result<void> SavedViews::keep(ledger::Actor const& by, std::function<Result<void>(db::Session&)> change) {
    ledger::Change written;
    written.actor = by;
    written.decide = [&](ledger::Transaction& tx) -> Result<ledger::Decided> {
        if (auto done = change(tx.session()); !done) return unexpected<Error>(std::move(done.error()));
        return ledger::Decided{};
    };
    if (auto done = writer_.apply(std::move(written)); !done) return unexpected<Error>(std::move(done.error()));
    return {};
}

Result<void> SavedViews::save(ledger::Actor const& by, AccountId const& account, SaveView const& in) {
    return keep(by, [&](db::Session& session) -> Result<void> {
        auto const list = word(in.list);
        auto const kept = store::views_of(session, account.text);
        auto const has = [&](std::string const& name) {
            return std::ranges::any_of(kept, [&](auto const& one) { return one.list == list && one.name == name; });
        };
        if (in.was && !has(in.was->value)) return errors::field("/was", "known", "没有这个名称的视图，请刷新后再改。");
        bool const renamed = in.was && in.was->value != in.name.value;
        if (renamed && has(in.name.value)) return errors::field("/name", "new", "已有同名的视图，请换一个名称。");
        if (!in.was && !has(in.name.value) && kept.size() >= kMost)
            return errors::field("/name", "most", "最多保存 50 个视图，请先删除不用的。");
        if (renamed) store::drop_view(session, account.text, list, in.was->value);
        store::save(session, store::ViewRow{account.text, list, in.name.value, in.filters.value});
        return {};
    });
}

Result<void> SavedViews::drop(ledger::Actor const& by, AccountId const& account, ListName list,
                              std::string const& name) {
    return keep(by, [&](db::Session& session) -> Result<void> {
        store::drop_view(session, account.text, word(list), name);
        return {};
    });
}

}  // namespace anping::access
