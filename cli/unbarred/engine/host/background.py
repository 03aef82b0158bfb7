"""Background work, which is done in the foreground."""

from __future__ import annotations

from unbarred.engine.background import Task, Worker
from unbarred.engine.host.marker import hookimpl


class Background:
    """Hooks about background tasks."""

    @hookimpl
    def get_celery_app(self) -> Worker:
        return Worker()

    @hookimpl
    def get_task(self, obj: Task) -> Task:
        return obj
