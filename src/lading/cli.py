"""The command line: each command reads its arguments, calls one function and renders what it returns."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import click

import lading
from lading import progress
from lading.check.resources import TablePlan
from lading.descriptor.paths import is_remote
from lading.engine.reading import Failing
from lading.issue import Issue, LadingError, one_line
from lading.output import standard_output, whole_file
from lading.project import declared_dataset, load_dataset, load_model
from lading.publish import recover
from lading.record import DeclarationError
from lading.remembered import Remembered, cache_folder
from lading.report.formats import FORMATS
from lading.tables.row import Row
from lading.validate import ENGINES, validate

EXIT_VALID, EXIT_ISSUES, EXIT_COULD_NOT_RUN = 0, 1, 2
LIMITS = ", ".join(f"{name}: {form.limit or 'all'}" for name, form in FORMATS.items())


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(lading.__version__, prog_name="lading")
def main() -> None:
    """From record models to a versioned, validated data package."""


@main.command(name="validate", short_help="Check a data package.")
@click.argument("path", type=click.Path(), default=".")
@click.option("--format", "form", type=click.Choice(tuple(FORMATS)), default="text", help="How to report.")
@click.option("--output", type=click.Path(path_type=Path), help="File for the report instead of standard output.")
@click.option("--limit", type=click.IntRange(0), help=f"Issues listed of each code, 0 for all [{LIMITS}].")
@click.option("--failures", type=click.Path(path_type=Path), help="Folder for the failing rows, as Parquet.")
@click.option(
    "--dataset",
    "dataset_name",
    metavar="MODULE:NAME",
    help="Record models to check against; runs their code. For the package in the current folder, the default is what "
    "[tool.lading] in its pyproject.toml names; for any other, models made from its schemas, which run no code.",
)
@click.option("--model", "model_name", metavar="MODULE:NAME", help="Record model for a single table; runs its code.")
@click.option("--schema", type=click.Path(path_type=Path), help="Table Schema for a single table.")
@click.option("--texts", type=click.Path(path_type=Path), help="Folder with the texts that spans point into.")
@click.option("--engine", type=click.Choice(ENGINES), default=ENGINES[0], help="What runs the checks.")
@click.option("--jobs", type=click.IntRange(1), default=os.cpu_count(), help="Cores to use [all of them].")
@click.option("--no-cache", is_flag=True, help="Check again what has not changed since it was checked.")
def validate_command(
    path: str,
    form: str,
    output: Path | None,
    limit: int | None,
    failures: Path | None,
    dataset_name: str | None,
    model_name: str | None,
    jobs: int,
    no_cache: bool,
    **options: Any,
) -> None:
    """Check the data package at PATH: descriptor, files, every record, keys, rules, twins and spans.

    PATH is a folder, a descriptor, a zip archive or a table. Exit code: 0 valid, 1 issues, 2 could not run.
    """
    with one_line_failures():
        _use_cores(jobs)
        here, local = Path.cwd(), _local(path)
        if _is_in(local, here):
            # A package from elsewhere may come with code and with the traces of an unfinished build: neither is
            # acted on unless it is that of the project which the caller works in.
            recover(here)
            dataset_name = dataset_name or (None if model_name else declared_dataset(here))
        options["dataset"] = load_dataset(dataset_name, here) if dataset_name else None
        options["model"] = load_model(model_name, here) if model_name else None
        folder = None if no_cache else cache_folder()
        remembered = Remembered(folder) if folder else None
        with ExitStack() as stack:
            options["progress"] = stack.enter_context(progress.shown())
            if failures is not None:
                options["failing"] = _failing(stack, failures)
            report = validate(local, jobs=jobs, remembered=remembered, **options)
        with whole_file(output) if output else standard_output() as stream:
            FORMATS[form].render(report, stream, limit)
    sys.exit(EXIT_VALID if report.valid else EXIT_ISSUES)


def _local(path: str) -> Path:
    """The path, if it is none to another machine: of a path, the two slashes of an address would become one."""
    if is_remote(path):
        raise LadingError(f"{path}: this is an address, and nothing is fetched: download the package first")
    return Path(path)


def _use_cores(jobs: int) -> None:
    """Tell the libraries that read columns, before they are loaded."""
    for name in ("POLARS_MAX_THREADS", "OMP_NUM_THREADS"):
        os.environ.setdefault(name, str(jobs))


def _failing(stack: ExitStack, folder: Path) -> Failing:
    from lading.failures import FailureWriter

    writer = stack.enter_context(FailureWriter(folder))

    def add(table: TablePlan, row: Row, issues: Sequence[Issue]) -> None:
        writer.add(table.resource, row, issues, (column.name for column in table.columns))

    return add


@contextmanager
def one_line_failures() -> Iterator[None]:
    """Expected failures as one line on stderr, without traceback."""
    try:
        yield
    except BrokenPipeError:  # whoever reads has read enough
        raise
    except KeyboardInterrupt:
        click.echo("lading: interrupted", err=True)
        sys.exit(EXIT_COULD_NOT_RUN)
    except (DeclarationError, LadingError, OSError) as error:
        click.echo(f"lading: {one_line(str(error))}", err=True)
        sys.exit(EXIT_COULD_NOT_RUN)


def _is_in(path: Path, folder: Path) -> bool:
    """Whether the package at a path is that in a folder; a path that cannot be read is in none."""
    try:
        return (path if path.is_dir() else path.parent).samefile(folder)
    except OSError:
        return False
