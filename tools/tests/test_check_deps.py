# SPDX-License-Identifier: Apache-2.0
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import check_deps


def rules(name, text):
    found = check_deps.check_places(name, text) + check_deps.check_includes(name, text) + check_deps.check_sql(name, text)
    return [rule for line, rule, _ in found if not check_deps.excused(text, line, rule)]


class Places(unittest.TestCase):
    def test_each_library_has_its_place(self):
        for include, wrong, right in [
            ("<soci/soci.h>", "src/ledger/writer.cpp", "src/db/session.cpp"),
            ("<sqlite3.h>", "src/vault/vault.cpp", "src/db/sqlite.cpp"),
            ("<boost/beast/core.hpp>", "src/api/router.cpp", "src/http/server.cpp"),
            ("<boost/asio.hpp>", "src/app/application.cpp", "src/http/server.cpp"),
            ("<spdlog/spdlog.h>", "src/base/time.cpp", "src/base/log.cpp"),
            ("<CLI/CLI.hpp>", "src/ledger/verify.cpp", "src/app/commands.cpp"),
            ("<toml++/toml.h>", "src/field/calendar.cpp", "src/rulebook/reader.cpp"),
            ("<openssl/evp.h>", "src/ledger/tree.cpp", "src/crypto/sm3.cpp"),
            ("<httplib.h>", "src/app/serve.cpp", "src/http/tests/server_test.cpp"),
            ("<poppler/cpp/poppler-document.h>", "src/vault/reader.cpp", "worker/pdf.cpp"),
            ("<opencv2/core.hpp>", "src/picture/hash.cpp", "worker/features.cpp"),
        ]:
            line = f"#include {include}\n"
            self.assertEqual(len(rules(wrong, line)), 1, include)
            self.assertEqual(rules(right, line), [], include)

    def test_comments_and_strings_are_not_code(self):
        self.assertEqual(rules("src/api/a.cpp", '// co_await x; #include <soci/soci.h>\nauto s = "co_await soci::session";\n'), [])

    def test_a_coroutine_outside_http(self):
        self.assertEqual(rules("src/api/a.cpp", "co_await f();\n"), ["coroutine"])


class Includes(unittest.TestCase):
    def test_leaving_the_module(self):
        self.assertEqual(rules("src/practice/rules.cpp", '#include "../registry/queries.hpp"\n'), ["private"])
        self.assertEqual(rules("src/practice/endpoints/notices.cpp", '#include "../errors.hpp"\n'), [])

    def test_a_face_includes_only_faces(self):
        self.assertEqual(rules("src/db/include/anping/db/pool.hpp", '#include "dialect.hpp"\n'), ["face"])

    def test_a_program_does_not_include_a_test(self):
        self.assertEqual(rules("src/db/pool.cpp", '#include "tests/scratch.hpp"\n'), ["tests"])


class Sql(unittest.TestCase):
    def test_values_in_the_text(self):
        for text in ['session.run("SELECT name FROM t WHERE id = " + id);', 'fmt::format("DELETE FROM t WHERE id={}", id);',
                     'where += " AND name = \'" + name + "\'";', 'session.run("UPDATE t SET a = 1 " "WHERE id = " + id);',
                     'tail = " LIMIT " + std::to_string(n);', 'session.run(R"(SELECT a FROM t WHERE b = )" + b);']:
            self.assertEqual(rules("src/registry/queries.cpp", text + "\n"), ["sql"], text)

    def test_constant_pieces(self):
        for text in ['session.run("SELECT name FROM t " + where, params);', 'auto sql = "SELECT a FROM t " + kJoin;',
                     'session.run("SELECT a FROM t WHERE id = :id", id);',
                     'run("SELECT a FROM t WHERE (" + filter.sql + ") AND b = :b", params);']:
            self.assertEqual(rules("src/registry/queries.cpp", text + "\n"), [], text)

    def test_an_exception_gives_its_reason(self):
        text = '// lint: sql - table names of the registered projections\nrun("DELETE FROM " + table);\n'
        self.assertEqual(rules("src/ledger/rebuild.cpp", text), [])

    def test_banned_types_of_the_library(self):
        self.assertEqual(rules("src/db/a.cpp", "soci::transaction t(s);\n"), ["soci_type"])
        self.assertEqual(rules("src/db/a.cpp", "std::vector<long long> ids(8);\ns << q, into(ids);\n"), ["vector_into"])
        self.assertEqual(rules("src/db/a.cpp", "long long id = 0;\ns << q, into(id);\n"), [])


class Order(unittest.TestCase):
    ORDER = [(0, "base"), (1, "db"), (4, "registry"), (4, "practice"), (5, "desk")]

    def test_declared_order_is_read_from_cmake(self):
        self.assertEqual(check_deps.declared_order("anping_tier(0 base)\nanping_tier(1 db http)\n"), [(0, "base"), (1, "db"), (1, "http")])

    def test_upward_include(self):
        self.assertEqual(len(check_deps.check_order({("db", "desk")}, self.ORDER)), 1)
        self.assertEqual(check_deps.check_order({("desk", "db"), ("registry", "practice")}, self.ORDER), [])

    def test_included_and_not_named(self):
        named = check_deps.named_modules("anping_module(db\n  SOURCES a.cpp  # DEPENDS x\n  DEPENDS base crypto\n  LINKS fmt::fmt\n  FACES credit)\n")
        self.assertEqual(named, {"base", "crypto", "credit"})
        self.assertEqual(len(check_deps.check_named({("db", "field"), ("db", "base")}, {"db": named})), 1)

    def test_edges_leave_tests_out(self):
        include = "#include <anping/base/json.hpp>\n"
        self.assertEqual(check_deps.edges({"src/db/pool.cpp": include, "src/desk/tests/x.cpp": include}), {("db", "base")})


if __name__ == "__main__":
    unittest.main()
