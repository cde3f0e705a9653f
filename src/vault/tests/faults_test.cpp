// SPDX-License-Identifier: Apache-2.0
// Every call to the disk fails once, and the process ends before every call: what was acknowledged stays.
#include "faults.hpp"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

#include "fixture.hpp"

namespace anping::vault {
namespace {

struct Acknowledged {
    std::array<char, 33> id{};
    std::int64_t offset = 0;
    bool finished = false;
};

class Faults : public VaultTest {
protected:
    std::string const original = [] {
        std::mt19937_64 random(7);
        return random_content(random, 90'000);
    }();

    // What a client does once: begins, sends two parts, notes what was acknowledged; stops at the first refusal.
    template <class Note>
    void upload(Acknowledged& known, Note const& note) {
        auto const created = vault->create("account", "file", static_cast<std::int64_t>(original.size()));
        if (!created) return expect_unavailable(created.error());
        created->id.text.copy(known.id.data(), 32);
        note();
        for (std::size_t const end : {std::size_t{40'000}, original.size()}) {
            auto const from = static_cast<std::size_t>(known.offset);
            auto append = vault->append(created->id, known.offset);
            if (!append) return expect_unavailable(append.error());
            auto const written = (*append)->write(std::string_view(original).substr(from, end - from));
            auto const answer = (*append)->finish();
            if (!answer) return expect_unavailable(answer.error());
            EXPECT_TRUE(written);
            known.offset = answer->offset;
            known.finished = answer->blob.has_value();
            note();
        }
    }
    static void expect_unavailable(Error const& error) {
        EXPECT_EQ(error.code, ErrorCode::unavailable) << error.key;
        EXPECT_EQ(error.key, "vault.unavailable");
    }
    // The client comes back: everything acknowledged is there, the rest can be sent.
    void resume(Acknowledged const& known) {
        if (known.id[0] == 0) return;
        UploadId const id{known.id.data()};
        auto const state = vault->state(id).value();
        ASSERT_GE(state.offset, known.offset);
        ASSERT_TRUE(state.blob || !known.finished);
        if (!state.blob) {
            auto append = vault->append(id, state.offset).value();
            ASSERT_TRUE(append->write(std::string_view(original).substr(static_cast<std::size_t>(state.offset))));
            ASSERT_TRUE(append->finish());
        }
        ASSERT_EQ(vault->state(id)->blob->sm3, sm3_of(original));
        ASSERT_EQ(content_of(*vault->path_of(sm3_of(original))), original);
    }
    void clean() {
        clock.advance_seconds(1);
        vault->collect(clock.now());
        for (auto const& name : folder.names("vault/uploads")) EXPECT_TRUE(name.ends_with(".json")) << name;
        vault.reset();
        std::filesystem::remove_all(folder / "vault");
        open();
    }
    void fail_each_call(int error, bool restart) {
        bool struck = true;
        int n = 0;
        while (struck) {
            SCOPED_TRACE(std::to_string(++n) + "th call");
            Acknowledged known;
            faults::arm(n, error);
            upload(known, [] {});
            struck = faults::disarm();
            if (restart) open();
            ASSERT_NO_FATAL_FAILURE(resume(known));
            clean();
        }
        EXPECT_GT(n, 25);
    }
};

TEST_F(Faults, EveryCallThatFailsIsRefusedAndTheUploadGoesOn) { fail_each_call(EIO, false); }

TEST_F(Faults, EveryCallOnAFullDiskIsRefusedAndTheUploadGoesOnAfterARestart) { fail_each_call(ENOSPC, true); }

TEST_F(Faults, EndingBeforeAnyCallLosesNothingAcknowledged) {
    bool struck = true;
    int n = 0;
    while (struck) {
        SCOPED_TRACE(std::to_string(++n) + "th call");
        std::array<int, 2> ends{};
        ASSERT_EQ(::pipe(ends.data()), 0);
        pid_t const child = ::fork();
        if (child == 0) {
            Acknowledged known;
            faults::arm(n, faults::kKill);
            upload(known, [&] { static_cast<void>(::write(ends[1], &known, sizeof known) == 0); });
            ::_exit(0);
        }
        ::close(ends[1]);
        Acknowledged known;
        while (::read(ends[0], &known, sizeof known) == sizeof known) {}
        ::close(ends[0]);
        int status = 0;
        ::waitpid(child, &status, 0);
        struck = WIFEXITED(status) && WEXITSTATUS(status) == 9;
        ASSERT_TRUE(WIFEXITED(status));
        open();
        ASSERT_NO_FATAL_FAILURE(resume(known));
        clean();
    }
    EXPECT_GT(n, 25);
}

TEST_F(Faults, ADiskThatTakesNoMoreKeepsWhatItTook) {
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    auto* const handler = std::signal(SIGXFSZ, SIG_IGN);
    auto const id = vault->create("account", "file", static_cast<std::int64_t>(original.size()))->id;
    rlimit const small{50'000, before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
    {
        auto append = vault->append(id, 0).value();
        auto const refused = append->write(original);
        ::setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
        ASSERT_FALSE(refused);
        expect_unavailable(refused.error());
        EXPECT_EQ(key(append->finish()), "vault.unavailable");
    }
    EXPECT_EQ(vault->state(id)->offset, 50'000);
    Acknowledged known;
    id.text.copy(known.id.data(), 32);
    resume(known);
}

TEST_F(Faults, PuttingAFileOnAFullDiskLeavesNothing) {
    auto const source = folder.write("source", original);
    bool struck = true;
    for (int n = 1; struck; ++n) {
        faults::arm(n, ENOSPC);
        auto const blob = vault->put(source);
        struck = faults::disarm();
        if (blob) EXPECT_EQ(blob->sm3, sm3_of(original));
        else expect_unavailable(blob.error());
        vault->collect({0});
        EXPECT_TRUE(folder.names("vault/uploads").empty());
    }
    EXPECT_TRUE(vault->path_of(sm3_of(original)));
}

}  // namespace
}  // namespace anping::vault
