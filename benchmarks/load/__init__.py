"""Whether a whole department can work in it at once, at the size that a province comes to in ten years."""
