"""Lading beside its peers: the same table, the same checks, each validator as a whole process."""
