"""Reading a document: one thing each, with the words of each language as data beside the code."""
