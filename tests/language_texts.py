"""One small text of our own in several languages, alike in all that can be told without knowing them."""

VERSIONS = {
    "en": """The General Assembly,

Recalling its resolution 78/406 of 19 December 2023,

Noting that three of 1,500 piers decay,

1. Urges all States to train crews by 2030;

2. Welcomes the report in document A/79/12;

3. Encourages States to open [more] ferries to the 2.5 million people of the lakes:

(a) In the north;

(b) In the south, at a cost of 35 dollars a head;

4. Requests the Secretary-General to report on 3 May 2026.
""",
    "fr": """L’Assemblée générale,

Rappelant sa résolution 78/406 du 19 décembre 2023,

Notant que 3 des 1 500 jetées se dégradent,

1. Exhorte tous les États à former des équipages d’ici à 2030 ;

2. Se félicite du rapport publié sous la cote A/79/12 ;

3. Encourage les États à ouvrir [davantage] de bacs aux 2,5 millions d’habitants des lacs :

a) Au nord ;

b) Au sud, au prix de 35 dollars par personne ;

4. Prie le Secrétaire général de faire rapport le 3 mai 2026.
""",
    "ru": """Генеральная Ассамблея,

ссылаясь на свою резолюцию 78/406 от 19 декабря 2023 года,

отмечая, что 3 из 1 500 причалов разрушаются,

1. настоятельно призывает все государства обучить экипажи к 2030 году;

2. приветствует доклад в документе A/79/12;

3. рекомендует государствам открыть [больше] паромов для 2,5 миллиона жителей озер:

a) на севере;

b) на юге, по цене 35 долларов с человека;

4. просит Генерального секретаря представить доклад 3 мая 2026 года.
""",
    "ar": """إن الجمعية العامة،

إذ تشير إلى قرارها 78/406 المؤرخ 19 كانون الأول/ديسمبر 2023،

وإذ تلاحظ أن ثلاثة من 500 1 رصيف تتهالك،

1 - تحث جميع الدول على تدريب الأطقم بحلول عام 2030؛

2 - ترحب بالتقرير الوارد في الوثيقة A/79/12؛

3 - تشجع الدول على تسيير [المزيد] من العبّارات لسكان البحيرات البالغ عددهم 2,5 مليون نسمة:

(أ) في الشمال؛

(ب) في الجنوب بتكلفة 35 دولارا للشخص؛

4 - تطلب إلى الأمين العام أن يقدم تقريرا في 3 أيار/مايو 2026.
""",
    "zh": """大会，

回顾其2023年12月19日第78/406号决议，

注意到1 500个码头中有3个正在损坏，

1. 敦促所有国家在2030年前培训船员；

2. 欢迎A/79/12号文件所载报告；

3. 鼓励各国为湖区250万居民开设[更多]渡轮：

(a) 在北部；

(b) 在南部，每人费用35美元；

4. 请秘书长于2026年5月3日提出报告。
""",
}
