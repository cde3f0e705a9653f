// SPDX-License-Identifier: Apache-2.0
#include "contract_text.hpp"

#include "story.hpp"

namespace anping::practice {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

json::object phrases(std::initializer_list<char const*> names) {
    json::array items;
    for (auto const* name : names) items.push_back(json::object{{"code", name}, {"name", name}});
    return {{"items", std::move(items)}};
}

TEST(ContractText, IsSearchedAcrossLinesAndSpaces) {
    auto const listed = phrases({"取得许可证后支付", "保证通过", "未取得许可"});
    EXPECT_THAT(phrases_found("甲方在取得许可\n证 后　支付余款", listed), ElementsAre("取得许可证后支付"));
    EXPECT_THAT(phrases_found("乙方保证 通过；未取得\r\n许可的退款", listed), ElementsAre("保证通过", "未取得许可"));
    EXPECT_THAT(phrases_found("价款在提交报告后支付", listed), IsEmpty());
    EXPECT_THAT(phrases_found("", listed), IsEmpty());
    EXPECT_THAT(phrases_found("保证通过", json::object{}), IsEmpty());
}

class Contracts : public Story {
protected:
    AttachEvidence scan(std::string const& content) {
        return {{house.file(house.leader(), kContractScan, "合同.txt", content)}};
    }
    // As the endpoint does it, with what a worker would have read.
    void attached(ProjectId const& id, std::string const& content, std::optional<std::vector<std::string>> found) {
        auto in = scan(content);
        Phrases phrases;
        if (found) phrases[house.vault.state(in.files.front().upload)->blob->sm3] = std::move(*found);
        last =
            house.done(house.leader(), house.service.attach_contract_files(house.leader(), id, std::move(in), phrases));
    }
};
INSTANTIATE_TEST_SUITE_P(Db, Contracts, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Contracts, ThatSpeakOfAPermitAsConditionArePointedAtUntilAnotherScanDoesNot) {
    auto const id = opened();
    attached(id, "没有读到的扫描件", std::nullopt);
    EXPECT_THAT(standing(id), Not(Contains("permit_phrase")));
    attached(id, "取得许可证后支付", std::vector<std::string>{"取得许可证后支付"});
    ASSERT_THAT(standing(id), Contains("permit_phrase"));
    for (auto const& row : view(id).flags) {
        auto const& flag = row.flag.value();
        if (flag.watch != "permit_phrase") continue;
        EXPECT_EQ(flag.severity, "info") << "a machine's pointer accuses nobody";
        EXPECT_NE(flag.text.find("取得许可证后支付"), std::string::npos);
    }
    attached(id, "提交报告后支付", std::vector<std::string>{});
    EXPECT_THAT(standing(id), Not(Contains("permit_phrase")));
}

}  // namespace
}  // namespace anping::practice
