"""What leaves the house: one folder per format, and one wording of a camera for all of them."""
