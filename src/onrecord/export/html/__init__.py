"""What pages of ours share: text as markup, and a head whose policy lets nothing run and nothing load."""
