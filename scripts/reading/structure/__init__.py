"""How a document is laid out: its header, zones and turns, and what it says of itself."""
