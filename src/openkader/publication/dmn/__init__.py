"""The tables of a kader as DMN 1.3, for whoever draws or runs decisions in a tool of their own."""

from openkader.publication.dmn.document import dmn_of

__all__ = ["dmn_of"]
