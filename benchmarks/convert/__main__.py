"""`python -m benchmarks.convert`: run, and write `documents.json` and `documents.md`."""

import argparse
import json
from pathlib import Path

from benchmarks.convert import tabulate
from benchmarks.convert.bench import beside_peers, growing
from benchmarks.machine import machine

HERE = Path(__file__).parents[1]
SIZES = (100, 1_000, 10_000)


def main() -> None:
    """The command line."""
    found = machine()
    parser = argparse.ArgumentParser(prog="benchmarks.convert", description="How fast documents are converted.")
    parser.add_argument("--documents", nargs="+", type=int, default=SIZES, help="numbers of documents to grow through")
    parser.add_argument("--beside", type=int, default=200, help="documents for the comparison with other programs")
    parser.add_argument("--jobs", type=int, default=int(found["cores"]), help="processes where the number grows")
    parser.add_argument("--output", type=Path, default=HERE, help="folder for documents.json and documents.md")
    options = parser.parse_args()
    results = {
        "machine": found,
        "peers": [case.as_json() for case in beside_peers(options.beside)],
        "growth": [case.as_json() for case in growing(options.documents, options.jobs)],
    }
    options.output.mkdir(parents=True, exist_ok=True)
    page = tabulate.render(results)
    for name, text in (("documents.json", json.dumps(results, indent=1) + "\n"), ("documents.md", page)):
        (options.output / name).write_text(text, encoding="utf-8", newline="\n")
    print(page)


if __name__ == "__main__":
    main()
