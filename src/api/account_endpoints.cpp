// SPDX-License-Identifier: Apache-2.0
#include <anping/api/paging.hpp>
#include <anping/api/session_endpoints.hpp>

namespace anping::api {
namespace {

using access::AccountId;
using access::Action;

struct AccountInput {
    Text<3, 40> login;
    Text<1, 50> display_name;
    Text<1, 200> password;  // the first one; its owner changes it at the first signing in
    access::Role role = access::Role::anonymous;
    Text<1, 64> unit;
    access::UnitKind unit_kind = access::UnitKind::none;
    std::optional<field::RegionCode> region;
    std::optional<field::Authority> authority;
};
BOOST_DESCRIBE_STRUCT(AccountInput, (), (login, display_name, password, role, unit, unit_kind, region, authority))

struct RoleInput {
    access::Role role = access::Role::anonymous;
};
BOOST_DESCRIBE_STRUCT(RoleInput, (), (role))

struct ReasonInput {
    Text<2, 200> reason;
};
BOOST_DESCRIBE_STRUCT(ReasonInput, (), (reason))

struct ResetInput {
    Text<1, 200> password;  // for the next signing in only: its owner changes it there
    Text<2, 200> reason;
};
BOOST_DESCRIBE_STRUCT(ResetInput, (), (password, reason))

struct IdAnswer {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(IdAnswer, (), (id))

class Family {
public:
    explicit Family(access::Accounts& accounts) : accounts_(accounts) {}

    std::vector<Endpoint> all() const {
        return {list(), view(), create(), change_role(), disable(), unlock(), reset()};
    }

private:
    static AccountId id_of(Context const& context) { return {context.capture("id")}; }
    auto target() const {
        return [&accounts = accounts_](Context const& context) { return accounts.target(id_of(context)); };
    }

    Endpoint list() const {
        return endpoint(Action::account_view, "GET", "/api/v1/accounts")
            .summary("账号")
            .query("cursor", "上一页给出的 next")
            .query("limit", "每页条数，1至200")
            .returns<access::AccountView>(
                [&accounts = accounts_](Context const& context) -> Result<Page<access::AccountView>> {
                    auto const asked = page_request(context.request, 1);
                    if (!asked) return unexpected<Error>(asked.error());
                    auto const visible = context.policy.visibility(context.who, Action::account_view);
                    auto const after = asked->after.empty() ? std::string() : asked->after.front();
                    return make_page(accounts.list(visible, after, asked->fetch()), *asked,
                                     [](access::AccountView const& row) { return std::vector{row.id.text}; });
                });
    }

    Endpoint view() const {
        return endpoint(Action::account_view, "GET", "/api/v1/accounts/{id}")
            .summary("一个账号")
            .target(target())
            .returns<access::AccountView>(
                [&accounts = accounts_](Context const& context) -> Result<access::AccountView> {
                    auto found = accounts.find(id_of(context));
                    if (!found) return unexpected<Error>(access::not_found());
                    return std::move(*found);
                });
    }

    Endpoint create() const {
        return endpoint(Action::account_create, "POST", "/api/v1/accounts")
            .summary("开设账号")
            .reauthenticated()
            .secret()
            .changes<AccountInput, IdAnswer>(
                201, [&accounts = accounts_](Context const& context, AccountInput in) -> Result<ledger::Written> {
                    if (auto may = access::Accounts::may_open(context.who, in.role, in.unit.value); !may)
                        return unexpected<Error>(may.error());
                    access::NewAccount account;
                    account.login = std::move(in.login.value);
                    account.display_name = std::move(in.display_name.value);
                    account.password = std::move(in.password.value);
                    account.role = in.role;
                    account.unit = std::move(in.unit.value);
                    account.unit_kind = in.unit_kind;
                    account.region = std::move(in.region);
                    account.authority = in.authority.value_or(field::Authority::government);
                    account.must_change_password = true;
                    return accounts.create(context.actor(), account);
                });
    }

    Endpoint change_role() const {
        return endpoint(Action::account_create, "PUT", "/api/v1/accounts/{id}/role")
            .summary("调整岗位；该账号须重新登录")
            .target(target())
            .reauthenticated()
            .changes<RoleInput, IdAnswer>(
                200, [&accounts = accounts_](Context const& context, RoleInput const& in) -> Result<ledger::Written> {
                    auto const target = accounts.target(id_of(context));
                    if (!target) return unexpected<Error>(target.error());
                    if (auto may = access::Accounts::may_open(context.who, in.role, target->unit); !may)
                        return unexpected<Error>(may.error());
                    return accounts.change_role(context.change({}), id_of(context), in.role);
                });
    }

    Endpoint disable() const {
        return endpoint(Action::account_disable, "POST", "/api/v1/accounts/{id}/disablement")
            .summary("停用账号")
            .target(target())
            .reauthenticated()
            .changes<ReasonInput, IdAnswer>(
                200, [&accounts = accounts_](Context const& context, ReasonInput const& in) {
                    return accounts.disable(context.change({}), id_of(context), in.reason.value);
                });
    }

    Endpoint unlock() const {
        return endpoint(Action::account_unlock, "POST", "/api/v1/accounts/{id}/unlocking")
            .summary("解除因多次输错密码的锁定")
            .target(target())
            .changes<ReasonInput, IdAnswer>(
                200, [&accounts = accounts_](Context const& context, ReasonInput const& in) {
                    return accounts.unlock(context.change({}), id_of(context), in.reason.value);
                });
    }

    Endpoint reset() const {
        return endpoint(Action::account_reset, "POST", "/api/v1/accounts/{id}/reset")
            .summary("重设登录方式：忘记密码或丢失动态口令；该账号须用给的密码登录并立即修改")
            .target(target())
            .reauthenticated()
            .secret()
            .changes<ResetInput, IdAnswer>(
                200, [&accounts = accounts_](Context const& context, ResetInput const& in) -> Result<ledger::Written> {
                    if (auto may = accounts.may_reset(context.who, id_of(context)); !may)
                        return unexpected<Error>(may.error());
                    return accounts.reset(context.actor(), id_of(context), in.password.value, in.reason.value);
                });
    }

    access::Accounts& accounts_;
};

}  // namespace

std::vector<Endpoint> account_endpoints(access::Accounts& accounts) { return Family(accounts).all(); }

}  // namespace anping::api
