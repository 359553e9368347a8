"""Where names come from: our own reviewed files and three packages, each read into the same entries."""
