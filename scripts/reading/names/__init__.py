"""Whom and what a document names, and whom its labels and descriptions mean."""
