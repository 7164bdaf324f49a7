"""Understanding an article: pure functions, no models, no I/O."""
