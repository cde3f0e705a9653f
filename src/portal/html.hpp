// SPDX-License-Identifier: Apache-2.0
// HTML that cannot be injected into: text is escaped unless it is Html already.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <anping/http/message.hpp>

namespace anping::portal {

struct Html {
    std::string markup;
    Html& operator+=(Html const& more) {
        markup += more.markup;
        return *this;
    }
};

Html text(std::string_view plain);
// <name class="...">inner</name>
Html element(std::string_view name, Html const& inner, std::string_view css = {});
Html link(std::string_view address, std::string_view label);
// To somebody else's site.
Html outward_link(std::string_view address);
// Rows of label and value.
Html facts(std::vector<std::pair<std::string, Html>> const& rows);
Html table(std::vector<std::string> const& head, std::vector<std::vector<Html>> const& rows, std::string_view empty);
// The same where it has many columns: on a narrow screen each row is a block with its columns' titles.
Html wide_table(std::vector<std::string> const& head, std::vector<std::vector<Html>> const& rows,
                std::string_view empty);
// A search form that works without JavaScript.
Html search_form(std::string_view action, std::string_view label, std::string_view value, std::string_view hint);

// The whole page with header, navigation and footer; never cached by others, no inline script or style.
http::Response page(int status, std::string_view title, Html const& body);
http::Response error_page(int status, std::string_view what);
http::Response not_found_page(std::string_view what);

}  // namespace anping::portal
