// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>

#include "sandbox.hpp"

namespace anping::worker {
namespace {

// Of newer kernels than the headers this is built with.
constexpr std::uint64_t kRefer = 1u << 13;          // version 2
constexpr std::uint64_t kTruncate = 1u << 14;       // version 3
constexpr std::uint64_t kNetwork = 3u;              // version 4: bind and connect
constexpr std::uint64_t kDeviceControl = 1u << 15;  // version 5
constexpr std::uint64_t kScopes = 3u;               // version 6: abstract sockets and signals

struct RuleSet {
    std::uint64_t files = 0;
    std::uint64_t network = 0;
    std::uint64_t scopes = 0;
};

// A kernel knows as much of the structure as its version has; it refuses more unless that is zero.
constexpr std::size_t size_for(int version) { return version >= 6 ? 24 : version >= 4 ? 16 : 8; }

RuleSet rules_for(int version) {
    RuleSet rules;
    rules.files = (std::uint64_t{1} << 13) - 1;
    if (version >= 2) rules.files |= kRefer;
    if (version >= 3) rules.files |= kTruncate;
    if (version >= 5) rules.files |= kDeviceControl;
    if (version >= 4) rules.network = kNetwork;
    if (version >= 6) rules.scopes = kScopes;
    return rules;
}

class Rules {
public:
    explicit Rules(RuleSet const& set, int version)
        : set_(set),
          descriptor_(static_cast<int>(::syscall(SYS_landlock_create_ruleset, &set_, size_for(version), 0))) {}
    ~Rules() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    Rules(Rules const&) = delete;
    Rules& operator=(Rules const&) = delete;

    // What is not there needs no rule; what cannot be named stays forbidden.
    void allow(std::string const& path, std::uint64_t access) const {
        if (path.empty()) return;
        int const below = ::open(path.c_str(), O_PATH | O_CLOEXEC);
        if (below < 0) return;
        landlock_path_beneath_attr rule{};
        rule.allowed_access = access & set_.files;
        rule.parent_fd = below;
        ::syscall(SYS_landlock_add_rule, descriptor_, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
        ::close(below);
    }
    bool enforce() const { return descriptor_ >= 0 && ::syscall(SYS_landlock_restrict_self, descriptor_, 0) == 0; }

private:
    RuleSet set_;
    int descriptor_;
};

}  // namespace

int restrict_files(Allowed const& allowed) {
    auto const version =
        static_cast<int>(::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION));
    if (version < 1) return 0;
    Rules const rules(rules_for(version), version);
    constexpr std::uint64_t kRead = LANDLOCK_ACCESS_FS_READ_FILE;
    constexpr std::uint64_t kReadBelow = kRead | LANDLOCK_ACCESS_FS_READ_DIR;
    bool const converts = allowed.work != Work::reading;
    rules.allow("/usr", converts ? kReadBelow | LANDLOCK_ACCESS_FS_EXECUTE : kReadBelow);
    rules.allow("/etc/fonts", kReadBelow);
    // Without the cache every start would read every font there is.
    rules.allow("/var/cache/fontconfig", kReadBelow);
    rules.allow(allowed.input, kRead);
    rules.allow(allowed.other, kRead);
    if (converts) {
        for (auto const* path : {"/etc/libreoffice", "/var/lib/libreoffice", "/var/spool/libreoffice"})
            rules.allow(path, kReadBelow);
        for (auto const* path : {"/etc/ld.so.cache", "/etc/passwd", "/etc/nsswitch.conf", "/dev/urandom"})
            rules.allow(path, kRead);
        rules.allow("/dev/null", kRead | LANDLOCK_ACCESS_FS_WRITE_FILE);
    }
    constexpr std::uint64_t kMake = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG | kTruncate;
    // Its profile and its own temporary files come to lie there as well.
    constexpr std::uint64_t kArrange = LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_SOCK |
                                       LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE | kRefer;
    rules.allow(allowed.output, kReadBelow | kMake | (converts ? kArrange : 0));
    return rules.enforce() ? version : 0;
}

}  // namespace anping::worker
