"""Small widgets that know nothing of drafts."""
