"""The rooms of a recipe: loading, overrides, schema, errors, plan."""
