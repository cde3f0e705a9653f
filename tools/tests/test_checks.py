# SPDX-License-Identifier: Apache-2.0
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import check_actions
import check_coverage
import check_spdx
import check_tests
import sum_tests


class Spdx(unittest.TestCase):
    def test_within_three_lines(self):
        self.assertTrue(check_spdx.check("#!/bin/bash\n# SPDX-License-Identifier: Apache-2.0\n"))
        self.assertFalse(check_spdx.check("\n\n\n# SPDX-License-Identifier: Apache-2.0\n"))


class Actions(unittest.TestCase):
    policy = "# a comment\naction,role,relations\n@bureau,clerk,*\na_view,*,*\na_view,clerk,!*\nb_edit,*,!*\n"

    def test_each_has_an_endpoint(self):
        both = "return endpoint(Action::a_view, \"GET\");\nendpoint(access::Action::b_edit,\n"
        self.assertEqual(check_actions.problems(self.policy, [both]), [])

    def test_one_that_is_missing_on_either_side(self):
        self.assertEqual(check_actions.problems(self.policy, ["endpoint(Action::a_view,", "endpoint(Action::c,"]), [
            "action b_edit has no endpoint", "an endpoint names the action c, which the policy does not have"])


class Assertions(unittest.TestCase):
    def test_a_test_that_only_runs(self):
        self.assertEqual(check_tests.check_cpp("TEST(A, B) {\n    run();\n}\n", set())[0][1], "A.B asserts nothing")

    def test_own_assertion_and_a_helpers(self):
        text = "void checked(int n) { EXPECT_EQ(n, 1); }\nvoid outer() { checked(2); }\nTEST(A, B) { outer(); }\nTEST(A, C) { EXPECT_TRUE(x); }\n"
        helpers = check_tests.asserting_functions([text])
        self.assertEqual(helpers, {"checked", "outer"})
        self.assertEqual(check_tests.check_cpp(text, helpers), [])

    def test_an_assertion_in_a_comment_does_not_count(self):
        self.assertEqual(len(check_tests.check_cpp("TEST_F(A, B) {\n    // EXPECT_TRUE(x);\n}\n", set())), 1)

    def test_web_and_python(self):
        self.assertEqual(check_tests.check_web("it('a', () => { expect(1).toBe(1) })\n"), [])
        self.assertEqual(len(check_tests.check_web("it('a', () => { run() })\n")), 1)
        self.assertEqual(len(check_tests.check_python("def test_x(self):\n    run()\n")), 1)


class Sums(unittest.TestCase):
    def collect(self, **reports):
        with tempfile.TemporaryDirectory() as directory:
            for name, text in reports.items():
                (pathlib.Path(directory) / f"{name}.xml").write_text(text)
            return {kind: len(names) for kind, names in sum_tests.collect(pathlib.Path(directory)).items()}

    def test_cases_of_programs_and_whole_programs(self):
        ctest = '<testsuite><testcase name="db" status="run"/><testcase name="rule" status="run"/></testsuite>'
        db = '<testsuites><testsuite><testcase name="a" status="run" result="completed"/>' \
             '<testcase name="b" status="run" result="skipped"><skipped/></testcase>' \
             '<testcase name="c" status="run"><failure/></testcase></testsuite></testsuites>'
        self.assertEqual(self.collect(ctest=ctest, test_db=db), {"passed": 2, "failed": 1, "skipped": 1})

    def test_a_program_that_crashed(self):
        ctest = '<testsuite><testcase name="db" status="fail"><failure/></testcase></testsuite>'
        self.assertEqual(self.collect(ctest=ctest), {"passed": 0, "failed": 1, "skipped": 0})


class Coverage(unittest.TestCase):
    def test_rules_and_ledger_are_held_to_the_floor(self):
        files = [{"filename": "src/practice/rules_notice.cpp", "line_covered": 90, "line_total": 100},
                 {"filename": "src/practice/queries.cpp", "line_covered": 1, "line_total": 100},
                 {"filename": "src/ledger/writer.cpp", "line_covered": 99, "line_total": 100}]
        held, modules = check_coverage.percentages(files)
        self.assertEqual(held, {"practice rules": 90.0, "ledger": 99.0})
        self.assertEqual(modules["module practice"], 45.5)


if __name__ == "__main__":
    unittest.main()
