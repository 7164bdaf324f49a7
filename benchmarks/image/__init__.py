"""How large the image is, how soon it is ready and how soon it answers."""
