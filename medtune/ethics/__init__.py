"""The ethics study: clinicians rate the answers of several systems, blinded, in a browser."""
