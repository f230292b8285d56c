"""What can be wrong in questions and banks."""

from __future__ import annotations

from scorm_export.diagnostic import Rule, Severity

NO_STEM = Rule(
    code="quiz/no-stem",
    severity=Severity.ERROR,
    message="Cette question n’a pas d’énoncé.",
    mend="écrivez la question entre la ligne d’ouverture et les réponses",
    doc="""Sans énoncé, l’apprenant voit des réponses sans savoir ce qu’on lui demande.

Mauvais : `::: qcu #a` suivi aussitôt de `- [x] Oui`.

Bon : la question, une ligne vide, puis les réponses.""",
)

TOO_FEW_ANSWERS = Rule(
    code="quiz/too-few-answers",
    severity=Severity.ERROR,
    message="Cette question {said} ; il en faut au moins {needed}.",
    mend="ajoutez des lignes, de la forme `{example}`",
    doc="""Un choix a besoin de deux réponses, un classement de deux rubriques, un ordre de deux
étapes.

Mauvais : un qcu avec une seule réponse.

Bon : au moins deux lignes `- [ ] …`.""",
)

NO_RIGHT_ANSWER = Rule(
    code="quiz/no-right-answer",
    severity=Severity.ERROR,
    message="Cette question n’a aucune réponse juste.",
    mend="cochez au moins une réponse avec `[x]`",
    doc="""Une case cochée `[x]` marque une réponse juste. Sans elle, personne ne peut réussir.

Mauvais : toutes les réponses en `[ ]`.

Bon : au moins une en `[x]`.""",
)

SEVERAL_RIGHT_ANSWERS = Rule(
    code="quiz/several-right-answers",
    severity=Severity.ERROR,
    message="Une question « {kind} » a une seule réponse juste ; celle-ci en a {count}.",
    mend="ne cochez qu’une réponse, ou changez le type en `qcm`",
    doc="""Dans un `qcu`, l’apprenant ne peut choisir qu’une réponse : deux réponses justes seraient
injustes pour lui.

Mauvais : deux `[x]` dans un `qcu`.

Bon : un seul, ou un `qcm`.""",
)

ALL_RIGHT = Rule(
    code="quiz/all-right",
    severity=Severity.WARNING,
    message="Toutes les réponses de ce qcm sont justes.",
    mend="ajoutez au moins une réponse fausse : `- [ ] …`",
    doc="""Si tout est juste, il suffit de tout cocher : la question n’apprend rien.

Mauvais : trois réponses, trois `[x]`.

Bon : une réponse fausse et plausible de plus.""",
)

NOT_TWO_ANSWERS = Rule(
    code="quiz/not-two-answers",
    severity=Severity.ERROR,
    message="Un vrai-faux a exactement deux réponses ; celui-ci en a {count}.",
    mend="gardez deux lignes : `- [ ] Vrai` et `- [x] Faux`",
    doc="""Un vrai-faux propose d’accepter ou de refuser une phrase. D’autres mots sont permis
(« D’accord », « Pas d’accord »), mais pas une troisième réponse.

Mauvais : `Vrai`, `Faux`, `Je ne sais pas`.

Bon : un `qcu` à trois réponses.""",
)

BROKEN_BOX = Rule(
    code="quiz/broken-box",
    severity=Severity.WARNING,
    message="Cette case est mal écrite ; elle a été comprise comme « {box} ».",
    mend="écrivez `{line}`",
    doc="""Une réponse commence par un tiret, une espace, une case (`[ ]` ou `[x]`), une espace.
Sans ces espaces, les autres logiciels collent la ligne à la précédente.

Mauvais : `-[ ] Oui`, `- [] Oui`, `- [x]Oui`

Bon : `- [ ] Oui`""",
)

ANSWER_WITHOUT_BOX = Rule(
    code="quiz/answer-without-box",
    severity=Severity.ERROR,
    message="Cette réponse n’a pas de case : on ne sait pas si elle est juste.",
    mend="écrivez `- [ ] …` pour une réponse fausse, `- [x] …` pour une juste",
    doc="""Toutes les lignes de réponse portent une case. Une ligne sans case serait collée à la
réponse précédente.

Mauvais : `- Non` au milieu de lignes `- [ ] …`.

Bon : `- [ ] Non`""",
)

