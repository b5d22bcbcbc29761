"""What was published, as programs read it: a feed, open data, sitemaps with metadata, and a description of the data."""
