"""What can be wrong with a data package; each check yields issues and knows nothing of engines and reports."""
