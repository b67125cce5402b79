"""Policy documents of any format -> passages in the shop's own words."""

from knowledge.shop_folder.policies.documents import read_policies

__all__ = ["read_policies"]
