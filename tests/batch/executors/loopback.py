"""A scheduler and two workers as real processes, started as docs/batch-cluster.md says."""

from __future__ import annotations

import os
import re
import shlex
import signal
import socket
import sys
import time
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs" / "batch-cluster.md"


def documented(program: str) -> str:
    """The line of the page that starts `program`."""
    found = re.findall(rf"^.*\.venv/bin/dask {program} .*$", PAGE.read_text(), re.MULTILINE)
    return next(line for line in found if "`" not in line)


class Loopback:
    """The cluster. What was killed in it is started again by `mend`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.address = f"tcp://127.0.0.1:{self.port}"
        self.scheduler: psutil.Popen | None = None
        self.workers: list[psutil.Popen] = []
        self._started = 0

    def mend(self) -> None:
        """Start what does not run; wait until two workers have joined."""
        if self.scheduler is None or not self.scheduler.is_running():
            self.close()
            self.scheduler = self.start(documented("scheduler"))
        self.workers = [each for each in self.workers if each.is_running()]
        while len(self.workers) < 2:
            self.workers.append(self.start(documented("worker")))
        self.wait_for(2)

    def start(self, line: str) -> psutil.Popen:
        """Run a line of the page, with our port, in a folder of its own."""
        words = shlex.split(line.replace("8786", str(self.port)))
        set_here = dict(word.split("=", 1) for word in words if word.startswith("DASK_"))
        command = [word for word in words if not word.startswith("DASK_")]
        # The page's own folder, or that of the Python under test.
        command[0] = str(Path(sys.executable).with_name(Path(command[0]).name))
        self._started += 1
        folder = self.folder / str(self._started)
        folder.mkdir()
        # Where Dask keeps its files, so that they can be looked through.
        environment = {**os.environ, **set_here, "DASK_TEMPORARY_DIRECTORY": str(folder / "disk")}
        # The functions of these tests are not installed.
        environment["PYTHONPATH"] = os.pathsep.join(
            [str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")]
        )
        with (folder / "log").open("wb") as log:
            return psutil.Popen(
                command, stdout=log, stderr=log, cwd=folder, env=environment, start_new_session=True
            )

    def wait_for(self, workers: int) -> None:
        """Wait until so many workers can be given tasks."""
        from distributed import Client

        with Client(self.address, timeout=30, set_as_default=False) as client:
            client.wait_for_workers(workers, timeout=30)

    def kept(self) -> str:
        """Everything that the cluster wrote: logs, and files on its disk with their names."""
        found = []
        for path in self.folder.rglob("*"):
            try:
                found.append(
                    f"{path}\n{path.read_bytes().decode(errors='replace') if path.is_file() else ''}"
                )
            except OSError:
                # It is gone by now.
                continue
        return "\n".join(found)

    def close(self) -> None:
        """Kill everything."""
        for each in [*self.workers, *([self.scheduler] if self.scheduler else [])]:
            kill(each)
        self.workers, self.scheduler = [], None


def kill(process: psutil.Popen) -> None:
    """Kill a process with all that it started."""
    if process.is_running():
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def worker_of(nanny: psutil.Popen, seconds: float = 10) -> psutil.Process:
    """The process that a worker's guardian runs."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        for child in nanny.children():
            if "spawn_main" in " ".join(child.cmdline()):
                return child
        time.sleep(0.05)
    raise AssertionError("no worker")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
