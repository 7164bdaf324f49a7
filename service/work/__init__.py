"""Where requests wait for their turn: what they cost, whether they are let in, who is next, and who shares what."""
