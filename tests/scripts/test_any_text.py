"""Whatever the text, it becomes sound records, or it is refused in one line."""

import hashlib
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scripts.conversion.work import records_of
from scripts.reading.document import read_document
from scripts.reading.source import SourceText, UnreadableDocument
from scripts.registry import load
from tests.scripts.workspace import GOOD, ROOT

REGISTRY = load(GOOD / "registry")
TEXTS = [*(ROOT / "tests/documents").rglob("*.txt"), *(ROOT / "examples/documents").glob("*.txt")]


def lines(path: Path) -> list[str]:
    return path.read_bytes().decode("utf-8").split("\n")


printed = st.sampled_from(sorted({line for path in TEXTS for line in lines(path)}))
noise = st.text(st.sampled_from("“”\"'«»:.,-\N{EN DASH}()[] \r\t0A9…😀"), max_size=12)
cut = st.tuples(printed, st.integers(0, 80), st.integers(0, 80)).map(lambda it: it[0][it[1] :] + it[0][: it[2]])
texts = st.lists(st.one_of(printed, printed, cut, noise), min_size=1, max_size=30).map("\n".join)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts)
def test_any_text_becomes_sound_records_or_is_refused(text: str) -> None:
    content = text.encode()
    source = SourceText("any.txt", text, hashlib.sha256(content).hexdigest(), len(content))
    try:
        draft = read_document(source, REGISTRY)
    except UnreadableDocument as refusal:
        assert "\n" not in str(refusal)
    else:
        assert records_of(draft, REGISTRY)["documents"]
