"""Changes that mend a trainer's file: one id renamed everywhere, quick fixes for findings, an older format brought up to date."""
