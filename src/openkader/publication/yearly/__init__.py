"""The evaluation of a year as a document: composed once, and written as a page, for Word and as PDF."""
