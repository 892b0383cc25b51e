"""The formats of a report by name; a format is imported when it is asked for."""

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

from lading.report.results import Report


@dataclass(frozen=True, slots=True)
class Format:
    """A rendering of reports: the module that has it, and how many issues of a code it lists unless told."""

    module: str
    limit: int

    def render(self, report: Report, stream: TextIO, limit: int | None = None) -> None:
        """Write the report to the stream, with no more than `limit` issues of a code; 0 stands for all."""
        module = importlib.import_module(f"lading.report.{self.module}")
        module.render(report, stream, self.limit if limit is None else limit)


FORMATS: Mapping[str, Format] = {
    "text": Format("text", 20),
    "json": Format("json", 0),
    "junit": Format("junit", 50),
    "sarif": Format("sarif", 1000),
    "github": Format("github", 10),
    "html": Format("html", 200),
}
"""By the names of the command line."""
