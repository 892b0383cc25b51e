import subprocess
import sys
from pathlib import Path

from benchmarks.measure import measure
from tests.habits.repository import ROOT

SMALL = "import benchmarks.bench, benchmarks.tabulate, sys; print({'polars', 'pyarrow', 'pydantic'} & set(sys.modules))"
FIFTY_MEGABYTES = "data = bytearray(50_000_000)"
MEASURED_BY_A_SMALL_PROCESS = f"""
import sys
from pathlib import Path
from benchmarks.measure import measure
for code in ("pass", "{FIFTY_MEGABYTES}"):
    print(measure([sys.executable, "-S", "-c", code], Path(), 60).memory)
"""


def python(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True).stdout


def test_who_measures_stays_small() -> None:
    assert python(SMALL).strip() == "set()"


def test_memory_is_that_of_the_process_at_its_peak() -> None:
    little, much = (float(line) for line in python(MEASURED_BY_A_SMALL_PROCESS).split())
    assert little < 30
    assert 50 < much < 90


def test_time_output_and_status_are_those_of_the_process() -> None:
    code = "import sys, time; time.sleep(0.2); print('said'); print('on the side', file=sys.stderr); sys.exit(3)"
    run = measure([sys.executable, "-c", code], Path(), 60)
    assert run.seconds >= 0.2
    assert (run.status, run.output, run.errors) == (3, "said\n", "on the side\n")


def test_a_process_that_takes_too_long_is_ended() -> None:
    run = measure([sys.executable, "-c", "import time; time.sleep(60)"], Path(), 0.2)
    assert run.status < 0
    assert run.seconds < 30
