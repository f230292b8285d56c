"""What can be wrong in the answers that authors expect; quiz.py holds the grammar of questions."""

from __future__ import annotations

from scorm_export.diagnostic import Rule, Severity

TOO_MANY_ANSWERS = Rule(
    code="quiz/too-many-answers",
    severity=Severity.ERROR,
    message="Cette question a {count} {things} ; on n’en garde et on n’en rapporte que {most}.",
    mend="gardez-en {most} au plus, ou faites-en deux questions",
    doc="""Les rapports de SCORM nomment chaque ligne d’une liste par une lettre ou un chiffre :
il y en a 36, et 35 degrés sur une échelle. D’une réponse à taper, la plateforme retient le numéro
de la forme reconnue, jusqu’à 62. Au-delà, une réponse serait rapportée vide.

Mauvais : un `qcm` de 40 lignes.

Bon : deux questions de 20 lignes.""",
)

AMBIGUOUS_NUMBER = Rule(
    code="quiz/ambiguous-number",
    severity=Severity.ERROR,
    message="« {text} » peut se lire {thousands} ou {decimal}.",
    mend="écrivez `{thousands}` ou `{decimal}`",
    doc="""Le point sépare les milliers pour les uns, les décimales pour les autres. Devant trois
chiffres, rien ne dit lequel des deux est écrit. Un apprenant qui tape ce nombre est prié de
l’écrire autrement, sans perdre d’essai.

Mauvais : `- [x] 1.250`

Bon : `- [x] 1 250` ou `- [x] 1,25`""",
)

UNIT_TWICE = Rule(
    code="quiz/unit-twice",
    severity=Severity.WARNING,
    message="L’unité « {unit} » est déjà dans le réglage `unité` : la page l’écrit elle-même.",
    mend="écrivez `{text}`",
    doc="""La page ajoute l’unité derrière le champ et derrière la bonne réponse. L’apprenant, lui,
peut la taper ou non.

Mauvais : `- [x] 120 m²` sous `unité : m²`

Bon : `- [x] 120`""",
)

QUOTED_ANSWER = Rule(
    code="quiz/quoted-answer",
    severity=Severity.WARNING,
    message="Les guillemets font partie de cette réponse : sans eux, elle serait comptée fausse.",
    mend="écrivez `{text}`",
    doc="""Une réponse à taper est comparée signe à signe, guillemets compris. Personne ne les
tape.

Mauvais : `- [x] « assemblée générale »`

Bon : `- [x] assemblée générale`""",
)

ANSWER_TOO_LONG = Rule(
    code="quiz/answer-too-long",
    severity=Severity.ERROR,
    message="Cette réponse à taper a {count} signes ; le champ en garde {most}, article compris.",
    mend="attendez un mot ou quelques-uns, ou faites un `qcu`",
    doc="""Un champ d’une ligne garde 120 signes. Une réponse attendue en a 100 au plus, pour qu’un
article ou une faute de frappe y tienne aussi.

Mauvais : une phrase entière à taper.

Bon : `- [x] assemblée générale`""",
)

ANSWER_WITHOUT_WORDS = Rule(
    code="quiz/answer-without-words",
    severity=Severity.ERROR,
    message="« {text} » n’est que de la ponctuation : n’importe quel signe serait accepté.",
    mend="écrivez un mot ou un nombre, ou faites un `qcu`",
    doc="""La ponctuation de la fin et les traits d’union ne comptent pas quand une réponse est
comparée. D’une réponse qui n’a rien d’autre, il ne resterait rien.

Mauvais : `- [x] ?`

Bon : `- [x] point d’interrogation`""",
)
