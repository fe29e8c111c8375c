"""What the report says of two actors: who fights, leads, backs or is part of whom, and which names are of one."""

from onrecord.resolve.relations.find import Said, find_said, say_relations

__all__ = ["Said", "find_said", "say_relations"]
