"""What is said of a Parquet file that cannot be read."""

from lading.issue import Issue, IssuesError


def fault(reason: str) -> IssuesError:
    """The fault of a file that is damaged, or was made to take more memory than there is."""
    hint = "the file is damaged, or was made to take more memory than there is: write it again, with smaller pages"
    return IssuesError([Issue("source-error", f"no readable Parquet: {reason}", hint)])
