"""The Word XML that python-docx does not cover; knows nothing of resolutions."""
