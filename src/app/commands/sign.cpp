// SPDX-License-Identifier: Apache-2.0
// The signer: a process of its own that ends when the server does.
#include <poll.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include <anping/base/log.hpp>
#include <anping/ledger/keys.hpp>
#include <anping/ledger/signer.hpp>

#include "../cli.hpp"
#include "../commands.hpp"
#include "../version.hpp"

namespace anping::app {
namespace {

constexpr int kEverySecond = 1000;

// False when the other end is closed.
bool wait_for_word() {
    pollfd watched{STDIN_FILENO, POLLIN, 0};
    if (::poll(&watched, 1, kEverySecond) <= 0) return true;
    char words[256];
    return ::read(STDIN_FILENO, words, sizeof words) != 0;
}

}  // namespace

int sign(Config const& config) {
    char const* const passphrase = std::getenv("ANPING_LEDGER_PASSPHRASE");
    auto key = ledger::load_or_make_signing_key(config.data, passphrase != nullptr ? passphrase : "");
    if (!key) {
        std::cerr << "anping: " << key.error().text << '\n';
        return kCannot;
    }
    SystemClock const clock;
    ledger::Signer signer(db::parse_address(config.database), {config.data, "", kVersion}, std::move(*key), clock);
    bool complained = false;
    do {
        try {
            auto const signed_head = signer.sign();
            if (!signed_head && !complained) {
                log::error("signer.refuses",
                           {{"why", signed_head.error().text}, {"internal", signed_head.error().internal}});
                complained = true;
            }
            if (signed_head) complained = false;
        } catch (std::exception const& fault) { log::warn("signer.waits", {{"why", fault.what()}}); }
    } while (wait_for_word());
    return kOk;
}

}  // namespace anping::app
