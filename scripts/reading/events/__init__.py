"""What a document says has happened or is to happen."""
