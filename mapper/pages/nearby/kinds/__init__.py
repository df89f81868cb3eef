"""The kinds of things to do nearby, one module each."""
