"""Cleaning of millions of rows: shards, worker processes, duplicates over everything, test sets, the corpus card."""
