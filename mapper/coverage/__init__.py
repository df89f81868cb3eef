"""What cameras see: streets in view, place by place, with what is known and what is assumed."""
