"""What is on the screen, on paper or in a PDF."""
