"""Papers built by hand, as the builders make them: invented persons and figures."""

# ruff: noqa: E501 - sentences of papers stand whole

from dataclasses import replace

from desktop_app.documents import blocks
from desktop_app.wording.bilingual import Bilingual, PaperLanguage

B = Bilingual
AR: tuple[PaperLanguage, ...] = ("ar",)
FR: tuple[PaperLanguage, ...] = ("fr",)
BOTH: tuple[PaperLanguage, ...] = ("ar", "fr")

LINES_AR = (
    "المملكة المغربية",
    "وزارة التربية الوطنية والتعليم الأولي والرياضة",
    "الأكاديمية الجهوية للتربية والتكوين",
    "لجهة بني ملال خنيفرة",
    "المركز الجهوي لمنظومة الإعلام",
)
LINES_FR = (
    "Royaume du Maroc",
    "Ministère de l’Éducation nationale,",
    "du Préscolaire et des Sports",
    "Académie régionale d’éducation et de formation",
    "Région Béni Mellal-Khénifra",
    "Centre régional du système d’information",
)
PEOPLE = (
    (
        "السيدة نعيمة الورياشي",
        "Mme Naïma Ouariachi",
        "رئيسة المركز الجهوي لمنظومة الإعلام",
        "Cheffe du CRSI",
        "الأكاديمية الجهوية",
        "AREF",
    ),
    (
        "السيد عبد الإله بنزاكور",
        "M. Abdelilah Benzakour",
        "رئيس مصلحة التواصل وتتبع أشغال المجلس الإداري",
        "Chef du service de la communication et du suivi des travaux du CA",
        "الأكاديمية الجهوية",
        "AREF",
    ),
    (
        "السيدة سعاد الحمداوي",
        "Mme Souad Hamdaoui",
        "مهندسة، مصلحة الدعم التقني للمستعملين وقيادة التغيير",
        "Ingénieure, service du support technique",
        "الأكاديمية الجهوية",
        "AREF",
    ),
    (
        "السيد إدريس الزموري",
        "M. Driss Zemmouri",
        "مدبر الشبكة المعلوماتية",
        "Gestionnaire du réseau",
        "الأكاديمية الجهوية",
        "AREF",
    ),
    (
        "السيد محمد أيت الطالب",
        "M. Mohamed Aït Taleb",
        "رئيس المركز الإقليمي لمنظومة الإعلام",
        "Chef du CPSI",
        "المديرية الإقليمية بأزيلال",
        "DP d’Azilal",
    ),
    (
        "السيدة فاطمة الزهراء بوعنان",
        "Mme Fatima-Zahra Bouanane",
        "رئيسة مصلحة الشؤون القانونية والتواصل والشراكة",
        "Cheffe du service des affaires juridiques, de la communication et du partenariat",
        "المديرية الإقليمية بأزيلال",
        "DP d’Azilal",
    ),
    (
        "السيد رشيد الكوهن",
        "M. Rachid Kohen",
        "رئيس مصلحة الشؤون القانونية والتواصل والشراكة",
        "Chef du service des affaires juridiques, de la communication et du partenariat",
        "المديرية الإقليمية ببني ملال",
        "DP de Béni Mellal",
    ),
    (
        "السيدة نجاة الإدريسي",
        "Mme Najat Idrissi",
        "مديرة مؤسسة تعليمية",
        "Directrice d’établissement",
        "المديرية الإقليمية ببني ملال",
        "DP de Béni Mellal",
    ),
    (
        "السيد نور الدين العميري",
        "M. Noureddine Amiri",
        "رئيس المركز الإقليمي لمنظومة الإعلام",
        "Chef du CPSI",
        "المديرية الإقليمية بالفقيه بن صالح",
        "DP de Fquih Ben Salah",
    ),
)
OPENING = B(
    "في يوم الأربعاء 4 ذي القعدة 1447 هـ الموافق لـ 22 أبريل 2026 م، على الساعة التاسعة والنصف صباحا، انعقدت بقاعة الاجتماعات بمقر الأكاديمية ورشة عمل خصصت لتدارس العمليات التواصلية الكفيلة بالتعريف بمستجدات النظم المعلوماتية، برئاسة السيدة رئيسة المركز الجهوي لمنظومة الإعلام، وذلك بناء على الدعوة رقم 117/26 بتاريخ 8 أبريل 2026، وفي إطار أجرأة المخطط التواصلي برسم السنة الدراسية 2025/2026.",
    "Le mercredi 4 kaada 1447, correspondant au 22 avril 2026, à 9 h 30, s’est tenu à la salle de réunions du siège de l’académie un atelier de travail consacré aux actions de communication propres à faire connaître les nouveautés des systèmes d’information, sous la présidence de Mme la cheffe du centre régional du système d’information, sur la base de l’invitation n° 117/26 du 8 avril 2026 et dans le cadre de la mise en œuvre du plan de communication de l’année scolaire 2025/2026.",
)
THEME = B(
    "حول: «العمليات التواصلية للتعريف بمستجدات النظم المعلوماتية»",
    "Objet : « Actions de communication sur les nouveautés des systèmes d’information »",
)
SPEECH = B(
    "افتتحت الأشغال بتلاوة آيات بينات من الذكر الحكيم وترديد النشيد الوطني. وفي كلمته الافتتاحية، رحب السيد مدير الأكاديمية بالحاضرات والحاضرين، شاكرا لهم تلبية الدعوة، وأشار إلى تزايد طلبات المستعملين يوما بعد يوم، وما تستوجبه من ملاءمة للمنظومة ومن حكامة أكبر في تدبيرها. ودعا إلى مضاعفة الجهود للتعريف بالمكتسبات، وتجويد الخدمات، وتعميق تملك المدبرين لها، وإعداد وسائط تواصلية مناسبة لكل محطة تدبيرية.",
    "Les travaux se sont ouverts par la récitation de versets du Saint Coran et l’hymne national. Dans son allocution d’ouverture, M. le directeur de l’académie souhaite la bienvenue aux participantes et participants, les remercie d’avoir répondu à l’invitation et relève que les demandes des usagers croissent de jour en jour, ce qui exige d’adapter le système et d’en affermir la gouvernance. Il appelle à redoubler d’efforts pour faire connaître les acquis.",
)
TALK = B(
    "تقدمت السيدة رئيسة المركز الجهوي لمنظومة الإعلام بعرض حول مستجدات النظم المعلوماتية، تناولت فيه النظم المعتمدة في المجال البيداغوجي (MASSAR)، وفي مجال التخطيط (ESISE وGRESA)، وفي تدبير الموارد البشرية (MASIRH)، وفي الخدمات الأساسية ومجال الحكامة، ثم المكونات الجديدة. كما استعرضت تطور التغطية المعلوماتية بالجهة، التي انتقلت من 61,4% برسم السنة الدراسية 2018/2019 إلى 96,2% برسم السنة الدراسية الحالية.",
    "Mme la cheffe du centre régional du système d’information présente un exposé sur les nouveautés des systèmes d’information : MASSAR pour le domaine pédagogique, ESISE et GRESA pour la planification, MASIRH pour les ressources humaines. Elle retrace l’évolution de la couverture de la région, passée de 61,4 % en 2018/2019 à 96,2 % cette année.",
)
DECISIONS = (
    (
        "قرار:",
        "Décision :",
        "اعتماد البرنامج العملي لتقاسم مستجدات النظم المعلوماتية برسم السنة الدراسية 2025/2026، وتعميمه على المديريات الإقليمية.",
        "Adopter le programme de partage des nouveautés et le diffuser aux directions provinciales.",
        "المركز الجهوي لمنظومة الإعلام",
        "Centre régional du système d’information",
        "30/04/2026",
        "",
        "",
    ),
    (
        "قرار:",
        "Décision :",
        "تنظيم لقاء تواصلي بكل مديرية إقليمية لفائدة مديرات ومديري المؤسسات التعليمية حول مستجدات MASSAR وMASIRH.",
        "Tenir dans chaque direction provinciale une rencontre avec les directrices et directeurs d’établissement sur MASSAR et MASIRH.",
        "المديريات الإقليمية – المراكز الإقليمية لمنظومة الإعلام",
        "Directions provinciales",
        "22/05/2026",
        "تحدد التواريخ قبل 08/05/2026",
        "Dates à fixer avant le 08/05/2026",
    ),
    (
        "توصية:",
        "Recommandation :",
        "إعداد مطوية ودليل مختصر، بالعربية والفرنسية، للتعريف بالمكونات الجديدة وبالفئات المعنية بكل مكون.",
        "Préparer un dépliant et un guide bref, en arabe et en français.",
        "مصلحة التواصل وتتبع أشغال المجلس الإداري",
        "Service de la communication",
        "15/05/2026",
        "تعرض المسودة على المصادقة",
        "Projet à valider",
    ),
    (
        "التزام:",
        "Engagement :",
        "تعيين مخاطب واحد بكل مديرية إقليمية لتلقي طلبات المستعملين وتتبع معالجتها.",
        "Désigner un interlocuteur unique par direction provinciale.",
        "المراكز الإقليمية لمنظومة الإعلام",
        "Centres provinciaux",
        "30/04/2026",
        "",
        "",
    ),
)


