// SPDX-License-Identifier: Apache-2.0
#include "desk.hpp"

namespace anping::circulation {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

struct SentAnswer {
    std::string id;
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(SentAnswer, (), (id, count))

api::Endpoint of_matter(Rooms const& rooms, MatterKind kind, std::string const& things) {
    return endpoint(Action::matter_view, "GET", "/api/v1/" + things + "/{id}/slips")
        .summary("流转记录，最新的在前")
        .target([rooms, kind](Context const& context) -> Result<access::Target> {
            auto lease = rooms.pool.lease();
            return rooms.service.target(*lease, Matter{kind, {context.capture("id")}}, context.who);
        })
        .returns<SlipView>([rooms, kind](Context const& context) -> Result<api::Page<SlipView>> {
            auto lease = rooms.pool.lease();
            return api::Page<SlipView>{rooms.service.slips_of(*lease, context.who, {kind, {context.capture("id")}}),
                                       std::nullopt};
        });
}

// Of each matter alike, before anything else is told of it.
Result<void> may(Rooms const& rooms, Context const& context, Action action, std::vector<Matter> const& matters) {
    auto lease = rooms.pool.lease();
    for (auto const& matter : matters) {
        auto const target = rooms.service.target(*lease, matter, context.who);
        if (!target) return unexpected<Error>(access::not_found());
        if (auto allowed = context.policy.decide(context.who, action, *target); !allowed) return allowed;
    }
    return {};
}

api::Endpoint send(Rooms const& rooms) {
    return endpoint(Action::matter_circulate, "POST", "/api/v1/slips")
        .summary("转办，或者请人会签；几件事项各记一份流转单")
        .changes<SendSlip, SentAnswer>(201, [rooms](Context const& context, SendSlip in) -> Result<ledger::Written> {
            if (in.kind == SlipKind::instruction) return wrong_field("/kind", "choice", "批示由负责人另行作出");
            if (auto allowed = may(rooms, context, Action::matter_circulate, in.matters); !allowed)
                return unexpected<Error>(std::move(allowed.error()));
            return rooms.writer.apply(context.change(rooms.service.send(context.who, std::move(in))));
        });
}

api::Endpoint instruct(Rooms const& rooms) {
    return endpoint(Action::matter_instruct, "POST", "/api/v1/instructions")
        .summary("批示：写明意见和由谁办理")
        .changes<Instruct, SentAnswer>(201, [rooms](Context const& context, Instruct in) -> Result<ledger::Written> {
            if (auto allowed = may(rooms, context, Action::matter_instruct, in.matters); !allowed)
                return unexpected<Error>(std::move(allowed.error()));
            SendSlip slip{
                SlipKind::instruction, std::move(in.matters), std::move(in.to), std::move(in.text), in.due, in.within,
                std::nullopt};
            return rooms.writer.apply(context.change(rooms.service.send(context.who, std::move(slip))));
        });
}

auto of_slip(Rooms const& rooms) {
    return [rooms](Context const& context) -> Result<access::Target> {
        auto lease = rooms.pool.lease();
        return rooms.service.target(*lease, SlipId{context.capture("id")}, context.who);
    };
}

api::Endpoint receive(Rooms const& rooms) {
    return endpoint(Action::matter_circulate, "POST", "/api/v1/slips/{id}/receipt")
        .summary("签收流转单")
        .target(of_slip(rooms))
        .changes<ReceiveSlip, SentAnswer>(201, [rooms](Context const& context, ReceiveSlip in) {
            return rooms.writer.apply(context.change(rooms.service.receive(context.who, {context.capture("id")}, in)));
        });
}

api::Endpoint answer(Rooms const& rooms) {
    return endpoint(Action::matter_circulate, "POST", "/api/v1/slips/{id}/answers")
        .summary("答复流转单：办结、会签意见、退回")
        .target(of_slip(rooms))
        .changes<AnswerSlip, SentAnswer>(201, [rooms](Context const& context, AnswerSlip in) {
            return rooms.writer.apply(
                context.change(rooms.service.answer(context.who, {context.capture("id")}, std::move(in))));
        });
}

}  // namespace

std::vector<api::Endpoint> endpoints(Service const& service, ledger::Writer& writer, db::Pool& pool) {
    Rooms const rooms{service, writer, pool};
    std::vector<api::Endpoint> out{of_matter(rooms, MatterKind::notice, "notices"),
                                   of_matter(rooms, MatterKind::application, "applications"),
                                   of_matter(rooms, MatterKind::project, "projects"),
                                   of_matter(rooms, MatterKind::institution, "institutions"),
                                   send(rooms),
                                   instruct(rooms),
                                   receive(rooms),
                                   answer(rooms)};
    for (auto& more : desk_endpoints(rooms)) out.push_back(std::move(more));
    for (auto& more : criticism_endpoints(rooms)) out.push_back(std::move(more));
    return out;
}

}  // namespace anping::circulation
