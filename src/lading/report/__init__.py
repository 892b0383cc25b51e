"""Renderings of what a validation found; they know nothing of checks."""
