"""Short texts in several languages, written for pictures of the window: a draft as issued and revised."""

from __future__ import annotations

from pathlib import Path
from typing import Final

TEXTS: Final = {
    "en": """Safety of inland ferries

The General Assembly,

Recalling its resolution 79/912 of 19 December 2024 and document A/RES/65/230,

Noting with concern the number of accidents on rivers and lakes,

1. Urges riparian States to inspect ferries at least once a year;

2. Invites ferry operators to train their crews and to carry life jackets for all passengers;

3. Requests the Secretary-General to report to it at its eighty-second session.
""",
    "ar": """سلامة العبّارات في المياه الداخلية

إن الجمعية العامة،

إذ تشير إلى قرارها 79/912 المؤرخ 19 كانون الأول/ديسمبر 2024 وإلى الوثيقة A/RES/65/230،

وإذ تلاحظ مع القلق عدد الحوادث في الأنهار والبحيرات،

1 - تحث الدول المشاطئة على تفتيش العبّارات مرة في السنة على الأقل؛

2 - تدعو مشغلي العبّارات إلى تدريب أطقمهم وتوفير سترات النجاة لجميع الركاب؛

3 - تطلب إلى الأمين العام أن يقدم إليها تقريرا في دورتها الثانية والثمانين.
""",
    "ar-rev": """سلامة العبّارات في المياه الداخلية

إن الجمعية العامة،

إذ تشير إلى قرارها 79/912 المؤرخ 19 كانون الأول/ديسمبر 2024 وإلى الوثيقة A/RES/65/230،

وإذ تلاحظ مع بالغ القلق عدد الحوادث في الأنهار والبحيرات،

1 - تدعو الدول المشاطئة إلى تفتيش العبّارات مرتين في السنة؛

2 - تدعو مشغلي العبّارات إلى تدريب أطقمهم وتوفير سترات النجاة لجميع الركاب، بمن فيهم الأطفال؛

3 - تشجع المنظمات الإقليمية على تبادل أفضل الممارسات؛

4 - تطلب إلى الأمين العام أن يقدم إليها تقريرا في دورتها الثالثة والثمانين.
""",
    "zh": """内河渡轮安全

大会，

回顾其2024年12月19日第79/912号决议和A/RES/65/230号文件，

关切地注意到河流和湖泊上的事故数量，

1. 敦促沿岸国每年至少检查渡轮一次；

2. 邀请渡轮经营者培训船员并为所有乘客配备救生衣；

3. 请秘书长向大会第八十二届会议提出报告。
""",
    "zh-rev": """内河渡轮安全

大会，

回顾其2024年12月19日第79/912号决议和A/RES/65/230号文件，

深为关切地注意到河流和湖泊上的事故数量，

1. 邀请沿岸国每年检查渡轮两次；

2. 邀请渡轮经营者培训船员并为包括儿童在内的所有乘客配备救生衣；

3. 鼓励区域组织交流最佳做法；

4. 请秘书长向大会第八十三届会议提出报告。
""",
}
VERSIONS: Final = {
    "lakes-en": """Piers on the northern lakes

The General Assembly,

Recalling its resolution 79/912 of 19 December 2024 and document A/RES/65/230,

Noting that 340 of 1,500 piers were closed in 2025,

1. Urges riparian States to repair all piers by 2030;

2. Welcomes the report contained in document A/81/917;

3. Invites ferry operators:

(a) To train their crews;

(b) To carry life jackets for all passengers;

4. Requests the Secretary-General to report to it in 2027.
""",
    "lakes-en-rev": """Piers on the northern lakes

The General Assembly,

Recalling its resolution 79/912 of 19 December 2024 and document A/RES/65/230,

Noting with concern that 340 of 1,500 piers were closed in 2025,

1. Calls upon riparian States to repair all piers by 2030;

2. Welcomes the report contained in document A/81/917;

3. Invites ferry operators:

(a) To train their crews twice a year;

(b) To carry life jackets for all passengers;

4. Requests the Secretary-General to report to it in 2027.
""",
    "lakes-fr": """Jetées des lacs du Nord

L’Assemblée générale,

Rappelant sa résolution 79/912 du 19 décembre 2024 et le document A/RES/65/230,

Notant avec préoccupation que 340 des 1 500 jetées ont été fermées en 2025,

1. Demande aux États riverains de réparer toutes les jetées d’ici à 2035 ;

2. Se félicite du rapport publié sous la cote A/81/971 ;

3. Invite les exploitants de bacs :

a) À former leurs équipages deux fois par an ;

4. Prie le Secrétaire général de lui faire rapport en 2027.
""",
    "lakes-ar": """أرصفة البحيرات الشمالية

إن الجمعية العامة،

إذ تشير إلى قرارها 79/912 المؤرخ 19 كانون الأول/ديسمبر 2024 وإلى الوثيقة A/RES/65/230،

وإذ تلاحظ مع القلق أن 340 من 500 1 رصيف أغلقت في عام 2025،

1 - تهيب بالدول المشاطئة أن تصلح جميع الأرصفة بحلول عام 2030؛

2 - ترحب بالتقرير الوارد في الوثيقة A/81/917؛

3 - تدعو مشغلي العبّارات إلى ما يلي:

(أ) تدريب أطقمهم مرتين في السنة؛

(ب) توفير سترات النجاة لجميع الركاب؛

4 - تطلب إلى الأمين العام أن يقدم إليها تقريرا في عام 2027.
""",
}
"""One text in three languages, twice in English; the French has other figures in two places and lacks a paragraph."""

