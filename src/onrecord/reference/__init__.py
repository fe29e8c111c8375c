"""Knowledge that is only looked up."""
