// SPDX-License-Identifier: Apache-2.0
// Documents as a worker that a hostile file has taken over might tell them.
#include <anping/vault/document.hpp>

#include <boost/json.hpp>
#include <functional>

#include "fixture.hpp"

namespace anping::vault {
namespace {

namespace json = boost::json;

Document honest() {
    Document out;
    out.media_type = "application/pdf";
    out.text = "评价报告\n甲\t乙\n";
    out.pages = 2;
    out.signature_pages = {1, 2};
    out.scanned_pages = {2};
    out.runs = {{0, 4, 1, {72, 72.5, 100, 12}, 1}, {5, 6, 2, {}, 0.25}};
    out.tables = {{2, {{{5, 6}, {7, 8}}}}};
    out.hidden = {{"white", "看不见", 4, 1, {}}};
    out.figures = {{"figure-1.jpg", 8, 2, {}, "image/jpeg", 40, 30, "2024-05-06T07:08:09", "36.5", "-118.1", "X 1"}};
    out.metadata = {{"author", "某人"}, {"custom:发票号码", "1"}};
    return out;
}

std::string line_of(Document const& document) { return json::serialize(json::value_from(document)) + "\n"; }

std::string why(std::string const& line) {
    auto const read = document_from(line);
    return read ? "" : read.error().key + " " + read.error().internal;
}

class Documents : public VaultTest {
protected:
    // An answer changed in one place.
    static void refuses(std::function<void(Document&)> const& change) {
        auto document = honest();
        change(document);
        EXPECT_EQ(why(line_of(document)), "vault.no_text damaged") << line_of(document);
    }
    std::string answers(std::string const& line) { return folder.write("answer", line); }
};

TEST_F(Documents, AreTakenAsTheyWereTold) {
    auto const read = document_from(line_of(honest()));
    ASSERT_TRUE(read);
    EXPECT_EQ(line_of(*read), line_of(honest()));
    EXPECT_EQ(read->runs[1].confidence, 0.25);
}

TEST_F(Documents, WithAProblemAreAnErrorThatSaysIt) {
    auto document = honest();
    document.problem = "encrypted";
    EXPECT_EQ(why(line_of(document)), "vault.no_text encrypted");
    EXPECT_NE(document_from(line_of(document)).error().text.find("密码"), std::string::npos);
}

TEST_F(Documents, AreRefusedWhenAPlaceLiesOutsideTheTextOrOutOfOrder) {
    refuses([](Document& d) { d.runs[1].to = 10; });
    refuses([](Document& d) { d.runs[1].from = 3; });
    refuses([](Document& d) { d.runs[0].from = 5; });
    refuses([](Document& d) { d.tables[0].rows[0][1] = {5, 6}; });
    refuses([](Document& d) { d.tables[0].rows[0][1] = {7, 10}; });
    refuses([](Document& d) { d.hidden[0].at = 10; });
    refuses([](Document& d) { d.figures[0].at = 10; });
}

TEST_F(Documents, AreRefusedWithPagesThereAreNot) {
    refuses([](Document& d) { d.pages = -1; });
    refuses([](Document& d) { d.pages = 2'000'000'000; });
    refuses([](Document& d) { d.signature_pages = {2, 1}; });
    refuses([](Document& d) { d.scanned_pages = {0}; });
    refuses([](Document& d) { d.scanned_pages = {3}; });
    refuses([](Document& d) { d.runs[0].page = 3; });
    refuses([](Document& d) { d.tables[0].page = -1; });
    refuses([](Document& d) { d.hidden[0].page = 3; });
    refuses([](Document& d) { d.figures[0].page = 3; });
}

TEST_F(Documents, AreRefusedWithWordsAndNumbersThereAreNot) {
    refuses([](Document& d) { d.problem = "anything"; });
    refuses([](Document& d) { d.media_type = "text/html\r\nSet-Cookie: a=b"; });
    refuses([](Document& d) { d.text[0] = '\1'; });
    refuses([](Document& d) { d.hidden[0].how = "secret"; });
    refuses([](Document& d) { d.hidden[0].text = std::string("\0", 1); });
    refuses([](Document& d) { d.runs[0].confidence = 1.5; });
    refuses([](Document& d) { d.runs[0].box.width = -1; });
    refuses([](Document& d) { d.runs[0].box.x = 1e300; });
    refuses([](Document& d) { d.figures[0].width = -1; });
    refuses([](Document& d) { d.figures[0].camera = "a\nb"; });
    refuses([](Document& d) { d.figures[0].latitude = "<b>"; });
    refuses([](Document& d) { d.metadata[0].name = "Author"; });
    refuses([](Document& d) { d.metadata[0].value = "a\nb"; });
    refuses([](Document& d) { d.metadata.resize(60'000, {"revision_id", "1"}); });
}

TEST_F(Documents, AreRefusedWhenAFigureIsNamedOutOfTheFolder) {
    refuses([](Document& d) { d.figures[0].file = "../figure-1.jpg"; });
    refuses([](Document& d) { d.figures[0].file = "/etc/passwd"; });
    refuses([](Document& d) { d.figures[0].file = "figure-1/../../x"; });
    refuses([](Document& d) { d.figures[0].file = "figure-" + std::string(200, '1'); });
}

TEST_F(Documents, AreRefusedWhenTheyAreNoDocument) {
    auto const whole = line_of(honest());
    for (std::string const& line :
         {std::string(), std::string("hello"), std::string("{}"), std::string("[1]"), whole + whole,
          whole.substr(0, whole.size() / 2), "{\"extra\":1," + whole.substr(1), std::string(10'000, '['),
          std::string("{\"text\":\"\xff\"}"), std::string("{\"pages\":1e999}")})
        EXPECT_EQ(why(line), "vault.no_text damaged") << line.substr(0, 100);
}

TEST_F(Documents, AreNotGivenAllTheMemoryTheyAskFor) {
    std::string brackets = "{\"runs\":[{}";
    for (int i = 0; i < 8'000'000; ++i) brackets += ",{}";
    EXPECT_EQ(why(brackets + "]}"), "vault.no_text damaged");
}

TEST_F(Documents, LoseTheirPicturesNamesWithTheFolder) {
    auto const answer = answers(line_of(honest()));
    folder.script("worker",
                  "if [ $1 = document ]; then echo x > $3/figure-1.jpg; cat " + answer + "; exit 0; fi\n" + kHonest);
    auto const sm3 = store("%PDF-").sm3;
    auto const read = sure(vault->document(sm3));
    EXPECT_EQ(read.figures.at(0).file, "");
    auto const kept = folder / "kept";
    std::filesystem::create_directory(kept);
    EXPECT_EQ(sure(vault->document(sm3, kept)).figures.at(0).file, "figure-1.jpg");
    EXPECT_EQ(content_of(kept + "/figure-1.jpg"), "x\n");
    EXPECT_TRUE(folder.names("vault/scratch").empty());
    EXPECT_EQ(vault->document(std::string(64, '0')).error().internal, "gone");
}

TEST_F(Documents, AreRefusedWhenAFigureIsNoFile) {
    auto const answer = answers(line_of(honest()));
    for (std::string const body : {"ln -s /etc/passwd $3/figure-1.jpg", "mkdir $3/figure-1.jpg", ":"}) {
        folder.script("worker", "if [ $1 = document ]; then " + body + "; cat " + answer + "; exit 0; fi\n" + kHonest);
        EXPECT_EQ(vault->document(store(body).sm3).error().internal, "damaged") << body;
    }
}

TEST_F(Documents, OfAnOldKindAreReadFromWhatTheyWereConvertedTo) {
    auto old = honest();
    old.media_type = "application/msword";
    old.problem = "other";
    old.figures.clear();
    auto made = honest();
    made.figures.clear();
    auto const first = folder.write("first", line_of(old));
    auto const second = folder.write("second", line_of(made));
    auto const worker_that = [&](std::string const& converts) {
        folder.script("worker", "case $1$2 in convert*) " + converts + ";; document*.docx) cat " + second +
                                    "; exit 0;; document*) cat " + first + "; exit 0;; esac\n" + kHonest);
    };
    worker_that("touch $3/$(basename $2).docx; exit 0");
    auto const sm3 = store("\xd0\xcf\x11\xe0").sm3;
    auto const read = sure(vault->document(sm3));
    EXPECT_EQ(read.media_type, "application/msword");
    EXPECT_EQ(read.text, honest().text);
    worker_that("exit 3");
    EXPECT_EQ(vault->document(sm3).error().internal, "no_converter");
    EXPECT_NE(vault->document(sm3).error().text.find("LibreOffice"), std::string::npos);
    worker_that("exit 1");
    EXPECT_EQ(vault->document(sm3).error().internal, "damaged");
    worker_that("ln -s /etc/passwd $3/$(basename $2).docx; exit 0");
    EXPECT_EQ(vault->document(sm3).error().internal, "damaged");
}

}  // namespace
}  // namespace anping::vault
