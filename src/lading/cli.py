"""The command line: each command reads its arguments, calls one function and renders what it returns."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

import click
from rich.console import Console

import lading
from lading.issue import LadingError, one_line
from lading.project import declared_dataset, load_dataset
from lading.publish import recover
from lading.record import DeclarationError
from lading.report.formats import FORMATS
from lading.validate import validate

EXIT_VALID, EXIT_ISSUES, EXIT_COULD_NOT_RUN = 0, 1, 2
LIMITS = ", ".join(f"{name}: {form.limit or 'all'}" for name, form in FORMATS.items())


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(lading.__version__, prog_name="lading")
def main() -> None:
    """From record models to a versioned, validated data package."""


@main.command(name="validate", short_help="Check a data package.")
@click.argument("path", type=click.Path(path_type=Path), default=".")
@click.option("--format", "form", type=click.Choice(tuple(FORMATS)), default="text", help="How to report.")
@click.option("--texts", type=click.Path(path_type=Path), help="Folder with the texts that spans point into.")
@click.option(
    "--dataset",
    "name",
    metavar="MODULE:NAME",
    help="Record models to check against; runs their code. For the package in the current folder, the default is what "
    "[tool.lading] in its pyproject.toml names; for any other, models made from its schemas, which run no code.",
)
@click.option("--limit", type=click.IntRange(0), help=f"Issues listed of each code, 0 for all [{LIMITS}].")
def validate_command(path: Path, form: str, texts: Path | None, name: str | None, limit: int | None) -> None:
    """Check the data package at PATH: descriptor, files, every record, keys, rules, twins and spans.

    PATH is a folder or a descriptor file. Exit code: 0 valid, 1 issues, 2 could not run.
    """
    with one_line_failures():
        here = Path.cwd()
        if _is_in(path, here):
            # A package from elsewhere may come with code and with the traces of an unfinished build: neither is
            # acted on unless it is that of the project which the caller works in.
            recover(here)
            name = name or declared_dataset(here)
        dataset = load_dataset(name, here) if name else None
        with _progress() as announce:
            report = validate(path, dataset=dataset, texts=texts, progress=announce)
        with _output() as stream:
            FORMATS[form].render(report, stream, limit)
    sys.exit(EXIT_VALID if report.valid else EXIT_ISSUES)


@contextmanager
def one_line_failures() -> Iterator[None]:
    """Expected failures as one line on stderr, without traceback."""
    try:
        yield
    except BrokenPipeError:  # whoever reads has read enough
        raise
    except (DeclarationError, LadingError, OSError) as error:
        click.echo(f"lading: {one_line(str(error))}", err=True)
        sys.exit(EXIT_COULD_NOT_RUN)


@contextmanager
def _output() -> Iterator[TextIO]:
    """Standard output; what its encoding lacks is escaped, and what could not be written is an OSError here and now."""
    stream = sys.stdout
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    try:
        yield stream
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        # Python would try once more at its end, and say so in several lines.
        with suppress(OSError), Path(os.devnull).open("w") as nowhere:
            os.dup2(nowhere.fileno(), stream.fileno())
        raise LadingError(f"the report could not be written: {error.strerror}") from None


def _is_in(path: Path, folder: Path) -> bool:
    """Whether the package at a path is that in a folder; a path that cannot be read is in none."""
    try:
        return (path if path.is_dir() else path.parent).samefile(folder)
    except OSError:
        return False


@contextmanager
def _progress() -> Iterator[Callable[[str, int], None]]:
    """Says on a terminal what is checked, and nothing elsewhere."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda *_: None
        return
    with console.status("reading the descriptor") as status:
        yield lambda what, rows: status.update(f"checking {what}" + (f": {rows:,} rows" if rows else ""))
