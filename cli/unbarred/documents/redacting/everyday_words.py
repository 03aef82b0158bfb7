"""Names that are also everyday English words.

Written in small letters they are taken for the word: nobody could read a paper in which
every `will` is an initial. With a capital they are taken for the name.
"""

from __future__ import annotations

_WORDS = """
    a an angel april art august bill blessing brave chance charity chase christian comfort constant dawn dean
    desire destiny drew earnest essence ever faith favor favour fortune frank gay gift glory good grace grant
    guy happy harmony heaven honest honesty honor honour hope innocent iron journey joy june just justice king
    knowledge lane liberty light love lucky major mark may mercy merry miles noble page passion pat patience
    peace penny pleasant praise precious pride prince promise prudence rain ray red rich rob rock rose royal
    rusty serenity shade skip sky spring star stone storm story sue summer sun sunny trace treasure trinity
    true trust unity van victor victory virtue wade ward way west white will wisdom wood worth worthy young
"""

EVERYDAY_WORDS = frozenset(_WORDS.split())
MONTHS = frozenset(("april", "may", "june", "august"))
"""Of these, the ones that stand in dates."""
