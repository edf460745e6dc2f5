"""The systems of an evaluation, wherever they run, and the questions that all of them answer."""
