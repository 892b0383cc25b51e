"""One script for each validator: it checks one table and says on standard output what it found.

Each does all the checks that the record model declares, in the way that the library's documentation recommends for
speed, and reads nothing but the table.
"""
