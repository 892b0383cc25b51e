"""Runs the checks on Apache Spark."""

from lading.engine.spark.engine import run

__all__ = ["run"]
