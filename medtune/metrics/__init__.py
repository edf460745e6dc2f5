"""One metric family per file, as `evaluate.Metric` subclasses that load offline."""
