// SPDX-License-Identifier: Apache-2.0
// What a text leads to, of what the asker's own lists and pages show.
#include <map>

#include <anping/desk/desk.hpp>

namespace anping::desk {
namespace {

constexpr std::int64_t kEach = 10;           // shown of a kind
constexpr std::int64_t kCandidates = 1'000;  // looked at, where the asker's view is asked one by one

// Whether the asker may see that of an institution, as its pages decide it; each institution is asked about once.
class Members {
public:
    Members(practice::Service const& practice, registry::Service const& registry, db::Session& session,
            access::Principal const& who, access::Policy const& policy)
        : practice_(practice), registry_(registry), session_(session), who_(who), policy_(policy) {}

    bool sees(access::Action action, registry::InstitutionId const& institution) {
        auto const [at, added] = seen_.try_emplace({action, institution.text}, false);
        if (added)
            if (auto const target = target_of(institution))
                at->second = policy_.decide(who_, action, *target).has_value();
        return at->second;
    }

private:
    std::optional<access::Target> target_of(registry::InstitutionId const& institution) const {
        auto const view = registry_.institution(session_, institution);
        if (!view) return std::nullopt;
        access::Target target;
        target.unit = view->id.text;
        target.region = view->region;
        target.published = true;
        std::tie(target.parties, target.also) = practice_.concerned_by(session_, institution, who_.unit);
        return target;
    }

    practice::Service const& practice_;
    registry::Service const& registry_;
    db::Session& session_;
    access::Principal const& who_;
    access::Policy const& policy_;
    std::map<std::pair<access::Action, std::string>, bool> seen_;
};

}  // namespace

std::vector<Found> Desk::search(db::Session& session, access::Principal const& who, access::Policy const& policy,
                                std::string const& text) const {
    std::vector<Found> out;
    auto const sees = policy.visibility(who, access::Action::project_list);
    practice::ProjectFilter named;
    named.text = text;
    for (auto const& project : practice_.projects(session, sees, named, "", kEach))
        out.push_back({FoundKind::project, project.id.text, project.title, project.institution_name});
    for (auto const& matter : practice_.matters(session, sees, text, kEach))
        out.push_back({matter.kind == "notice" ? FoundKind::notice : FoundKind::report, matter.project.text,
                       matter.number, matter.project_title});
    if (policy.ever(access::Action::application_view, who.role)) {
        licensing::ApplicationFilter about;
        about.text = text;
        auto const applications = policy.visibility(who, access::Action::application_view);
        for (auto const& one : licensing_.applications(session, applications, about, "", kEach))
            out.push_back({FoundKind::application, one.id.text, one.title, one.id.text + " " + one.enterprise_name});
    }
    for (auto const& one : registry_.institutions(session, text, "", kEach))
        out.push_back({FoundKind::institution, one.id.text, one.name, one.qualification.certificate.value});
    if (policy.ever(access::Action::enterprise_view, who.role)) {
        auto const enterprises = policy.visibility(who, access::Action::enterprise_view);
        for (auto const& one : registry_.enterprises(session, enterprises, text, "", kEach))
            out.push_back({FoundKind::enterprise, one.id.text, one.name, one.credit_code.text});
    }
    add_members(out, session, who, policy, text);
    return out;
}

void Desk::add_members(std::vector<Found>& out, db::Session& session, access::Principal const& who,
                       access::Policy const& policy, std::string const& text) const {
    Members members(practice_, registry_, session, who, policy);
    auto const add = [&](FoundKind kind, auto const& views, access::Action action, auto const& say) {
        std::int64_t count = 0;
        for (auto const& view : views) {
            if (count == kEach) return;
            if (!members.sees(action, view.institution)) continue;
            auto [name, detail] = say(view);
            auto institution = view.institution.text;
            registry_.put_names(session, {&institution});
            out.push_back({kind, view.institution.text, std::move(name), detail + institution});
            ++count;
        }
    };
    if (policy.ever(access::Action::person_view, who.role))
        add(FoundKind::person, registry_.people_named(session, text), access::Action::person_view,
            [](registry::PersonView const& view) { return std::pair(view.name, std::string()); });
    if (policy.ever(access::Action::institution_view, who.role))
        add(FoundKind::instrument, registry_.instruments_numbered(session, text, kCandidates),
            access::Action::institution_view, [](registry::InstrumentView const& view) {
                return std::pair(view.serial, view.name + " " + view.model + " ");
            });
}

}  // namespace anping::desk
