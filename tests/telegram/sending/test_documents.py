"""Several files of one reply come as albums, as many as Telegram puts into one."""

from __future__ import annotations

import pytest
from aiogram.methods import SendDocument, SendMediaGroup

from bot.telegram.sending.planning import Chat, Document, Reply, call, kinds, message_ids
from tests.telegram.sending.conftest import Dispatch


def _files(count: int) -> tuple[Document, ...]:
    return tuple(Document(f"certificate-{number}.pdf", b"%PDF" + bytes([number])) for number in range(count))


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (0, ("text",)), (1, ("text", "document")), (2, ("text", "documents")), (10, ("text", "documents")),
        (11, ("text", "documents", "document")), (12, ("text", "documents", "documents")),
    ],
)  # fmt: skip
def test_in_which_calls_a_reply_goes_out(files: int, expected: tuple[str, ...]) -> None:
    assert kinds("Hello", files) == expected
    reply = Reply("Hello", documents=_files(files))
    calls = [call(reply, Chat(5, "business"), part) for part in range(len(expected))]
    sent = sum(
        len(each.media) if isinstance(each, SendMediaGroup) else isinstance(each, SendDocument)
        for each in calls
    )
    assert sent == files
    assert all(getattr(each, "business_connection_id", None) == "business" for each in calls)


@pytest.mark.anyio
async def test_an_album_arrives_whole_and_in_order(dispatch: Dispatch) -> None:
    alice, _ = await dispatch.buyer()
    reply = Reply("Our certificates", documents=_files(11))
    ids = []
    for part in range(3):
        answer = await dispatch.office.calls(call(reply, Chat(alice.id), part))
        ids.append(message_ids(answer))

    sent = dispatch.server.sent_to(alice.id)
    assert [len(each) for each in ids] == [1, 10, 1]
    assert [message.message_id for message in sent] == [number for each in ids for number in each]
    assert [message.files[0].name for message in sent[1:]] == [file.name for file in reply.documents]
    assert [message.files[0].data for message in sent[1:]] == [file.content for file in reply.documents]
    assert len({message.album for message in sent[1:11]}) == 1
