"""Answers of one checkpoint: generated in batches, written to files, streamed to the terminal."""
