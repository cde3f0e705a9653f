# SPDX-License-Identifier: Apache-2.0
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import size_ratchet
from cpp_text import functions

CODE = """
#include <map>
namespace a::b {
enum class Kind { one, two };
struct S final : Base<int> {
    S(int x) : x_{x}, y_(2) {
        run();
    }
    int get() const noexcept { return x_; }
    int x_{1};
    std::map<int, int> m = {{1, 2}};
};
static const char* kText = "void fake() {";
template <typename T>
auto f(T t) -> decltype(t.x) {
    auto l = [&](int n) {
        return n;
    };
    return l(1);
}
TEST(Suite, Case) {
    EXPECT_TRUE(true);
}
}  // namespace
"""


class Functions(unittest.TestCase):
    def test_found_with_their_lines(self):
        self.assertEqual([(f.name, f.lines) for f in functions(CODE)], [("S", 3), ("get", 1), ("f", 7), ("TEST", 3)])


class Ratchet(unittest.TestCase):
    def test_limits(self):
        self.assertEqual(size_ratchet.measure("a.hpp", "\n" * 200), {})
        self.assertEqual(size_ratchet.measure("a.hpp", "\n" * 201), {"a.hpp": 201})
        self.assertEqual(size_ratchet.measure("a.cpp", "\n" * 400), {})
        self.assertEqual(size_ratchet.measure("a.cpp", "// Written by make_a.py: do not edit.\n" + "\n" * 500), {})
        long = "void f() {\n" + "    g();\n" * 59 + "}\n"
        self.assertEqual(size_ratchet.measure("a.cpp", long), {"a.cpp::f": 61})

    def test_may_only_fall(self):
        self.assertEqual(size_ratchet.compare({"a": 500}, {"a": 500}), [])
        self.assertIn("grew", size_ratchet.compare({"a": 501}, {"a": 500})[0])
        self.assertIn("over the limit", size_ratchet.compare({"a": 500}, {})[0])
        self.assertIn("--update", size_ratchet.compare({"a": 450}, {"a": 500})[0])
        self.assertIn("--update", size_ratchet.compare({}, {"a": 500})[0])


if __name__ == "__main__":
    unittest.main()
