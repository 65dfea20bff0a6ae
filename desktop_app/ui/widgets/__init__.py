"""Parts that screens share, each made once."""
