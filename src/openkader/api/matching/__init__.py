"""The door for tools made for yente: its shapes, over our own engine and lists.

Written against what yente 5.5 publishes and what its client 0.2 reads. The words here are
those of yente, in English; whatever of it we cannot do is refused, and never passed over.
"""
