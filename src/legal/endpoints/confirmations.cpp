// SPDX-License-Identifier: Apache-2.0
#include <anping/legal/endpoints.hpp>

namespace anping::legal {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

constexpr std::uint64_t kDraftBytes = 4U << 20U;

// The law everybody is given from the next request on.
Result<ledger::Written> taken_in(Service const& service, db::Pool& pool, Result<ledger::Written> written) {
    if (!written) return written;
    auto lease = pool.lease();
    service.library().refresh(*lease);
    return written;
}

api::Endpoint preview(Service const& service, db::Pool& pool) {
    return endpoint(Action::rulebook_preview, "POST", "/api/v1/law/preview")
        .summary("修改规则书或确认条款之前：有何问题，哪些条款变化，哪些未了期限会变动；不改变任何内容")
        .body_limit(kDraftBytes)
        .acts<Preview, PreviewView>(200, [&](Context const& context, Preview const& in) -> Result<http::Response> {
            auto lease = pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::project_list);
            return api::json_response(200, to_json(service.preview(*lease, context.who, sees, in)));
        });
}

// The clause stands in the body, which no target() can read: the policy is asked here.
api::Endpoint confirm(Service const& service, ledger::Writer& writer, db::Pool& pool) {
    return endpoint(Action::rulebook_confirm, "POST", "/api/v1/law/confirmations")
        .summary("确认条款：已与正式文本核对，此后在本地区可以作为认定的依据")
        .reauthenticated()
        .changes<ConfirmClause, Confirmed>(
            201, [&](Context const& context, ConfirmClause in) -> Result<ledger::Written> {
                auto const where = service.target(context.who, in.clause.value);
                if (!where) return unexpected<Error>(where.error());
                if (auto may = context.policy.decide(context.who, Action::rulebook_confirm, *where); !may)
                    return unexpected<Error>(std::move(may.error()));
                return taken_in(service, pool,
                                writer.apply(context.change(service.confirm(context.who, std::move(in)))));
            });
}

api::Endpoint withdraw(Service const& service, ledger::Writer& writer, db::Pool& pool) {
    return endpoint(Action::rulebook_confirm, "POST", "/api/v1/law/confirmations/{clause}/withdrawal")
        .summary("撤回本地区对条款的确认；已作出的决定保留其依据")
        .target([&](Context const& context) { return service.target(context.who, context.capture("clause")); })
        .reauthenticated()
        .changes<WithdrawConfirmation, Confirmed>(
            200, [&](Context const& context, WithdrawConfirmation in) -> Result<ledger::Written> {
                return taken_in(service, pool,
                                writer.apply(context.change(
                                    service.withdraw(context.who, context.capture("clause"), std::move(in)))));
            });
}

}  // namespace

std::vector<api::Endpoint> confirmation_endpoints(Service const& service, ledger::Writer& writer, db::Pool& pool) {
    return {preview(service, pool), confirm(service, writer, pool), withdraw(service, writer, pool)};
}

}  // namespace anping::legal
