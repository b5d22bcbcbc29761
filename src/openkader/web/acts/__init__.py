"""What is done on a page: the task that an act is of, the form it takes, and the sentence that it gives."""