FEEDBACK_NOT_INDENTED = Rule(
    code="quiz/feedback-not-indented",
    severity=Severity.WARNING,
    message="Ce commentaire n’est pas décalé ; il a été rattaché à la réponse du dessus.",
    mend="ajoutez deux espaces devant : `  > …`",
    doc="""Le commentaire d’une réponse s’écrit juste dessous, décalé de deux espaces, après `>`. Au
bord gauche, les autres logiciels coupent la liste en deux.

Mauvais : `> Exact.` au bord gauche.

Bon : deux espaces, puis `> Exact.`""",
)

FEEDBACK_NOT_SHOWN = Rule(
    code="quiz/feedback-not-shown",
    severity=Severity.ERROR,
    message="Ce commentaire ne serait jamais affiché : {what} n’en a pas.",
    mend="placez-le sous une réponse, ou écrivez « Explication : » devant",
    doc="""Un commentaire s’affiche quand l’apprenant choisit la réponse du dessus. Une phrase de
positionnement, un leurre ou le nom d’une rubrique ne sont pas des réponses.

Mauvais : une ligne `> …` sous une phrase de `::: positionnement`.

Bon : `Explication : …` à la fin de la question.""",
)

EMPTY_ANSWER = Rule(
    code="quiz/empty-answer",
    severity=Severity.ERROR,
    message="Cette ligne est vide.",
    mend="écrivez le texte, ou supprimez la ligne",
    doc="""Une réponse vide ne peut pas être lue, ni annoncée par une synthèse vocale.

Mauvais : `- [ ]` sans rien après.

Bon : `- [ ] La mairie`""",
)

DUPLICATE_ANSWER = Rule(
    code="quiz/duplicate-answer",
    severity=Severity.ERROR,
    message="« {text} » est déjà à la ligne {first} "
    "(majuscules, accents et articles ne comptent pas).",
    mend="supprimez l’une des deux lignes, ou changez-la",
    doc="""Deux lignes identiques ne peuvent pas être distinguées par l’apprenant.

Mauvais : `- [x] AG` et `- [x] ag` dans une réponse courte.

Bon : une seule des deux.""",
)

CONTRADICTORY_ANSWER = Rule(
    code="quiz/contradictory-answer",
    severity=Severity.ERROR,
    message="« {text} » est à la fois juste et faux (voir ligne {first}).",
    mend="gardez une seule des deux lignes",
    doc="""Une réponse fausse qui ne diffère d’une juste que par un accent, une majuscule ou un
article serait comptée juste.

Mauvais : `- [x] assemblée` et `- [ ] l’assemblee`.

Bon : `- [x] assemblée` seulement.""",
)

BAD_SHARE = Rule(
    code="quiz/bad-share",
    severity=Severity.ERROR,
    message="La part « {share} » ne convient pas : {reason}.",
    mend="écrivez par exemple `(50 %)` pour une réponse juste, `(-25 %)` pour une fausse",
    doc="""La part des points s’écrit entre parenthèses après la case : de 0 à 100 % pour une
réponse juste, de −100 à 0 % pour une fausse d’un `qcm`.

Mauvais : `- [x] (-50 %) Oui`

Bon : `- [x] (50 %) Oui`""",
)

SHARES_SUM = Rule(
    code="quiz/shares-sum",
    severity=Severity.WARNING,
    message="Les parts des réponses justes font {sum} % au lieu de 100 %.",
    mend="corrigez les parts, ou retirez-les toutes pour un partage égal",
    doc="""Quand les parts des réponses justes ne font pas 100 %, tout juste ne vaut pas tous les
points.

Mauvais : `(50 %)` et `(25 %)`.

Bon : `(50 %)`, `(25 %)` et `(25 %)`.""",
)

