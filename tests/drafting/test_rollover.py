"""What time changes in last year's text, and what it leaves alone."""

from __future__ import annotations

from dataclasses import replace

from draftdesk.drafting.rollover import rolled_over, updates, without_front
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import ParagraphKind
from making_drafts import make_draft


def last_year(*lines: str, symbol: str = "A/RES/79/112") -> Draft:
    """A text adopted on 19 December 2024 at the seventy-ninth session."""
    draft = make_draft("B: Seventy-ninth session", *lines, "ML: 52nd plenary meeting, 19 December 2024")
    session = replace(draft.paragraphs[0], kind=ParagraphKind.SESSION)
    paragraphs = (session, *draft.paragraphs[1:])
    return replace(draft, paragraphs=paragraphs, symbol=symbol, session="Seventy-ninth session")


def next_year(*lines: str) -> list[str]:
    draft = last_year(*lines)
    return [paragraph.text for paragraph in rolled_over(draft, updates(draft)).paragraphs[1:-1]]


def test_the_session_of_the_text_and_the_one_it_asks_for_go_up_by_one() -> None:
    draft = last_year("OP 1: Requests the Secretary-General to report at its eightieth session;")
    rolled = rolled_over(draft, updates(draft))
    assert rolled.paragraphs[0].text == "Eightieth session"
    assert rolled.paragraphs[1].text.endswith("at its eighty-first session;")


def test_sessions_of_other_organs_and_those_gone_by_stay() -> None:
    lines = (
        "PP: Welcoming the report of the Human Rights Council on its eightieth session,",
        "PP: Recalling what it decided at its seventy-sixth session,",
    )
    assert next_year(*lines) == [line.partition(": ")[2] for line in lines]


def test_last_years_resolution_takes_the_place_of_the_one_before() -> None:
    assert next_year(
        "PP: Recalling its resolution 78/101 of 7 December 2023 on shared rivers,",
        "OP 1: Takes note of the report requested in resolution 78/101;",
    ) == [
        "Recalling its resolution 79/112 of 19 December 2024 on shared rivers,",
        "Takes note of the report requested in resolution 79/112;",
    ]


def test_where_all_are_told_last_years_joins_the_list() -> None:
    told = "76/90 of 8 December 2021, 77/95 of 7 December 2022"
    (text,) = next_year(f"PP: Recalling its resolutions {told} and 78/101 of 7 December 2023,")
    assert text == f"Recalling its resolutions {told}, 78/101 of 7 December 2023 and 79/112 of 19 December 2024,"


def test_a_text_of_every_second_year_goes_up_by_two() -> None:
    assert next_year(
        "PP: Recalling its resolution 77/95 of 7 December 2022 on shared rivers,",
        "OP 1: Decides to consider the item at its eighty-first session.",
    ) == [
        "Recalling its resolution 79/112 of 19 December 2024 on shared rivers,",
        "Decides to consider the item at its eighty-third session.",
    ]


def test_years_of_reports_periods_and_the_coming_year_go_up_and_dates_stay() -> None:
    assert next_year(
        "PP: Having considered the report of the Special Committee for 2024,",
        "PP: Recalling the meeting of 3 May 2024,",
        "OP 1: Approves the sums for the period from 1 July 2025 to 30 June 2026;",
        "OP 2: Requests the Secretary-General to convene a meeting in 2025;",
        "OP 3: Recalls the 2030 Agenda and its goals for 2030.",
    ) == [
        "Having considered the report of the Special Committee for 2025,",
        "Recalling the meeting of 3 May 2024,",
        "Approves the sums for the period from 1 July 2026 to 30 June 2027;",
        "Requests the Secretary-General to convene a meeting in 2026;",
        "Recalls the 2030 Agenda and its goals for 2030.",
    ]


def test_a_refused_update_is_not_made() -> None:
    draft = last_year("OP 1: Requests a report at its eightieth session and at its eightieth session;")
    first, *others = [update for update in updates(draft) if update.paragraph != 1]
    assert rolled_over(draft, others).paragraphs[1].text == (
        "Requests a report at its eightieth session and at its eighty-first session;"
    )
    assert first.span.start < others[0].span.start


def test_a_text_without_a_session_has_no_updates() -> None:
    assert updates(make_draft("OP 1: Requests a report at its eightieth session;")) == ()


