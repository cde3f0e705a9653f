// SPDX-License-Identifier: Apache-2.0
#include "leftovers/differences.hpp"

#include <algorithm>

namespace anping::forensics {
namespace {

// After d changes, how far in `a` each diagonal is; kept for the way back.
class Edits {
public:
    Edits(View a, View b, int most) : a_(a), b_(b), most_(most) {}

    bool reach() {
        std::vector<int> far(static_cast<std::size_t>(2 * most_ + 3), 0);
        for (int d = 0; d <= most_; ++d) {
            trail_.push_back(far);
            for (int k = -d; k <= d; k += 2)
                if (step(far, d, k)) return true;
        }
        return false;
    }

    std::vector<Difference> way() const {
        std::vector<Difference> out;
        auto x = static_cast<int>(a_.size());
        auto y = static_cast<int>(b_.size());
        for (auto d = static_cast<int>(trail_.size()) - 1; d > 0; --d) {
            auto const& far = trail_[static_cast<std::size_t>(d)];
            auto const k = x - y;
            bool const down = k == -d || (k != d && at(far, k - 1) < at(far, k + 1));
            auto const from = down ? k + 1 : k - 1;
            auto const x0 = at(far, from);
            auto const y0 = x0 - from;
            add(out, x0, y0, down);
            x = x0;
            y = y0;
        }
        std::ranges::reverse(out);
        return out;
    }

private:
    std::size_t slot(int k) const { return static_cast<std::size_t>(k + most_ + 1); }
    int at(std::vector<int> const& far, int k) const { return far[slot(k)]; }

    bool step(std::vector<int>& far, int d, int k) const {
        bool const down = k == -d || (k != d && at(far, k - 1) < at(far, k + 1));
        auto x = down ? at(far, k + 1) : at(far, k - 1) + 1;
        auto y = x - k;
        auto const wide = static_cast<int>(a_.size());
        auto const high = static_cast<int>(b_.size());
        while (x < wide && y < high && y >= 0 && a_[static_cast<std::size_t>(x)] == b_[static_cast<std::size_t>(y)])
            ++x, ++y;
        far[slot(k)] = x;
        return x >= wide && y >= high;
    }

    // One character of either, put before the difference found last where they touch.
    static void add(std::vector<Difference>& out, int x, int y, bool down) {
        auto const a = static_cast<std::uint32_t>(x);
        auto const b = static_cast<std::uint32_t>(y);
        Difference const one{{a, down ? a : a + 1}, {b, down ? b + 1 : b}};
        if (!out.empty() && out.back().a.from == one.a.to && out.back().b.from == one.b.to) {
            out.back().a.from = a;
            out.back().b.from = b;
        } else {
            out.push_back(one);
        }
    }

    View a_, b_;
    int most_;
    std::vector<std::vector<int>> trail_;
};

}  // namespace

std::optional<std::vector<Difference>> differences(View a, View b, int most) {
    Edits edits(a, b, most);
    if (!edits.reach()) return std::nullopt;
    return edits.way();
}

}  // namespace anping::forensics
