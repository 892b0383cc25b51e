"""Tests of what documents are made of, before anything is read in them."""