def test_the_front_leaves_open_what_only_the_new_document_can_say() -> None:
    bare = without_front(last_year("TITLE 79/112: Shared rivers", "PP: Recalling its earlier work,"))
    assert bare.symbol == ""
    assert [(p.kind, p.number) for p in bare.paragraphs if p.kind is ParagraphKind.TITLE] == [
        (ParagraphKind.TITLE, "")
    ]
    assert ParagraphKind.MEETING_LINE not in {paragraph.kind for paragraph in bare.paragraphs}


def elsewhere(language: str, session: str, *lines: str, meeting: str) -> list[str]:
    draft = make_draft(f"B: {session}", *lines, f"ML: {meeting}", language=language)
    first = replace(draft.paragraphs[0], kind=ParagraphKind.SESSION)
    paragraphs = (first, *draft.paragraphs[1:])
    draft = replace(draft, paragraphs=paragraphs, symbol="A/RES/79/112", session=session)
    return [paragraph.text for paragraph in rolled_over(draft, updates(draft)).paragraphs[:-1]]


def test_a_french_text_is_rolled_over() -> None:
    told = "76/90 du 8 décembre 2021, 77/95 du 7 décembre 2022"
    assert elsewhere(
        "fr",
        "Soixante-dix-neuvième session",
        f"PP: Rappelant ses résolutions {told} et 78/101 du 7 décembre 2023,",
        "PP: Ayant examiné le rapport du Comité spécial sur ses travaux de 2024,",
        "OP 1: Prie le Secrétaire général de lui présenter à sa quatre-vingtième session un rapport ;",
        "OP 2: Prend note du rapport du Conseil des droits de l’homme sur sa quatre-vingtième session ;",
        "OP 3: Décide de tenir en 2025 une réunion sur la question.",
        meeting="52e séance plénière, 19 décembre 2024",
    ) == [
        "Quatre-vingtième session",
        f"Rappelant ses résolutions {told}, 78/101 du 7 décembre 2023 et 79/112 du 19 décembre 2024,",
        "Ayant examiné le rapport du Comité spécial sur ses travaux de 2025,",
        "Prie le Secrétaire général de lui présenter à sa quatre-vingt-unième session un rapport ;",
        "Prend note du rapport du Conseil des droits de l’homme sur sa quatre-vingtième session ;",
        "Décide de tenir en 2026 une réunion sur la question.",
    ]


def test_a_spanish_text_is_rolled_over() -> None:
    told = "76/90, de 8 de diciembre de 2021, 77/95, de 7 de diciembre de 2022"
    last = "79/112, de 19 de diciembre de 2024"
    assert elsewhere(
        "es",
        "Septuagésimo noveno período de sesiones",
        f"PP: Recordando sus resoluciones {told}, y 78/101, de 7 de diciembre de 2023,",
        "PP: Habiendo examinado el informe del Comité Especial correspondiente a 2024,",
        "OP 1: Solicita al Secretario General que en su octogésimo período de sesiones le presente un informe;",
        "OP 2: Toma nota del informe del Consejo de Derechos Humanos sobre su octogésimo período de sesiones.",
        meeting="52ª sesión plenaria, 19 de diciembre de 2024",
    ) == [
        "Octogésimo período de sesiones",
        f"Recordando sus resoluciones {told}, 78/101, de 7 de diciembre de 2023, y {last},",
        "Habiendo examinado el informe del Comité Especial correspondiente a 2025,",
        "Solicita al Secretario General que en su octogésimo primer período de sesiones le presente un informe;",
        "Toma nota del informe del Consejo de Derechos Humanos sobre su octogésimo período de sesiones.",
    ]


def test_a_language_whose_words_are_not_known_has_no_updates() -> None:
    assert updates(make_draft("PP: ссылаясь на свою резолюцию 78/101,", language="ru")) == ()