def same(text: str) -> Bilingual:
    return B(text, text)


def header(place_date: Bilingual = B(), languages: str = "ar") -> blocks.Header:
    return blocks.Header(
        name="header",
        lines_ar=LINES_AR if "ar" in languages else (),
        lines_fr=LINES_FR if "fr" in languages else (),
        place_date=place_date,
    )


def attendees(count: int, languages: tuple[PaperLanguage, ...] = AR) -> blocks.Table:
    widths = (10, 46, 75, 34) if languages == FR else (9.5, 41.5, 67.5, 46.5)
    heads = (
        B("ر.ت", "N°"),
        B("الاسم الكامل", "Nom et prénom"),
        B("الصفة", "Qualité"),
        B("الجهة", "Entité"),
    )
    rows = []
    for number in range(1, count + 1):
        name, nom, role, qualite, body, entite = PEOPLE[(number - 1) % len(PEOPLE)]
        rows.append(
            (
                blocks.Cell(same(str(number))),
                blocks.Cell(B(name, nom)),
                blocks.Cell(B(role, qualite)),
                blocks.Cell(B(body, entite)),
            )
        )
    return blocks.Table(
        name="attendance.table",
        columns=tuple(
            blocks.Column(head, width, "center" if place == 0 else "start", one_line=place == 0)
            for place, (head, width) in enumerate(zip(heads, widths, strict=True))
        ),
        rows=tuple(rows),
    )


