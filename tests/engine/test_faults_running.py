"""An interview that fails while it is asked: one sentence, file, line and block, and never an answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from planted_faults import ASKED, SECRET, Fault, running

from unbarred.engine import Run, load_file
from unbarred.errors import ContentError, ExitCode, UserError

CODE = "mandatory: True\ncode: |\n  answer\n"
ASKS = f"{CODE}  b\n---\nquestion: A\nfields:\n  - A: b\n"

FAULTS = [
    running("a value", f"{CODE}  int(answer)\n", "failed (ValueError).", "int(answer)"),
    running("a sum", f"{CODE}  1 / 0\n", "(ZeroDivisionError: it divides by zero)", "1 / 0"),
    running("types", f"{CODE}  answer + 3\n", 'can only concatenate str (not "int") to str', "answer + 3"),
    running("an attribute", f"{CODE}  answer.foo()\n", "a str has no attribute foo", "answer.foo()"),
    running("a key that is written", f"{CODE}  dict(a=1)['b']\n", "there is no key 'b'", "dict(a=1)['b']"),
    running("a key that is an answer", f"{CODE}  dict()[answer]\n", "failed (KeyError).", "dict()[answer]"),
    running(
        "the author's words", f"{CODE}  raise Exception('No such county')\n", "(Exception: No such county)"
    ),
    running("words with an answer", f"{CODE}  raise Exception('No ' + answer)\n", "failed (Exception)."),
    running("an answer raised", f"{CODE}  raise Exception(answer)\n", "failed (Exception)."),
    running("a file", f"{CODE}  open('nowhere.txt')\n", "there is no file nowhere.txt"),
    running("a file named by an answer", f"{CODE}  open(answer)\n", "failed (FileNotFoundError)."),
    running("endless calls", f"{CODE}  def f():\n    return f()\n  f()\n", "it calls itself without end"),
    running("the program's end", f"{CODE}  exit(3)\n", "failed (SystemExit).", "exit(3)"),
    running("a name", f"{CODE}  nowhere\n", "The interview needs nowhere", "nowhere"),
    running(
        "a name of a method", f"{CODE}  answer.lower(nowhere)\n", "needs nowhere", "answer.lower(nowhere)"
    ),
    running(
        "a name that holds an answer",
        f"{CODE}  told[answer]\n---\nobjects:\n  - told: DADict\n",
        "The interview needs told[…], and",
        "told[answer]",
    ),
    running(
        "a name in Mako",
        "mandatory: True\nquestion: A ${ answer }\nsubquestion: |\n  B\n\n  C ${ nowhere }\n",
        "The interview needs nowhere",
        "C ${ nowhere }",
    ),
    running(
        "Mako",
        "mandatory: True\nquestion: A\nsubquestion: |\n  B\n\n  ${ int(answer) }\n",
        "failed (ValueError).",
        "${ int(answer) }",
    ),
    running(
        "Mako on its own lines",
        "mandatory: True\nquestion: A\nsubquestion: |\n  % if len(answer):\n  ${ 1 / 0 }\n  % endif\n",
        "it divides by zero",
        "${ 1 / 0 }",
    ),
    running("folded text", "mandatory: True\nquestion: >\n  A\n  ${ int(answer) }\n", "failed (ValueError)."),
    running("a list of choices", ASKS + "    choices:\n      code: (3)\n", "failed (DASourceError)."),
    running(
        "the least number",
        ASKS + "    datatype: integer\n    min: ${ answer }\n",
        "(ValueError: a limit is no number)",
    ),
    running(
        "what is shown if",
        ASKS + "    show if:\n      code: int(answer)\n",
        "(ValueError)",
        "code: int(answer)",
    ),
    running(
        "what is required", ASKS + "    required: int(answer)\n", "(ValueError)", "required: int(answer)"
    ),
    running("a condition", ASKS + "if: int(answer)\n", "(ValueError)", "if: int(answer)"),
    running(
        "a default", ASKS + "    default: ${ int(answer) }\n", "(ValueError)", "default: ${ int(answer) }"
    ),
    running(
        "a class", f"{CODE}  b\n---\nobjects:\n  - b: NoSuchClass\n", "needs NoSuchClass", "- b: NoSuchClass"
    ),
    running(
        "a module", f"modules:\n  - no_such\n---\n{CODE}", "the module no_such is not there", "- no_such"
    ),
    running(
        "what depends",
        f"{CODE}  b\n---\ndepends on:\n  - answer\ncode: |\n  b = int(answer)\n",
        "failed (ValueError).",
        "b = int(answer)",
    ),
    running(
        "what is done on change",
        f"{CODE}  b\n---\ncode: b = 1\n---\non change:\n  b: |\n    c = 1\n    int(answer)\n",
        "failed (ValueError).",
        "int(answer)",
    ),
    running(
        "a paper",
        "mandatory: True\nquestion: A\nattachment:\n  name: B\n  content: |\n    C ${ int(answer) }\n",
        "failed (ValueError).",
        "C ${ int(answer) }",
    ),
    running(
        "a template block",
        f"{CODE}  str(b)\n---\ntemplate: b\ncontent: |\n  C ${{ int(answer) }}\n",
        "failed (ValueError).",
        "C ${ int(answer) }",
    ),
    running(
        "blocks that need one another",
        f"{CODE}  b\n---\ncode: b = c\n---\ncode: c = d\n---\ncode: d = b\n",
        "The interview goes in a circle over b, c, d.",
    ),
    running(
        "a question that needs itself",
        ASKS + "    default: ${ b }\n",
        "in a circle over b.",
        "default: ${ b }",
    ),
    running(
        "logic that begins again",
        f"{CODE}  re_run_logic()\n",
        "The interview goes in a circle.",
    ),
    running("no end", CODE, "has no screen that ends it"),
    running("a misspelt key", f"{CODE}---\nevetn: b\nquestion: A\n", "Did you mean event?"),
    running(
        "an included file",
        f"include:\n  - part.yml\n---\n{CODE}  b\n",
        "(ValueError)",
        "b = int(answer)",
        files={"part.yml": "metadata:\n  title: A\n---\ncode: |\n  c = 1\n  b = int(answer)\n"},
        file="part.yml",
    ),
    running(
        "Mako of an included file",
        f"include:\n  - part.yml\n---\n{CODE}  b\n",
        "(ValueError)",
        "B ${ int(answer) }",
        files={
            "part.yml": "metadata:\n  title: A\n---\nevent: b\nquestion: |\n  A\n\n  B ${ int(answer) }\n"
        },
        file="part.yml",
    ),
    running("a prepared file", f"{{% set a = 3 %}}\n{CODE}  int(answer)\n", "(ValueError)", "int(answer)"),
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_what_fails_is_told_with_its_file_its_line_and_its_block_and_without_the_answer(
    fault: Fault, tmp_path: Path
) -> None:
    text = "# use jinja\n" + fault.text if fault.name == "a prepared file" else fault.text
    for name, content in {**fault.files, "interview.yml": text}.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    interview = load_file(tmp_path / "interview.yml")
    with pytest.raises(ContentError) as caught:
        Run(interview, {}).answer({"answer": SECRET})
    error = caught.value
    assert fault.says in str(error)
    assert error.code is ExitCode.CONTENT
    for told in (str(error), str(error.excerpt), str(error.as_data())):
        assert "Quetzal" not in told
        assert "4711" not in told
    assert error.where is not None
    assert error.where.source == str(tmp_path / fault.file)
    if fault.at:
        assert error.excerpt is not None
        assert error.where.line is not None
        file = (tmp_path / fault.file).read_text().splitlines()
        assert file[error.where.line - 1].strip() == fault.at
        [marked] = [line for line in error.excerpt.lines if line.is_at_fault]
        assert (marked.number, marked.text.strip()) == (error.where.line, fault.at)


def test_what_the_interviews_own_check_fails_with(tmp_path: Path) -> None:
    path = tmp_path / "interview.yml"
    path.write_text(
        "mandatory: True\ncode: answer\n---\nquestion: A\nfields:\n  - A: answer\n"
        "validation code: |\n  a = 1\n  int(answer)\n"
    )
    run = Run(load_file(path), {})
    with pytest.raises(ContentError) as caught:
        run.answer({"answer": SECRET})
    assert str(caught.value.where) == f"{path}:9"
    assert "Quetzal" not in str(caught.value)


def test_a_fault_in_a_module_beside_it_is_told_with_the_modules_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = tmp_path / "faulty_module.py"
    module.write_text("import json\n\n\ndef fail(word):\n    json.loads(word)\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    path = tmp_path / "interview.yml"
    path.write_text(f"{ASKED}modules:\n  - faulty_module\n---\n{CODE}  fail(answer)\n")
    run = Run(load_file(path), {})
    with pytest.raises(ContentError) as caught:
        run.answer({"answer": SECRET})
    assert f"failed (JSONDecodeError, in {module}, line 5)." in caught.value.message
    assert str(caught.value.where) == f"{path}:11"


def test_what_is_refused_is_told_with_the_block_that_asked_for_it(tmp_path: Path) -> None:
    path = tmp_path / "interview.yml"
    path.write_text(
        f"{ASKED}{CODE}  try:\n    send_sms(to='1', body=answer)\n  except Exception:\n    pass\n  b\n"
    )
    run = Run(load_file(path), {})
    with pytest.raises(UserError) as caught:
        run.answer({"answer": SECRET})
    assert caught.value.code is ExitCode.CONTENT
    assert str(caught.value.where) == f"{path}:9"


def test_an_interrupt_of_the_interviews_own_goes_through(tmp_path: Path) -> None:
    path = tmp_path / "interview.yml"
    path.write_text(f"{ASKED}{CODE}  raise KeyboardInterrupt\n")
    run = Run(load_file(path), {})
    with pytest.raises(KeyboardInterrupt):
        run.answer({"answer": SECRET})
