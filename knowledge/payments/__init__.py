"""What messengers' own checkouts take: currencies, their smallest units, limits."""