def outcomes() -> blocks.Table:
    heads = (
        B("ر.ت", "N°"),
        B("القرار / التوصية", "Décision / recommandation"),
        B("الجهة المسؤولة", "Responsable"),
        B("أجل الإنجاز", "Échéance"),
        B("ملاحظات", "Observations"),
    )
    numbered = (0, 3)
    return blocks.Table(
        name="outcomes.table",
        columns=tuple(
            blocks.Column(
                head, width, "center" if place in numbered else "start", one_line=place in numbered
            )
            for place, (head, width) in enumerate(zip(heads, (9.5, 68, 38, 22.5, 27), strict=True))
        ),
        rows=tuple(
            (
                blocks.Cell(same(str(number))),
                blocks.Cell(B(ar, fr), label=B(label, etiquette)),
                blocks.Cell(B(who, qui)),
                blocks.Cell(same(due)),
                blocks.Cell(B(remark, remarque)),
            )
            for number, (label, etiquette, ar, fr, who, qui, due, remark, remarque) in enumerate(
                DECISIONS + DECISIONS[:3], 1
            )
        ),
    )


def minutes(languages: tuple[PaperLanguage, ...] = AR, people: int = 24) -> blocks.Paper:
    heading = blocks.Heading
    paragraph = blocks.Paragraph
    return blocks.Paper(
        kind="minutes",
        languages=languages,
        title="محضر ورشة عمل",
        running_head=B("محضر ورشة عمل – 22 أبريل 2026", "Procès-verbal – 22 avril 2026"),
        footer=B("المرجع: محضر رقم 14/26", "Réf. : procès-verbal n° 14/26"),
        blocks=(
            header(languages="".join(languages)),
            blocks.Reference(name="reference", number="14/26"),
            blocks.Title(
                name="title",
                title=B("محضر ورشة عمل", "Procès-verbal de l’atelier de travail"),
                subject=THEME,
            ),
            paragraph(name="opening", text=OPENING),
            heading(name="attendance", text=B("أولا – الحضور", "I. Présents")),
            attendees(people, languages),
            paragraph(
                name="attendance.excused",
                label=B("الغياب بعذر:", "Absence excusée :"),
                text=B(
                    "السيد مدير مؤسسة تعليمية بالمديرية الإقليمية بأزيلال.",
                    "M. le directeur d’un établissement de la direction provinciale d’Azilal.",
                ),
                role="note",
            ),
            heading(name="agenda", text=B("ثانيا – جدول الأعمال", "II. Ordre du jour")),
            blocks.Items(
                name="agenda.items",
                items=(
                    B(
                        "مستجدات النظم المعلوماتية حسب المجالات، ومدى تطور التغطية المعلوماتية؛",
                        "nouveautés des systèmes d’information par domaine et évolution de la couverture ;",
                    ),
                    B(
                        "مشروع الحملة التواصلية: العمليات المقترحة وأهدافها والفئات المستهدفة؛",
                        "projet de campagne de communication : opérations proposées, objectifs et publics ;",
                    ),
                    B(
                        "سبل تنزيل المخطط التواصلي بالمديريات الإقليمية وبالمؤسسات التعليمية.",
                        "mise en œuvre du plan dans les directions provinciales et les établissements.",
                    ),
                ),
            ),
            heading(
                name="opening.head", text=B("ثالثا – افتتاح الأشغال", "III. Ouverture des travaux")
            ),
            paragraph(name="opening.speech", text=SPEECH),
            heading(name="talks", text=B("رابعا – العروض", "IV. Exposés")),
            paragraph(name="talks.1", label=B("العرض الأول.", "Premier exposé."), text=TALK),
            paragraph(name="talks.2", label=B("العرض الثاني.", "Deuxième exposé."), text=SPEECH),
            heading(name="debate", text=B("خامسا – المناقشة", "V. Débat")),
            paragraph(
                name="debate.text",
                text=B(
                    f"{SPEECH.ar}\nواقترحوا اعتماد مخاطب واحد بكل مديرية إقليمية، يتوصل بالطلبات عبر البريد المؤسساتي (crsi@academie.example) أو الهاتف (05 23 00 12 34).",
                    f"{SPEECH.fr}\nIls proposent un interlocuteur unique par direction, joint par courriel (crsi@academie.example) ou par téléphone (05 23 00 12 34).",
                ),
            ),
            heading(
                name="outcomes",
                text=B("سادسا – القرارات والتوصيات", "VI. Décisions et recommandations"),
            ),
            outcomes(),
            paragraph(
                name="closing",
                text=B(
                    "وبعد استنفاد جميع نقط جدول الأعمال، رفعت الجلسة على الساعة الواحدة والربع بعد الزوال من نفس اليوم.",
                    "L’ordre du jour étant épuisé, la séance est levée à 13 h 15 le même jour.",
                ),
                keep_with_next=True,
            ),
            paragraph(
                name="dated",
                text=B("وحرر ببني ملال في 22 أبريل 2026.", "Fait à Béni Mellal, le 22 avril 2026."),
                keep_with_next=True,
            ),
            blocks.Signatures(
                name="signatures",
                signatures=(
                    blocks.Signature(
                        B("مقررة الجلسة", "La rapporteuse"),
                        B("سعاد الحمداوي", "Souad Hamdaoui"),
                        below=B(
                            "مهندسة بالمركز الجهوي لمنظومة الإعلام", "Ingénieure au centre régional"
                        ),
                    ),
                    blocks.Signature(
                        B("رئيسة الجلسة", "La présidente de séance"),
                        B("نعيمة الورياشي", "Naïma Ouariachi"),
                        below=B("رئيسة المركز الجهوي لمنظومة الإعلام", "Cheffe du centre régional"),
                    ),
                ),
            ),
            blocks.Notes(
                name="notes",
                rows=(
                    (
                        B("المرفقات:", "Pièces jointes :"),
                        B(
                            "لائحة الحضور؛ العرضان؛ جدول تتبع تنفيذ القرارات والتوصيات.",
                            "feuille de présence ; exposés ; tableau de suivi.",
                        ),
                    ),
                    (
                        B("نسخة موجهة إلى:", "Copie à :"),
                        B(
                            "السيد مدير الأكاديمية (للإخبار)؛ السيدات والسادة المديرات والمديرين الإقليميين (قصد اتخاذ المتعين).",
                            "M. le directeur de l’académie (pour information).",
                        ),
                    ),
                ),
            ),
        ),
    )


