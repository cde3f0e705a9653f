// SPDX-License-Identifier: Apache-2.0
// Workers that a hostile file has taken over.
#include "reader.hpp"
#include "process.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <chrono>

#include "fixture.hpp"

namespace anping::vault {
namespace {

constexpr char const* kSay = R"(printf '%s\n' )";

class Readers : public VaultTest {
protected:
    Reading read(std::string const& body) { return Reader(folder.script("bad", body)).read("/dev/null"); }
    static std::string line(std::string const& media_type, std::string const& extra = R"("problem":"")",
                            std::string const& camera = "") {
        return kSay + ("'{\"camera\":\"" + camera + R"(","height":0,"latitude":"","longitude":"","media_type":")") +
               media_type + R"(","pages":0,"taken_at":"","width":0,)" + extra + "}'";
    }
};

TEST_F(Readers, BelievesAnAnswerThatIsWhole) {
    auto const reading = read(line("application/pdf"));
    EXPECT_EQ(reading.media_type, "application/pdf");
    EXPECT_EQ(reading.problem, "");
}

TEST_F(Readers, KeepsTheTypeSaidBeforeTheEnd) {
    auto const reading = read(line("application/pdf") + "\nkill -SEGV $$");
    EXPECT_EQ(reading.media_type, "application/pdf");
    EXPECT_EQ(reading.problem, "damaged");
    EXPECT_EQ(read(line("application/pdf") + "\nkill -XCPU $$").problem, "timeout");
    EXPECT_EQ(read(line("application/pdf") + "\nexit 1").problem, "damaged");
}

TEST_F(Readers, TakesTheLastWholeLine) {
    EXPECT_EQ(read(line("image/png") + "\n" + line("image/gif")).media_type, "image/gif");
    EXPECT_EQ(read(line("image/png") + "\nprintf '{\"camera\"'").media_type, "image/png");
}

TEST_F(Readers, RefusesAnswersThatCouldDoHarm) {
    for (std::string const& body :
         {std::string(), std::string("echo hello"), line("text/html\\r\\nSet-Cookie: a=b"), line("text"), line("/"),
          line("image/png", R"("problem":"anything")"), line("image/png", R"("problem":"","extra":1)"),
          line("image/png", R"("problem":"")", "a\\nb"), line(std::string(200, 'a') + "/b"),
          std::string("printf '\\377\\n'")}) {
        auto const reading = read(body);
        EXPECT_EQ(reading.media_type, "application/octet-stream") << body;
        EXPECT_EQ(reading.problem, "damaged") << body;
    }
}

TEST_F(Readers, TellsAMissingWorkerFromADamagedFile) {
    EXPECT_EQ(Reader(folder / "none").read("/dev/null").problem, "unavailable");
    EXPECT_EQ(read("exit 125").problem, "unavailable");
    EXPECT_FALSE(Reader(folder / "none").probe());
}

TEST_F(Readers, AFileReadWithoutAWorkerIsReadAgainWhenItComesBack) {
    std::filesystem::rename(worker, worker + ".gone");
    EXPECT_EQ(store("abc").reading.problem, "unavailable");
    EXPECT_EQ(key(vault->preview(sm3_of("abc"), 1)), "vault.unavailable");
    std::filesystem::rename(worker + ".gone", worker);
    EXPECT_EQ(store("abc").reading.problem, "");
    EXPECT_EQ(vault->blob(sm3_of("abc"))->reading.media_type, "image/png");
}

TEST_F(Readers, GivesThemNoEnvironmentNoInputAndNoOpenFiles) {
    ::setenv("ANPING_SECRET", "secret", 1);
    std::ifstream const held(worker);
    auto const run_ = run(folder.script("bad", "export -p; cat; ls /proc/self/fd"), {});
    EXPECT_EQ(run_.end, Run::End::exited);
    EXPECT_EQ(run_.output.find("secret"), std::string::npos);
    auto const files = run_.output.substr(run_.output.rfind("0\n1\n2\n"));
    EXPECT_LE(files.size(), 8u) << files;  // and the directory that ls reads
}

TEST_F(Readers, EndsThemAndTheirChildrenAtTheLimit) {
    // The child holds the other end: reading on to the end of the pipe waits until nobody does any more.
    auto const pipe = folder / "pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    int const held = ::open(pipe.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    ASSERT_GE(held, 0);
    auto const begun = std::chrono::steady_clock::now();
    auto const ended = run(folder.script("bad", "sleep 60 > " + pipe + " & echo started > " + pipe + "; sleep 60"), {},
                           {std::chrono::milliseconds(300)});
    EXPECT_EQ(ended.end, Run::End::timeout);
    ::fcntl(held, F_SETFL, 0);
    std::string heard(100, '\0');
    ASSERT_EQ(::read(held, heard.data(), heard.size()), 8) << "the script did not come so far";
    EXPECT_EQ(::read(held, heard.data(), heard.size()), 0);
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(20));
    ::close(held);
}

TEST_F(Readers, EndsThemWhenTheyCloseTheirOutputAndStay) {
    auto const ended = run(folder.script("bad", "exec >&-; sleep 60"), {}, {std::chrono::milliseconds(300)});
    EXPECT_EQ(ended.end, Run::End::timeout);
}

TEST_F(Readers, StopsListeningToAFlood) {
    auto const ended = run(folder.script("bad", "while :; do echo 0123456789012345678901234567890123456789; done"), {});
    EXPECT_EQ(ended.end, Run::End::flooded);
    EXPECT_EQ(ended.output.size(), RunLimits{}.output);
}

TEST_F(Readers, APageThatIsNoPictureIsNoPreview) {
    for (std::string const body : {"echo hello > $4/page.png", "ln -s /etc/passwd $4/page.png", "mkdir $4/page.png",
                                   "mkfifo $4/page.png", ":"}) {
        folder.script("worker", "if [ $1 = page ]; then " + body + "; exit 0; fi\n" + kHonest);
        auto const sm3 = store("picture of " + body).sm3;
        auto const png = vault->preview(sm3, 1);
        EXPECT_FALSE(png) << body;
        EXPECT_TRUE(folder.names("vault/scratch").empty()) << body;
    }
}

}  // namespace
}  // namespace anping::vault