BAD_NUMBER = Rule(
    code="quiz/bad-number",
    severity=Severity.ERROR,
    message="« {text} » n’est pas un nombre que l’on sait lire.",
    mend="écrivez par exemple `120`, `1 250,5`, `114 à 126` ou `120 ± 6`",
    doc="""La virgule sépare les décimales, l’espace sépare les milliers. L’unité s’écrit à part,
dans le réglage `unité`.

Mauvais : `- [x] environ cent`

Bon : `- [x] 90 à 110`""",
)

OVERLAPPING_RANGES = Rule(
    code="quiz/overlapping-ranges",
    severity=Severity.WARNING,
    message="« {text} » et « {other} » (ligne {first}) se recouvrent sans valoir autant.",
    mend="séparez les deux intervalles ; sinon, c’est le plus favorable qui compte",
    doc="""Un nombre qui tombe dans deux intervalles reçoit le meilleur des deux résultats. Un
intervalle large, de moindre valeur, autour d’un intervalle précis est admis : c’est la façon
d’accepter une réponse approchée.

Mauvais : `- [x] 100 à 120` et `- [x] (50 %) 110 à 130`

Bon : `- [x] 100 à 120` et `- [x] (50 %) 90 à 130`""",
)

PAIR_WITHOUT_ARROW = Rule(
    code="quiz/pair-without-arrow",
    severity=Severity.ERROR,
    message="Cette ligne n’a pas de flèche : on ne sait pas quoi associer.",
    mend="écrivez `- {text} -> réponse associée`",
    doc="""Chaque ligne d’un appariement relie deux textes par `->`, `→` ou `=>`.

Mauvais : `- La mairie : prête le local`

Bon : `- La mairie -> prête le local`""",
)

BAD_GAP = Rule(
    code="quiz/bad-gap",
    severity=Severity.ERROR,
    message="Ce trou est mal écrit : {reason}.",
    mend="écrivez `{{{{réponse}}}}`, `{{{{réponse | variante}}}}` ou "
    "`{{{{ [ ] fausse | [x] juste }}}}`",
    doc="""Un trou s’écrit entre doubles accolades. Des textes séparés par `|` sont des variantes
acceptées ; des cases en font une liste à choisir, avec une seule case cochée.

Mauvais : `{{ [ ] haute | [ ] basse }}`

Bon : `{{ [x] haute | [ ] basse }}`""",
)

NO_GAP = Rule(
    code="quiz/no-gap",
    severity=Severity.ERROR,
    message="Ce texte à trous n’a pas de trou.",
    mend="entourez les mots à retrouver de doubles accolades : `{{{{mot}}}}`",
    doc="""Un texte à trous demande au moins un mot à retrouver.

Mauvais : un texte sans `{{…}}`.

Bon : `Un tiers-lieu s’appuie sur un {{collectif}}.`""",
)

TEXT_AFTER_ANSWERS = Rule(
    code="quiz/text-after-answers",
    severity=Severity.ERROR,
    message="Ce texte vient après les réponses : on ne sait pas où l’afficher.",
    mend="écrivez « Explication : » devant, ou placez-le avant les réponses",
    doc="""Après les réponses viennent seulement `Indice :`, `Si juste :`, `Si partiel :`, `Si faux
:` et `Explication :`.

Mauvais : une phrase seule après la dernière réponse.

Bon : `Explication : …`""",
)

TEXT_BETWEEN_QUESTIONS = Rule(
    code="quiz/text-between-questions",
    severity=Severity.ERROR,
    message="Ce texte est entre deux questions : il ne serait pas affiché.",
    mend="mettez-le dans une question, ou avant la première : il y sert d’introduction",
    doc="""Les questions d’un quiz sont tirées au sort et mélangées : un texte entre deux questions
n’a pas de place stable.

Mauvais : une phrase après `:::` et avant la question suivante.

Bon : la phrase avant la première question.""",
)

