"""First pages, lists whose own length moves the numbers in them, and the budget of pages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from unbarred.documents.packets import Exhibit, Made, Paper
from unbarred.documents.packets.budget import reckon
from unbarred.documents.packets.layout import Lengths, listed, placed, settled, total

PETITION, RECORD = Paper("a.docx", "A"), Exhibit("A", "Record", "r.pdf")


def test_each_part_begins_where_the_one_before_ended() -> None:
    parts = placed([(Made("cover"), 1, 0), (Made("contents"), 2, 0), (PETITION, 5, 0), (RECORD, 3, 1)])
    assert [(each.first, each.last) for each in parts] == [(1, 1), (2, 3), (4, 8), (9, 12)]
    assert total(parts) == 12
    assert [each.part for each in listed(parts)] == [PETITION, RECORD]


@given(st.lists(st.tuples(st.integers(1, 60), st.integers(0, 1))))
def test_pages_are_neither_lost_nor_counted_twice(counts: list[tuple[int, int]]) -> None:
    parts = placed((RECORD, pages, sheet) for pages, sheet in counts)
    covered = [page for each in parts for page in range(each.first, each.last + 1)]
    assert covered == list(range(1, total(parts) + 1))


def test_a_list_of_two_pages_is_found_out() -> None:
    asked: list[Lengths] = []

    def measure(lengths: Lengths) -> Lengths:
        asked.append(lengths)
        return (1, 2)

    assert settled(measure, (1, 1)) == (1, 2)
    assert asked == [(1, 1), (1, 2)]


def test_lists_that_go_to_and_fro_get_the_longer_length() -> None:
    assert settled(lambda lengths: (3 - lengths[0],), (1,)) == (2,)


@given(st.dictionaries(st.tuples(st.integers(1, 6), st.integers(1, 6)), st.tuples(*[st.integers(1, 6)] * 2)))
def test_it_always_settles_on_enough(needs: dict[Lengths, Lengths]) -> None:
    def measure(lengths: Lengths) -> Lengths:
        return needs.get(lengths, (1, 1))

    lengths = settled(measure, (1, 1))
    assert all(given >= more for given, more in zip(lengths, measure(lengths), strict=True))


def test_the_budget_names_what_is_longest_and_what_can_go() -> None:
    parts = placed([(Made("cover"), 1, 0), (PETITION, 9, 0), (RECORD, 4, 1)])
    found = reckon(parts, 12)
    assert (found.pages, found.over, found.sheets) == (15, 3, 1)
    assert [each.part for each in found.longest] == [PETITION, RECORD, Made("cover")]
    # Her own papers are not for us to leave out.
    assert [each.part for each in found.can_go] == [RECORD, Made("cover")]
    assert reckon(parts, 20).over == 0
