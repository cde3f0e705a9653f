// SPDX-License-Identifier: Apache-2.0
#include <pthread.h>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <stdexcept>
#include <thread>

#include <anping/base/log.hpp>
#include <anping/ledger/replay.hpp>
#include <anping/ledger/tiles.hpp>
#include <anping/ledger/writer.hpp>

#include "errors.hpp"
#include "group.hpp"

namespace anping::ledger {
namespace {

struct Job {
    Change change;
    std::promise<Result<Written>> promise;
};

void answer(std::vector<Job>& jobs, std::vector<Group::Answer>&& answers) {
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        if (answers[i].fault) jobs[i].promise.set_exception(answers[i].fault);
        else jobs[i].promise.set_value(std::move(answers[i].result));
    }
}

}  // namespace

struct Writer::State {
    State(db::Address where, WriterOptions wanted, std::vector<Projection*> followers, Clock const& the_clock)
        : address(std::move(where)), options(std::move(wanted)), projections(std::move(followers)), clock(the_clock) {}

    void begin();
    void open_session();
    void loop();
    void run(std::vector<Job>& jobs);
    void try_group(std::vector<Job>& jobs);
    void commit(db::UnitOfWork& work, Group& group, Memory&& after);
    void lock_head();
    bool is_in(std::pair<std::int64_t, crypto::Digest> const& last);
    void probe();
    void lost(std::vector<Job>& jobs, char const* why);

    db::Address const address;
    WriterOptions const options;
    std::vector<Projection*> const projections;
    Clock const& clock;

    // The writer's thread alone, after begin().
    std::optional<db::Session> session;
    std::optional<Memory> memory;
    std::unique_ptr<TileWriter> tiles;

    std::atomic<bool> healthy = true;
    std::atomic<std::int64_t> size = 0;

    std::mutex mutex;
    std::condition_variable woken;
    std::deque<Job> queue;
    std::function<void(std::int64_t)> committed;
    bool stopping = false;
    std::thread thread;
};

void Writer::State::open_session() {
    session.emplace(db::open(address, db::Mode::write));
    // What is erased is overwritten, not only unlinked.
    if (address.backend == db::Backend::sqlite) session->script("PRAGMA secure_delete=ON");
}

void Writer::State::begin() {
    open_session();
    store::create(*session);
    {
        db::UnitOfWork work(*session);
        auto const head = store::lock_head(*session);
        if (!head) {
            auto const origin = options.origin.empty() ? "anping/" + crypto::random_token(8) : options.origin;
            store::write_head(*session, {origin, options.hash, 0, crypto::root_hash(options.hash, {}), {}, {}, 0});
        } else if (head->hash != options.hash) {
            throw std::runtime_error("this ledger is kept with " + std::string(crypto::to_string(head->hash)));
        }
        work.commit();
    }
    bring_up_to_date(*session, projections);
    memory = load_memory(*session, options.directory, store::read_head(*session).value());
    size = memory->head.size;
    tiles = std::make_unique<TileWriter>(address, options.directory, options.hash);
    tiles->wake(size);
    thread = std::thread([this] { loop(); });
}

void Writer::State::loop() {
    pthread_setname_np(pthread_self(), "anping-writer");
    for (;;) {
        std::vector<Job> jobs;
        {
            std::unique_lock lock(mutex);
            auto const due = [&] { return stopping || !queue.empty(); };
            if (healthy) woken.wait(lock, due);
            else woken.wait_for(lock, std::chrono::seconds(1), due);
            if (stopping && queue.empty()) return;
            while (!queue.empty() && jobs.size() < options.group_limit) {
                jobs.push_back(std::move(queue.front()));
                queue.pop_front();
            }
        }
        if (jobs.empty()) probe();
        else run(jobs);
    }
}

void Writer::State::run(std::vector<Job>& jobs) {
    try {
        try_group(jobs);
    } catch (std::exception const& e) { lost(jobs, e.what()); }
}

// Nothing of the group happened, or nobody can say: the next change opens the database again.
void Writer::State::lost(std::vector<Job>& jobs, char const* why) {
    log::error("ledger.group_lost", {{"changes", std::to_string(jobs.size())}, {"why", why}});
    healthy = false;
    memory.reset();
    session.reset();
    for (auto& job : jobs) job.promise.set_value(unexpected<Error>(errors::unavailable(why)));
}

