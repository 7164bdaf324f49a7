"""Where answers are kept; each store behind one seam."""