def test_a_russian_text_is_rolled_over_in_the_case_of_each_ordinal() -> None:
    told = "76/90 от 8 декабря 2021 года, 77/95 от 7 декабря 2022 года"
    assert elsewhere(
        "ru",
        "Семьдесят девятая сессия",
        f"PP: ссылаясь на свои резолюции {told} и 78/101 от 7 декабря 2023 года,",
        "PP: рассмотрев доклад Специального комитета за 2024 год,",
        "OP 1: просит Генерального секретаря представить ей на ее восьмидесятой сессии доклад;",
        "OP 2: принимает к сведению доклад Совета по правам человека о его восьмидесятой сессии;",
        "OP 3: постановляет провести в 2025 году совещание по этому вопросу.",
        meeting="52-е пленарное заседание, 19 декабря 2024 года",
    ) == [
        "Восьмидесятая сессия",
        f"ссылаясь на свои резолюции {told}, 78/101 от 7 декабря 2023 года и 79/112 от 19 декабря 2024 года,",
        "рассмотрев доклад Специального комитета за 2025 год,",
        "просит Генерального секретаря представить ей на ее восемьдесят первой сессии доклад;",
        "принимает к сведению доклад Совета по правам человека о его восьмидесятой сессии;",
        "постановляет провести в 2026 году совещание по этому вопросу.",
    ]


def test_a_russian_date_behind_the_name_of_the_assembly_goes_with_its_number() -> None:
    assert elsewhere(
        "ru",
        "Семьдесят девятая сессия",
        "PP: ссылаясь на резолюцию 78/101 Генеральной Ассамблеи от 7 декабря 2023 года,",
        meeting="52-е пленарное заседание, 19 декабря 2024 года",
    )[1:] == ["ссылаясь на резолюцию 79/112 Генеральной Ассамблеи от 19 декабря 2024 года,"]


def test_a_chinese_text_is_rolled_over() -> None:
    assert elsewhere(
        "zh",
        "第七十九届会议",
        "PP: 回顾其2021年12月8日第76/90号、2022年12月7日第77/95号和2023年12月7日第78/101号决议，",
        "PP: 审议了特别委员会2024年报告，",
        "OP 1: 请秘书长向大会第八十届会议提交报告；",
        "OP 2: 表示注意到人权理事会第八十届会议的报告；",
        "OP 3: 决定于2025年举行一次会议，并回顾2025年3月1日的会议。",
        meeting="第52次全体会议，2024年12月19日",
    ) == [
        "第八十届会议",
        "回顾其2021年12月8日第76/90号、2022年12月7日第77/95号、2023年12月7日第78/101号和2024年12月19日第79/112号决议，",
        "审议了特别委员会2025年报告，",
        "请秘书长向大会第八十一届会议提交报告；",
        "表示注意到人权理事会第八十届会议的报告；",
        "决定于2026年举行一次会议，并回顾2025年3月1日的会议。",
    ]


def test_a_chinese_date_before_the_subject_goes_with_its_number() -> None:
    assert elsewhere(
        "zh",
        "第七十九届会议",
        "PP: 回顾其2023年12月7日关于内河渡船的第78/101号决议，",
        meeting="第52次全体会议，2024年12月19日",
    )[1:] == ["回顾其2024年12月19日关于内河渡船的第79/112号决议，"]


def test_an_arabic_text_is_rolled_over_in_the_case_of_each_ordinal() -> None:
    told = "76/90 المؤرخ 8 كانون الأول/ديسمبر 2021 و 77/95 المؤرخ 7 كانون الأول/ديسمبر 2022"
    last = "78/101 المؤرخ 7 كانون الأول/ديسمبر 2023"
    assert elsewhere(
        "ar",
        "الدورة التاسعة والسبعون",
        f"PP: إذ تشير إلى قراراتها {told} و {last}،",
        "PP: وقد نظرت في تقرير اللجنة الخاصة لعام 2024،",
        "OP 1: تطلب إلى الأمين العام أن يقدم إلى الجمعية العامة في دورتها الثمانين تقريرا؛",
        "OP 2: تحيط علما بتقرير مجلس حقوق الإنسان عن دورته الثمانين؛",
        meeting="الجلسة العامة 52، 19 كانون الأول/ديسمبر 2024",
    ) == [
        "الدورة الثمانون",
        f"إذ تشير إلى قراراتها {told} و {last} و 79/112 المؤرخ 19 كانون الأول/ديسمبر 2024،",
        "وقد نظرت في تقرير اللجنة الخاصة لعام 2025،",
        "تطلب إلى الأمين العام أن يقدم إلى الجمعية العامة في دورتها الحادية والثمانين تقريرا؛",
        "تحيط علما بتقرير مجلس حقوق الإنسان عن دورته الثمانين؛",
    ]
