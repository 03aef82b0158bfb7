"""All the law of a place that does not exist, without a fault; one file of each kind."""

from __future__ import annotations

PLACE = """\
name: Xanadu
prison_number_label: Number
sentence_paper: paper
prison_system: Prisons
court_area: county
"""

CLEMENCY = """\
general:
  office:
    name: Office of Mercy
    lines: [1 Dome Road, Xanadu]
    fact:
      id: office-address
      says: Mail the papers to the Office of Mercy.
      source: {kind: official, title: Office of Mercy, href: "https://mercy.example/where"}
      checked: 2026-11-21
      confidence: confirmed
  decided_by:
    - id: khan-decides
      says: The Khan decides.
      cite: {title: Xan. Const., href: "https://law.example/const", pinpoint: art. 2}
      source: {kind: reprint, title: Law Example, href: "https://law.example/const"}
      checked: 2026-11-21
      review: 2027-06-01
      confidence: confirmed
commutation:
  title: Commutation of sentence
  requests:
    - id: end
      choice: End my prison time now
      words: I ask that my prison time end.
      rests_on: half-served
  eligibility:
    - id: half-served
      says: You have served half of your term.
      from_day: share_day(dates.started, dates.term_ends, share.of_term)
      values:
        - shares: {of_term: 1/2}
        - since: 2025-01-01
          shares: {of_term: 1/3}
      cite: {title: Xan. Code, pinpoint: § 7}
      source: {kind: memory}
      checked: 2026-11-21
      confidence: recalled
    - id: old-enough
      says: You are at least 50 years old.
      when: person.age >= number.years
      values: [{numbers: {years: 50}}]
      source: {kind: memory}
      checked: 2026-11-21
      confidence: recalled
  deadlines:
    - id: appeal-in-30-days
      says: You have 30 days to appeal.
      to_do: file the appeal
      period: 30
      unit: calendar days
      event: denial.received
      where: office
      since: 2020-01-01
      until: 2030-12-31
      source: {kind: memory}
      checked: 2026-11-21
      confidence: recalled
  not_found: [The telephone number of the office.]
"""

COUNTING = """\
weekend:
  - id: weekend
    says: Offices are closed on Saturdays and Sundays.
    days: [Saturday, Sunday]
    source: {kind: memory}
    checked: 2026-11-21
    confidence: recalled
mail:
"""

SENTENCE = """\
shares:
  - id: two-thirds
    says: You are let out after two thirds.
    sentence: [determinate]
    leads_to: release
    of: term
    values: [{shares: {served: 2/3}}]
    source: {kind: memory}
    checked: 2026-11-21
    confidence: recalled
"""

REDACTION = """\
rules:
  - id: childrens-names
    says: A paper shows only the initials of a child.
    kinds: [name of a child]
    shown_as: initials
    source: {kind: memory}
    checked: 2026-11-21
    confidence: recalled
"""

FACILITIES = """\
- name: Pleasure Dome
  lines: [2 Dome Road]
  fact:
    id: dome
    says: The Dome holds women.
    source: {kind: memory}
    checked: 2026-11-21
    confidence: recalled
"""

HELP = """\
- name: Friends of Alph
  does: Writes letters.
  for_whom: Women in the Dome
  reach: [alph.example]
  topics: [clemency]
  fact:
    id: friends-of-alph
    says: The friends help for free.
    source: {kind: memory}
    checked: 2026-11-21
    confidence: recalled
"""

XANADU = {
    "place": PLACE,
    "clemency": CLEMENCY,
    "counting": COUNTING,
    "sentence": SENTENCE,
    "redaction": REDACTION,
    "facilities": FACILITIES,
    "help": HELP,
}
"""The text of each file by its name without the ending."""
