from knowledge.policies.passage import PolicyPassage
from knowledge.policies.search import PolicySearch

__all__ = ["PolicyPassage", "PolicySearch"]
