"""One module per `task:` of a recipe: its schema and a short, linear `run`."""
