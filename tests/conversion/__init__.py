"""Tests of converting many documents."""
