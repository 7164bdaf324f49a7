"""Many articles from a file into a file, on this machine or over all workers."""