FAULTY: Final = """Safety of inland ferries

The General Assembly,

Recalls its resolution 79/912 of 19 December 2024,

Recalling  the labor of the Inland Ferry Safety Facility

1. Urges all states to inspect ferries,

3. Requests the Secretary General to report to it by Dec. 31, 2027.
"""
"""A draft with mistakes of form."""

LAMPS: Final = """Safety of inland ferries

The General Assembly,

Recalling its resolution 79/912 of 19 December 2024,

1. Urges riparian States to inspect ferries at least once a year;

2. Invites donors to support the replacement of wooden hulls and the training of crews;

3. Encourages ferry operators to pay for lamps and bells on every ferry that crosses the lakes at night;

4. Requests the Secretary-General to report to it at its eighty-second session.
"""
LAMPS_REVISED: Final = """Safety of inland ferries

The General Assembly,

Recalling its resolution 79/912 of 19 December 2024,

1. Urges riparian States to inspect ferries at least twice a year;

2. Invites donors and banks to consider ways to pay for new wooden hulls in small ports of the lakes;

3. Encourages ferry operators to see to it that lamps are lit on every boat that leaves a port in the dark;

4. Requests the Secretary-General to report to it at its eighty-second session.
"""
"""Paragraphs 2 and 3 are reworded so far that nobody can be sure that they answer those of before."""

MAIL: Final = """The General Assembly,

Recalling its resolution 79/912 on the

safety of inland ferries,

1. Urges riparian States to inspect their ferries; Calls upon crews to train;

Training and drills for the crews of all ferries that cross the lakes in the winter months.

4. Requests the Secretary-General to report.
"""
"""Pasted text that cannot be read for sure."""


UNSURE = "\n\n".join(
    ["The General Assembly,", "Recalling its resolution 79/912 on the safety of inland ferries,"]
    + [
        f"{k}. Ferries on lake {name} shall carry {2 * k} lamps and show them from dusk on.\n\n(a) At the bow;\n\n"
        f"Which lamps these are is for the port of {name} to say."
        for k, name in enumerate(("Altamere", "Belmarine", "Corvane", "Dorsal", "Esteran", "Fallow", "Grenmark"), 1)
    ]
)
"""Paragraphs without openings that are known, so that many doubts are alike."""


def write_texts(folder: Path) -> None:
    """Put all texts into a folder, as en.txt and so on."""
    others = {"faulty": FAULTY, "mail": MAIL, "lamps": LAMPS, "lamps-rev": LAMPS_REVISED, "unsure": UNSURE}
    for name, text in {**TEXTS, **VERSIONS, **others}.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
