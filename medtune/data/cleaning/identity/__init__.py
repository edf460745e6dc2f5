"""What tells who is meant, found by rules: names, numbers, addresses; see `medtune.data.cleaning.anonymize`."""
