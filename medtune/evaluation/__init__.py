"""What systems answered, scored, compared and told from chance."""