LABEL_TWICE = Rule(
    code="quiz/label-twice",
    severity=Severity.ERROR,
    message="« {label} » est déjà écrit à la ligne {first}.",
    mend="réunissez les deux textes",
    doc="""Une question a une seule explication et un seul message par résultat ; les indices, eux,
peuvent être plusieurs.

Mauvais : deux lignes `Explication :`.

Bon : une seule, en deux paragraphes au besoin.""",
)

EMPTY_BANK = Rule(
    code="quiz/empty-bank",
    severity=Severity.ERROR,
    message="Cette banque ne contient aucune question.",
    mend="ajoutez au moins une question, par exemple `::: qcu #ma-question`",
    doc="""Un quiz sans question ne peut pas être réussi.

Mauvais : un en-tête seul.

Bon : au moins une question.""",
)

DRAW_TOO_LARGE = Rule(
    code="quiz/draw-too-large",
    severity=Severity.ERROR,
    message="Le tirage demande {wanted}{tag}, mais la banque n’en a que {count}.",
    mend="baissez le nombre, ou ajoutez des questions",
    doc="""`tirage` dit combien de questions prendre au hasard, dans toute la banque ou parmi celles
d’une étiquette.

Mauvais : `tirage: 6` avec quatre questions.

Bon : `tirage: 4`""",
)

UNKNOWN_QUESTION = Rule(
    code="quiz/unknown-question",
    severity=Severity.ERROR,
    message="La question citée n’existe pas : « {name} ».",
    mend="écrivez `banque/question`{suggestion}",
    doc="""`::: question banque/nom` montre dans une leçon une question d’une banque.

Mauvais : `::: question comprendre/tl-defnition`

Bon : `::: question comprendre/tl-definition`""",
)

UNKNOWN_BANK = Rule(
    code="quiz/unknown-bank",
    severity=Severity.ERROR,
    message="« {name} » n’est la banque d’aucun module de ce cours.",
    mend="corrigez le nom{suggestion}, ou nommez-la sur la ligne `banque` d’un `module.yaml`",
    doc="""Le résultat d’un quiz compte pour le module qui nomme la banque : sans module, il ne
compterait nulle part.

Mauvais : `::: quiz annexe` sans module dont la banque est `annexe`.

Bon : `::: quiz comprendre`""",
)

UNKNOWN_LESSON = Rule(
    code="quiz/unknown-lesson",
    severity=Severity.ERROR,
    message="« leçon » vise « {name} », qui n’existe pas dans ce cours.",
    mend="donnez le nom du fichier sans `.md`, ou `module/leçon`{suggestion}",
    doc="""Après une réponse fausse, la page propose de revoir la leçon nommée par `leçon`. Un nom
court est celui d’une leçon du même module.

Mauvais : `leçon : definire`

Bon : `leçon : definir`, ou `leçon : comprendre/definir` pour un autre module.""",
)

UNKNOWN_LABEL = Rule(
    code="quiz/unknown-label",
    severity=Severity.WARNING,
    message="« {typed} : » n’est pas une étiquette connue : ce texte s’afficherait avec celui qui "
    "précède.",
    mend="écrivez `{meant} :`, ou commencez la phrase autrement",
    doc="""Cinq étiquettes rangent les textes d’une question : `Indice`, `Si juste`, `Si partiel`,
`Si faux` et `Explication`. Une autre ne commence rien : ce qui la suit resterait dans l’indice,
la réponse ou l’énoncé d’avant, et pourrait donner la réponse trop tôt.

Mauvais : `Si vrai : bravo` après un indice.

Bon : `Si juste : bravo`""",
)

UNREAD_WORDS = Rule(
    code="quiz/unread-words",
    severity=Severity.ERROR,
    message="« {words} » n’est pas lu : la ligne d’ouverture d’une question ne porte que sa sorte "
    "et son identifiant, sans espace.",
    mend="{advice}",
    doc="""L’identifiant d’une question s’arrête à la première espace. La suite serait perdue, et
l’identifiant ne pourrait plus être corrigé une fois le cours publié.

Mauvais : `::: qcu #verif terrain`

Bon : `::: qcu #verif-terrain`""",
)
