"""The handbook for officials: tasks in Dutch, with pictures that a test takes from the demo."""
