// SPDX-License-Identifier: Apache-2.0
#include "form_parts.hpp"

#include <fmt/format.h>

#include "form_body.hpp"

namespace anping::documents {
namespace {

constexpr char kRelation[] = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr char kRelations[] = "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr char kWordType[] = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

constexpr char kHead[] = "方正小标宋简体";
constexpr char kBody[] = "仿宋_GB2312";
constexpr char kBold[] = "黑体";
constexpr char kLatin[] = "Times New Roman";

// The official fonts are licensed: where they are missing, Word looks for the second name.
constexpr std::pair<char const*, char const*> kFonts[] = {
    {kHead, "方正小标宋_GBK"}, {kBody, "仿宋"}, {kBold, "SimHei"}, {"宋体", "SimSun"}};

struct Style {
    char const* id;
    char const* name;
    char const* font;
    int half_points;
    char const* paragraph;  // its properties beyond the default's
    char const* run;        // the run's, beyond font and size
};

// No room between Chinese and digits: a day fits its cell.
#define CLOSE R"(<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>)"

// GB/T 9704-2012: title 22 pt, body 16 pt (三号) on lines of 28 pt; cells of forms are smaller.
constexpr Style kStyles[] = {
    {"Title", "Title", kHead, 44,
     R"(<w:keepNext/><w:spacing w:before="120" w:after="240" w:line="640" w:lineRule="exact"/><w:jc w:val="center"/>)",
     ""},
    {"Issuer", "机关", kHead, 36,
     R"(<w:keepNext/><w:spacing w:before="120" w:line="560" w:lineRule="exact"/><w:jc w:val="center"/>)", ""},
    {"Caption", "图注", kBody, 18, "", ""},
    {"FormNumber", "文号", kBody, 32,
     R"(<w:spacing w:after="160" w:line="480" w:lineRule="exact"/><w:jc w:val="center"/>)", ""},
    {"FormSerial", "编号", kBody, 24,
     R"(<w:spacing w:after="80" w:line="360" w:lineRule="exact"/><w:jc w:val="right"/>)", ""},
    {"Addressee", "主送", kBody, 32, R"(<w:spacing w:after="80" w:line="560" w:lineRule="exact"/>)", ""},
    {"BodyText", "Body Text", kBody, 32,
     R"(<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLine="640" w:firstLineChars="200"/>)"
     R"(<w:jc w:val="both"/>)",
     ""},
    {"Heading1", "heading 1", kBold, 32,
     R"(<w:keepNext/><w:spacing w:before="80" w:line="560" w:lineRule="exact"/><w:outlineLvl w:val="0"/>)", ""},
    {"TableHeading", "表题", kBold, 28, R"(<w:keepNext/><w:spacing w:before="200" w:after="100"/>)", ""},
    {"CellLabel", "表格项目", kBody, 24, R"(<w:jc w:val="center"/>)", "<w:b/>"},
    {"CellValue", "表格内容", kBody, 24, CLOSE, ""},
    {"CellCentred", "表格短内容", kBody, 24, CLOSE R"(<w:jc w:val="center"/>)", ""},
    {"SmallLabel", "宽表项目", kBody, 20, R"(<w:jc w:val="center"/>)", "<w:b/>"},
    {"SmallValue", "宽表内容", kBody, 20, "", ""},
    {"SmallCentred", "宽表短内容", kBody, 20, R"(<w:jc w:val="center"/>)", ""},
    {"Closing", "落款", kBody, 32,
     R"(<w:keepNext/><w:keepLines/><w:spacing w:line="560" w:lineRule="exact"/><w:jc w:val="center"/>)", ""},
    {"StampTitle", "回执标题", kBold, 28, R"(<w:spacing w:after="40"/><w:jc w:val="center"/>)",
     R"(<w:color w:val="C00000"/>)"},
    {"StampText", "回执内容", kBody, 21, "", R"(<w:color w:val="C00000"/>)"},
    {"Footnote", "表注", kBody, 18,
     R"(<w:pBdr><w:top w:val="single" w:sz="4" w:space="3" w:color="808080"/></w:pBdr><w:spacing w:after="60"/>)", ""},
    {"Footer", "footer", "宋体", 28, R"(<w:jc w:val="center"/>)", ""},
    {"Gap", "间隔", kBody, 2, R"(<w:spacing w:line="120" w:lineRule="exact"/>)", ""},
};
#undef CLOSE

// The schema wants fonts, bold and colour, and size in this order.
std::string run_properties(char const* font, int half_points, char const* between) {
    char const* latin = std::string_view(font) == "宋体" ? font : kLatin;
    return fmt::format(R"(<w:rFonts w:ascii="{0}" w:hAnsi="{0}" w:eastAsia="{1}" w:cs="{0}"/>{2}<w:sz w:val="{3}"/>)"
                       R"(<w:szCs w:val="{3}"/>)",
                       latin, font, between, half_points);
}

std::string styles() {
    std::string out = fmt::format(
        R"({}<w:styles {}><w:docDefaults><w:rPrDefault><w:rPr>{}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>)"
        R"(<w:pPrDefault><w:pPr><w:widowControl w:val="0"/></w:pPr></w:pPrDefault></w:docDefaults>)"
        R"(<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>)"
        R"(<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>)"
        R"(<w:uiPriority w:val="99"/><w:semiHidden/></w:style>)",
        kXmlHead, kWordNamespaces, run_properties(kBody, 32, ""));
    for (auto const& style : kStyles)
        out += fmt::format(
            R"(<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/><w:basedOn w:val="Normal"/>)"
            R"(<w:pPr>{}</w:pPr><w:rPr>{}</w:rPr></w:style>)",
            style.id, style.name, style.paragraph, run_properties(style.font, style.half_points, style.run));
    return out + "</w:styles>";
}

std::string font_table() {
    std::string out = fmt::format("{}<w:fonts {}>", kXmlHead, kWordNamespaces);
    for (auto const& [name, other] : kFonts)
        out +=
            fmt::format(R"(<w:font w:name="{}"><w:altName w:val="{}"/><w:charset w:val="86"/><w:family w:val="auto"/>)"
                        R"(<w:pitch w:val="variable"/></w:font>)",
                        name, other);
    return out + "</w:fonts>";
}

std::string settings() {
    return fmt::format(
        R"({}<w:settings {}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>)"
        R"(<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:useFELayout/>)"
        R"(<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>)"
        R"(<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>)",
        kXmlHead, kWordNamespaces);
}

// The page's number between dashes, as 9704 has it.
std::string footer(std::string const& footnote) {
    std::string out = fmt::format("{}<w:ftr {}>", kXmlHead, kWordNamespaces);
    if (!footnote.empty()) out += paragraphs("Footnote", footnote);
    return out + R"(<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>)"
                 R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>)"
                 R"(<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>)"
                 R"(<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r>)"
                 R"(<w:fldChar w:fldCharType="end"/></w:r>)"
                 R"(<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>)";
}

std::string footer_name(std::size_t index) { return fmt::format("footer{}.xml", index + 1); }

std::string picture_name(std::size_t index) { return fmt::format("media/image{}.png", index); }

std::string content_types(std::size_t footers, bool pictures) {
    std::string out = fmt::format(
        R"({}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
        R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
        R"(<Default Extension="xml" ContentType="application/xml"/>{})"
        R"(<Override PartName="/word/document.xml" ContentType="{}document.main+xml"/>)",
        kXmlHead, pictures ? R"(<Default Extension="png" ContentType="image/png"/>)" : "", kWordType);
    for (auto const* part : {"styles", "settings", "fontTable"})
        out += fmt::format(R"(<Override PartName="/word/{0}.xml" ContentType="{1}{0}+xml"/>)", part, kWordType);
    for (std::size_t i = 0; i < footers; ++i)
        out += fmt::format(R"(<Override PartName="/word/{}" ContentType="{}footer+xml"/>)", footer_name(i), kWordType);
    return out + "</Types>";
}

std::string relation(std::string const& id, std::string_view type, std::string_view target) {
    return fmt::format(R"(<Relationship Id="{}" Type="{}/{}" Target="{}"/>)", id, kRelation, type, target);
}

std::string relations(std::string const& inner) {
    return fmt::format(R"({}<Relationships xmlns="{}">{}</Relationships>)", kXmlHead, kRelations, inner);
}

}  // namespace

