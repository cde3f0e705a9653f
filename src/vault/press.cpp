// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <optional>
#include <sstream>

#include <anping/vault/press.hpp>

namespace anping::vault {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr char const* kLibrary = "/usr/lib/libreoffice/program/libmergedlo.so";
constexpr std::chrono::seconds kStart{120};  // the first time it reads every font there is
constexpr std::chrono::seconds kPrint{60};
constexpr int kDocuments = 500;  // then it is started anew: what it forgot to give back is given back

auto not_installed() {
    return fail(ErrorCode::unavailable, "vault.no_press",
                "服务器上没有安装 LibreOffice，不能生成 PDF；可以下载 DOCX，用 Word 或 WPS 打印");
}
auto not_now() {
    return fail(ErrorCode::unavailable, "vault.press", "这次没有生成 PDF，请稍后再试，或者下载 DOCX 打印");
}

// A process at the other end of a socket, in a group of its own.
class Worker {
public:
    Worker(std::string const& program, std::string const& folder) {
        int ends[2];
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return;
        socket_ = ends[0];
        posix_spawn_file_actions_t files;
        posix_spawnattr_t attributes;
        posix_spawn_file_actions_init(&files);
        posix_spawn_file_actions_adddup2(&files, ends[1], 0);
        posix_spawn_file_actions_adddup2(&files, ends[1], 1);
        posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_addclosefrom_np(&files, 3);
        posix_spawnattr_init(&attributes);
        sigset_t none;
        sigset_t all;
        sigemptyset(&none);
        sigfillset(&all);
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setsigdefault(&attributes, &all);
        posix_spawnattr_setpgroup(&attributes, 0);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
        std::string name = program;
        std::string place = folder;
        std::string path = "PATH=/usr/bin";
        char* const arguments[] = {name.data(), place.data(), nullptr};
        char* const environment[] = {path.data(), nullptr};
        if (::posix_spawn(&process_, program.c_str(), &files, &attributes, arguments, environment) != 0) process_ = -1;
        posix_spawn_file_actions_destroy(&files);
        posix_spawnattr_destroy(&attributes);
        ::close(ends[1]);
        if (process_ > 0 && line(kStart) != "ready") end();
    }
    ~Worker() {
        end();
        if (socket_ >= 0) ::close(socket_);
    }
    Worker(Worker const&) = delete;
    Worker& operator=(Worker const&) = delete;

    bool runs() const noexcept { return process_ > 0; }
    bool print(std::string const& name) {
        auto const asked = name + "\n";
        if (::send(socket_, asked.data(), asked.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(asked.size()))
            return false;
        return line(kPrint) == "ok";
    }

private:
    // Without its end; empty when none came in time.
    std::string line(std::chrono::seconds within) {
        auto const until = Clock::now() + within;
        std::string out;
        while (out.size() < 64) {
            auto const left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
            pollfd ready{socket_, POLLIN, 0};
            int const found = left <= 0 ? 0 : ::poll(&ready, 1, static_cast<int>(left));
            if (found < 0 && errno == EINTR) continue;
            char c = 0;
            if (found <= 0 || ::read(socket_, &c, 1) != 1) return {};
            if (c == '\n') return out;
            out += c;
        }
        return {};
    }
    void end() {
        if (process_ <= 0) return;
        ::kill(-process_, SIGKILL);
        while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {}
        process_ = -1;
    }

    int socket_ = -1;
    pid_t process_ = -1;
};

}  // namespace

struct Press::State {
    std::string program;
    std::string folder;
    std::mutex mutex;
    std::unique_ptr<Worker> worker;
    int printed = 0;

    bool start() {
        worker.reset();
        std::error_code failed;
        fs::remove_all(folder, failed);
        fs::create_directories(folder, failed);
        if (failed) return false;
        fs::permissions(folder, fs::perms::owner_all, failed);
        worker = std::make_unique<Worker>(program, folder);
        printed = 0;
        return worker->runs();
    }

    std::optional<std::string> print(std::string const& docx) {
        std::string const name = "d" + std::to_string(++printed);
        auto const from = folder + "/" + name + ".docx";
        auto const to = folder + "/" + name + ".pdf";
        {
            std::ofstream out(from, std::ios::binary);
            out.write(docx.data(), static_cast<std::streamsize>(docx.size()));
            if (!out.flush()) return std::nullopt;
        }
        bool const done = worker->print(name);
        std::ostringstream out;
        if (done) out << std::ifstream(to, std::ios::binary).rdbuf();
        std::error_code ignored;
        fs::remove(from, ignored);
        fs::remove(to, ignored);
        auto pdf = std::move(out).str();
        if (!pdf.starts_with("%PDF-")) return std::nullopt;
        return pdf;
    }
};

Press::Press(std::string program, std::string folder) : state_(std::make_unique<State>()) {
    state_->program = std::move(program);
    state_->folder = fs::absolute(folder).string();
}
Press::~Press() = default;

bool Press::installed() const { return ::access(state_->program.c_str(), X_OK) == 0 && ::access(kLibrary, R_OK) == 0; }

Result<std::string> Press::pdf(std::string const& docx) {
    if (!installed()) return not_installed();
    std::lock_guard const one(state_->mutex);
    // A process that is gone, or lost its way, is started once more.
    for (int attempt = 0; attempt < 2; ++attempt) {
        bool const fresh = state_->worker == nullptr || !state_->worker->runs() || state_->printed >= kDocuments;
        if (fresh && !state_->start()) break;
        if (auto pdf = state_->print(docx)) return std::move(*pdf);
        state_->worker.reset();
    }
    return not_now();
}

}  // namespace anping::vault
