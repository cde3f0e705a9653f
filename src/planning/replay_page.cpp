// SPDX-License-Identifier: Apache-2.0
#include <anping/planning/replay_page.hpp>

#include <anping/api/answer.hpp>
#include <anping/base/json.hpp>

namespace anping::planning {
namespace {

constexpr std::string_view kNoPaper = R"(<script id="paper" type="application/json">null</script>)";

// As JSON in which no "<" stands: whatever a name says, it neither ends the script nor begins another.
std::string within_script(draw::Paper const& paper) {
    auto text = canonical(to_json(paper));
    for (auto at = text.find('<'); at != std::string::npos; at = text.find('<', at)) text.replace(at, 1, R"(\u003c)");
    return text;
}

}  // namespace

Result<http::Response> replay_page(std::string page, std::optional<draw::Paper> const& paper, std::string const& name) {
    auto const place = page.find(kNoPaper);
    if (place == std::string::npos) return fail(ErrorCode::unavailable, "planning.no_page", "没有安装验算页");
    if (paper)
        page.replace(place, kNoPaper.size(),
                     R"(<script id="paper" type="application/json">)" + within_script(*paper) + "</script>");
    return api::attachment(std::move(page), "text/html; charset=utf-8", name + ".html");
}

}  // namespace anping::planning
