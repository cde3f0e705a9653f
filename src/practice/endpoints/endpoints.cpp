// SPDX-License-Identifier: Apache-2.0
#include <anping/practice/endpoints.hpp>

namespace anping::practice {

std::vector<api::Endpoint> endpoints(Rooms const& rooms) {
    std::vector<api::Endpoint> out;
    for (auto const family : {project_endpoints, report_endpoints, process_endpoints, notice_endpoints, paper_endpoints,
                              sheet_endpoints, site_endpoints, bureau_endpoints, evidence_endpoints, archive_endpoints,
                              copy_endpoints, disclosure_endpoints, upload_endpoints})
        for (auto& endpoint : family(rooms)) out.push_back(std::move(endpoint));
    return out;
}

}  // namespace anping::practice
