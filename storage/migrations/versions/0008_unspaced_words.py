"""Words inside runs of letters are found: Chinese, Japanese, Thai and others write no spaces

Revision ID: 0008
Revises: 0007
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

# Signs part words, as they part what is asked for: the parser takes KT-17 for KT and a number below zero, and
# an address for one word. Two passes over the runs, the second without the first letter of each, give every
# pair of neighbours and the last letter of each run; substr() would take time by the square of the length.
# (The driver reads %% as one sign.)
_SEARCH_WORDS = r"""
CREATE FUNCTION search_words(said text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  letter CONSTANT text := '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u30fa\u30fc-\u30ff'
    '\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]';
  signs CONSTANT text := '!"#$%%&()*+,-./:;<=>?@[\]^_`{|}~''';
  spaced CONSTANT text := translate(said, signs, repeat(' ', length(signs)));
  pair text;
  later text;
BEGIN
  IF octet_length(said) = length(said) OR said !~ letter THEN
    RETURN to_tsvector('simple', spaced);
  END IF;
  pair := letter || '{1,2}';
  later := regexp_replace(said, '(?<!' || letter || ')' || letter, ' ', 'g');
  RETURN to_tsvector('simple', regexp_replace(spaced, letter || '+', ' ', 'g'))
    || array_to_tsvector(ARRAY(SELECT m[1] FROM regexp_matches(said, pair, 'g') m))
    || array_to_tsvector(ARRAY(SELECT m[1] FROM regexp_matches(later, pair, 'g') m));
END
$$
"""


def upgrade() -> None:
    op.get_bind().exec_driver_sql(_SEARCH_WORDS)
    op.drop_index("ix_messages_words", table_name="messages", postgresql_using="gin")
    op.drop_index("ix_buyers_words", table_name="buyers", postgresql_using="gin")
    op.create_index(
        "ix_messages_words",
        "messages",
        [sa.literal_column("search_words(text)")],
        unique=False,
        postgresql_using="gin",
    )
    op.create_index(
        "ix_buyers_words",
        "buyers",
        [
            sa.literal_column(
                "search_words((COALESCE(name, ''::text) || ' '::text) || COALESCE(company, ''::text))"
            )
        ],
        unique=False,
        postgresql_using="gin",
    )


def downgrade() -> None:
    op.drop_index("ix_buyers_words", table_name="buyers", postgresql_using="gin")
    op.drop_index("ix_messages_words", table_name="messages", postgresql_using="gin")
    op.create_index(
        "ix_buyers_words",
        "buyers",
        [
            sa.literal_column("to_tsvector('simple', name)"),
            sa.literal_column("to_tsvector('simple', company)"),
        ],
        unique=False,
        postgresql_using="gin",
    )
    op.create_index(
        "ix_messages_words",
        "messages",
        [sa.literal_column("to_tsvector('simple', text)")],
        unique=False,
        postgresql_using="gin",
    )
    op.get_bind().exec_driver_sql("DROP FUNCTION search_words(text)")
