"""What the shell offers when Tab is pressed."""

from __future__ import annotations


def interviews(incomplete: str) -> list[str]:
    """Return the names of interviews and of packages that begin so; files the shell itself knows."""
    from unbarred import content

    names = content.interview_names()
    if incomplete.startswith("docassemble."):
        from unbarred.engine.origins import package_form

        names += package_form.installed_names()
    return [name for name in names if name.startswith(incomplete)]


def places(incomplete: str) -> list[str]:
    """Return the slugs of places that begin so."""
    from unbarred import content
    from unbarred.law import index

    return [slug for slug in index.slugs(content.jurisdictions()) if slug.startswith(incomplete)]


def sessions(incomplete: str) -> list[str]:
    """Return the names of saved sessions that begin or end so; no answer is shown."""
    from unbarred.sessions import shelf

    return [name for name in shelf.names() if name.startswith(incomplete) or name.endswith(incomplete)]
