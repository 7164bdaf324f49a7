"""What can be checked about a brief without a model; pure functions of text, no I/O."""
