"""One session of Spark on two cores for all tests, where there are Java and pyspark."""

import importlib.util
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from lading.engine import reading
from lading.engine.spark.session import find_session, need_java
from lading.issue import LadingError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

ON_TWO_CORES = (
    "--master local[2] --driver-java-options -XX:TieredStopAtLevel=1 "
    "--conf spark.sql.codegen.wholeStage=false --conf spark.sql.codegen.factoryMode=NO_CODEGEN"
)
"""Compiling the queries takes longer than to run them on so few rows."""


@pytest.fixture(scope="session")
def spark() -> Iterator["SparkSession"]:
    """An active session, which is what `--engine spark` takes."""
    if importlib.util.find_spec("pyspark") is None:
        pytest.skip("pyspark is not installed")
    try:
        need_java()
    except LadingError as reason:
        pytest.skip(str(reason))
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PYSPARK_SUBMIT_ARGS", f"{ON_TWO_CORES} pyspark-shell")
        environment.delenv("SPARK_REMOTE", raising=False)
        session = find_session()
        yield session
        session.stop()


@pytest.fixture
def all_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """No table is so small that it is not read by Spark."""
    monkeypatch.setattr(reading, "SMALL_BYTES", -1)
