"""How records are asked for alike on either database: inside a box, and without delay."""
