"""Reports over finished runs, and what every report is made of: tables, plots, fonts, one HTML page."""
