"""From raw files to clean, split rows: sources, cleaning, splits, tokenization, collators."""
