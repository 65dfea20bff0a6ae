"""Arabic and French set on paper: text in, lines and tagged PDF/A out; knows no paper."""