void Writer::State::try_group(std::vector<Job>& jobs) {
    if (!session) open_session();
    std::vector<Group::Answer> answers;
    {
        db::UnitOfWork work(*session);
        lock_head();
        Group group(*session, work, *memory, {projections, clock, options.directory});
        for (auto const& job : jobs) group.apply(job.change);
        auto after = group.finish();
        if (group.dirty()) commit(work, group, std::move(after));
        answers = group.take_answers();
    }
    if (!memory) session.reset();
    healthy = true;
    answer(jobs, std::move(answers));
}

// Another process may have written since: what this one remembers holds only under the head it knows.
void Writer::State::lock_head() {
    auto const head = store::lock_head(*session);
    if (!head) throw std::runtime_error("ledger_head is empty");
    if (memory && memory->head == *head) return;
    memory.reset();
    for (auto const* projection : projections) {
        auto const state = store::projection_state(*session, projection->name());
        if (!state || state->stamp != projection->stamp() || state->applied != store::kLive)
            throw std::runtime_error("projection " + projection->name() + " is being rebuilt by another program");
    }
    memory = load_memory(*session, options.directory, *head);
}

void Writer::State::commit(db::UnitOfWork& work, Group& group, Memory&& after) {
    try {
        work.commit();
    } catch (db::DbError const& e) {
        if (e.fault() != db::Fault::disconnected) throw;
        auto const last = group.last_entry();
        if (!last || !is_in(*last)) throw;
        log::warn("ledger.commit_confirmed_late", {{"size", std::to_string(after.head.size)}, {"why", e.what()}});
        memory.reset();
    }
    bool const grown = after.head.size != size;
    size = after.head.size;
    if (memory) memory = std::move(after);
    if (memory) memory->edge.forget();
    if (!grown) return;
    tiles->wake(size);
    std::function<void(std::int64_t)> callback;
    {
        std::lock_guard const lock(mutex);
        callback = committed;
    }
    if (callback) callback(size);
}

// Asks the database itself, behind the head's lock: a commit still under way is waited for.
bool Writer::State::is_in(std::pair<std::int64_t, crypto::Digest> const& last) {
    auto again = db::open(address, db::Mode::write);
    db::UnitOfWork work(again);
    auto const head = store::lock_head(again);
    return head && head->size > last.first && store::leaf(again, last.first) == last.second;
}

// While the ledger cannot be written and nobody tries: is it over?
void Writer::State::probe() {
    try {
        if (!session) open_session();
        db::UnitOfWork work(*session);
        lock_head();
        store::write_head(*session, memory->head);
        work.commit();
        healthy = true;
        log::info("ledger.recovered", {{"size", std::to_string(memory->head.size)}});
    } catch (std::exception const&) {
        memory.reset();
        session.reset();
    }
}

Writer::Writer(db::Address address, WriterOptions options, std::vector<Projection*> projections, Clock const& clock)
    : state_(std::make_unique<State>(std::move(address), std::move(options), std::move(projections), clock)) {
    state_->begin();
}

Writer::~Writer() {
    {
        std::lock_guard const lock(state_->mutex);
        state_->stopping = true;
    }
    state_->woken.notify_one();
    state_->thread.join();
}

std::future<Result<Written>> Writer::submit(Change change) {
    Job job{std::move(change), {}};
    auto future = job.promise.get_future();
    {
        std::lock_guard const lock(state_->mutex);
        if (state_->queue.size() >= state_->options.queue_limit) {
            job.promise.set_value(unexpected<Error>(errors::queue_full()));
            return future;
        }
        state_->queue.push_back(std::move(job));
    }
    state_->woken.notify_one();
    return future;
}

Result<Written> Writer::apply(Change change) {
    if (std::this_thread::get_id() == state_->thread.get_id())
        throw std::logic_error("a decision cannot wait for another change");
    return submit(std::move(change)).get();
}

bool Writer::healthy() const noexcept { return state_->healthy; }

std::int64_t Writer::size() const noexcept { return state_->size; }

void Writer::on_commit(std::function<void(std::int64_t)> callback) {
    std::lock_guard const lock(state_->mutex);
    state_->committed = std::move(callback);
}

}  // namespace anping::ledger
