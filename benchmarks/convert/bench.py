"""Convert beside the peers on the same documents, and on ever more documents, each as a whole process."""

import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.convert import recombine
from benchmarks.files import DATA, ROOT
from benchmarks.measure import measure

TIMEOUT = 3600.0
LONG = 6_000
"""Characters of a document that all find sentences in: an ordinary press conference."""
SHORT = 1_500
"""Characters of a document where the number of documents grows."""
SOME_SKIPPED = 1
"""The exit code of convert where some of the recombined documents are in no layout that is known."""
PEERS = {"nupunkt": "nupunkt, sentences alone", "spacy": "spaCy's sentencizer, sentences alone"}


@dataclass(frozen=True, slots=True)
class Case:
    """A program on some documents, and what it took."""

    program: str
    documents: int
    megabytes: float
    jobs: int
    seconds: float
    processor: float
    memory: float

    def as_json(self) -> dict[str, Any]:
        """For the file of results."""
        return {name: round(value, 3) if isinstance(value, float) else value for name, value in asdict(self).items()}


def beside_peers(n_documents: int, data: Path = DATA) -> Iterator[Case]:
    """Everyone on the same documents, on one core."""
    folder = data / "documents" / f"{n_documents}-long"
    megabytes = recombine.write(n_documents, LONG, folder) / 1e6
    for peer, program in PEERS.items():
        command = [sys.executable, "-m", "benchmarks.convert.sentences", peer, str(folder)]
        yield _measured(program, command, n_documents, megabytes, 1)
    yield _converted(folder, n_documents, megabytes, 1)


def growing(sizes: Sequence[int], jobs: int, data: Path = DATA) -> Iterator[Case]:
    """Convert on ever more documents, on several cores."""
    for n_documents in sizes:
        folder = data / "documents" / f"{n_documents}-short"
        megabytes = recombine.write(n_documents, SHORT, folder) / 1e6
        yield _converted(folder, n_documents, megabytes, jobs)


def _converted(folder: Path, n_documents: int, megabytes: float, jobs: int) -> Case:
    output = Path(tempfile.mkdtemp(prefix="lading-"))
    command = [sys.executable, "scripts/convert.py", str(folder), "--output", str(output / "package")]
    try:
        return _measured("convert", [*command, "--jobs", str(jobs)], n_documents, megabytes, jobs, SOME_SKIPPED)
    finally:
        shutil.rmtree(output)


def _measured(
    program: str, command: Sequence[str], n_documents: int, megabytes: float, jobs: int, status: int = 0
) -> Case:
    run = measure(command, ROOT, TIMEOUT)
    if run.status not in (0, status):
        raise RuntimeError(f"{program} ended with status {run.status}: {run.errors.strip()[-200:]}")
    print(f"{program}, {n_documents} documents: {run.seconds:.1f} s", file=sys.stderr)
    return Case(program, n_documents, megabytes, jobs, run.seconds, run.processor, run.memory)