std::string footer_id(std::size_t index) { return fmt::format("rIdFooter{}", index + 1); }

std::string picture_id(std::size_t index) { return fmt::format("rIdPicture{}", index); }

std::vector<Part> form_package(std::string document, std::vector<std::string> const& footnotes,
                               std::vector<std::string> pictures) {
    std::string named = relation("rId1", "styles", "styles.xml") + relation("rId2", "settings", "settings.xml") +
                        relation("rId3", "fontTable", "fontTable.xml");
    for (std::size_t i = 0; i < footnotes.size(); ++i) named += relation(footer_id(i), "footer", footer_name(i));
    for (std::size_t i = 1; i <= pictures.size(); ++i) named += relation(picture_id(i), "image", picture_name(i));
    std::vector<Part> parts = {
        {"[Content_Types].xml", content_types(footnotes.size(), !pictures.empty())},
        {"_rels/.rels", relations(relation("rId1", "officeDocument", "word/document.xml"))},
        {"word/document.xml", std::move(document)},
        {"word/_rels/document.xml.rels", relations(named)},
        {"word/styles.xml", styles()},
        {"word/settings.xml", settings()},
        {"word/fontTable.xml", font_table()},
    };
    for (std::size_t i = 0; i < footnotes.size(); ++i)
        parts.push_back({"word/" + footer_name(i), footer(footnotes[i])});
    for (std::size_t i = 0; i < pictures.size(); ++i)
        parts.push_back({"word/" + picture_name(i + 1), std::move(pictures[i])});
    return parts;
}

}  // namespace anping::documents
