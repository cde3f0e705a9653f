// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include <anping/access/colleagues.hpp>

namespace anping::circulation {

// Accounts' names, each looked up once.
class Names {
public:
    Names(db::Session& session, access::Colleagues const& colleagues) : session_(session), colleagues_(colleagues) {}
    void put(std::string& account) {
        if (account.empty()) return;
        auto const [at, is_new] = known_.try_emplace(account);
        if (is_new)
            if (auto const found = colleagues_.find(session_, {account})) at->second = found->who.display_name;
        account = at->second.empty() ? "已删除" : at->second;
    }

private:
    db::Session& session_;
    access::Colleagues const& colleagues_;
    std::map<std::string, std::string> known_;
};

}  // namespace anping::circulation
