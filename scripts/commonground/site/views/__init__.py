"""Each kind of page as templates see it, and the parts that they show."""
