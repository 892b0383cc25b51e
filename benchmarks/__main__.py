"""`python -m benchmarks`: run, write `results.json`, and draw `results.md` and `chart.svg` from it."""

import argparse
import json
from pathlib import Path

from benchmarks import chart, tabulate
from benchmarks.bench import TINY, bench
from benchmarks.machine import machine, versions
from benchmarks.validators import VALIDATORS

HERE = Path(__file__).parent
SIZES = (100_000, 1_000_000, 5_000_000)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="benchmarks", description="Lading beside its peers.")
    parser.add_argument("--rows", nargs="+", type=int, default=SIZES, help="sizes of the tables")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is run")
    parser.add_argument("--only", nargs="+", choices=[each.name for each in VALIDATORS], default=[], metavar="NAME")
    parser.add_argument("--output", type=Path, default=HERE, help="folder for results.json, results.md and chart.svg")
    options = parser.parse_args()
    cases = [case.as_json() for case in bench([TINY, *options.rows], options.rounds, options.only)]
    results = {"machine": machine(), "versions": versions(), "rounds": options.rounds, "cases": cases}
    options.output.mkdir(parents=True, exist_ok=True)
    write(options.output / "results.json", json.dumps(results, indent=1, ensure_ascii=False))
    table = tabulate.render(results)
    write(options.output / "results.md", table)
    write(options.output / "chart.svg", chart.render(results))
    print(table)


def write(path: Path, text: str) -> None:
    """Write a text file that ends with one line feed."""
    path.write_text(text.rstrip("\n") + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