NOTICE = blocks.Notice(
    name="notice",
    lead=B("بيان حماية المعطيات.", "Protection des données."),
    text=B(
        "تستعمل المعطيات المضمنة بهذه اللائحة من طرف الأكاديمية الجهوية للتربية والتكوين قصد توثيق أشغال اللقاء وتتبع توصياته فقط، ولا تسلم إلا للمصالح المعنية. وطبقا للقانون رقم 09.08، يمكنكم الولوج إلى معطياتكم وطلب تصحيحها أو التعرض على معالجتها بالاتصال عبر البريد الإلكتروني crsi@academie.example.",
        "Les données de cette feuille servent à l’académie à documenter les travaux et à suivre leurs recommandations ; elles ne sont communiquées qu’aux services concernés. Conformément à la loi 09-08, vous pouvez y accéder, les faire rectifier ou vous opposer à leur traitement à l’adresse crsi@academie.example.",
    ),
)
CLOSING = blocks.Fields(
    name="closing",
    rows=(
        (
            blocks.Leader(
                B("حصرت هذه اللائحة في", "La présente liste est arrêtée à"),
                B("مشاركا(ة).", "participants."),
                16,
            ),
            blocks.Leader(B("توقيع المسؤول:", "Signature du responsable :"), width=50),
        ),
    ),
)


