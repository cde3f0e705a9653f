// SPDX-License-Identifier: Apache-2.0
// Documents asked through their endpoints, on both databases.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <thread>

#include <anping/api/testing.hpp>
#include <anping/documents/form.hpp>
#include <anping/documents/qr.hpp>
#include <anping/documents/testing.hpp>
#include <anping/ledger/replay.hpp>
#include <anping/ledger/verify.hpp>
#include <anping/official/endpoints.hpp>

#include "house.hpp"

namespace anping::official {
namespace {

using access::Role;
using api::testing::body_of;
using ::testing::HasSubstr;
using ::testing::Not;

class Documents : public ::testing::TestWithParam<db::Backend> {
protected:
    std::string id_of(http::Response const& response) {
        EXPECT_EQ(response.status, 201) << response.body;
        return std::string(body_of(response).at("result").at("id").as_string());
    }
    http::Response post(access::Principal const& who, std::string const& path, json::value const& body) {
        return caller.post(who, "/api/v1/documents" + path, body, {{"host", "anping.test"}});
    }
    json::value view(access::Principal const& who, std::string const& id) {
        return body_of(caller.get(who, "/api/v1/documents/" + id));
    }
    std::string text(access::Principal const& who, std::string const& id, std::string const& what = "file") {
        auto const response = caller.get(who, "/api/v1/documents/" + id + "/" + what);
        EXPECT_EQ(response.status, 200) << response.body;
        return documents::testing::text_of(documents::testing::part(response.body, "word/document.xml"));
    }
    std::string drafted(char const* kind = "rectification_order", char const* problem = "液位报警停用") {
        static std::set<std::string> const of_inspections{"inspection_plan", "site_record", "site_measures",
                                                          "rectification_order", "recheck"};
        json::object fields;
        if (of_inspections.contains(kind)) fields["被检查单位"] = "天山安评";
        if (kind == std::string("rectification_order")) {
            fields["问题"] = json::array{{{"内容", problem}}};
            fields["整改日期"] = "2026-03-20";
        }
        return id_of(post(clerk, "",
                          json::object{{"kind", kind},
                                       {"subject", {{"kind", "inspection"}, {"id", "JC-1"}}},
                                       {"addressee", {{"kind", "institution"}, {"id", house.institution.text}}},
                                       {"addressee_name", ""},
                                       {"fields", fields}}));
    }
    std::string issued(char const* kind = "rectification_order") {
        auto const id = drafted(kind);
        id_of(post(clerk, "/" + id + "/issuing", json::object()));
        return id;
    }
    json::object delivery(char const* way, json::array scans = {}) {
        return {{"way", way},        {"on", "2026-03-02"}, {"receiver", "王组长"},
                {"place", "会议室"}, {"note", "内部说明"}, {"scans", std::move(scans)}};
    }
    json::value check(std::string const& asked) { return body_of(caller.get({}, "/api/v1/document-check?q=" + asked)); }
    std::string code_of(std::string const& id) {
        auto const address = std::string(view(clerk, id).at("check").as_string());
        return address.substr(address.rfind('/') + 1);
    }
    std::size_t listed(access::Principal const& who, std::string const& query = "") {
        return body_of(caller.get(who, "/api/v1/documents" + query)).at("items").as_array().size();
    }
    void expect_replayed() {
        EXPECT_TRUE(ledger::verify_state(house.database.address(), house.projections, {ledger::Personal::schema()})
                        .findings.empty());
    }

