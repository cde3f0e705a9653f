// SPDX-License-Identifier: Apache-2.0
#include <anping/access/secrets.hpp>

#include <algorithm>
#include <array>
#include <condition_variable>
#include <future>
#include <mutex>
#include <set>

#include <anping/crypto/digest.hpp>

#include "errors.hpp"

namespace anping::access {
namespace {

// Chosen so often that it is the first thing tried; each of them long enough to pass by length alone.
constexpr std::array kWellKnown{
    "1234567890",  "0123456789",   "0987654321",    "1234567891",   "12345678910",   "123456789a",   "a123456789",
    "1q2w3e4r5t",  "1qaz2wsx3edc", "qwertyuiop",    "qwerty123456", "password123",   "password1234", "password12",
    "passw0rd123", "admin123456",  "administrator", "admin@123456", "admin12345",    "abc1234567",   "abcd123456",
    "abcdefghij",  "abcdefg123",   "iloveyou123",   "woaini1314",   "woaini1314520", "5201314520",   "1314520520",
    "wang123456",  "zhang123456",  "li123456789",   "qq123456789",  "asdfghjkl1",    "asdfghjkl;",   "zxcvbnm123",
    "aa123456789", "aaa1234567",   "1111111111",    "8888888888",   "6666666666",    "0000000000",   "anping123456",
    "anping2026",  "aqpj123456",   "xinjiang123",   "yingji12345",  "p@ssw0rd123",   "p@ssword123",  "changeme123",
    "letmein1234", "welcome123",   "welcome1234",   "qwer123456",   "q1w2e3r4t5",    "1234qwerasdf", "a1b2c3d4e5",
};

std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

std::size_t code_points(std::string const& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace

std::string plain_login(std::string_view login) {
    while (!login.empty() && login.front() == ' ') login.remove_prefix(1);
    while (!login.empty() && login.back() == ' ') login.remove_suffix(1);
    return lower(std::string(login));
}

struct Secrets::State {
    std::string pepper, login, totp, csrf;
    SecretOptions options;
    std::shared_future<std::string> nobody;  // a hash no password has
    std::mutex mutex;
    std::condition_variable freed;
    std::size_t hashing = 0, waiting = 0;

    // Runs `work` as one of the few that may; false when too many wait already.
    template <class Work>
    bool within_limit(Work const& work) {
        std::unique_lock lock(mutex);
        if (hashing >= options.hashes_at_once) {
            if (waiting >= options.waiting) return false;
            ++waiting;
            freed.wait(lock, [&] { return hashing < options.hashes_at_once; });
            --waiting;
        }
        ++hashing;
        lock.unlock();
        struct Leave {
            State& state;
            ~Leave() {
                std::lock_guard guard(state.mutex);
                --state.hashing;
                state.freed.notify_one();
            }
        } leave{*this};
        work();
        return true;
    }
    std::string peppered(std::string_view password) const { return crypto::to_hex(crypto::hmac_sm3(pepper, password)); }
};

Secrets::Secrets(std::string_view data_key, SecretOptions options) : state_(std::make_unique<State>()) {
    state_->pepper = crypto::derive_key(data_key, "access.password", 32);
    state_->login = crypto::derive_key(data_key, "access.login", 32);
    state_->totp = crypto::derive_key(data_key, "access.totp", crypto::kSealKeyBytes);
    state_->csrf = crypto::derive_key(data_key, "access.csrf", 32);
    state_->options = options;
    // It takes as long as a password does; nobody has to wait for it but the first who signs in within that time.
    state_->nobody = std::async(std::launch::async,
                                [cost = options.cost] { return crypto::hash_password(crypto::random_token(), cost); });
}

Secrets::~Secrets() = default;

Result<std::string> Secrets::hash(std::string_view password) const {
    std::string encoded;
    auto const done = state_->within_limit(
        [&] { encoded = crypto::hash_password(state_->peppered(password), state_->options.cost); });
    if (!done) return errors::busy();
    return encoded;
}

Result<bool> Secrets::check(std::string_view password, std::optional<std::string> const& encoded) const {
    bool right = false;
    auto const done = state_->within_limit(
        [&] { right = crypto::check_password(state_->peppered(password), encoded ? *encoded : state_->nobody.get()); });
    if (!done) return errors::busy();
    return right && encoded;
}

std::string Secrets::login_key(std::string_view login) const {
    return crypto::to_hex(crypto::hmac_sm3(state_->login, plain_login(login)));
}

std::string Secrets::seal_totp(std::string_view account, std::string_view secret) const {
    return crypto::to_base64(crypto::seal(state_->totp, secret, account));
}

std::optional<std::string> Secrets::unseal_totp(std::string_view account, std::string_view sealed) const {
    auto const bytes = crypto::from_base64(sealed);
    if (!bytes) return std::nullopt;
    return crypto::unseal(state_->totp, *bytes, account);
}

std::string Secrets::csrf_token(std::string_view session) const {
    return crypto::to_hex(crypto::hmac_sm3(state_->csrf, session));
}

Result<void> check_password_rule(std::string const& password, std::string const& login, std::string const& pointer) {
    auto const length = code_points(password);
    if (length < 10) return errors::field(pointer, "min_length", "密码至少10个字符。");
    if (length > 128) return errors::field(pointer, "max_length", "密码最多128个字符。");
    auto const plain = lower(password);
    bool const known = std::find(kWellKnown.begin(), kWellKnown.end(), plain) != kWellKnown.end();
    if (known || std::set<char>(plain.begin(), plain.end()).size() < 5)
        return errors::field(pointer, "well_known", "这个密码太容易被猜到，请换一个。");
    if (login.size() >= 3 && plain.find(plain_login(login)) != std::string::npos)
        return errors::field(pointer, "contains_login", "密码不能包含用户名。");
    return {};
}

}  // namespace anping::access
