"""One cleaning step per file; a step returns the record, or a reason to keep it aside."""
