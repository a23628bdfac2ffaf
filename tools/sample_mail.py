"""A sample as somebody would paste it into an e-mail: PP and OP before the numbers, lines broken, no italics."""

from __future__ import annotations

import textwrap
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP

from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import OBJECT, ParagraphKind
from sample_markup import Source

_WIDTH = 72
_IN_TEXT = frozenset(
    {
        *(ParagraphKind.TITLE, ParagraphKind.HEADING, ParagraphKind.ENACTING, ParagraphKind.PREAMBULAR),
        *(ParagraphKind.OPERATIVE, ParagraphKind.SUB1, ParagraphKind.SUB2),
    }
)
_GREETING = "Dear colleagues,\n\nplease find below our text on the basis of Rev.2."
_GOODBYE = "Kind regards,\nIlse"


def mail_of(source: Source) -> bytes:
    """The bytes of the message; its words are those of the draft."""
    letter = EmailMessage(policy=SMTP)
    for name in ("From", "To", "Subject"):
        letter[name] = source.fields[name.lower()]
    letter["Date"] = datetime.fromisoformat(source.fields["sent"])
    letter["Message-ID"] = "<sample@mission.altamere.example>"
    letter.set_content("\n\n".join([_GREETING, *_blocks(source.draft), _GOODBYE]) + "\n", cte="8bit")
    return letter.as_bytes()


def _blocks(draft: Draft) -> list[str]:
    blocks = []
    preambular = 0
    for paragraph in draft.paragraphs:
        if paragraph.kind not in _IN_TEXT:
            continue
        label = f"{paragraph.number} " if paragraph.number else ""
        if paragraph.kind is ParagraphKind.PREAMBULAR:
            preambular += 1
            label = f"PP{preambular} "
        elif paragraph.kind is ParagraphKind.OPERATIVE:
            label = f"OP{paragraph.number} "
        words = paragraph.text.replace(OBJECT, "").replace("\u00a0", " ")
        blocks.append(textwrap.fill(label + words, _WIDTH, break_on_hyphens=False))
    return blocks