def sheet(people: int, languages: tuple[PaperLanguage, ...] = AR) -> blocks.Paper:
    """A landscape sheet with two signatures a person."""
    heads = (
        B("ر.ت", "N°"),
        B("الاسم الكامل", "Nom et prénom"),
        B("الصفة / المهمة", "Qualité"),
        B("مقر العمل", "Entité"),
        B("التوقيع صباحا", "Matin"),
        B("التوقيع بعد الزوال", "Après-midi"),
    )
    table = attendees(people, languages)
    return blocks.Paper(
        kind="attendance-sheet",
        languages=languages,
        title="لائحة الحضور",
        running_head=B(
            "لائحة حضور ورشة عمل – 22 أبريل 2026", "Feuille de présence – 22 avril 2026"
        ),
        footer=B(
            "المرجع: لقاء رقم 14/26 – لائحة الحضور", "Réf. : réunion n° 14/26 – feuille de présence"
        ),
        landscape=True,
        blocks=(
            header(languages="".join(languages)),
            blocks.Title(
                name="title",
                title=B("لائحة حضور ورشة عمل", "Feuille de présence de l’atelier de travail"),
                subject=THEME,
            ),
            blocks.Fields(
                name="meta",
                rows=(
                    (
                        blocks.Leader(
                            B("المكان:", "Lieu :"),
                            B("قاعة الاجتماعات بمقر الأكاديمية", "salle de réunions de l’académie"),
                        ),
                        blocks.Leader(
                            B("التاريخ:", "Date :"),
                            B("الأربعاء 22 أبريل 2026", "mercredi 22 avril 2026"),
                        ),
                        blocks.Leader(
                            B("التوقيت:", "Horaire :"),
                            B("من الساعة 9:30 إلى الساعة 16:00", "de 9 h 30 à 16 h"),
                        ),
                        blocks.Leader(
                            B("التأطير:", "Animation :"),
                            B("المركز الجهوي لمنظومة الإعلام", "centre régional"),
                        ),
                    ),
                ),
            ),
            replace(
                table,
                columns=tuple(
                    blocks.Column(
                        head, width, "center" if place == 0 else "start", one_line=place == 0
                    )
                    for place, (head, width) in enumerate(
                        zip(heads, (10, 48, 82, 55, 36, 36), strict=True)
                    )
                ),
                rows=tuple((*row, blocks.Cell(), blocks.Cell()) for row in table.rows),
                row_height=9.6,
                fill_page=8,
            ),
            CLOSING,
            NOTICE,
        ),
    )


