"""draftdesk: drafts of United Nations resolutions beside each other."""

__version__ = "0.1.0"
