"""What may not part over two pages."""

from __future__ import annotations

from pathlib import Path

from .conftest import composed, kept, styled


def test_short_facts_stay_whole_and_of_long_ones_no_line_is_alone(templates: Path) -> None:
    lines = [f"{label} | x" for label in "abcdefgh"]
    short = composed(templates, "```facts\n" + "\n".join(lines[:4]) + "\n```\n")
    assert kept(short) == ["a\tx", "b\tx", "c\tx"]
    long = composed(templates, "```facts\n" + "\n".join(lines) + "\n```\n")
    assert kept(long) == ["a\tx", "g\tx"]
    ending = composed(templates, "```facts\na | x\nb | x\n{% if c %}\nc | x\n{% endif %}\n```\n")
    assert kept(ending) == ["a\tx"]


def test_bullets_that_a_number_announces_are_set_in_and_none_is_alone(templates: Path) -> None:
    document = composed(templates, "1. I send:\n\n- a\n- b\n- c\n{% if d %}\n- d\n{% endif %}\n\nEnd.\n")
    bullets = [text for style, text in styled(document) if style == "List Bullet 2"]
    assert bullets == ["a", "b", "c", "d"]
    assert kept(document) == ["I send:", "a", "b"]


def test_bullets_of_a_loop_may_part_else_all_of_them_would_move_to_a_new_page(templates: Path) -> None:
    loops = "# A\n\n{% for x in y %}\n- {{ x }}\n{% endfor %}\n- b\n- c\n"
    assert kept(composed(templates, loops)) == ["b"]
    alone = "# A\n\n{% for x in y %}\n- {{ x }}\n{% endfor %}\n- b\n"
    assert kept(composed(templates, alone)) == []


def test_words_that_may_be_left_out_do_not_part_a_signature_from_what_is_signed(templates: Path) -> None:
    asked = "Much.\n\nMore.\n\nI ask.\n\n{% if a %}\n\nI swear.\n\n{% endif %}\n\nTruly,"
    text = f"{asked}\n\n```signature\nName\n```\n"
    assert kept(composed(templates, text)) == ["More.", "I ask.", "I swear.", "Truly,"]
