"""A platform's export of orders, CSV or XLSX, read row by row into what it reports of each order."""
