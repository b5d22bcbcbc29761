"""What the page templates can say besides Django's own words."""
