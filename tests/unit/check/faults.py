"""One fault of each kind, put into the invented file on clemency.

Each is what stands there, what stands there instead, the text at which the fault is reported, and how the
report begins.
"""

from __future__ import annotations

FAULTS = {
    "a key that is not known": (
        "      says: The Khan decides.\n",
        "      says: The Khan decides.\n      colour: red\n",
        "colour: red",
        "general.decided_by.0.colour: there is no such key.",
    ),
    "a fact that supports what nothing asks for": (
        "      says: The Khan decides.\n",
        "      says: The Khan decides.\n      supports: [visits, servises]\n",
        "servises",
        "general.decided_by.0.supports.1: this must be 'visits', 'services', ",
    ),
    "a citation without a title": (
        "{title: Xan. Code, pinpoint: § 7}",
        "{pinpoint: § 7}",
        "cite: {pinpoint",
        "commutation.eligibility.0.cite.title: the key is missing.",
    ),
    "no source": (
        '      source: {kind: reprint, title: Law Example, href: "https://law.example/const"}\n',
        "",
        "id: khan-decides",
        "general.decided_by.0.source: the key is missing.",
    ),
    "a source without a page": (
        '{kind: official, title: Office of Mercy, href: "https://mercy.example/where"}',
        "{kind: official}",
        "source: {kind: official}",
        "general.office.fact.source: a source has an href",
    ),
    "a date that does not exist": (
        "since: 2025-01-01",
        "since: 2025-02-30",
        "since: 2025-02-30",
        "commutation.eligibility.0.values.1.since: this is not a day.",
    ),
    "a date that is a word": (
        "review: 2027-06-01",
        "review: soon",
        "review: soon",
        "general.decided_by.0.review: this is not a day.",
    ),
    "an end before its beginning": (
        "until: 2030-12-31",
        "until: 2019-12-31",
        "id: appeal-in-30-days",
        "commutation.deadlines.0: until comes before since.",
    ),
    "numbers out of order": (
        "        - shares: {of_term: 1/2}\n",
        "        - since: 2025-06-01\n          shares: {of_term: 1/2}\n",
        "values:\n        - since: 2025-06-01",
        "commutation.eligibility.0.values: each set of values says since when it holds, in ascending order.",
    ),
    "a day that is still to come": (
        "checked: 2026-11-21\n      confidence: recalled\n  not_found",
        "checked: 2062-11-21\n      confidence: recalled\n  not_found",
        "checked: 2062-11-21",
        "commutation.deadlines.0.checked: 2062-11-21 is still to come.",
    ),
    "a review before the check": (
        "review: 2027-06-01",
        "review: 2026-06-01",
        "review: 2026-06-01",
        "general.decided_by.0.review: 2026-06-01 is not after 2026-11-21, the day it was checked.",
    ),
    "a review that is due": (
        "review: 2027-06-01",
        "review: 2026-11-22",
        "review: 2026-11-22",
        "general.decided_by.0.review: it was to be checked again by 2026-11-22.",
    ),
    "a condition that does not parse": (
        "when: person.age >= number.years",
        "when: person.age >=",
        "when: person.age >=",
        "commutation.eligibility.1.when: not CEL:",
    ),
    "a condition with an unknown name": (
        "when: person.age >= number.years",
        "when: person.height >= number.years",
        "when: person.height",
        "commutation.eligibility.1.when: unknown name person.height.",
    ),
    "a condition with a number that is not there": (
        "values: [{numbers: {years: 50}}]",
        "values: [{numbers: {months: 50}}]",
        "when: person.age",
        "commutation.eligibility.1.when: unknown name number.years.",
    ),
    "a condition with an unknown function": (
        "from_day: share_day(",
        "from_day: shareday(",
        "from_day: shareday(",
        "commutation.eligibility.0.from_day: unknown function shareday.",
    ),
    "a key written twice": (
        "  title: Commutation of sentence\n",
        "  title: Commutation of sentence\n  title: Commutation\n",
        "title: Commutation of sentence",
        "This is not YAML: the key 'title' is written twice.",
    ),
    "a deadline without a unit": (
        "      unit: calendar days\n",
        "",
        "id: appeal-in-30-days",
        "commutation.deadlines.0.unit: the key is missing.",
    ),
    "a deadline with an unknown unit": (
        "unit: calendar days",
        "unit: days",
        "unit: days",
        "commutation.deadlines.0.unit: this must be 'calendar days', 'business days',",
    ),
    "a deadline from an unknown event": (
        "event: denial.received",
        "event: denial.recieved",
        "event: denial.recieved",
        "commutation.deadlines.0.event: there is no event denial.recieved;",
    ),
    "a link that is not a link": (
        'pinpoint: art. 2}\n      source: {kind: reprint, title: Law Example, href: "https://law.example/const"}',
        'pinpoint: art. 2}\n      source: {kind: reprint, title: Law Example, href: "see www"}',
        'href: "see www"',
        "general.decided_by.0.source.href: this is not a link: it starts with https://",
    ),
    "an id used twice": (
        "id: old-enough",
        "id: half-served",
        "id: half-served\n      says: You are at least",
        "commutation.eligibility.1.id: the fact id half-served is used twice.",
    ),
    "an id with capitals": (
        "id: khan-decides",
        "id: Khan decides",
        "id: Khan decides",
        "general.decided_by.0.id: an id has small letters, figures and single hyphens only.",
    ),
    "a recalled fact that claims a page": (
        '      source: {kind: reprint, title: Law Example, href: "https://law.example/const"}',
        "      source: {kind: memory}",
        "id: khan-decides",
        "general.decided_by.0: a recalled fact has the source kind memory",
    ),
    "a remedy with a key that cannot be asked for": (
        "commutation:\n",
        "Commutation_of_sentence:\n",
        "Commutation_of_sentence:",
        "Commutation_of_sentence: this cannot be the key of a remedy.",
    ),
    "a request that rests on nothing": (
        "rests_on: half-served",
        "rests_on: nothing-at-all",
        "commutation:",
        "commutation: the request end rests on nothing-at-all, which is no fact here.",
    ),
    "an end of what does not hold here": (
        "  title: Commutation of sentence\n",
        "  title: Commutation of sentence\n  ends: [nothing-at-all]\n",
        "nothing-at-all",
        "commutation.ends.0: there is no fact nothing-at-all above this place.",
    ),
    "a remedy without a title": (
        "  title: Commutation of sentence\n",
        "",
        "commutation:",
        "commutation.title: there is no text.",
    ),
}