    testing::House house{GetParam()};
    int made = 0;
    bool prints = false;
    std::vector<std::string> lacks;
    Service service{{[this] { return house.law; },
                     house.registry,
                     house.personal,
                     house.vault,
                     house.folder.path + "/exports",
                     house.clock,
                     [this](std::size_t bytes) { return std::string(bytes, static_cast<char>(++made)); },
                     [](auto&, std::string const& account) { return "名 " + account; },
                     [this](std::string const&) -> Result<std::string> {
                         if (prints) return std::string("%PDF-1.7 made");
                         return fail(ErrorCode::unavailable, "official.no_pdf", "没有安装");
                     },
                     {},
                     [this](auto&, Subject const&, std::vector<std::string> const& needs) {
                         return needs.empty() ? std::vector<std::string>() : lacks;
                     }}};
    api::testing::Caller caller{endpoints({service, house.writer, house.pool, house.vault, "", "https"}), house.policy,
                                house.clock};
    access::Principal const clerk = house.of_bureau(Role::clerk, "652301", "A-county");
    access::Principal const head = house.of_bureau(Role::section_head, "652301", "A-head");
    access::Principal const admin = house.of_institution(Role::institution_admin, "A-admin");
};
INSTANTIATE_TEST_SUITE_P(Db, Documents, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Documents, AreDraftedLookedAtRevisedIssuedAndDelivered) {
    auto const id = drafted();
    EXPECT_THAT(text(clerk, id), HasSubstr("草稿（未编号，不具效力）"));
    EXPECT_THAT(text(clerk, id), HasSubstr("液位报警停用"));
    EXPECT_THAT(view(clerk, id).at("warnings").at(0).as_string().c_str(), HasSubstr("《现场检查记录》"));
    id_of(post(clerk, "/" + id + "/revisions",
               json::object{{"addressee", {{"kind", "institution"}, {"id", house.institution.text}}},
                            {"addressee_name", ""},
                            {"fields", {{"问题", json::array{{{"内容", "可燃气体报警停用"}}}}}}}));
    auto const answer = body_of(post(clerk, "/" + id + "/issuing", json::object()));
    EXPECT_EQ(answer.at("result").at("number"), "（昌吉）应急责改〔2026〕1号");
    auto const written = text(clerk, id);
    EXPECT_THAT(written, HasSubstr("昌吉市应急管理局|责令限期整改指令书|（昌吉）应急责改〔2026〕1号|天山安评："));
    EXPECT_THAT(written, HasSubstr("可燃气体报警停用"));
    EXPECT_THAT(written, HasSubstr("2026年3月2日"));
    EXPECT_THAT(written, HasSubstr("https://anping.test/check/d/"));
    EXPECT_EQ(post(clerk, "/" + id + "/issuing", json::object()).status, 409);
    id_of(post(clerk, "/" + id + "/deliveries", delivery("direct")));
    auto const done = view(clerk, id);
    EXPECT_EQ(done.at("row").at("stage"), "delivered");
    EXPECT_EQ(done.at("row").at("delivered_on"), "2026-03-02");
    EXPECT_EQ(done.at("deliveries").at(0).at("receiver"), "王组长");
    EXPECT_EQ(delivered_on(*house.pool.lease(), {id}), field::parse_date("2026-03-02").value());
    EXPECT_THAT(text(clerk, id, "receipt"), HasSubstr("责令限期整改指令书（昌吉）应急责改〔2026〕1号"));
    EXPECT_THAT(text(clerk, id, "receipt"), HasSubstr("直接送达"));
    expect_replayed();
}

TEST_P(Documents, AreIssuedBeforeTheStepOfTheirCaseForAReasonThatStaysInSight) {
    lacks = {"处罚决定"};
    auto const id = drafted("penalty_decision");
    EXPECT_EQ(view(clerk, id).at("lacking").at(0), "处罚决定");
    auto const refused = post(clerk, "/" + id + "/issuing", json::object());
    EXPECT_EQ(refused.status, 400);
    EXPECT_THAT(refused.body, HasSubstr("/reason"));
    id_of(post(clerk, "/" + id + "/issuing", json::object{{"reason", "决定已经作出，尚未登记"}}));
    EXPECT_EQ(view(clerk, id).at("despite").at("missing").at(0), "处罚决定");
    EXPECT_EQ(view(clerk, id).at("despite").at("reason"), "决定已经作出，尚未登记");
    lacks.clear();
    EXPECT_EQ(view(clerk, id).at("despite").at("missing").as_array().size(), 1U) << "what came later changes nothing";
    EXPECT_FALSE(view(clerk, issued("penalty_notice")).as_object().contains("despite"));
    EXPECT_EQ(listed(clerk, "?despite=1"), 1U);
    expect_replayed();
}

TEST_P(Documents, GoOnFromTheNumbersThatWereGivenOnPaper) {
    auto const first = drafted();
    auto const answer = body_of(post(clerk, "/" + first + "/issuing", json::object{{"first_serial", 58}}));
    EXPECT_EQ(answer.at("result").at("number"), "（昌吉）应急责改〔2026〕58号");
    EXPECT_EQ(view(clerk, issued()).at("row").at("number"), "（昌吉）应急责改〔2026〕59号");
    EXPECT_EQ(post(clerk, "/" + drafted() + "/issuing", json::object{{"first_serial", 80}}).status, 400)
        << "only before the first number of the year";
    expect_replayed();
}

TEST_P(Documents, HaveNumbersWithoutGapsWhoeverIssuesAtOnce) {
    constexpr int kAtOnce = 24;
    std::vector<std::string> ids;
    for (int i = 0; i < kAtOnce; ++i) ids.push_back(drafted());
    std::vector<std::thread> people;
    for (auto const& id : ids)
        people.emplace_back([&, id] {
            auto const made_now = std::make_shared<Made>();
            // The same document asked for twice at once: one of them is refused, and no number is lost.
            for (int again = 0; again < 2; ++again)
                std::ignore = house.act(clerk, service.issue(clerk, {id}, {}, "https://x", made_now));
        });
    for (auto& one : people) one.join();
    auto const recheck = issued("recheck");
    EXPECT_EQ(view(clerk, recheck).at("row").at("number"), "（昌吉）应急复查〔2026〕1号") << "a word of its own";
    std::set<std::string> numbers;
    for (auto const& id : ids) numbers.insert(std::string(view(clerk, id).at("row").at("number").as_string()));
    ASSERT_EQ(numbers.size(), ids.size());
    for (int i = 1; i <= kAtOnce; ++i)
        EXPECT_TRUE(numbers.contains("（昌吉）应急责改〔2026〕" + std::to_string(i) + "号")) << i;
    house.clock.set(parse_timestamp("2027-01-04T09:00:00+08:00").value());
    EXPECT_EQ(view(clerk, issued()).at("row").at("number"), "（昌吉）应急责改〔2027〕1号");
    auto const record = view(clerk, issued("inquiry_record"));
    auto const* none = record.at("row").as_object().if_contains("number");
    EXPECT_TRUE(none == nullptr || none->is_null());
    expect_replayed();
}

TEST_P(Documents, ThatAreVoidedKeepTheirNumber) {
    auto const first = issued();
    EXPECT_EQ(post(clerk, "/" + first + "/voiding", json::object{{"reason", "对象有误"}}).status, 403);
    id_of(post(head, "/" + first + "/voiding", json::object{{"reason", "对象有误"}}));
    EXPECT_EQ(view(clerk, first).at("voided"), "对象有误");
    EXPECT_EQ(view(clerk, first).at("row").at("number"), "（昌吉）应急责改〔2026〕1号");
    EXPECT_EQ(view(clerk, issued()).at("row").at("number"), "（昌吉）应急责改〔2026〕2号");
    EXPECT_EQ(check(code_of(first)).at("state"), "voided");
    EXPECT_EQ(post(clerk, "/" + first + "/deliveries", delivery("direct")).status, 409);
}

TEST_P(Documents, AreCheckedByAnybodyByCodeOrByTheFileAndTellNothingElse) {
    auto const id = issued();
    auto const file = caller.get(clerk, "/api/v1/documents/" + id + "/file").body;
    auto const shown = check(code_of(id));
    EXPECT_EQ(shown.at("state"), "issued");
    EXPECT_EQ(shown.at("number"), "（昌吉）应急责改〔2026〕1号");
    EXPECT_EQ(shown.at("bureau_name"), "新疆维吾尔自治区昌吉回族自治州昌吉市应急管理局");
    auto const sha256 = crypto::to_hex(crypto::hash(crypto::HashAlgorithm::sha256, file));
    EXPECT_EQ(shown.at("docx").at("sha256").as_string().c_str(), sha256);
    EXPECT_EQ(check(sha256).at("matched"), "docx");
    EXPECT_THAT(json::serialize(shown), Not(HasSubstr("天山")));
    EXPECT_THAT(json::serialize(shown), Not(HasSubstr("JC-1")));
    for (auto const* other : {"", "0123", "WS-00000001", "%25"})
        EXPECT_EQ(check(other).at("state"), "unknown") << other;
    EXPECT_EQ(check(crypto::to_hex(crypto::hash(crypto::HashAlgorithm::sha256, file + "x"))).at("state"), "unknown");
}

TEST_P(Documents, AreSeenByWhomTheyAreForOnceTheyAreDeliveredAndByNobodyElse) {
    auto const id = issued();
    auto const path = "/api/v1/documents/" + id;
    EXPECT_EQ(caller.get(admin, path).status, 404);
    EXPECT_EQ(listed(admin), 0U);
    id_of(post(clerk, "/" + id + "/deliveries", delivery("direct")));
    EXPECT_EQ(caller.get(admin, path).status, 200);
    EXPECT_EQ(caller.get(admin, path + "/file").status, 200);
    EXPECT_EQ(listed(admin), 1U);
    EXPECT_THAT(json::serialize(view(admin, id)), Not(HasSubstr("内部说明")));
    EXPECT_EQ(post(admin, "/" + id + "/voiding", json::object{{"reason", "不服"}}).status, 403);
    EXPECT_EQ(caller.get(house.of_bureau(Role::clerk, "650000", "A-p"), path).status, 200);
    for (auto const& who : {house.of_bureau(Role::clerk, "652302", "A-n"), house.the_enterprise()}) {
        EXPECT_EQ(caller.get(who, path).status, 404);
        EXPECT_EQ(listed(who), 0U);
    }
    auto const internal = issued("case_filing");
    id_of(post(clerk, "/" + internal + "/deliveries", delivery("post")));
    EXPECT_EQ(caller.get(admin, "/api/v1/documents/" + internal).status, 404) << "an internal paper";
}

TEST_P(Documents, AreDeliveredElectronicallyOnConsentAndConfirmed) {
    auto const id = issued();
    EXPECT_EQ(post(clerk, "/" + id + "/deliveries", delivery("electronic")).status, 409);
    auto const given = caller.post(admin, "/api/v1/delivery-consents", json::object{{"bureau", "B-652301"}});
    EXPECT_EQ(given.status, 201) << given.body;
    EXPECT_EQ(view(clerk, id).at("consent"), true);
    id_of(post(clerk, "/" + id + "/deliveries", delivery("electronic")));
    EXPECT_EQ(view(admin, id).at("row").at("confirm"), true);
    id_of(post(admin, "/" + id + "/confirmation", json::object()));
    EXPECT_EQ(post(admin, "/" + id + "/confirmation", json::object()).status, 409);
    EXPECT_FALSE(view(clerk, id).at("deliveries").at(0).at("confirmed_at").is_null());
    EXPECT_EQ(caller.post(admin, "/api/v1/delivery-consents/withdrawal", json::object{{"bureau", "B-652301"}}).status,
              201);
    EXPECT_EQ(post(clerk, "/" + issued() + "/deliveries", delivery("electronic")).status, 409);
    auto const scan = house.upload(clerk, "确认书.jpg", "photo");
    json::object const paper{{"party", {{"kind", "institution"}, {"id", house.institution.text}}}, {"scan", scan.text}};
    EXPECT_EQ(caller.post(clerk, "/api/v1/delivery-consents", paper).status, 201);
    EXPECT_EQ(body_of(caller.get(clerk, "/api/v1/delivery-consents")).at("items").as_array().size(), 2U);
    expect_replayed();
}

TEST_P(Documents, DeliveredByAnnouncementCountFromWhenTheLawDeemsThem) {
    auto const id = issued();
    id_of(post(clerk, "/" + id + "/deliveries", delivery("announcement")));
    EXPECT_EQ(view(clerk, id).at("row").at("delivered_on"), "2026-04-01");
    EXPECT_EQ(view(clerk, id).at("deliveries").at(0).at("deemed").at("citation").at("clause"), "CN-DOC-ANNOUNCED");
    auto const scan = house.upload(clerk, "回执.jpg", "photo of it");
    id_of(post(clerk, "/" + id + "/deliveries", delivery("direct", {json::value(scan.text)})));
    EXPECT_EQ(view(clerk, id).at("row").at("delivered_on"), "2026-03-02") << "whichever was first";
    auto const sm3 = view(clerk, id).at("deliveries").at(1).at("scans").at(0).at("file").at("sm3").as_string();
    EXPECT_EQ(caller.get(clerk, "/api/v1/documents/" + id + "/scans/" + std::string(sm3)).status, 200);
    EXPECT_EQ(caller.get(clerk, "/api/v1/documents/" + id + "/scans/" + std::string(64, '0')).status, 404);
}

TEST_P(Documents, ThatAreNotInTheVaultAreMadeAgainWithTheirDigest) {
    auto const id = drafted();
    auto const made_now = std::make_shared<Made>();
    ASSERT_TRUE(house.act(clerk, service.issue(clerk, {id}, {}, "https://anping.test", made_now)));
    auto const sm3 = std::string(view(clerk, id).at("docx").at("sm3").as_string());
    EXPECT_FALSE(house.vault.path_of(sm3)) << "the program stopped here";
    auto const file = caller.get(clerk, "/api/v1/documents/" + id + "/file");
    EXPECT_EQ(file.status, 200) << file.body;
    EXPECT_EQ(file.body, made_now->docx);
    EXPECT_TRUE(house.vault.path_of(sm3));
}

TEST_P(Documents, HaveTheirPdfKeptOnceItIsMadeAndSayWhereNoneCanBe) {
    auto const id = issued();
    auto const refused = post(clerk, "/" + id + "/pdf", json::object());
    EXPECT_EQ(refused.status, 503) << refused.body;
    EXPECT_EQ(caller.get(clerk, "/api/v1/documents/" + id + "/file?as=pdf").status, 503);
    prints = true;
    id_of(post(clerk, "/" + id + "/pdf", json::object()));
    prints = false;
    EXPECT_EQ(caller.get(clerk, "/api/v1/documents/" + id + "/file?as=pdf").body, "%PDF-1.7 made");
    auto const sha256 = std::string(view(clerk, id).at("pdf").at("sha256").as_string());
    EXPECT_EQ(check(sha256).at("matched"), "pdf");
    EXPECT_EQ(caller.get(clerk, "/api/v1/documents/" + id + "/file?as=odt").status, 400);
    expect_replayed();
}

TEST_P(Documents, AreWrittenIntoTheBureausOwnTemplate) {
    auto const give = [&](std::string const& bytes) {
        auto const upload = house.upload(clerk, "表样.docx", bytes);
        return caller.post(clerk, "/api/v1/document-templates",
                           json::object{{"kind", "rectification_order"}, {"upload", upload.text}, {"reason", ""}});
    };
    documents::Form form;
    form.title = "本局指令书";
    form.blocks = {documents::Paragraph{"{{文号}} {{被检查单位}}：{{整改日期}}前改正"},
                   documents::Picture{documents::qr_png(""), "查验二维码", ""}};
    EXPECT_EQ(give(documents::docx(form)).status, 201);
    auto const id = issued();
    EXPECT_THAT(text(clerk, id), HasSubstr("本局指令书|（昌吉）应急责改〔2026〕1号 天山安评：2026年3月20日前改正"));
    form.blocks = {documents::Paragraph{"{{文号}}{{负责人}}"}};
    EXPECT_THAT(give(documents::docx(form)).body, HasSubstr("{{负责人}}"));
    auto const platform = caller.get(clerk, "/api/v1/document-templates/file?kind=recheck").body;
    EXPECT_EQ(platform, caller.get(clerk, "/api/v1/document-templates/file?kind=recheck").body);
    auto const history = body_of(caller.get(clerk, "/api/v1/document-templates"));
    EXPECT_EQ(history.at("items").at(4).at("own"), true);
    EXPECT_EQ(caller
                  .post(clerk, "/api/v1/document-templates/withdrawal",
                        json::object{{"kind", "rectification_order"}, {"reason", "改用平台的"}})
                  .status,
              201);
    EXPECT_THAT(text(clerk, issued()), HasSubstr("责令限期整改指令书|（昌吉）应急责改〔2026〕2号"));
    EXPECT_THAT(text(clerk, id), HasSubstr("本局指令书")) << "what was issued stays";
    EXPECT_EQ(caller.get(admin, "/api/v1/document-templates").status, 403);
    expect_replayed();
}

TEST_P(Documents, BeginTheirNumbersAsTheBureauSays) {
    EXPECT_EQ(body_of(caller.get(clerk, "/api/v1/document-settings")).at("example"), "（昌吉）应急责改〔2026〕1号");
    EXPECT_EQ(caller.post(clerk, "/api/v1/document-settings", json::object{{"short_name", "昌"}}).status, 201);
    EXPECT_EQ(view(clerk, issued()).at("row").at("number"), "（昌）应急责改〔2026〕1号");
}

TEST_P(Documents, AreListedFilteredExportedAndPackedTogether) {
    auto const first = issued();
    auto const second = issued("site_record");
    drafted();
    EXPECT_EQ(listed(clerk), 3U);
    EXPECT_EQ(listed(clerk, "?stage=draft"), 1U);
    EXPECT_EQ(listed(clerk, "?kind=site_record&subject_kind=inspection&subject_id=JC-1"), 1U);
    EXPECT_EQ(listed(clerk, "?subject_id=JC-2"), 0U);
    EXPECT_EQ(listed(clerk, "?number=%25"), 0U);
    EXPECT_EQ(listed(clerk, "?from=2026-03-03"), 0U);
    EXPECT_EQ(caller.get(clerk, "/api/v1/documents?stage=x").status, 400);
    EXPECT_EQ(caller.get(clerk, "/api/v1/document-sheet").status, 200);
    auto const packed = documents::testing::unzip(
        caller.get(clerk, "/api/v1/document-batch?ids=" + first + "," + second + ",WS-404").body);
    EXPECT_EQ(packed.size(), 2U);
    EXPECT_EQ(caller.get(admin, "/api/v1/document-batch?ids=" + first).status, 404) << "of those it may see: none";
    EXPECT_EQ(caller.get(clerk, "/api/v1/document-batch").status, 400);
    auto const known = documents_of(*house.pool.lease(), {{"inspection"}, {"JC-1"}});
    ASSERT_EQ(known.size(), 3U);
    EXPECT_EQ(known.front().stage, Stage::issued);
}

TEST_P(Documents, AreAskedForBlankWithWhatIsKnown) {
    auto const blank =
        body_of(caller.get(clerk, "/api/v1/document-blank?kind=hearing_notice&subject_kind=case&subject_id=AJ-1"));
    EXPECT_EQ(blank.at("fields").at("管理部门"), "新疆维吾尔自治区昌吉回族自治州昌吉市应急管理局");
    EXPECT_EQ(blank.at("fields").at("日期"), "2026-03-02");
    EXPECT_EQ(blank.at("warnings").as_array().size(), 1U);
    EXPECT_EQ(caller.get(clerk, "/api/v1/document-blank?kind=x&subject_kind=case&subject_id=AJ-1").status, 400);
    EXPECT_EQ(caller.get(clerk, "/api/v1/document-blank?kind=recheck").status, 400);
    EXPECT_EQ(body_of(caller.get(clerk, "/api/v1/document-kinds")).at("items").as_array().size(), 22U);
}

TEST_P(Documents, ThatNobodyKnowsOrThatSayWhatTheirFormDoesNotAreRefused) {
    auto const draft = [&](json::object change) {
        json::object body{{"kind", "recheck"},
                          {"subject", {{"kind", "case"}, {"id", "AJ-1"}}},
                          {"addressee", {{"kind", "other"}, {"id", ""}}},
                          {"addressee_name", "王某"},
                          {"fields", json::object()}};
        for (auto& [key, value] : change) body[key] = value;
        return post(clerk, "", body);
    };
    EXPECT_EQ(draft({}).status, 201);
    EXPECT_EQ(draft({{"kind", "none"}}).status, 400);
    EXPECT_EQ(draft({{"addressee", {{"kind", "enterprise"}, {"id", "Q-404"}}}}).status, 400);
    EXPECT_EQ(draft({{"fields", {{"没有", "x"}}}}).status, 400);
    EXPECT_EQ(caller.get(clerk, "/api/v1/documents/WS-404").status, 404);
    EXPECT_EQ(body_of(caller.get(clerk, "/api/v1/documents")).at("items").at(0).at("addressee_name"), "王某");
    auto entries = house.pool.lease();
    EXPECT_EQ(entries->scalar<std::int64_t>("SELECT count(*) FROM ledger WHERE body LIKE '%王某%'"), 0)
        << "a name stands in no entry";
}

}  // namespace
}  // namespace anping::official
