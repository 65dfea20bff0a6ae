"""The settings: pages declared as data, one form that shows, checks, keeps and undoes them."""
