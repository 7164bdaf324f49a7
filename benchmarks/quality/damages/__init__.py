"""Ways to break a good translation, one a file, to see which checks notice."""
