"""Predictions, plots, tables and reports over finished runs."""
