"""The session of Spark that the checks run in, and what there has to be for one."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from lading.issue import LadingError, one_line

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

JAVA = 17
SETTINGS: Mapping[str, str] = {
    "spark.app.name": "lading",
    "spark.log.level": "ERROR",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    # A task has one core, and the libraries that read columns would take all of them.
    "spark.executorEnv.OMP_NUM_THREADS": "1",
    "spark.executorEnv.POLARS_MAX_THREADS": "1",
}
"""Of a session that is made here."""
FAILURES = ("PySparkException", "Py4JError")
LONGEST_REASON = 300


def find_session() -> "SparkSession":
    """The session that is active, else one as the environment configures it, else one on all cores of this machine.

    Raises LadingError where something that Spark needs is missing.
    """
    if not _is_installed():
        raise LadingError("--engine spark needs pyspark: pip install 'lading[spark]'")
    with quietly():
        from pyspark.sql import SparkSession

        if (active := SparkSession.getActiveSession()) is not None:
            return active
        if "SPARK_REMOTE" in os.environ:
            return SparkSession.builder.getOrCreate()
        if "PYSPARK_GATEWAY_PORT" not in os.environ:
            need_java()
        return _made()


def need_java() -> None:
    """LadingError where there is no Java that runs Spark."""
    needs = f"--engine spark needs Java {JAVA} or newer"
    home = os.environ.get("JAVA_HOME")
    java = str(Path(home, "bin", "java")) if home else shutil.which("java")
    advice = "install one, for instance from adoptium.net, and set JAVA_HOME to its folder"
    if java is None:
        raise LadingError(f"{needs}, and there is none here: {advice}")
    try:
        said = subprocess.run([java, "-version"], capture_output=True, text=True, check=False, timeout=60).stderr  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        raise LadingError(f"{needs}, and {java} does not run: {advice}") from None
    version = re.search(r'version "(?:1\.)?(\d+)', said)
    if version is None or int(version[1]) < JAVA:
        found = f"Java {version[1]}" if version else "something else"
        raise LadingError(f"{needs}, and {java} is {found}: {advice}")


@contextmanager
def quietly() -> Iterator[None]:
    """Failures of Spark as one line, and no warnings of what it does not support fully."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", category=FutureWarning, module="pyspark")
        warnings.filterwarnings("ignore", category=ResourceWarning)
        try:
            yield
        except Exception as error:
            if not any(base.__name__ in FAILURES for base in type(error).__mro__):
                raise
            raise LadingError(f"Spark failed: {_reason(error)}") from error


def _is_installed() -> bool:
    try:
        return importlib.util.find_spec("pyspark") is not None
    except ValueError:  # what is barred from being imported
        return False


def _made() -> "SparkSession":
    """A session of its own; what Java prints goes into a file that nobody has to read."""
    from pyspark import SparkConf, SparkContext
    from pyspark.java_gateway import launch_gateway
    from pyspark.sql import SparkSession

    conf = SparkConf()
    for name, value in SETTINGS.items():
        conf.set(name, value)
    with tempfile.TemporaryFile() as printed, _workers_like_this_one():
        context = SparkContext(gateway=launch_gateway(conf, {"stderr": printed}), conf=conf)  # type: ignore[no-untyped-call]
    is_here = str(context.master).startswith("local")
    if is_here and "PYSPARK_PYTHON" not in os.environ:
        context.pythonExec = sys.executable
    session = SparkSession(context)
    if is_here:
        # Two hundred of them, the default, are for more cores than one machine has.
        session.conf.set("spark.sql.shuffle.partitions", str(2 * context.defaultParallelism))
    return session


@contextmanager
def _workers_like_this_one() -> Iterator[None]:
    """Python on this machine finds the modules that are found here; on others, that is up to who sets them up."""
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, sys.path))
    try:
        yield
    finally:
        if before is None:
            del os.environ["PYTHONPATH"]
        else:
            os.environ["PYTHONPATH"] = before


def _reason(error: Exception) -> str:
    """The line of an error that says most: the last of a traceback of Python, else the first."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    raised = [line for line in lines if re.match(r"[\w.]+(Error|Exception|Exit|Interrupt)\b", line)]
    return one_line((raised or lines or [type(error).__name__])[-1 if raised else 0][:LONGEST_REASON])
