// SPDX-License-Identifier: Apache-2.0
#include <anping/findings/segment_jobs.hpp>

#include <algorithm>
#include <chrono>
#include <map>
#include <thread>

#include <anping/base/log.hpp>
#include <anping/forensics/exchange.hpp>

namespace anping::findings {
namespace {

using forensics::Found;

// No tables of the ledger's projections: what stands here is gone with its question. An answer is "" until it is given,
// and kCannot where a worker could not give one.
constexpr char const* kSchema = R"sql(
CREATE TABLE IF NOT EXISTS screening_question (number BIGINT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS screening_job (
    question BIGINT NOT NULL, segment TEXT NOT NULL, answer TEXT NOT NULL, PRIMARY KEY (question, segment));
)sql";
constexpr char const* kCannot = "cannot";
constexpr std::chrono::milliseconds kLookAgain{5};
constexpr std::chrono::seconds kPatience{60};  // with workers that are there and do not answer

// Of a path below the directory of corpora: its last two parts, "reports/segment-12".
std::string name_of(std::filesystem::path const& file) {
    return (file.parent_path().filename() / file.filename()).string();
}

// An advisory lock of this schema, which every worker shares.
constexpr char const* kShare =
    "SELECT CASE WHEN pg_try_advisory_lock_shared(19024, hashtext(current_schema())) THEN 1 ELSE 0 END";
constexpr char const* kTake =
    "SELECT CASE WHEN pg_try_advisory_lock(19024, hashtext(current_schema())) THEN 1 ELSE 0 END";
constexpr char const* kGiveBack =
    "SELECT CASE WHEN pg_advisory_unlock(19024, hashtext(current_schema())) THEN 1 ELSE 0 END";

bool said_yes(db::Session& session, char const* question) { return session.scalar<std::int64_t>(question) == 1; }

// But for what a worker that does not answer still holds.
void forget(db::Session& session) {
    db::UnitOfWork work(session);
    session.exec(
        "DELETE FROM screening_job WHERE (question, segment) IN (SELECT question, segment FROM screening_job "
        "FOR UPDATE SKIP LOCKED)");
    session.exec("DELETE FROM screening_question");
    work.commit();
}

}  // namespace

db::Session& SegmentJobs::session() {
    if (session_) return *session_;
    auto opened = db::open(address_, db::Mode::write);
    opened.script(kSchema);
    forget(opened);  // of a process that ended before it was answered
    session_ = std::move(opened);
    return *session_;
}

// The lock can be had for oneself only while no worker shares it.
bool SegmentJobs::somebody_works() {
    if (!said_yes(session(), kTake)) return true;
    said_yes(session(), kGiveBack);
    return false;
}

void SegmentJobs::collect(std::int64_t number, forensics::Segments const& segments, std::size_t characters,
                          Answers& answers) {
    std::map<std::string, std::string> given;
    session().each<std::string, std::string>(
        "SELECT segment, answer FROM screening_job WHERE question = :question AND answer <> ''", {number},
        [&](auto segment, auto answer) { given.emplace(std::move(segment), std::move(answer)); });
    for (std::size_t i = 0; i < segments.size(); ++i) {
        auto const found = given.find(name_of(segments[i]->file()));
        if (answers[i] || found == given.end() || found->second == kCannot) continue;
        auto answer = forensics::answer_from(found->second, *segments[i], characters);
        if (answer) answers[i] = std::move(*answer);
    }
}

void SegmentJobs::give_out(forensics::Search& search, forensics::Question const& question,
                           forensics::Segments const& segments, Answers& answers) {
    auto const is_large = [&](auto const& segment) { return static_cast<std::int64_t>(segment->docs()) >= from_; };
    std::vector<db::Params> jobs;
    auto const number = ++questions_;
    for (auto const& segment : segments)
        if (is_large(segment)) jobs.push_back({number, name_of(segment->file()), ""});
    if (jobs.empty() || !somebody_works()) return;
    {
        db::UnitOfWork work(session());
        session().exec(
            "INSERT INTO screening_question (number, body) VALUES (:number, :body)",
            {number, forensics::question_line(question.report.text, search.masks(), question.least, question.except)});
        session().bulk_insert("screening_job", {"question", "segment", "answer"}, jobs);
        work.commit();
    }
    for (std::size_t i = 0; i < segments.size(); ++i)
        if (!is_large(segments[i])) answers[i] = search.in(*segments[i], question.least, question.except);
    auto const open = [&] {
        return session().scalar<std::int64_t>(
            "SELECT COUNT(*) FROM screening_job WHERE question = :question AND answer = ''", {number});
    };
    auto const until = std::chrono::steady_clock::now() + kPatience;
    while (open() > 0 && somebody_works() && std::chrono::steady_clock::now() < until)
        std::this_thread::sleep_for(kLookAgain);
    collect(number, segments, question.report.text.size(), answers);
    forget(session());
}

std::vector<std::vector<Found>> SegmentJobs::in(forensics::Search& search, forensics::Question const& question,
                                                forensics::Segments const& segments) {
    Answers answers(segments.size());
    try {
        give_out(search, question, segments, answers);
    } catch (db::DbError const& fault) {
        log::warn("findings.jobs_failed", {{"why", fault.what()}});
        session_.reset();
    }
    std::vector<std::vector<Found>> out;
    out.reserve(segments.size());
    for (std::size_t i = 0; i < segments.size(); ++i)
        out.push_back(answers[i] ? std::move(*answers[i]) : search.in(*segments[i], question.least, question.except));
    return out;
}

SegmentWorker::SegmentWorker(db::Address const& address, std::filesystem::path directory)
    : directory_(std::move(directory)), session_(db::open(address, db::Mode::write)) {
    session_.script(kSchema);
}

bool SegmentWorker::work() {
    if (!announced_) announced_ = said_yes(session_, kShare);
    db::UnitOfWork work(session_);
    auto const job = session_.one<std::int64_t, std::string, std::string>(
        "SELECT j.question, j.segment, q.body FROM screening_job j JOIN screening_question q ON q.number = j.question "
        "WHERE j.answer = '' ORDER BY j.question, j.segment LIMIT 1 FOR UPDATE OF j SKIP LOCKED");
    if (!job) return false;
    auto const& [question, segment, body] = *job;
    session_.exec("UPDATE screening_job SET answer = :answer WHERE question = :question AND segment = :segment",
                  {answer(body, segment), question, segment});
    work.commit();
    return true;
}

std::string SegmentWorker::answer(std::string const& question, std::string const& file) {
    auto asked = forensics::asked_from(question);
    auto const segment = forensics::Segment::open(directory_ / file);
    if (!asked || !segment) {
        log::warn("findings.job_failed",
                  {{"segment", file}, {"why", asked ? segment.error().text : asked.error().text}});
        return kCannot;
    }
    search_.ask(asked->report, std::move(asked->masks));
    return forensics::answer_line(search_.in(*segment, asked->least, asked->except));
}

}  // namespace anping::findings
