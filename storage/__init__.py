"""What is kept: tables, their migrations, and the PostgreSQL that holds them."""

from storage.database import open_database
from storage.errors import DatabaseUnavailable
from storage.migrate import migrate

__all__ = ["DatabaseUnavailable", "migrate", "open_database"]
