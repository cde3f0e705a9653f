// SPDX-License-Identifier: Apache-2.0
// A case as it is handed over: one file that proves itself, on both databases.
#include <anping/ledger/archive.hpp>
#include <anping/ledger/signer.hpp>

#include "house.hpp"

namespace anping::cases {
namespace {

class Bundles : public House {
protected:
    void sign() {
        ledger::Signer(ground.database.address(), {ground.directory.path, "", "0.1.0"},
                       ledger::load_or_make_signing_key(ground.directory.path, "").value(), ground.clock)
            .sign()
            .value();
    }
    std::string with_document() {
        auto in = opening("2026-02-02");
        in["documents"] =
            json::array{json::object{{"kind", "A1"}, {"number", "（昌）应急立〔2026〕1号"}, {"upload", "U-1"}}};
        return id_of(post(clerk, "/cases", in));
    }
    std::string bytes_of(std::string const& id) {
        auto const response = caller.get(province, "/api/v1/cases/" + id + "/bundle");
        EXPECT_EQ(response.status, 200) << response.body;
        if (!response.file) return {};
        std::ifstream file(response.file->path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
};

INSTANTIATE_TEST_SUITE_P(Db, Bundles, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Bundles, HoldEntriesProofsFilesNamesAndAnIndex) {
    keep("立案审批表的字节");
    auto const id = with_document();
    take(id, "investigation", "2026-02-03");
    sign();
    auto const bytes = bytes_of(id);
    auto const checked = ledger::verify_archive_bytes(bytes);
    ASSERT_TRUE(checked) << checked.error().text;
    EXPECT_EQ(checked->subjects, std::vector<std::string>{id});
    EXPECT_EQ(checked->entries, 2);
    EXPECT_EQ(checked->evidence, 1);
    EXPECT_EQ(checked->openings, 5) << "two officers twice, and the person it is against";
    for (auto const* text : {"案件材料包", "（昌）应急立〔2026〕1号", "调查取证", "赵负责", "立案审批表的字节"})
        EXPECT_NE(bytes.find(text), std::string::npos) << text;
    EXPECT_NE(bytes.find("blobs/" + received), std::string::npos);
}

TEST_P(Bundles, AreFoundChangedByWhicheverByte) {
    keep(std::string(5000, 'x'));
    auto const id = with_document();
    sign();
    auto bytes = bytes_of(id);
    ASSERT_TRUE(ledger::verify_archive_bytes(bytes));
    for (std::size_t at = 0; at < bytes.size(); at += 397) {
        bytes[at] = static_cast<char>(bytes[at] ^ 1);
        EXPECT_FALSE(ledger::verify_archive_bytes(bytes)) << at;
        bytes[at] = static_cast<char>(bytes[at] ^ 1);
    }
}

TEST_P(Bundles, HoldTheOfficialDocumentsOfTheCase) {
    auto const id = open();
    auto const another = open("2026-03-02");  // stands for a document: any subject with entries
    auto const paper = [](std::string of, std::string name, PaperStage stage) {
        Paper out;
        out.id = std::move(of);
        out.name = std::move(name);
        out.stage = stage;
        return out;
    };
    papers = {paper(another, "行政处罚告知书", PaperStage::issued), paper(another, "草稿", PaperStage::draft),
              paper("WS-404", "还没有签名的文书", PaperStage::delivered)};
    sign();
    auto const bytes = bytes_of(id);
    auto const checked = ledger::verify_archive_bytes(bytes);
    ASSERT_TRUE(checked) << checked.error().text;
    EXPECT_EQ(checked->subjects.size(), 2U);
    EXPECT_NE(bytes.find("行政处罚告知书"), std::string::npos);
    EXPECT_EQ(bytes.find("还没有签名的文书"), std::string::npos);
    EXPECT_EQ(bytes.find("草稿"), std::string::npos);
}

TEST_P(Bundles, SayWhatIsNotInThem) {
    keep("一个文件");
    auto const id = with_document();
    sign();
    take(id, "investigation", "2026-02-03");
    stored.clear();
    auto const bytes = bytes_of(id);
    auto const checked = ledger::verify_archive_bytes(bytes);
    ASSERT_TRUE(checked) << checked.error().text;
    EXPECT_EQ(checked->entries, 1);
    EXPECT_EQ(checked->evidence, 0);
    EXPECT_NE(bytes.find("另有 1 条刚登记"), std::string::npos);
    EXPECT_NE(bytes.find("没有找到文件 " + received), std::string::npos);
}

TEST_P(Bundles, AreOfWhoSeesTheCase) {
    auto const id = open();
    EXPECT_EQ(caller.get(clerk, "/api/v1/cases/" + id + "/bundle").status, 404) << "nothing is signed so far";
    sign();
    EXPECT_EQ(caller.get(clerk, "/api/v1/cases/" + id + "/bundle").status, 200);
    EXPECT_EQ(caller.get(of_bureau("A-4", Role::clerk, "652302"), "/api/v1/cases/" + id + "/bundle").status, 404);
}

}  // namespace
}  // namespace anping::cases
