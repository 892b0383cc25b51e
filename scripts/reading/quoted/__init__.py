"""What stands between quotation marks, and the clauses beside it, before anybody knows whom their names mean."""
