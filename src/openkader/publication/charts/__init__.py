"""Drawings of the register: pure SVG that stands on a page, in a document and beside its table."""
