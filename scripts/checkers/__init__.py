"""The checkers that no tool on the shelf offers; each looks at one promise of the project."""
