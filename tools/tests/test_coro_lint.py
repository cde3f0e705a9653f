# SPDX-License-Identifier: Apache-2.0
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import coro_lint

BAD = [
    "co_await f([big]{ return 1; });",
    "co_await async_run([&](int n) mutable { use(n); }, token);",
    "auto x = co_await f(Agg{.a = 1, .b = 2});",
    "auto x = cond ? co_await a() : b;",
    "co_return Agg{.x = s + co_await g()};",
    "Agg o{.x = co_await g()};",
    "std::vector<int> v{co_await a(), co_await b()};",
    "call(Agg{1, 2}, co_await g());",
    "co_await f(\n    x,\n    Agg{1});",
    "if (cond) co_await f(ok ? a : b);",
]
GOOD = [
    "auto l = [big]{ return 1; };\nco_await f(std::move(l));",
    "Agg agg{.a = 1};\nauto x = co_await f(agg);",
    "if (auto x = co_await f()) { use(x); }",
    "for (auto& part : co_await parts()) { use(part); }",
    "while (co_await next()) { ++n; }",
    "v.push_back(co_await f(std::string(\"{?:}\")));",
    "if (a) { b(); } co_await f();",
    "if (a) { b(); } else { co_await f(); }",
    "spawn(executor, [self]() -> net::awaitable<void> { co_await self->run(); }, detached);",
    "try { co_await f(); } catch (Fault const& e) { log(e); }",
    "auto x = cond ? a : b;\nco_await f(x);",
    "switch (kind) { case 1: co_await f(); break; }",
    "// co_await f(Agg{1});",
]


class Statements(unittest.TestCase):
    def test_what_the_compiler_gets_wrong_is_flagged(self):
        for code in BAD:
            self.assertTrue(coro_lint.check(f"net::awaitable<int> g() {{\n    {code}\n}}\n"), code)

    def test_what_it_gets_right_is_not(self):
        for code in GOOD:
            self.assertEqual(coro_lint.check(f"net::awaitable<int> g() {{\n    {code}\n}}\n"), [], code)

    def test_the_line_is_named(self):
        self.assertEqual(coro_lint.check("void g() {\n    a();\n    co_await f(A{});\n}\n")[0][0], 3)


if __name__ == "__main__":
    unittest.main()
