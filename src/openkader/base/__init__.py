"""What every room needs and nothing else: errors, bilingual text, strict documents."""
