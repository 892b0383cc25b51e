"""Build the data package from `data/sources` and `data/registry`: the tables, the descriptor, the derived schemas.

Run from the repository root as `python scripts/build.py`. Exit code 0: built, or nothing to change; 1: the sources
fall short, or `--check` found a file that would change; 2: the build could not run.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

if __package__ in (None, ""):  # run as a file: the packages scripts and schemas lie in the repository root
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from lading.issue import Issue, IssuesError, LadingError
from lading.package import write_package
from lading.publish import differences, recover, staging
from lading.record import Record
from schemas import BAKU_TALKS
from scripts.assemble import assemble
from scripts.digests import require_digests
from scripts.faults import FELL_SHORT, noting, report, run
from scripts.located import shown
from scripts.records import require_rules, sound_records
from scripts.registry import load
from scripts.sources import read_sources

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Build or check, and say so in one line."""
    parser = argparse.ArgumentParser(
        description="Build the data package from data/sources and data/registry.",
        epilog="Exit code: 0 built, or nothing to change; 1 faults, or --check found a change; 2 could not run.",
    )
    parser.add_argument("--check", action="store_true", help="change nothing; fail when a build would")
    parser.add_argument("--texts", type=Path, metavar="DIR", help="check the digests against the texts in this folder")
    parser.add_argument(
        "--root", type=Path, default=ROOT, metavar="DIR", help="the folder that holds data/ (default: the repository)"
    )
    options = parser.parse_args(arguments)
    try:
        if options.texts:
            require_digests(read_sources(options.root / "data/sources"), options.texts)
        return check(options.root) if options.check else build(options.root)
    except LadingError as error:
        return report(error)


def build(root: Path) -> int:
    """Write the package; on any fault the last good one stays."""
    recover(root)
    records = read_records(root)
    with staging(root) as staged:
        write_package(BAKU_TALKS, records, staged)
    n_records = sum(map(len, records.values()))
    documents = len(records["documents"])
    print(f"built {BAKU_TALKS.name} {BAKU_TALKS.version}: {n_records} records of {documents} documents")
    return 0


def check(root: Path) -> int:
    """Name the files that a build would change."""
    recover(root)
    records = read_records(root)
    with tempfile.TemporaryDirectory() as staged:
        write_package(BAKU_TALKS, records, Path(staged))
        changed = differences(Path(staged), root)
    for name in changed:
        print(f"{name}; run scripts/build.py", file=sys.stderr)
    return FELL_SHORT if changed else 0


def read_records(root: Path) -> dict[str, list[Record]]:
    """The records of all tables. Raises IssuesError with every fault of the registry and the sources."""
    issues: list[Issue] = []
    registry = drafts = None
    with noting(issues):
        registry = load(root / "data/registry")
    with noting(issues):
        drafts = read_sources(root / "data/sources")
    if registry is None or drafts is None:
        raise IssuesError(issues)
    if not drafts:
        raise LadingError(f"{shown(root / 'data/sources')}: holds no stand-off file, so there is nothing to build")
    entries, left_out = assemble(registry, drafts)
    made = sound_records(BAKU_TALKS, entries, left_out)
    require_rules(BAKU_TALKS, made)
    return {table: [record for record, _ in members] for table, members in made.items()}


if __name__ == "__main__":
    run(main)
