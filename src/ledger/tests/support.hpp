// SPDX-License-Identifier: Apache-2.0
// A small field of its own to keep a ledger of: shelves and what stands on them.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include <anping/db/testing.hpp>
#include <anping/ledger/writer.hpp>

namespace anping::ledger {

struct BookPut {
    static constexpr char const* kType = "shelf.book_put";
    static constexpr std::int64_t kVersion = 1;
    std::string title;
    std::int64_t pages = 0;
};
BOOST_DESCRIBE_STRUCT(BookPut, (), (title, pages))

class Shelves final : public Projection {
public:
    explicit Shelves(std::string stamp = "1") : stamp_(std::move(stamp)) {}
    std::string name() const override { return "shelf"; }
    std::string stamp() const override { return stamp_; }
    std::string schema() const override {
        return "CREATE TABLE shelf_book (subject TEXT NOT NULL, title TEXT NOT NULL, pages BIGINT NOT NULL, "
               "seq BIGINT NOT NULL, note TEXT, PRIMARY KEY (subject, title));"
               "CREATE TABLE shelf_total (subject TEXT NOT NULL PRIMARY KEY, books BIGINT NOT NULL, "
               "pages BIGINT NOT NULL)";
    }
    std::vector<Table> tables() const override {
        return {{"shelf_book", {"subject", "title"}, {"subject", "title", "pages", "seq", "note"}},
                {"shelf_total", {"subject"}, {"subject", "books", "pages"}}};
    }
    void apply(db::Session& session, Entry const& entry) override {
        if (entry.event.type != BookPut::kType) return;
        auto const put = data_of<BookPut>(entry);
        auto const note = put.pages > 500 ? std::optional<std::string>("厚 | thick") : std::nullopt;
        session.exec(
            "INSERT INTO shelf_book (subject, title, pages, seq, note) VALUES (:subject, :title, :pages, :seq, :note)",
            {entry.event.subject, put.title, put.pages, entry.seq, note});
        session.exec(
            "INSERT INTO shelf_total (subject, books, pages) VALUES (:subject, 1, :pages) ON CONFLICT (subject) DO "
            "UPDATE SET books = shelf_total.books + 1, pages = shelf_total.pages + :more",
            {entry.event.subject, put.pages, put.pages});
    }

private:
    std::string stamp_;
};

inline Actor librarian() { return {"a-1", "librarian", "unit-1", "650100"}; }

inline Change put(std::string subject, std::string title, std::int64_t pages, std::string key = "",
                  std::string digest = "") {
    Change change;
    change.actor = librarian();
    change.idempotency_key = std::move(key);
    change.request_digest = std::move(digest);
    change.decide = [=](Transaction&) -> Result<Decided> {
        return Decided{{event(subject, BookPut{title, pages})}, json::object{{"title", title}}};
    };
    return change;
}

class TemporaryDirectory {
public:
    TemporaryDirectory() {
        std::string name = (std::filesystem::temp_directory_path() / "anping-ledger-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary directory");
        path = name;
    }
    ~TemporaryDirectory() { std::filesystem::remove_all(path); }
    TemporaryDirectory(TemporaryDirectory const&) = delete;
    TemporaryDirectory& operator=(TemporaryDirectory const&) = delete;
    std::string path;
};

inline std::string read_file(std::string const& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline void write_file(std::string const& path, std::string const& bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

// A ledger of one's own with the shelves, on either back end.
class LedgerTest : public testing::TestWithParam<db::Backend> {
protected:
    Writer& open() {
        WriterOptions options;
        options.directory = directory_.path;
        options.origin = "example.cn/ledger";
        writer_.reset();
        writer_ = std::make_unique<Writer>(scratch_.address(), options, std::vector<Projection*>{&shelves_}, clock_);
        return *writer_;
    }
    void close() { writer_.reset(); }
    db::Session session(db::Mode mode = db::Mode::read) { return db::open(scratch_.address(), mode); }
    // Puts `count` books on shelves s-0 to s-6 and closes the writer.
    void fill(std::int64_t count) {
        auto& writer = open();
        std::vector<std::future<Result<Written>>> pending;
        for (std::int64_t i = 0; i < count; ++i) {
            clock_.advance_seconds(1);
            pending.push_back(writer.submit(put("s-" + std::to_string(i % 7), "book " + std::to_string(i), i)));
            if (pending.size() == 200 || i + 1 == count) {
                for (auto& one : pending) ASSERT_TRUE(one.get().has_value());
                pending.clear();
            }
        }
        close();
    }

    ManualClock clock_{Timestamp{1'795'000'000'000'000}};
    TemporaryDirectory directory_;
    db::ScratchDatabase scratch_{GetParam()};
    Shelves shelves_;
    std::unique_ptr<Writer> writer_;
};

}  // namespace anping::ledger
