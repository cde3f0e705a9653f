// SPDX-License-Identifier: Apache-2.0
// What institution and enterprise settle about the site.
#include "service_change.hpp"

namespace anping::practice {
namespace {

using Events = Result<std::vector<ledger::Event>>;

}  // namespace

Decision Service::exchange_views(access::Principal const& who, ProjectId id, ExchangeViews in) const {
    return on_project(
        law_, who.account.text, std::move(id),
        [this, who, in = std::move(in)](State state, Circumstances const& with, ledger::Transaction& tx) -> Events {
            auto const files = exhibits(who, in.files);
            if (!files) return unexpected<Error>(files.error());
            auto const people = directory_.people(tx.session(), in.members);
            return practice::exchange_views(in, std::move(state), people, *files, with);
        });
}

Decision Service::propose_measures(ProjectId id, ProposeMeasures in) const {
    return on_project(law_, {}, std::move(id),
                      [in = std::move(in)](State state, Circumstances const& with, ledger::Transaction&) {
                          return practice::propose_measures(in, std::move(state), with);
                      });
}

Decision Service::answer_measures(access::Principal const& who, ProjectId id, AnswerMeasures in) const {
    return on_project(
        law_, who.account.text, std::move(id),
        [this, who, in = std::move(in)](State state, Circumstances const& with, ledger::Transaction&) -> Events {
            auto const files = exhibits(who, in.files);
            if (!files) return unexpected<Error>(files.error());
            return practice::answer_measures(in, std::move(state), *files, with);
        });
}

Decision Service::recheck_measures(access::Principal const& who, ProjectId id, RecheckMeasures in) const {
    return on_project(
        law_, who.account.text, std::move(id),
        [this, who, in = std::move(in)](State state, Circumstances const& with, ledger::Transaction& tx) -> Events {
            auto const files = exhibits(who, in.files);
            if (!files) return unexpected<Error>(files.error());
            auto const people = directory_.people(tx.session(), in.members);
            return practice::recheck_measures(in, std::move(state), people, *files, with);
        });
}

Decision Service::confirm_site(access::Principal const& who, ProjectId id, ConfirmSite in) const {
    return on_project(
        law_, who.account.text, std::move(id),
        [this, who, in = std::move(in)](State state, Circumstances const& with, ledger::Transaction& tx) -> Events {
            auto const files = exhibits(who, in.files);
            if (!files) return unexpected<Error>(files.error());
            auto const delegate = personal_.put(tx, state.id.text, "delegate", in.delegate.value);
            return practice::confirm_site(in, std::move(state), delegate, *files, with);
        });
}

Decision Service::record_spot_check(access::Principal const& who, ProjectId id, RecordSpotCheck in) const {
    return on_project(
        law_, who.account.text, std::move(id),
        [this, who, in = std::move(in)](State state, Circumstances const& with, ledger::Transaction&) -> Events {
            auto const files = exhibits(who, in.files);
            if (!files) return unexpected<Error>(files.error());
            return practice::record_spot_check(in, std::move(state), {who.unit}, *files, with);
        });
}

Decision Service::confirm_report(ProjectId id, ConfirmReport in) const {
    return on_project(law_, {}, std::move(id),
                      [in = std::move(in)](State state, Circumstances const& with, ledger::Transaction&) {
                          return practice::confirm_report(in, std::move(state), with);
                      });
}

}  // namespace anping::practice
