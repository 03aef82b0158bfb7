"""Names of her life and her case, most of which only she can tell."""

from __future__ import annotations

from unbarred.law.names.name import Name, NameType

OF_THE_PERSON = (
    Name("person.age", NameType.YEARS, "your age", "Whole years on the day of the question."),
    Name(
        "person.age_at_offense",
        NameType.YEARS,
        "your age when the crime happened",
        "Whole years.",
        asks="How old were you when the crime happened?",
    ),
    Name(
        "person.pregnant",
        NameType.YES_NO,
        "whether you are pregnant",
        "She is pregnant.",
        asks="Are you pregnant?",
    ),
    Name(
        "person.gave_birth",
        NameType.DAY,
        "the day you gave birth",
        "The day of her latest birth.",
        asks="When did you last give birth?",
    ),
    Name(
        "person.released",
        NameType.DAY,
        "the day you left prison",
        "Release from prison on the latest sentence.",
        asks="On what day did you leave prison?",
        only_outside=True,
    ),
    Name(
        "person.in_prison",
        NameType.YES_NO,
        "whether you are in prison",
        "She is in prison on a sentence.",
    ),
    Name(
        "person.awaiting_trial",
        NameType.YES_NO,
        "whether you are waiting for trial",
        "Held before trial.",
        asks="Are you still waiting for your trial?",
    ),
    Name(
        "person.on_supervision",
        NameType.YES_NO,
        "whether you are on parole or probation",
        "On parole, probation, licence or supervised release.",
        asks="Are you on parole, on probation or under other supervision?",
        helps=("For example on licence, or on supervised release. Say no if nobody supervises you any more."),
        only_outside=True,
    ),
    Name(
        "children.minor",
        NameType.YES_NO,
        "whether you have a child under 18",
        "She is a parent of a child under 18.",
        asks="Do you have a child under 18?",
    ),
    Name(
        "children.youngest_months",
        NameType.MONTHS,
        "the age of your youngest child",
        "Whole months.",
        asks="How many months old is your youngest child?",
        helps="For a child of two years, type 24.",
        only_if="children.minor",
    ),
    Name(
        "children.caretaker",
        NameType.YES_NO,
        "whether you were the main person caring for the child",
        "The child's primary caretaker before custody.",
        asks="Before prison, were you the main person who cared for your child?",
        only_if="children.minor",
    ),
    Name(
        "children.entered_care",
        NameType.DAY,
        "the day your child came into foster care",
        "As the law counts it.",
        asks="On what day did your child come into foster care?",
        helps=(
            "The day on which the authorities took your child into their care, or placed it with a "
            "foster family."
        ),
        only_if="children.minor",
    ),
    Name(
        "health.terminal",
        NameType.YES_NO,
        "whether a doctor says your illness will end in death",
        "A terminal illness.",
        asks="Has a doctor said that you have an illness that will end your life?",
        helps="We are sorry to ask. Some rules open a faster way for people who are that ill.",
    ),
    Name(
        "health.months_to_live",
        NameType.MONTHS,
        "how long the doctor thinks you will live",
        "As a doctor has said it.",
        asks="How many months do the doctors think you have?",
        helps="Nobody can know it. Some rules look at what a doctor has said. You can leave it out.",
        only_if="health.terminal",
    ),
    Name(
        "health.incapacitated",
        NameType.YES_NO,
        "whether an illness or disability keeps you from caring for yourself",
        "Lasting; cannot do daily tasks alone.",
        asks="Does an illness or disability keep you from caring for yourself?",
        helps=(
            "For example from eating, washing, dressing or moving about without help, and not only "
            "for a short time."
        ),
    ),
    Name(
        "abuse.survivor",
        NameType.YES_NO,
        "whether you were abused",
        "She was a victim of domestic, sexual or other abuse.",
        asks="Were you abused by a partner, a family member or someone else?",
        helps=("Abuse can be hitting, forcing, threatening, controlling, or sexual. You can leave this out."),
    ),
    Name(
        "abuse.trafficked",
        NameType.YES_NO,
        "whether somebody trafficked you",
        "A victim of human trafficking.",
        asks="Did somebody use force, threats or lies to make you work or have sex for their gain?",
        helps="The law calls this human trafficking. You can leave this out.",
    ),
    Name(
        "abuse.linked",
        NameType.YES_NO,
        "whether the abuse played a part in the crime",
        "The abuse or trafficking contributed to the offense.",
        asks="Did the abuse play a part in the crime?",
        helps=(
            "For example: you were forced, you were afraid, or you acted to protect yourself. You can "
            "leave this out."
        ),
    ),
    Name(
        "offense.day",
        NameType.DAY,
        "the day of the crime",
        "The day of the offense; the earliest of several.",
        asks="On what day did the crime happen?",
        helps="The charge says it. If there are several days, give the first.",
    ),
    Name(
        "offense.felony",
        NameType.YES_NO,
        "whether the conviction is a felony",
        "At least one conviction is a felony.",
        asks="Is your conviction a felony?",
        helps=(
            "A felony is a serious crime, in most places one that can bring more than a year in "
            "prison. The court papers say it."
        ),
    ),
    Name(
        "offense.violent",
        NameType.YES_NO,
        "whether the law calls the crime violent",
        "As the place's own list has it.",
        asks="Does the law call your crime violent?",
        helps=(
            "Each place has its own list. A lawyer or the law library can tell you. Leave it for "
            "later if you are not sure."
        ),
    ),
    Name(
        "offense.sexual",
        NameType.YES_NO,
        "whether it is a sex crime",
        "As the place's own list has it.",
        asks="Does the law call it a sex crime?",
        helps=(
            "Each place has its own list. People convicted of one often have to register. Leave it "
            "for later if you are not sure."
        ),
    ),
    Name(
        "offense.murder",
        NameType.YES_NO,
        "whether the conviction is for murder",
        "Any degree.",
        asks="Were you convicted of murder?",
        helps="Of any degree. Manslaughter is another crime.",
    ),
    Name(
        "offense.listed",
        NameType.YES_NO,
        "whether your crime or sentence is one of those that the rule names",
        "The crime or the sentence is one of those that the place's rule lists.",
        asks="Is your crime or your sentence one of those named here?",
    ),
    Name(
        "conviction.day",
        NameType.DAY,
        "the day you were convicted",
        "The latest conviction.",
        asks="On what day were you convicted?",
        helps=(
            "The day you pleaded guilty, or a judge or jury found you guilty. It can be earlier than "
            "the day of the sentence."
        ),
    ),
    Name(
        "conviction.felonies",
        NameType.NUMBER,
        "how many felony convictions you have",
        "All of them.",
        asks="How many felony convictions do you have?",
        helps="Count this one too, and those from other places.",
    ),
    Name(
        "conviction.first",
        NameType.YES_NO,
        "whether this is your first conviction",
        "No conviction before the one she serves.",
        asks="Is this your first conviction?",
        helps="Say no if a court had found you guilty of another crime before.",
    ),
    Name(
        "conviction.ended",
        NameType.DAY,
        "the day your whole sentence ended, with parole and fines",
        "Everything of the sentence is over.",
        asks="On what day did your whole sentence end?",
        helps="The day on which nothing was left: prison, parole, probation, and what you had to pay.",
        only_outside=True,
    ),
    Name(
        "discipline.clean_since",
        NameType.DAY,
        "the day you were last punished for breaking a prison rule",
        "The day after which there is no discipline.",
        asks="On what day were you last punished for breaking a prison rule?",
        helps=(
            "Your prison may call it discipline, a report, a write-up or a ticket. If there was none, "
            "give the day you came to prison."
        ),
    ),
    Name(
        "petition.pending",
        NameType.YES_NO,
        "whether an earlier request is still open",
        "A request for the same remedy is not decided.",
        asks="Is an earlier request of this kind still open?",
        helps="Open means that nobody has decided it yet.",
        only_if="petition.earlier",
    ),
    Name(
        "petition.denied",
        NameType.DAY,
        "the day your last request was denied",
        "The latest denial of the same remedy.",
        asks="On what day was your last request of this kind denied?",
        helps="It is the day on the letter that says no. Leave it out if none was denied.",
        only_if="petition.earlier",
    ),
    Name(
        "petition.earlier",
        NameType.YES_NO,
        "whether you asked for this before",
        "She asked for the same remedy before.",
        asks="Have you asked for this before?",
        helps="The same kind of request, to the same office, in this case or an older one.",
    ),
    Name(
        "parole.denied",
        NameType.DAY,
        "the day parole was last denied",
        "The latest denial of parole.",
        asks="On what day was parole last denied?",
        helps="It is the day on the decision. Leave it out if it never was.",
    ),
    Name(
        "parole.eligible",
        NameType.YES_NO,
        "whether you can be paroled already",
        "Eligible for parole on the day of the question.",
        asks="Can you be paroled already?",
        helps=(
            "Parole means leaving prison early, with rules to keep. Say yes if the first day on which "
            "you could be paroled has passed."
        ),
    ),
)
