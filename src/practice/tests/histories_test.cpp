// SPDX-License-Identifier: Apache-2.0
// Random histories of a project: whatever is done in whatever order by whomever, no review the books ask for is
// skipped, no fact is lost, and what is out of order is flagged. ANPING_HISTORIES says how many (500 unless told),
// ANPING_SEED from where.
#include <array>
#include <cstdlib>
#include <random>

#include <anping/practice/offices.hpp>

#include "cases.hpp"
#include "rules_shared.hpp"

namespace anping::practice {
namespace {

std::uint64_t number_from(char const* variable, std::uint64_t otherwise) {
    auto const* const given = std::getenv(variable);  // NOLINT(concurrency-mt-unsafe): before any thread
    return given == nullptr ? otherwise : std::strtoull(given, nullptr, 10);
}

Timestamp hour(field::Date date, std::int64_t hours) {
    return {field::beijing_midnight(date).micros + hours * 3'600'000'000};
}

// What is counted and dated apart from the rules, from the commands alone.
struct Tally {
    std::int64_t surveys = 0;
    std::int64_t exhibits = 0;
    std::int64_t editions = 0;
    std::optional<field::Date> first_site;
    std::optional<field::Date> first_notice;
    std::optional<field::Date> last_report;
    std::vector<std::pair<ReviewStep, std::string>> signatures;  // of the current edition
    std::string filer;
    bool separate = true;  // as the institution's rule has it
    bool own_key = true;
};

// The state as the events leave it: what the projection and its queries do with tables.
class Model {
public:
    State state = project();

    void apply(std::vector<ledger::Event> const& events, std::string const& account, field::Date today) {
        for (auto const& event : events) apply(event, account, today);
    }

private:
    template <class E>
    static E as(ledger::Event const& event) {
        return from_trusted_json<E>(event.data);
    }
    void note(ledger::Event const& event) {
        auto const* noted = event.data.if_contains("noted");
        if (noted == nullptr || !noted->is_object()) return;
        for (auto const& [name, value] : noted->get_object()) state.noted[name] = value;
    }
    void apply(ledger::Event const& event, std::string const& account, field::Date today) {
        note(event);
        if (event.type == EvidenceAttached::kType) {
            auto const in = as<EvidenceAttached>(event);
            if (in.of_institution) count(state, in.exhibit, today);
        } else if (event.type == NoticeFiled::kType) {
            auto const in = as<NoticeFiled>(event);
            state.notice_filed_on = std::min(state.notice_filed_on.value_or(in.filed_on), in.filed_on);
            state.planned_first_day = in.content.site_first_day;
            state.noticed = in.content.members;
            state.noted["notice.renewal_due"] = false;
        } else if (event.type == SurveyRecorded::kType) {
            survey(as<SurveyRecorded>(event));
        } else if (event.type == TeamFormed::kType) {
            auto const in = as<TeamFormed>(event);
            state.team_edition = in.edition;
            state.leader = in.leader;
            state.team = in.members;
        } else {
            report(event, account, today);
        }
    }
    void survey(SurveyRecorded const& in) {
        auto const first = field::beijing_date(in.started_at);
        auto const last = field::beijing_date(in.ended_at);
        ++state.surveys;
        state.first_day = std::min(state.first_day.value_or(first), first);
        state.last_day = std::max(state.last_day.value_or(last), last);
        state.leader_on_site = state.leader_on_site || in.leader_on_site;
    }
    void report(ledger::Event const& event, std::string const& account, field::Date today) {
        if (event.type == ReportFiled::kType) {
            auto const in = as<ReportFiled>(event);
            state.report = in.report;
            state.edition = in.edition;
            state.report_sm3 = in.file.blob.sm3;
            state.report_filer = account;
            state.report_filed_on = today;
            state.signed_steps.clear();
            state.published = state.withdrawn = false;
        } else if (event.type == ReviewSigned::kType) {
            state.signed_steps.push_back({as<ReviewSigned>(event).step, account});
        } else if (event.type == ProcessRuleSet::kType) {
            auto const in = as<ProcessRuleSet>(event);
            state.own_rule = ProcessRule{in.separate_persons, in.own_key, true, {}, {}};
        } else if (event.type == OpinionsGiven::kType) {
            auto const in = as<OpinionsGiven>(event);
            for (std::size_t i = 0; i < in.items.size(); ++i)
                state.opinions.push_back({in.first + static_cast<std::int64_t>(i), in.step, false});
        } else if (event.type == OpinionsAnswered::kType) {
            for (auto const& answer : as<OpinionsAnswered>(event).answers)
                for (auto& one : state.opinions)
                    if (one.number == answer.number) one.answered = true;
        } else if (event.type == ReportPublished::kType) {
            state.published = true;
        } else if (event.type == ReportWithdrawn::kType) {
            state.published = false;
            state.withdrawn = true;
        } else if (event.type == ProjectArchived::kType) {
            state.stage = Stage::archived;
        }
    }
};

class History {
public:
    explicit History(std::uint64_t seed) : random_(seed) { model_.state.noted = {{"risk.made_on", "2026-02-26"}}; }

    void run() {
        for (int step = 0; step < 24 && !::testing::Test::HasFailure(); ++step) {
            today_ = today_ + static_cast<int>(pick(4));
            act();
            check_order();
        }
    }

private:
    using Acts = Result<std::vector<ledger::Event>>;
    static constexpr std::array kSteps{ReviewStep::internal_review, ReviewStep::technical_lead,
                                       ReviewStep::process_lead,    ReviewStep::check,
                                       ReviewStep::review,          ReviewStep::approval};
    static constexpr std::array<char const*, 4> kAccounts{"A-1", "A-2", "A-3", "A-4"};

    std::uint64_t pick(std::uint64_t below) { return random_() % below; }
    Circumstances with() { return {shipped(), hour(today_, 12), today_, ++seq_, account_}; }
    Acts taken(Acts events) {
        if (events) model_.apply(*events, account_, today_);
        return events;
    }

    void act() {
        account_ = kAccounts[pick(kAccounts.size())];
        auto& state = model_.state;
        // Reviews are tried most: few histories would come as far as publishing otherwise.
        auto const what = pick(19);
        if (what < 2) notice();
        else if (what < 4) survey();
        else if (what < 5) report();
        else if (what < 12) review();
        else if (what < 14) publish();
        else if (what < 15) opinions();
        else if (what < 16) taken(answer_opinions({{{1, {"已改"}}}}, state));
        else if (what < 17) withdraw();
        else if (what < 18) rule();
        else attach();
    }
    void withdraw() {
        auto const& sm3 = model_.state.report_sm3;
        taken(withdraw_report({{sm3.empty() ? std::string(64, '0') : sm3}, {"有误"}}, model_.state, with()));
    }
    void notice() {
        FileNotice in{today_ + static_cast<int>(pick(6)), today_ + 8, {{"R-1"}}, {"赵"}, {"0991"}, {}};
        if (!taken(file_notice(in, model_.state, people(), {}, with()))) return;
        if (!tally_.first_notice) tally_.first_notice = today_;
    }
    void survey() {
        auto const on = today_ - static_cast<int>(pick(5));
        RecordSurvey in = practice::survey();
        in.started_at = hour(on, 9);
        in.ended_at = hour(on, 11);
        std::vector<Exhibit> files(pick(2), exhibit("gate"));
        ASSERT_TRUE(taken(record_survey(in, model_.state, people(), files, with()))) << "a fact is never refused";
        ++tally_.surveys;
        tally_.exhibits += static_cast<std::int64_t>(files.size());
        tally_.first_site = std::min(tally_.first_site.value_or(on), on);
    }
    void attach() {
        ASSERT_TRUE(taken(attach_evidence(model_.state, {exhibit("equipment")}, true, with())));
        ++tally_.exhibits;
    }
    void report() {
        auto file = exhibit("report", "application/pdf");
        file.blob.sm3 = std::string(60, 'b') + std::to_string(1000 + tally_.editions);
        ASSERT_TRUE(taken(file_report({{"报告"}, {"符合"}, {{"R-1"}}, {"U-1"}}, model_.state, people(), file, with())));
        ++tally_.editions;
        tally_.filer = account_;
        tally_.last_report = today_;
        tally_.signatures.clear();
    }
    void review() {
        // Every other time the one that is waited for, or hardly any history would come to publishing.
        auto const waited = std::min(model_.state.signed_steps.size(), std::size_t{2});
        auto const step = kSteps[pick(2) == 0 ? waited : pick(kSteps.size())];
        std::optional<access::SignedWith> key;
        if (pick(4) != 0) key.emplace(access::SignedWith{"k", "p", "s", false});
        if (!taken(sign_review({step, {model_.state.report_sm3}, {"同意"}, {}}, model_.state, key, with()))) return;
        EXPECT_TRUE(key || !tally_.own_key) << "confirmed without the key the institution asks for";
        std::set<std::string> persons{tally_.filer};
        for (auto const& [_, account] : tally_.signatures) persons.insert(account);
        EXPECT_TRUE(!persons.contains(account_) || !tally_.separate) << "one person in two offices";
        tally_.signatures.emplace_back(step, account_);
    }
    void rule() {
        tally_.separate = pick(3) != 0;
        tally_.own_key = pick(3) != 0;
        taken(set_process_rule({tally_.separate, tally_.own_key, {"内部规定"}}, model_.state.institution));
    }
    void opinions() {
        taken(give_opinions({kSteps[pick(3)], {model_.state.report_sm3}, {{"补充"}}}, model_.state, with()));
    }
    void publish() {
        if (!taken(publish_report({{model_.state.report_sm3}}, model_.state, with()))) return;
        ++published;
        std::size_t at = 0;
        for (auto const step : {kSteps[0], kSteps[1], kSteps[2]}) {
            while (at < tally_.signatures.size() && tally_.signatures[at].first != step) ++at;
            ASSERT_LT(at, tally_.signatures.size())
                << "published without " << boost::describe::enum_to_string(step, "");
        }
        EXPECT_FALSE(std::ranges::any_of(model_.state.opinions, [](State::Opinion const& one) {
            return !one.answered && one.step == ReviewStep::process_lead;
        })) << "an opinion left unanswered before its reviewer confirmed";
    }
    void check_order() {
        auto const& state = model_.state;
        EXPECT_EQ(state.surveys, tally_.surveys);
        EXPECT_EQ(state.exhibits, tally_.exhibits);
        EXPECT_EQ(state.edition, tally_.editions);
        auto const raised = flags(judge(state, with(), {}));
        auto const has = [&](std::string const& watch) {
            return std::ranges::any_of(raised, [&](auto const& one) { return one.starts_with(watch + " "); });
        };
        bool const on_site = tally_.first_site.has_value();
        EXPECT_EQ(has("notice_missing"), on_site && !tally_.first_notice);
        EXPECT_EQ(has("notice_late"),
                  tally_.first_notice && *tally_.first_notice >= tally_.first_site.value_or(state.planned_first_day));
        EXPECT_EQ(has("order_contract"), on_site && *tally_.first_site < day("2026-02-27"));
        // A report that is filed before anybody was on site, whether somebody went later or is still to go.
        EXPECT_EQ(has("order_report"),
                  tally_.last_report && tally_.first_site.value_or(state.planned_first_day) > *tally_.last_report);
        EXPECT_EQ(has("team_missing"), on_site);
    }

    std::mt19937_64 random_;
    Model model_;
    Tally tally_;
    field::Date today_ = practice::testing::day("2026-03-02");
    std::string account_;
    std::int64_t seq_ = 41;

public:
    int published = 0;
};

TEST(Histories, OfWhateverOrderSkipNoReviewLoseNoFactAndFlagWhatIsOutOfOrder) {
    auto const seed = number_from("ANPING_SEED", 20261128);
    auto const histories = number_from("ANPING_HISTORIES", 500);
    std::mt19937_64 seeds(seed);
    int published = 0;
    for (std::uint64_t i = 0; i < histories && !HasFailure(); ++i) {
        auto const own = seeds();
        SCOPED_TRACE("seed " + std::to_string(seed) + ", history " + std::to_string(i));
        History history(own);
        history.run();
        published += history.published;
    }
    RecordProperty("seed", std::to_string(seed));
    RecordProperty("histories", std::to_string(histories));
    EXPECT_GT(published, 0) << "no history came as far as publishing: the test would have shown nothing";
}

}  // namespace
}  // namespace anping::practice