def blank_sheet(languages: tuple[PaperLanguage, ...] = AR) -> blocks.Paper:
    heads = (
        B("ر.ت", "N°"),
        B("الاسم الكامل", "Nom et prénom"),
        B("الصفة / المهمة", "Qualité"),
        B("مقر العمل", "Entité"),
        B("التوقيع", "Signature"),
    )
    return blocks.Paper(
        kind="attendance-sheet",
        languages=languages,
        title="لائحة الحضور",
        running_head=B("لائحة الحضور", "Feuille de présence"),
        footer=B(
            "لائحة الحضور – نموذج للتعبئة اليدوية", "Feuille de présence – à remplir à la main"
        ),
        blocks=(
            header(languages="".join(languages)),
            blocks.Title(name="title", title=B("لائحة الحضور", "Feuille de présence")),
            blocks.Fields(
                name="meta",
                rows=(
                    (blocks.Leader(B("الموضوع:", "Objet :")),),
                    (
                        blocks.Leader(B("المكان:", "Lieu :")),
                        blocks.Leader(B("التاريخ:", "Date :")),
                        blocks.Leader(B("التوقيت:", "Horaire :")),
                    ),
                ),
            ),
            blocks.Table(
                name="table",
                columns=tuple(
                    blocks.Column(
                        head, width, "center" if place == 0 else "start", one_line=place == 0
                    )
                    for place, (head, width) in enumerate(
                        zip(heads, (10, 48, 42, 35, 30), strict=True)
                    )
                ),
                rows=(),
                row_height=9.5,
                fill_page=40,
            ),
            CLOSING,
            NOTICE,
        ),
    )


def invitation(languages: tuple[PaperLanguage, ...] = AR) -> blocks.Paper:
    paragraph = blocks.Paragraph
    return blocks.Paper(
        kind="invitation",
        languages=languages,
        title="دعوة",
        running_head=B("دعوة – 8 أبريل 2026", "Invitation – 8 avril 2026"),
        footer=B("المرجع: دعوة رقم 117/26", "Réf. : invitation n° 117/26"),
        blocks=(
            header(
                B("بني ملال في 8 أبريل 2026", "Béni Mellal, le 8 avril 2026"), "".join(languages)
            ),
            blocks.Reference(name="reference", number="117/26"),
            paragraph(
                name="from",
                role="subject",
                align="center",
                text=B(
                    "من رئيسة المركز الجهوي لمنظومة الإعلام",
                    "La cheffe du centre régional du système d’information",
                ),
            ),
            paragraph(
                name="to",
                role="subject",
                align="center",
                text=B(
                    "إلى السيدات والسادة رئيسات ورؤساء المراكز الإقليمية لمنظومة الإعلام",
                    "à Mesdames et Messieurs les chefs des centres provinciaux",
                ),
            ),
            paragraph(
                name="under",
                align="center",
                text=B(
                    "تحت إشراف السيدات والسادة المديرات والمديرين الإقليميين",
                    "sous couvert de Mesdames et Messieurs les directeurs provinciaux",
                ),
            ),
            paragraph(
                name="subject",
                hanging=True,
                label=B("الموضوع:", "Objet :"),
                text=B(
                    "دعوة لحضور ورشة عمل حول العمليات التواصلية للتعريف بمستجدات النظم المعلوماتية.",
                    "invitation à un atelier de travail sur les actions de communication relatives aux nouveautés des systèmes d’information.",
                ),
            ),
            paragraph(
                name="basis",
                hanging=True,
                label=B("المرجع:", "Réf. :"),
                text=B(
                    "المخطط التواصلي برسم السنة الدراسية 2025/2026.",
                    "plan de communication de l’année scolaire 2025/2026.",
                ),
            ),
            paragraph(
                name="enclosed",
                hanging=True,
                label=B("المرفقات:", "P. J. :"),
                text=B("البرنامج؛ بطاقة تأكيد الحضور.", "programme ; coupon-réponse."),
            ),
            paragraph(
                name="salute",
                align="center",
                text=B("سلام تام بوجود مولانا الإمام المؤيد بالله،", "Mesdames, Messieurs,"),
            ),
            paragraph(
                name="body",
                text=B(
                    "وبعد، فعلاقة بالموضوع والمرجع المشار إليهما أعلاه، وفي إطار أجرأة المخطط التواصلي للتعريف بمستجدات النظم المعلوماتية، يشرفني دعوتكم لحضور ورشة العمل التي ستنعقد يوم الأربعاء 22 أبريل 2026، على الساعة التاسعة والنصف صباحا، بقاعة الاجتماعات بمقر الأكاديمية، وفق جدول الأعمال الآتي:",
                    "J’ai l’honneur de vous inviter à l’atelier de travail qui se tiendra le mercredi 22 avril 2026 à 9 h 30 à la salle de réunions du siège de l’académie, selon l’ordre du jour suivant :",
                ),
            ),
            minutes().blocks[8],
            paragraph(
                name="reply",
                text=B(
                    "وفي حال تعذر الحضور، المرجو انتداب من ينوب عنكم، وإخبارنا بذلك قبل يوم الجمعة 17 أبريل 2026 عبر البريد الإلكتروني (crsi@academie.example) أو الهاتف (05 23 00 12 34).",
                    "En cas d’empêchement, je vous prie de désigner un représentant et de nous en informer avant le vendredi 17 avril 2026 à l’adresse crsi@academie.example.",
                ),
            ),
            paragraph(
                name="regards",
                text=B(
                    "وتقبلوا فائق التقدير والاحترام، والسلام.",
                    "Veuillez agréer l’expression de ma considération distinguée.",
                ),
            ),
            blocks.Signatures(
                name="signatures",
                signatures=(
                    blocks.Signature(
                        B(
                            "رئيسة المركز الجهوي\nلمنظومة الإعلام",
                            "La cheffe du centre régional\ndu système d’information",
                        ),
                        B("نعيمة الورياشي", "Naïma Ouariachi"),
                    ),
                ),
            ),
            blocks.Notes(
                name="notes",
                rows=(
                    (
                        B("نسخة موجهة إلى:", "Copie à :"),
                        B(
                            "السيد مدير الأكاديمية (للإخبار).",
                            "M. le directeur de l’académie (pour information).",
                        ),
                    ),
                ),
            ),
        ),
    )


