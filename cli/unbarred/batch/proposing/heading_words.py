"""What the words of a heading mean: exports and people shorten them, join them, and call things otherwise."""

from __future__ import annotations

import re

from unbarred.batch.matching.labels import plain

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_+|(?<=[A-Za-z])(?=\d)")
_CUSTOM = re.compile(r"__[cr]\b", re.IGNORECASE)
"""What Salesforce adds to fields that somebody made."""

_PHRASES = {
    "date of birth": "birthdate",
    "d o b": "birthdate",
    "f name": "first",
    "m name": "middle",
    "l name": "last",
    "a k a": "other names",
    "birth date": "birthdate",
    "when were you born": "birthdate",
    "e mail": "email",
    "first names": "first",
    "given name": "first",
    "family name": "last",
    "jail time": "jail",
    "case number": "docket",
    "case no": "docket",
    "number of the case": "docket",
    "index number": "docket",
    "indictment number": "docket",
    "also known as": "other names",
    "maiden name": "other names",
    "other name": "other names",
    "zip code": "zip",
    "post code": "zip",
    "full name": "name",
    "prison number": "prisonnumber",
    "inmate number": "prisonnumber",
    "inmate id": "prisonnumber",
    "register number": "prisonnumber",
    "come into prison": "start",
    "came in": "start",
    "date received": "start",
    "admission date": "start",
    "how many": "",
    "how old": "age",
}
_SAME = {
    "dob": "birthdate", "birthday": "birthdate", "birthdate": "birthdate", "born": "birthdate",
    "fname": "first", "forename": "first", "given": "first", "firstname": "first",
    "lname": "last", "surname": "last", "lastname": "last", "mname": "middle", "mi": "middle",
    "aka": "other names", "alias": "other names", "aliases": "other names",
    "tel": "phone", "telephone": "phone", "mobile": "phone", "cell": "phone", "ph": "phone",
    "mail": "email", "addr": "address", "street": "address", "mailing": "address",
    "institution": "facility", "prison": "facility", "jail": "jail", "correctional": "facility",
    "crime": "offense", "charge": "offense", "charges": "offense", "offence": "offense",
    "conviction": "offense",    "convicted": "offense", "convictions": "offense", "offenses": "offense",
    "no": "number", "num": "number", "nr": "number", "nbr": "number",
    "kid": "child", "kids": "child", "children": "child", "son": "child", "daughter": "child",
    "sentencing": "sentenced", "sentence": "sentenced", "yrs": "years", "mos": "months", "mths": "months",
    "lawyer": "helper", "attorney": "helper", "advocate": "helper", "paralegal": "helper",
    "organisation": "organization", "agency": "organization", "employer": "organization",
    "pronouns": "pronoun", "schooling": "school", "education": "school",
    "grade": "school",
    "dt": "day", "date": "day", "ct": "court", "cnty": "county", "indictment": "docket",
    "programme": "program", "programs": "program", "programmes": "program", "class": "program",
    "supporter": "supporters", "letter": "letter", "relationship": "relation",
}  # fmt: skip
_SAY_NOTHING = frozenset(
    "a an and the of for to in on at is are was were do does did you your her his their she he it its what "
    "which who whom where when how has have had this that c r text value field please enter if any all as by "
    "with or client clients petitioner applicant contact person individual inmate offender".split()
)


def meanings(text: str) -> frozenset[str]:
    """Return what the words of a heading, a label or a variable stand for, without words that say nothing."""
    words = plain(_CAMEL.sub(" ", _CUSTOM.sub("", text)))
    for phrase, meaning in _PHRASES.items():
        words = re.sub(rf"\b{phrase}\b", meaning, words)
    meant = " ".join(_SAME.get(word, word) for word in words.split())
    return frozenset(word for word in meant.split() if word not in _SAY_NOTHING and not word.isdecimal())


def said(meaning: str) -> str:
    """Return a meaning as people say it."""
    return {"birthdate": "date of birth", "prisonnumber": "prison number"}.get(meaning, meaning)


def number_in(text: str) -> int | None:
    """Return the number of the thing that a heading such as `Child 2 age` or `Offense_1` is about."""
    numbers = re.findall(r"(?<![\d.])\d{1,2}(?![\d.])", _CAMEL.sub(" ", text))
    return int(numbers[0]) if len(numbers) == 1 and 1 <= int(numbers[0]) <= 50 else None
