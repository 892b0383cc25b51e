"""The results as a page in Markdown."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

HEADER = (
    "program",
    "documents",
    "MB",
    "cores",
    "s",
    "processor, s",
    "documents/s",
    "documents/s a core",
    "MB/s a core",
    "peak, MB",
)
"""What a core does in a second is taken from processor time, which hardly depends on what else the machine does."""


def render(results: Mapping[str, Any]) -> str:
    """All tables, with what they were measured on."""
    return "\n".join(_page(results)) + "\n"


def _page(results: Mapping[str, Any]) -> Iterator[str]:
    machine = results["machine"]
    yield "# Converting documents"
    yield ""
    yield "Written by `python -m benchmarks.convert`; [README](README.md#documents) says what is measured and how."
    yield ""
    yield (
        f"{machine['processor']}, {machine['cores']} cores, {machine['memory']}, {machine['system']}, "
        f"Python {machine['python']}."
    )
    yield ""
    yield "## Beside programs that find sentences and nothing else"
    yield ""
    yield from _table(results["peers"])
    yield ""
    yield "## More and more documents"
    yield ""
    yield from _table(results["growth"])


def _table(cases: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield f"| {' | '.join(HEADER)} |"
    yield f"| --- |{' ---: |' * (len(HEADER) - 1)}"
    for case in cases:
        yield f"| {' | '.join(_cells(case))} |"


def _cells(case: Mapping[str, Any]) -> Iterator[str]:
    seconds, processor = case["seconds"], case["processor"]
    yield case["program"]
    yield f"{case['documents']:,}"
    yield f"{case['megabytes']:.2f}"
    yield str(case["jobs"])
    yield f"{seconds:,.1f}"
    yield f"{processor:,.1f}"
    yield f"{case['documents'] / seconds:,.1f}"
    yield f"{case['documents'] / processor:,.1f}"
    yield f"{case['megabytes'] / processor:.3f}"
    yield f"{case['memory']:,.0f}"
