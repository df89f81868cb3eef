"""The hand-drawn plan of the town, in metres east and north of its middle."""
