"""The second process of a long redline, which aligns and proves."""
