"""What the benchmark of batches measures, and what must hold of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Figures:
    """What was measured. Memory in megabytes, times in seconds."""

    clients: int
    papers_per_client: float
    clients_per_second: float
    """Of two processes, from the start of the program to its end; in the fastest of several runs."""
    slowest_per_second: float
    """The same in the slowest of them."""
    one_per_second: float
    """On one core."""
    speedup_two: float
    docxtpl_per_second: float
    ratio_to_docxtpl: float
    """Two cores of ours beside the loop of docxtpl."""
    ratio_of_one: float
    """One core of ours beside that loop, which has one too."""
    client_cpu_ms: float
    """What processors work for a client in the run on one core; less than the time if others work too."""
    docxtpl_cpu_ms: float
    rss_mb: float
    """The most that any process held that makes packets."""
    rss_grown_mb: float
    """How much of it was not there after the first hundred packets."""
    first_packet_s: float
    again_per_second: float
    """Clients whose packets are there already, when the same command is run once more."""
    packet_kb: float
    """What a packet's files hold on average, in thousands of bytes."""
    packet_disk_kb: float
    """What they take on the disk, in whole blocks."""
    files_per_client: float
    reports_kb: float
    """What the reports take for a client."""
    pdf_per_second: float
    """Clients of two processes that make a PDF of each packet too; 0 if that was not measured."""
    pdf_packet_kb: float
    """What a packet with its PDF holds."""
    rows: int
    csv_rows_per_second: float
    csv_grown_mb: float
    """How much more memory reading and matching held at the end than after a tenth of the rows."""
    csv_peak_mb: float
    xlsx_rows_per_second: float
    xlsx_grown_mb: float
    xlsx_peak_mb: float
    checked: int
    checked_per_second: float
    """Of two processes, from the start of the program to its end."""
    checked_grown_mb: float
    packets_in: str
    """Where the packets went."""

    def goals(self) -> dict[str, bool]:
        """Return what must hold, in words, and whether it does."""
        rate, ratio, two = self.clients_per_second, self.ratio_to_docxtpl, self.speedup_two
        return {
            f"two cores serve {rate:.1f} clients a second, at least 60": rate >= 60,
            f"they serve {two:.2f} times as many as one, at least 1.8": two >= 1.8,
            f"they serve {ratio:.1f} times as many as a loop of stock docxtpl, at least 8": ratio >= 8,
            f"a worker holds {self.rss_mb:.0f} MB at most, under 400": self.rss_mb < 400,
            f"it grew by {self.rss_grown_mb:.1f} MB after the first hundred, at most 20": self.rss_grown_mb
            <= 20,
            f"the first packet is there after {self.first_packet_s:.2f} s, under 3": self.first_packet_s < 3,
            f"a client has {self.papers_per_client:.1f} papers on average, at least 4": (
                self.papers_per_client >= 4
            ),
            f"reading {self.rows} rows of CSV grew by {self.csv_grown_mb:.1f} MB, at most 20": (
                self.csv_grown_mb <= 20
            ),
            f"reading {self.rows} rows of XLSX grew by {self.xlsx_grown_mb:.1f} MB, at most 20": (
                self.xlsx_grown_mb <= 20
            ),
            f"checking {self.checked} rows, {self.checked_per_second:.0f} a second, grew by "
            f"{self.checked_grown_mb:.1f} MB, at most 20": self.checked_grown_mb <= 20,
        }
