"""What runs and when: the flows, and the command line that starts them."""

import os

# Prefect sends usage data unless both are set; a user who wants that sets them otherwise.
os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
