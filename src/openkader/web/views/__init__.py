"""The pages, one module each; they read selectors and accounts and change nothing."""
