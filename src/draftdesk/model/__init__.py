"""What a draft is: frozen values, no input or output."""
