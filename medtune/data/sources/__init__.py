"""One reader per source; `source: NAME` in a recipe is `medtune/data/sources/NAME.py`."""
