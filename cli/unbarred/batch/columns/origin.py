"""Which interview, place and content a sheet was made from."""

from __future__ import annotations

import hashlib

from unbarred import content
from unbarred.engine import LoadedInterview


def name_of(place: str) -> str:
    """Return what people call a place; what was given, if it is none that we know."""
    from unbarred import law

    return law.place(place).name if place in {each.slug for each in law.places()} else place


def digest_of(interview: LoadedInterview, place: str) -> str:
    """Return the SHA-256 of the files of the interview, and of those its law rests on in `place`."""
    from unbarred.engine import origins
    from unbarred.law import provenance

    if not interview.is_ours:
        return origins.extent(interview.origin).digest
    folder = content.interviews()
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.suffix in _TEXTS}
    digests = {name: content.digest(path) for name, path in files.items()}
    remedies = interview.metadata.get("remedies") or ()
    for remedy in remedies if place else ():
        digests |= {f"law/{name}": each for name, each in provenance.digests(place, str(remedy)).items()}
    lines = [f"{name} {digest}\n" for name, digest in sorted(digests.items())]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


_TEXTS = (".yml", ".py")
