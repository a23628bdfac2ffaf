"""What the views of many drafts show, without Qt: rows, cells, signs, folds, notes beside them."""
