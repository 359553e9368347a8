"""Quality and speed, beside peers or floors in the same run."""
