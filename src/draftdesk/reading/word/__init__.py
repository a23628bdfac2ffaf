"""Reading of Word files, those of before 2007 with the help of an office program."""
