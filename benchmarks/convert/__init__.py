"""How fast documents are converted."""
