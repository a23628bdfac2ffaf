"""The desk on disk: one file for each Dossier."""
