"""The HTTP side: routes, problems, the wire and the page."""
