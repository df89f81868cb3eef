"""The public cameras in sorted arrays: what tiles, lists and counts are answered from."""
