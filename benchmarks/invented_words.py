"""What invented clients say: names, places, and sentences for their longer answers. None of it happened."""

from __future__ import annotations

FIRST = (
    "Rosalind Marisol Keisha Dolores Anneliese Tamika Guadalupe Bronwyn Siobhán Nguyệt Zoë Fatima Ming Olena "
    "Ximena Jacqueline Latoya Renée Ingrid Priya Beatriz Yolanda Charlotte Ruth Esperanza Naomi Agnieszka Mei"
).split()
LAST = (
    "Example Placeholder Sampleton Madeup Notreal Invented Fictional Imaginary O'Sample Example-Smith "
    "de-la-Muestra Beispiel Przykład Vzorková Exemple Ornek Ejemplo McSample"
).split()
CHILDREN = "Luz Mateo Ava Jayden Noor Elijah Sofía Amara Leo Maya Theo Imani Nina Omar Ivy Caleb".split()
PROGRAMS = (
    "Associate degree, College Program",
    "Alternatives to Violence",
    "Building maintenance",
    "Parenting from a distance",
    "Aggression Replacement Training",
    "Certified recovery peer advocate",
    "Braille transcription",
    "High school equivalency",
)
OUTCOMES = ("Finished with honors", "Finished", "Certificate", "Finished; now I lead groups", "Still in it")
OFFENSES = (
    "Robbery in the first degree",
    "Assault in the second degree",
    "Manslaughter in the first degree",
    "Burglary in the second degree",
    "Criminal sale of a controlled substance in the third degree",
    "Grand larceny in the third degree",
    "Criminal possession of a weapon in the second degree",
    "Murder in the second degree",
)
COUNTIES = ("Example County", "Sample County", "Placeholder County", "Imaginary County")
COURTS = ("County Court", "Supreme Court")
FACILITIES = (
    "Bedford Hills Correctional Facility",
    "Taconic Correctional Facility",
    "Albion Correctional Facility",
)
RELATIONS = (
    "Mother",
    "Sister",
    "Aunt",
    "College teacher",
    "Pastor",
    "Friend since school",
    "Former employer",
)
TICKETS = ("Disobeying an order", "Out of place", "Unhygienic act", "Fighting", "Contraband")
PAPERS = (
    "Associate degree",
    "Letter that offers work",
    "Order of protection, 2014",
    "Certificates of courses",
    "Letter of thanks from the education supervisor",
    "Hospital records, 2013",
)

STORY = (
    "In the winter I had lost my job at the laundry and lived with a man who took what I earned.",
    "He had a plan, and he told me what would happen to me if I stayed home.",
    "I drove the car. I knew that he had a gun.",
    "I stood at the door while he took the money, and I did not help the man behind the counter.",
    "I had been drinking since the morning, which explains what I did and does not excuse it.",
    "My cousin called me at two at night & asked me to hold a bag, and I did not ask what was in it.",
    "Nobody was shot. I know that this was luck and not my doing.",
    "We had argued for hours; the children were asleep in the next room.",
    "When the police came I told them where everything was, because I could not carry it any longer.",
    "I was 22 years old, I had two children, and I owed <more> than I could count.",
    "I did not take the stand at the trial, and so nobody heard from me what I say here.",
    "The woman I hurt was my neighbor; she had been kind to me.",
)
TODAY = (
    "I was afraid of him, and I still made a choice.",
    "I think of her every day. If she wants to hear from me I will tell her so.",
    "For a long time I told the story so that it sounded smaller than it was.",
    "He went to work that night to feed his family, and I helped to point a gun at him.",
    "I have learned to say what I did in one sentence, and then to be quiet.",
    "What I took from that family cannot be given back by any number of years.",
    "I do not ask to be forgiven. I ask to be looked at as I am now.",
)
GROWTH = (
    "I used to do what the loudest person in the room said.",
    "Now I run a room of twenty women every Tuesday, and it is quiet.",
    "I came here without a diploma and finished my GED in the first winter.",
    "I have worked in the law library since 2020 and help women to write to their children.",
    "The officers of my unit ask me to sit with women on their first night.",
    "I read a book a week; my daughter reads the same one, and we talk about it on Sundays.",
    "I have had no ticket in eight years.",
    "In the horticulture class I learned that some things take three years to bear anything.",
    "I completed the program twice, the second time because I wanted to understand it.",
)
HURT = (
    "He hit me for four years.",
    "I was in the emergency room twice, and both times he sat next to me while the doctor asked.",
    "He kept my papers and my telephone, and he counted the minutes that I was away.",
    "When I left the first time he found me within a week.",
    "My sister saw the marks, and wrote it down for the court.",
)
HOME = (
    "With my mother and my children in Anytown. She has a room for me and has said so in a letter.",
    "A house with rooms for women who come home has put me on its list.",
    "The Invented Clinic has offered me work as a peer navigator, three days a week to begin with.",
    "I will go on with counseling at the Anytown Center, which has a place for me.",
    "My mother, my sister, and the women of the Tuesday group who are home already stand by me.",
    "My uncle's shop needs somebody who can do accounts, and I have the certificate.",
)
WHY = (
    "I have served most of my minimum term and used the years: a degree, a trade, no ticket.",
    "My mother is raising my children and is getting old. I am ready to take my place.",
    "The law under which I was sentenced has changed, and today the sentence would be shorter.",
    "The others in this case have been home for years.",
    "My illness is cared for outside far better than it can be here.",
)
