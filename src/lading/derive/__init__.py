"""What follows from the record models alone: schemas, SQL and the codebook."""
