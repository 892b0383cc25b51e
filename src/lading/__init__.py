"""From record models to a versioned, validated data package."""

__version__ = "0.1.0"
