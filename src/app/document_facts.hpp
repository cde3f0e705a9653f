// SPDX-License-Identifier: Apache-2.0
// What a blank official document is filled with: by the labels of the forms, from the inspection, the order or the case
// it is of. Nothing of a matter that is another bureau's.
#pragma once

#include "house.hpp"

namespace anping::app {

official::Known document_facts(House const& house, db::Session& session, access::Principal const& who,
                               official::Subject const& subject);

}  // namespace anping::app
