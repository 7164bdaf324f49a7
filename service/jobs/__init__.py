"""Jobs: work that was accepted and survives; where it is kept, who does it, and who is called back."""
