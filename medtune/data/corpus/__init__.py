"""Cleaning of millions of rows: shards, a pool of workers, duplicates over everything, test sets, and the corpus card."""
