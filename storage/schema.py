"""All tables together: SQLAlchemy knows a table once its module is read."""

from __future__ import annotations

from sqlalchemy import MetaData

import storage.complaint_tables
import storage.desk_tables
import storage.follow_up_tables
import storage.inside_tables
import storage.knowledge_tables
import storage.lesson_tables
import storage.metric_tables
import storage.model_tables
import storage.notice_tables
import storage.orders_tables
import storage.sourcing_tables
import storage.staff_tables
import storage.tables
import storage.talk_tables
import storage.telegram_payment_tables
import storage.telegram_tables
import storage.translation_tables
import storage.upload_tables
import storage.worker_tables  # noqa: F401 - read for the tables that they hold
from storage.base import Base

METADATA: MetaData = Base.metadata
