"""How files and new texts come onto the desk."""
