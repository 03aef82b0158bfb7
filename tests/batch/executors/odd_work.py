"""What workers are given to do in these tests: small functions that sleep, grow, end, or answer."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil

from unbarred.batch.tasks import Outcome, Status, Task, Work
from unbarred.errors import ContentError

SECRET = "Marisol Quintero"
"""An answer in every task; it must be seen nowhere."""


def work(**arguments: str) -> Work:
    return Work("clemency/commutation", arguments, out=None)


def task(number: int, **answers: str) -> Task:
    return Task(number, f"client-{number}", f"{number:032x}", f"key {SECRET}", {"name": SECRET, **answers})


def begin(work: Work) -> Callable[[Task], Outcome]:
    """Do what an answer `do` says; `arguments` may name a file that counts how often a worker began."""
    if "begun" in work.arguments:
        with Path(work.arguments["begun"]).open("a") as file:
            file.write(f"{os.getpid()}\n")
    if work.arguments.get("refuse") or work.arguments.get("refuse_where", "nowhere") in os.environ:
        raise ContentError("The interview is faulty.", "Mend it.")
    if work.arguments.get("end_at_once"):
        os._exit(3)
    return lambda task: do(work, task)


def do(work: Work, task: Task) -> Outcome:
    name, _, detail = str(task.answers.get("do", "")).partition(" ")
    files = ACTIONS[name](task, detail) if name else {}
    return made(task, files or {"pid": str(os.getpid()).encode()})


def made(task: Task, files: dict[str, bytes]) -> Outcome:
    return Outcome(task.number, Status.MADE, papers=len(files), files=files)


def sleep(task: Task, detail: str) -> None:
    time.sleep(float(detail))


def kill(task: Task, detail: str) -> None:
    """End the worker; if `detail` names a file, only where that was not there yet."""
    if not detail or not Path(detail).exists():
        if detail:
            Path(detail).touch()
        os.kill(os.getpid(), signal.SIGKILL)


def allocate(task: Task, detail: str) -> dict[str, bytes]:
    held = bytearray(int(detail) * 1024**2)
    return {"size": str(len(held)).encode()}


def leak(task: Task, detail: str) -> None:
    LEAKED.append(os.urandom(int(detail) * 1024**2))


def fail(task: Task, detail: str) -> None:
    raise ValueError(SECRET)


def say(task: Task, detail: str) -> None:
    sys.stdout.write(SECRET)
    sys.stdout.flush()
    sys.stderr.write(SECRET)
    subprocess.run(["echo", SECRET], check=True)


def start(task: Task, detail: str) -> None:
    """Start another program, write its number to the file `detail`, and hang."""
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    Path(detail).write_text(str(child.pid))
    time.sleep(60)


def files(task: Task, detail: str) -> dict[str, bytes]:
    return {"paper.docx": bytes([task.number % 256]) * int(detail)}


def content(task: Task, detail: str) -> dict[str, bytes]:
    """Return where the content is, and the law of one place."""
    from unbarred import content

    law = [path.read_bytes() for path in sorted((content.jurisdictions() / "us-ny").rglob("*.yml"))]
    return {"root": str(content.root()).encode(), "law": b"".join(law)}


ACTIONS: dict[str, Callable[[Task, str], dict[str, bytes] | None]] = {
    each.__name__: each for each in (sleep, kill, allocate, leak, fail, say, start, files, content)
}
LEAKED: list[bytes] = []


def is_gone(pid: int, seconds: float = 3.0) -> bool:
    """Say whether a process has ended, or ends within so many seconds."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(0.02)
    return False


def number_in(file: Path, seconds: float = 10.0) -> int:
    """Wait for the number of a process that `start` writes."""
    until = time.monotonic() + seconds
    while not (file.exists() and file.read_text()) and time.monotonic() < until:
        time.sleep(0.02)
    return int(file.read_text())
