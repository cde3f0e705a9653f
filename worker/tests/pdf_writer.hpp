// SPDX-License-Identifier: Apache-2.0
// PDF files made for tests: pages of A4 with whatever content, Chinese in a font of the reader's own.
#pragma once

#include <fmt/core.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace anping::worker {

// A string of the font F1: hanzi and letters below U+10000 as UTF-16.
inline std::string han(std::string_view utf8) {
    std::string out = "<";
    for (std::size_t i = 0; i < utf8.size();) {
        auto const lead = static_cast<unsigned char>(utf8[i]);
        std::size_t const length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3;
        unsigned point = length == 1 ? lead : lead & (0x7Fu >> length);
        for (std::size_t j = 1; j < length; ++j) point = point << 6 | (static_cast<unsigned char>(utf8[i + j]) & 0x3Fu);
        out += fmt::format("{:04X}", point);
        i += length;
    }
    return out + ">";
}

// Text at a place, from the lower left of the page; `before` sets colours and the like.
inline std::string text_at(double x, double y, std::string_view utf8, double size = 12,
                           std::string const& before = "") {
    return fmt::format("q {} BT /F1 {} Tf {} {} Td {} Tj ET Q\n", before, size, x, y, han(utf8));
}

class PdfWriter {
public:
    // Its number; the first is 20.
    int add(std::string const& body) {
        objects_.push_back(body);
        return 19 + static_cast<int>(objects_.size());
    }
    int stream(std::string const& dictionary, std::string_view bytes) {
        return add(fmt::format("<<{}/Length {}>>stream\n{}\nendstream", dictionary, bytes.size(), bytes));
    }
    // `images` are named /I<number>; `more` goes into the page's dictionary.
    void page(std::string const& content, std::vector<int> const& images = {}, std::string const& more = "") {
        auto const contents = stream("", content);
        std::string named;
        for (int const image : images) named += fmt::format("/I{0} {0} 0 R", image);
        pages_.push_back(
            add(fmt::format("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {} 0 R/Resources<<"
                            "/Font<</F1 5 0 R>>/XObject<<{}>>>>{}>>",
                            contents, named, more)));
    }
    // A picture of one colour without end.
    int grey_image(int width, int height, char value = '\x80') {
        return stream(fmt::format("/Type/XObject/Subtype/Image/Width {}/Height {}/ColorSpace/DeviceGray"
                                  "/BitsPerComponent 8",
                                  width, height),
                      std::string(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), value));
    }
    std::string file(std::string const& catalog = "", std::string const& trailer = "") const {
        std::string kids;
        for (int const page : pages_) kids += fmt::format("{} 0 R ", page);
        std::map<int, std::string> bodies(kFont);
        bodies[1] = "<</Type/Catalog/Pages 2 0 R" + catalog + ">>";
        bodies[2] = fmt::format("<</Type/Pages/Kids[{}]/Count {}>>", kids, pages_.size());
        for (std::size_t i = 0; i < objects_.size(); ++i) bodies[static_cast<int>(20 + i)] = objects_[i];
        std::string out = "%PDF-1.7\n";
        std::string places = "xref\n";
        for (auto const& [number, body] : bodies) {
            places += fmt::format("{} 1\n{:010} 00000 n \n", number, out.size());
            out += fmt::format("{} 0 obj\n{}\nendobj\n", number, body);
        }
        auto const at = out.size();
        return out + places + "trailer<</Root 1 0 R/Size 99" + trailer + ">>\nstartxref\n" + std::to_string(at) +
               "\n%%EOF\n";
    }
    static std::string of(std::string const& content) {
        PdfWriter pdf;
        pdf.page(content);
        return pdf.file();
    }

private:
    inline static std::map<int, std::string> const kFont = {
        {5, "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[6 0 R]>>"},
        {6,
         "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)"
         "/Supplement 4>>/FontDescriptor 7 0 R/DW 1000>>"},
        {7,
         "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0"
         "/Ascent 880/Descent -120/CapHeight 880/StemV 93>>"},
    };

    std::vector<std::string> objects_;
    std::vector<int> pages_;
};

}  // namespace anping::worker
