"""Rules of spelling: British with -ize, and the words that United Nations texts write in one way.

The pairs come from the UN Editorial Manual and were counted in adopted English resolutions; what stands inside
quotation marks is never looked at.
"""

from __future__ import annotations

import re
from typing import Final

from draftdesk.checking.patterns import Wrong, find, words
from draftdesk.checking.rule import Rule
from draftdesk.model.finding import Grade

_STEMS: Final = (
    "organ recogn emphas real util mobil minim maxim optim prior character categor author centr decentr final "
    "general global harmon industrial institutional legal local margin modern monet national natural neutral "
    "normal operational penal popular private revital scrutin sensit special stabil standard stigmat strateg "
    "subsid summar symbol synchron system theor traumat universal urban victim visual vocal capital civil "
    "commercial critic crystall demilitar destabil digital digit empath formal hospital human ideal immun "
    "internal international liberal material moral polar politic priorit professional radical rational regular "
    "social steril tantal terror verbal weapon apolog item econom equal fertil jeopard sympath"
)
_ISE: Final = re.compile(
    rf"(?<![\w-])((?:re|dis|un|de|mis|over|under|non-|co-)?(?:{_STEMS.replace(' ', '|')}))"
    r"is(e|ed|es|er|ers|ing|ation|ations|ational|able)(?![\w])",
    re.IGNORECASE,
)


def _ize(match: re.Match[str]) -> str:
    is_name = match[0][:1].isupper() and bool(match.string[: match.start()].strip("“ \x00"))
    if is_name:
        return match[0]
    return f"{match[1]}iz{match[2]}"


_BRITISH: Final = words(
    {
        "program": "programme", "programs": "programmes", "center": "centre", "centers": "centres",
        "labor": "labour", "defense": "defence", "behavior": "behaviour", "favor": "favour",
        "favorable": "favourable", "favors": "favours", "fulfill": "fulfil", "fulfills": "fulfils",
        "fulfillment": "fulfilment", "enroll": "enrol", "enrollment": "enrolment",
        "traveling": "travelling", "traveled": "travelled", "neighbor": "neighbour", "neighbors": "neighbours",
        "neighboring": "neighbouring", "honor": "honour", "honoring": "honouring", "color": "colour",
        "analyze": "analyse", "analyzed": "analysed", "analyzing": "analysing", "catalyze": "catalyse",
        "catalyzing": "catalysing", "skillful": "skilful", "endeavor": "endeavour",
        "endeavors": "endeavours", "rigor": "rigour", "vigor": "vigour", "paralyze": "paralyse",
        "cancelation": "cancellation", "modeling": "modelling", "signaling": "signalling",
    }
)  # fmt: skip
_ONE_WAY: Final = words(
    {
        "co-operation": "cooperation", "co-operate": "cooperate", "co-operating": "cooperating",
        "co-ordination": "coordination", "co-ordinate": "coordinate", "co-ordinated": "coordinated",
        "wellbeing": "well-being", "decision making": "decision-making", "policy-making": "policymaking",
        "policy making": "policymaking", "e-mail": "email", "e-mails": "emails", "cyber space": "cyberspace",
        "multi-lateral": "multilateral", "multi-lateralism": "multilateralism",
        "nongovernmental": "non-governmental", "peace-keeping": "peacekeeping", "peace keeping": "peacekeeping",
        "peace-building": "peacebuilding", "peace building": "peacebuilding",
        "capacity building": "capacity-building",
        "gender based": "gender-based", "internet": "Internet",
        "peace-making": "peacemaking", "policy-makers": "policymakers", "policy makers": "policymakers",
        "on-going": "ongoing", "under-represented": "underrepresented",
    }
)  # fmt: skip
_TOWARDS: Final = words({"toward": "towards", "amongst": "among", "whilst": "while"})
_INCLUSIVE: Final = words(
    {
        "chairman": "chair", "chairmen": "chairs", "chairwoman": "chair", "vice-chairman": "vice-chair",
        "mankind": "humankind", "policeman": "police officer", "policemen": "police officers",
        "disabled persons": "persons with disabilities", "disabled people": "persons with disabilities",
        "the elderly": "older persons", "elderly persons": "older persons",
        "spokesman": "spokesperson", "handicapped": "persons with disabilities",
    }
)  # fmt: skip
_LATIN: Final = (
    Wrong(re.compile(r"(?<!\w)e\.\s?g\.,?(?=\s)"), "for example,"),
    Wrong(re.compile(r"(?<!\w)i\.\s?e\.,?(?=\s)"), "that is,"),
    Wrong(re.compile(r",?\s+etc(?:\.|\b)"), is_replaced=False),
)


def _inclusive() -> Wrong:
    pattern = re.compile(rf"(?<!heritage of ){_INCLUSIVE.pattern.pattern}", re.IGNORECASE)
    return Wrong(pattern, _INCLUSIVE.right)


WRONG_WORDS: Final = (Wrong(_ISE, _ize), _BRITISH, _ONE_WAY, _TOWARDS, _inclusive())
"""What these rules find, for the one that looks up every word."""

SPELLING: Final = (
    Rule("ize", Grade.WARNING, find(Wrong(_ISE, _ize)), "R59, UN Editorial Manual, spelling"),
    Rule("british", Grade.WARNING, find(_BRITISH), "R60, UN Editorial Manual, spelling"),
    Rule("one_way", Grade.WARNING, find(_ONE_WAY), "R61, UN Editorial Manual, spelling"),
    Rule("towards", Grade.WARNING, find(_TOWARDS), "R62, adopted texts"),
    Rule("inclusive", Grade.WARNING, find(_inclusive()), "R71, UN guidelines for gender-inclusive language"),
    Rule("latin", Grade.WARNING, find(*_LATIN), "R67, in no adopted text"),
)
