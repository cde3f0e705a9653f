// SPDX-License-Identifier: Apache-2.0
// Names of the registry as reports are looked through for them, compiled anew when the registry has changed.
#pragma once

#include <memory>
#include <string>

#include <anping/forensics/name_screen.hpp>
#include <anping/registry/inventory.hpp>

namespace anping::findings {

// One thread uses one.
class RegisteredNames {
public:
    explicit RegisteredNames(registry::Inventory const& inventory) : inventory_(inventory) {}
    std::shared_ptr<forensics::NameScreen const> compiled(db::Session& session);

private:
    registry::Inventory const& inventory_;
    std::string stamp_;
    std::shared_ptr<forensics::NameScreen const> compiled_;
};

}  // namespace anping::findings
