"""The commands of `newslake`, one file each."""