def attestation(languages: tuple[PaperLanguage, ...] = AR) -> blocks.Paper:
    paragraph = blocks.Paragraph
    return blocks.Paper(
        kind="attestation",
        languages=languages,
        title="شهادة حضور",
        running_head=B(),
        footer=B("المرجع: شهادة رقم 31/26", "Réf. : attestation n° 31/26"),
        blocks=(
            header(languages="arfr" if "fr" in languages else "ar"),
            blocks.Reference(name="reference", number="31/26"),
            blocks.Title(
                name="title", title=B("شهادة حضور", "Attestation de présence"), large=True
            ),
            paragraph(
                name="body",
                role="attestation",
                bold_words=("مريم أوعلي", "Meryem Ouali"),
                text=B(
                    "تشهد رئيسة المركز الجهوي لمنظومة الإعلام بالأكاديمية الجهوية للتربية والتكوين لجهة بني ملال خنيفرة أن السيدة مريم أوعلي، رئيسة مصلحة الشؤون القانونية والتواصل والشراكة، العاملة بالمديرية الإقليمية بخنيفرة، قد حضرت أشغال ورشة العمل حول «العمليات التواصلية للتعريف بمستجدات النظم المعلوماتية»، المنعقدة بمقر الأكاديمية يوم الأربعاء 22 أبريل 2026، من الساعة 9:30 إلى الساعة 16:00.",
                    "La cheffe du centre régional du système d’information de l’académie régionale d’éducation et de formation de la région Béni Mellal-Khénifra atteste que Mme Meryem Ouali, cheffe du service des affaires juridiques, de la communication et du partenariat, en fonction à la direction provinciale de Khénifra, a assisté à l’atelier de travail « Actions de communication sur les nouveautés des systèmes d’information », tenu au siège de l’académie le mercredi 22 avril 2026, de 9 h 30 à 16 h.",
                ),
            ),
            paragraph(
                name="use",
                role="attestation",
                text=B(
                    "وقد سلمت لها هذه الشهادة بطلب منها للإدلاء بها عند الحاجة.",
                    "La présente attestation est délivrée à l’intéressée sur sa demande pour servir et valoir ce que de droit.",
                ),
            ),
            paragraph(
                name="dated",
                text=B("وحرر ببني ملال في 27 أبريل 2026.", "Fait à Béni Mellal, le 27 avril 2026."),
            ),
            blocks.Signatures(
                name="signatures",
                signatures=(
                    blocks.Signature(
                        B(
                            "رئيسة المركز الجهوي\nلمنظومة الإعلام",
                            "La cheffe du centre régional\ndu système d’information",
                        ),
                        B("نعيمة الورياشي", "Naïma Ouariachi"),
                    ),
                ),
            ),
        ),
    )
