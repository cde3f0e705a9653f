// SPDX-License-Identifier: Apache-2.0
#include <anping/api/asked.hpp>
#include <anping/api/session_endpoints.hpp>

namespace anping::api {
namespace {

using access::Action;

http::Response nothing_to_say() {
    http::Response out;
    out.status = 204;
    return out;
}

Endpoint show(access::SavedViews& views) {
    return endpoint(Action::session_own, "GET", "/api/v1/session/views")
        .summary("本人保存的列表视图")
        .returns<access::SavedView>([&views](Context const& context) -> Result<Page<access::SavedView>> {
            return Page<access::SavedView>{views.of(context.who.account), std::nullopt};
        });
}

Endpoint save(access::SavedViews& views) {
    return endpoint(Action::session_own, "PUT", "/api/v1/session/views")
        .summary("把一个列表的筛选条件按名称保存，或给已保存的改名；最多 50 个")
        .acts<access::SaveView, http::Response>(
            204, [&views](Context const& context, access::SaveView const& in) -> Result<http::Response> {
                if (auto done = views.save(context.actor(), context.who.account, in); !done)
                    return unexpected<Error>(std::move(done.error()));
                return nothing_to_say();
            });
}

Endpoint drop(access::SavedViews& views) {
    return endpoint(Action::session_own, "DELETE", "/api/v1/session/views")
        .summary("删除一个保存的视图")
        .query("list", "projects、notices、institutions、applications 或 enterprises")
        .query("name", "名称")
        .acts<Nothing, http::Response>(204, [&views](Context const& context, Nothing) -> Result<http::Response> {
            Asked asked(context.request);
            auto const list = asked.word<access::ListName>("list");
            auto const name = asked.text("name");
            if (asked.error()) return unexpected<Error>(*asked.error());
            if (!list || !name) return wrong_field(list ? "/name" : "/list", "required", "必须填写");
            if (auto done = views.drop(context.actor(), context.who.account, *list, *name); !done)
                return unexpected<Error>(std::move(done.error()));
            return nothing_to_say();
        });
}

}  // namespace

std::vector<Endpoint> saved_view_endpoints(access::SavedViews& views) {
    return {show(views), save(views), drop(views)};
}

}  // namespace anping::api
