"""What a text says, and where it says it. In: a Document. Out: a Reading."""
