// SPDX-License-Identifier: Apache-2.0
#include <anping/crypto/digest.hpp>
#include <anping/crypto/secret.hpp>

#include "openssl.hpp"

namespace anping::crypto {

namespace {

constexpr std::int64_t kStepMicros = 30'000'000;
constexpr std::size_t kDigits = 6;

std::int64_t step_of(Timestamp at) noexcept {
    auto const step = at.micros / kStepMicros;
    return at.micros % kStepMicros < 0 ? step - 1 : step;
}

// RFC 4226 section 5.3.
std::string code_of(std::string_view secret, std::int64_t step) {
    std::string counter;
    for (int shift = 56; shift >= 0; shift -= 8)
        counter += static_cast<char>(static_cast<std::uint8_t>(static_cast<std::uint64_t>(step) >> shift));
    auto const mac = hmac(EVP_sha1(), secret, counter);
    auto const byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<std::uint8_t>(mac[i])); };
    auto const at = static_cast<std::size_t>(byte(mac.size() - 1) & 15);
    auto number = (byte(at) & 127) << 24 | byte(at + 1) << 16 | byte(at + 2) << 8 | byte(at + 3);
    std::string code(kDigits, '0');
    for (auto digit = code.rbegin(); digit != code.rend(); ++digit, number /= 10)
        *digit = static_cast<char>('0' + number % 10);
    return code;
}

}  // namespace

std::string totp_code(std::string_view secret, Timestamp at) { return code_of(secret, step_of(at)); }

std::optional<std::int64_t> check_totp(std::string_view secret, std::string_view code, Timestamp now) {
    std::optional<std::int64_t> accepted;
    auto const current = step_of(now);
    for (auto step = current - 1; step <= current + 1; ++step)
        if (equal_in_constant_time(code_of(secret, step), code)) accepted = step;
    return accepted;
}

}  // namespace anping::crypto
