"""Whether a draft is in the form of a United Nations text, rule by rule."""
