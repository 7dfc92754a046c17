from __future__ import annotations

import shutil
import subprocess

import pytest

from chronotope.show.html.modules import join_modules


def test_each_module_stands_once_after_those_it_needs() -> None:
    joined = join_modules(
        {
            "main.js": 'import { a } from "./a.js";\nimport { b } from "./deep/b.js";\na(b());\n',
            "a.js": 'import { base } from "./deep/base.js";\nexport function a(n) { return base + n; }\n',
            "deep/b.js": 'import { base } from "./base.js";\nexport function b() { return base; }\n',
            "deep/base.js": "export const base = 2;\n",
            "idle.js": "never();\n",
        },
        "main.js",
    )
    order = [line.split()[1] for line in joined.splitlines() if line.endswith("= (() => {")]
    assert order == ["deep_base", "a", "deep_b", "main"]
    assert "never" not in joined
    assert "import" not in joined
    assert "export" not in joined


def test_several_names_over_several_lines() -> None:
    joined = join_modules(
        {
            "main.js": 'import {\n  one,\n  two,\n} from "./a.js";\none(two);\n',
            "a.js": (
                "export async function one() {}\nexport const two = 2;\nexport class Three {}\n"
                "export function* four() {}\n"
            ),
        },
        "main.js",
    )
    assert "return { one, two, Three, four };" in joined
    assert "export" not in joined


@pytest.mark.parametrize(
    ("sources", "message"),
    [
        pytest.param(
            {
                "main.js": 'import { a } from "./a.js";\n',
                "a.js": 'import { b } from "./b.js";\nexport const a = b;\n',
                "b.js": 'import { a } from "./a.js";\nexport const b = a;\n',
            },
            "in a circle: main.js → a.js → b.js → a.js",
            id="circle",
        ),
        pytest.param({"main.js": 'import { a } from "./main.js";\nexport const a = 1;\n'}, "circle", id="itself"),
        pytest.param(
            {"main.js": 'import { a, b } from "./a.js";\n', "a.js": "export const a = 1;\nconst b = 2;\n"},
            "a.js does not export b, which main.js imports",
            id="no such export",
        ),
        pytest.param(
            {"main.js": 'import { a } from "./a.js";\n'}, "main.js imports a.js, which is not there", id="no file"
        ),
        pytest.param({}, "the entry imports main.js, which is not there", id="no entry"),
        pytest.param({"main.js": 'import a from "./a.js";\n'}, "cannot be joined: import a from", id="default import"),
        pytest.param({"main.js": 'import * as a from "./a.js";\n'}, "cannot be joined: import", id="all of a module"),
        pytest.param({"main.js": 'import "./a.js";\n'}, "cannot be joined: import", id="import for its effect"),
        pytest.param({"main.js": 'import { a } from "vis";\n'}, "cannot be joined: import", id="a package"),
        pytest.param({"main.js": "export default 1;\n"}, "cannot be joined: export default", id="default export"),
        pytest.param({"main.js": "const a = 1;\nexport { a };\n"}, "cannot be joined: export {", id="list of exports"),
        pytest.param({"main.js": "export let a = 1;\n"}, "cannot be joined: export let", id="variable"),
        pytest.param({"main.js": 'export { a } from "./a.js";\n'}, "cannot be joined: export {", id="handing on"),
        pytest.param(
            {"main.js": "const a = `\n  b\n`;\n"}, "template literal of several lines", id="text of several lines"
        ),
        pytest.param(
            {"main.js": 'import { a as b } from "./a.js";\n', "a.js": "export const a = 1;\n"},
            "does not export a as b",
            id="another name",
        ),
    ],
)
def test_what_cannot_be_joined_is_refused(sources: dict[str, str], message: str) -> None:
    with pytest.raises(ValueError, match=message.replace("(", r"\(").replace("*", r"\*")):
        join_modules(sources, "main.js")


def test_comments_and_indentation_stay_behind_and_texts_stay() -> None:
    source = """/**
 * What it is for.
 */
export function shown(name) {
  // Why.
  const address = "https://example.org/ /* no comment */ // none either";
    return `${address}  ${name}`; // beside code
}
"""
    joined = join_modules({"main.js": source}, "main.js")
    assert "What it is for" not in joined
    assert "Why" not in joined
    assert '\nconst address = "https://example.org/ /* no comment */ // none either";\n' in joined
    assert "\nreturn `${address}  ${name}`; // beside code\n" in joined


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_names_are_private_to_their_file() -> None:
    joined = join_modules(
        {
            "main.js": 'import { shown } from "./a.js";\nconst secret = 2;\nconsole.log(shown(), secret);\n',
            "a.js": "const secret = 1;\nexport function shown() {\n  return secret;\n}\n",
        },
        "main.js",
    )
    ran = subprocess.run(["node", "-e", joined], capture_output=True, text=True, check=True)
    assert ran.stdout == "1 2\n"
