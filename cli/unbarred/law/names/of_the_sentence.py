"""Names of her sentence and her time in custody, all counted from what she tells of them."""

from __future__ import annotations

from unbarred.law.names.name import Name, NameType

OF_THE_SENTENCE = (
    Name("as_of", NameType.DAY, "today's date", "The day of the question."),
    Name(
        "sentence.kind",
        NameType.TEXT,
        "the kind of your sentence",
        "determinate, indeterminate, life (without parole) or mixed.",
    ),
    Name(
        "sentence.minimum_months",
        NameType.MONTHS,
        "your minimum term",
        "All minimum terms together, as the place adds them.",
    ),
    Name(
        "sentence.maximum_months",
        NameType.MONTHS,
        "your maximum term",
        "All maximum terms together; not known where the maximum is life.",
    ),
    Name(
        "sentence.term_months",
        NameType.MONTHS,
        "the length of your sentence",
        "All fixed terms together, as the place adds them.",
    ),
    Name("sentence.for_life", NameType.YES_NO, "whether your maximum is life", "The maximum is life."),
    Name(
        "sentence.served_days",
        NameType.DAYS,
        "the day the prison received you and the days you were held before your sentence",
        "Days served, jail time credit included.",
    ),
    Name(
        "dates.received",
        NameType.DAY,
        "the day the prison received you",
        "The day custody on this sentence started.",
    ),
    Name(
        "dates.started",
        NameType.DAY,
        "the day the prison received you and the days you were held before your sentence",
        "The day from which time counts: start of custody less jail time credit.",
    ),
    Name(
        "dates.minimum_ends",
        NameType.DAY,
        "your minimum term",
        "By our count.",
    ),
    Name("dates.term_ends", NameType.DAY, "the length of your sentence", "By our count, no time off."),
    Name(
        "dates.parole_eligibility",
        NameType.DAY,
        "your parole eligibility date",
        "From her sheet; else by our count, where the place has a rule.",
    ),
    Name(
        "dates.release",
        NameType.DAY,
        "your release date",
        "From her sheet; else by our count, where the place has a rule.",
    ),
    Name(
        "dates.earliest_release",
        NameType.DAY,
        "your parole eligibility date or release date",
        "The release date; with a minimum term, parole eligibility if that is earlier.",
    ),
    Name(
        "sentence.served_months",
        NameType.MONTHS,
        "the day the prison received you and the days you were held before your sentence",
        "Whole months served, jail time credit included.",
    ),
    Name(
        "sentence.imposed",
        NameType.DAY,
        "the day you were sentenced",
        "The day of the (first) sentence.",
        asks="On what day were you sentenced?",
        helps="It is the day on which the judge told you the sentence. The court papers show it.",
    ),
    Name(
        "appeal.pending",
        NameType.YES_NO,
        "whether an appeal or other court challenge is still open",
        "An appeal or another court challenge to the conviction or sentence is open.",
    ),
)
