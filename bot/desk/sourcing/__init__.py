"""Sourcing: what the catalogue lacks is asked of purchasers, and what they find is quoted back."""
