"""The study in a browser: raters by personal link, an administrator's page, nothing that names a system."""
