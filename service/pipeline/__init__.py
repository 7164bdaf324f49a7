"""One step a file, record in, record out."""
