"""Tables as files: written, read, and compared by a digest of what they say."""
