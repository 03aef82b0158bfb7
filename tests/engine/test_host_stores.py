"""What an interview keeps outside its variables: within the session, as a copy, and for nobody else."""

from __future__ import annotations

from typing import Any

import pytest

CASES = {
    "store": (
        "s = DAStore('s')\ns.set('k', [1])\ntold = [s.get('k'), s.defined('k'), s.keys()]",
        "[[1], True, ['k']]",
    ),
    "store forgets": (
        "s = DAStore('s')\ns.set('k', 1)\ns.delete('k')\ntold = [s.get('k'), s.defined('k')]",
        "[None, False]",
    ),
    "stores of other bases": (
        "DAStore('s', base='global').set('k', 1)\ntold = DAStore('t').get('k')",
        "None",
    ),
    "kept is a copy": ("s = DAStore('s')\nl = [1]\ns.set('k', l)\nl.append(2)\ntold = s.get('k')", "[1]"),
    "records": (
        (
            "write_record('r', 1)\nn = write_record('r', 2)\ndelete_record('r', n)\n"
            "told = list(read_records('r').values())"
        ),
        "[1]",
    ),
    "global": ("g = DAGlobal('g', base='global', key='k')\ntold = DAGlobal.defined('global', 'k')", "False"),
    "snapshot": ("store_variables_snapshot({'a': 1}, key='t')\ntold = 'kept'", "kept"),
    "stash": ("k, c = stash_data({'a': 1})\ntold = retrieve_stashed_data(k, c)['a']", "1"),
    "stash is taken": (
        (
            "k, c = stash_data(1)\nretrieve_stashed_data(k, c, delete=True)\n"
            "told = retrieve_stashed_data(k, c)"
        ),
        "None",
    ),
    "redis": ("r = DARedis('r')\nr.set('k', 'hello')\ntold = r.get('k').decode()", "hello"),
    "redis counts": (
        "r = DARedis('r')\nr.incr('n')\nr.incr('n', 4)\nr.decr('n')\ntold = int(r.get('n'))",
        "4",
    ),
    "redis objects": (
        "r = DARedis('r')\nr.set_data('k', {'a': [1]}, expire=30)\ntold = r.get_data('k')",
        "{'a': [1]}",
    ),
    "redis nothing": (
        "r = DARedis('r')\ntold = [r.get_data('k'), r.get('k'), r.exists('k')]",
        "[None, None, 0]",
    ),
    "redis lists": (
        (
            "r = DARedis('r')\nr.rpush('l', 1, 2)\nr.lpush('l', 0)\n"
            "told = [int(x) for x in r.lrange('l', 0, -1)] + [int(r.lpop('l')), int(r.rpop('l'))]"
        ),
        "[0, 1, 2, 0, 2]",
    ),
    "redis is looked into": (
        "r = DARedis('r')\ntold = [hasattr(r, 'as_dict'), hasattr(r, 'get')]",
        "[False, True]",
    ),
    "redis hashes": ("r = DARedis('r')\nr.hset('h', 'k', 'v')\ntold = r.hget('h', 'k').decode()", "v"),
    "redis together": (
        "p = DARedis('r').pipeline()\np.set('k', 1)\np.incr('k')\ntold = p.execute()",
        "[True, 2]",
    ),
    "dates out of JSON": (
        (
            "d = transform_json_variables({'day': '2026-11-22', 'n': 1, 'odd': '2026-13-40'})\n"
            "told = d['day'].format('yyyy MMM d') + str(d['n']) + d['odd']"
        ),
        "2026 Nov 2212026-13-40",
    ),
    "json": ("told = type(transform_json_variables(['10:30:00'])[0]).__name__", "time"),
}


@pytest.mark.parametrize(("code", "told"), CASES.values(), ids=CASES)
def test_what_is_kept(start: Any, code: str, told: str) -> None:
    lines = "\n".join(f"  {line}" for line in f"import datetime\n{code}".splitlines())
    told_code = f"mandatory: True\ncode: |\n{lines}\n---\nmandatory: True\nquestion: |\n  ${{ told }}\n"
    assert start(told_code).screen.heading == told


def test_another_session_finds_nothing(start: Any) -> None:
    text = """
    mandatory: True
    code: |
      s = DAStore('s', base='global')
      told = [s.get('k'), len(read_records('r')), DARedis('d').get('n')]
      s.set('k', 1)
      write_record('r', 1)
      DARedis('d').incr('n')
    ---
    mandatory: True
    question: |
      ${ told }
    """
    assert [start(text).screen.heading for _ in range(2)] == ["[None, 0, None]"] * 2


def test_what_an_object_for_all_sessions_holds_is_kept_after_each_step(start: Any) -> None:
    run = start(
        """
        mandatory: True
        objects:
          - counted: DAGlobal.using(base='global', key='k')
          - person: DAObject
        ---
        mandatory: True
        code: |
          counted.words = ['first']
          counted.person = person
          before = [DAGlobal.defined('global', 'k'), counted.person is person]
        ---
        mandatory: True
        code: |
          first
          after = [DAGlobal.defined('global', 'k'), DAGlobal.keys('global'), counted.person is person]
          again = DAGlobal('again', base='global', key='k')
          over
        ---
        question: First
        fields:
          - Word: first
        ---
        event: over
        question: ${ before + after } ${ again.words }
        """
    )
    run.answer({"first": "a"})
    assert run.screen.heading == "[False, True, True, ['k'], False] ['first']"
