"""The habits of the repository: what would otherwise have to be remembered."""
