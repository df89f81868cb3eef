"""What every write leaves behind, whichever room it was made in."""
