// SPDX-License-Identifier: Apache-2.0
// Accounts and sessions over a ledger of their own, with a clock that is moved by hand and cheap hashes.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>

#include <anping/access/accounts.hpp>
#include <anping/access/projection.hpp>
#include <anping/access/sessions.hpp>
#include <anping/db/testing.hpp>

namespace anping::access::testing {

inline constexpr char const* kPassword = "correct horse battery";

class House {
public:
    explicit House(db::Backend backend) : scratch_(backend) {
        std::string name = (std::filesystem::temp_directory_path() / "anping-access-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary directory");
        directory_ = name;
        {
            auto session = db::open(scratch_.address(), db::Mode::write);
            session.script(kept_schema());
            ledger::Personal::create(session);
        }
        ledger::WriterOptions options;
        options.directory = directory_;
        options.origin = "test.example/ledger";
        writer = std::make_unique<ledger::Writer>(scratch_.address(), options,
                                                  std::vector<ledger::Projection*>{&projection_}, clock);
        pool = std::make_unique<db::Pool>(scratch_.address(), 3);
        accounts = std::make_unique<Accounts>(*pool, *writer, personal, secrets);
        restart();
    }
    ~House() {
        sessions.reset();
        writer.reset();
        pool.reset();
        std::filesystem::remove_all(directory_);
    }
    House(House const&) = delete;
    House& operator=(House const&) = delete;

    // Forgets what is in memory only.
    void restart() {
        sessions = std::make_unique<Sessions>(*pool, *writer, personal, secrets, clock);
        accounts->on_ended([this](AccountId const& account) { sessions->forget(account); });
    }
    AccountId add(std::string const& login, Role role = Role::project_leader, std::string unit = "ins-1") {
        NewAccount account;
        account.login = login;
        account.display_name = "张三";
        account.password = kPassword;
        account.role = role;
        account.unit = std::move(unit);
        account.unit_kind = role >= Role::administrator ? UnitKind::platform
                            : role >= Role::clerk       ? UnitKind::bureau
                                                        : UnitKind::institution;
        account.region = field::RegionCode{"650100"};
        auto const written = accounts->create({"", "administrator", "platform", ""}, account);
        if (!written) throw std::runtime_error(written.error().text);
        return {std::string(written->answer.at("id").as_string())};
    }
    Result<OpenedSession> sign_in(std::string const& login, std::string const& password = kPassword,
                                  std::string const& code = "", std::string_view old = "") {
        return sessions->sign_in({login, password, code}, old);
    }
    // All entries of the ledger, as they are hashed.
    std::string ledger_text() {
        std::string out;
        auto lease = pool->lease();
        lease->each<std::string>("SELECT body FROM ledger ORDER BY seq", {},
                                 [&](std::string body) { out += body + "\n"; });
        return out;
    }
    std::int64_t count(std::string const& type) {
        auto lease = pool->lease();
        return lease->scalar<std::int64_t>("SELECT count(*) FROM ledger WHERE type = :type", {type});
    }
    db::Session writing() { return db::open(scratch_.address(), db::Mode::write); }

    ManualClock clock{Timestamp{1'795'000'000'000'000}};
    ledger::Personal personal{std::string(48, 'k')};
    Secrets secrets{std::string(48, 'k'), SecretOptions{{64, 1}, 2, 2}};
    std::unique_ptr<ledger::Writer> writer;
    std::unique_ptr<db::Pool> pool;
    std::unique_ptr<Accounts> accounts;
    std::unique_ptr<Sessions> sessions;

private:
    db::ScratchDatabase scratch_;
    std::string directory_;
    AccountProjection projection_;
};

// Tests of a house on each database.
class OfAHouse : public ::testing::TestWithParam<db::Backend> {
protected:
    // Waits out the pause after failures that do not lock.
    void wait() { house.clock.advance_seconds(20); }
    Error failure(std::string const& login, std::string const& password) {
        auto const tried = house.sign_in(login, password);
        EXPECT_FALSE(tried);
        return tried ? Error{} : tried.error();
    }

    House house{GetParam()};
};

// And somebody of it is signed in.
class SignedIn : public OfAHouse {
protected:
    void SetUp() override {
        account = house.add("leader");
        auto signed_in = house.sign_in("leader");
        ASSERT_TRUE(signed_in);
        opened = std::move(*signed_in);
    }
    ledger::Actor self() const { return {account.text, "project_leader", "ins-1", "650100"}; }

    AccountId account;
    OpenedSession opened;
};

}  // namespace anping::access::testing
