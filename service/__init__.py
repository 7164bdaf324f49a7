"""newsbriefs: a news article in; short briefs in several languages and its key quotes out."""

__version__ = "0.1.0"
