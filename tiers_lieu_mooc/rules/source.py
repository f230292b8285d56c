"""What can be wrong with files and folders, before any text is understood."""

from __future__ import annotations

from scorm_export.diagnostic import Rule, Severity

NO_COURSE = Rule(
    code="source/no-course",
    severity=Severity.ERROR,
    message="Le dossier « {folder} » ne contient pas de fichier `course.yaml`.",
    mend="vérifiez le nom du dossier, ou créez le cours avec `tiers-lieu new cours`",
    doc="""Un cours est un dossier de `courses/` qui contient `course.yaml` : ce fichier porte le
titre et la liste des modules. Sans lui, rien d’autre ne peut être lu.

Mauvais : un dossier `courses/essai/` vide.

Bon : `courses/essai/course.yaml` avec au moins `titre` et `modules`.""",
)

NOT_UTF8 = Rule(
    code="source/not-utf8",
    severity=Severity.ERROR,
    message="Ce fichier n’est pas enregistré en UTF-8 : un caractère (octet {byte}) ne se lit pas.",
    mend="enregistrez-le de nouveau en choisissant l’encodage « UTF-8 »",
    doc="""Les lettres accentuées s’écrivent de plusieurs façons selon les logiciels. Le projet n’en
lit qu’une, UTF-8, celle du Web et de tous les éditeurs récents ; une autre donnerait des « Ã© » aux
apprenants.

Mauvais : un fichier enregistré en « Windows-1252 » ou « ANSI ».

Bon : le même, enregistré en « UTF-8 ».""",
)

BYTE_ORDER_MARK = Rule(
    code="source/byte-order-mark",
    severity=Severity.INFO,
    message="Ce fichier commence par une marque invisible (BOM), qui a été ignorée.",
    mend="si votre éditeur le propose, enregistrez en « UTF-8 » plutôt qu’en « UTF-8 avec BOM »",
    doc="""Certains logiciels écrivent trois octets invisibles au début des fichiers. Ils sont
inutiles en UTF-8 et gênent d’autres outils ; ici, ils sont simplement sautés.

Mauvais : « UTF-8 avec BOM ».

Bon : « UTF-8 ».""",
)

CONTROL_CHARACTER = Rule(
    code="source/control-character",
    severity=Severity.ERROR,
    message="Caractère invisible interdit ({name}).",
    mend="supprimez-le : il vient souvent d’un copier-coller",
    doc="""Les caractères de commande et les caractères privés ne s’affichent pas, et le fichier XML
que lisent les plateformes les interdit (XML 1.0, production `Char`).

Mauvais : un texte collé d’un ancien document, avec un caractère U+000B au milieu.

Bon : le même texte, retapé à cet endroit.""",
)

INVISIBLE_CHARACTER = Rule(
    code="source/invisible-character",
    severity=Severity.WARNING,
    message="Caractère invisible : {name}. Il n’est pas lu{more}.",
    mend="effacez-le : placez le curseur juste après et appuyez sur la touche d’effacement, ou "
    "retapez le mot",
    doc="""Les pages Web et les traitements de texte glissent dans les mots des signes sans largeur,
qui partent avec un copier-coller. Personne ne les voit, mais un mot qui en contient n’est plus le
même : ni le glossaire, ni la recherche, ni les réglages ne le reconnaissent.

Mauvais : « tiers-lieu » collé d’un site, avec un trait d’union conditionnel au milieu.

Bon : le même mot, retapé.""",
)

TAB = Rule(
    code="source/tab",
    severity=Severity.WARNING,
    message="Ce fichier contient des tabulations (première ici, {lines} en tout).",
    mend="remplacez chaque tabulation par des espaces",
    doc="""Une tabulation vaut quatre espaces en Markdown : placée au début d’une ligne, elle peut
changer un paragraphe en bloc de code. En YAML, elle est interdite. Les espaces ne trompent
personne.

Mauvais : une ligne qui commence par une tabulation.

Bon : la même, avec deux espaces.""",
)

TOO_BIG = Rule(
    code="source/too-big",
    severity=Severity.ERROR,
    message="Ce fichier pèse {size} ; la limite est de {limit}. Il n’a pas été lu.",
    mend="découpez-le en plusieurs leçons, ou vérifiez qu’il s’agit bien d’un texte",
    doc="""Une leçon pèse quelques milliers de caractères. Un texte d’un mégaoctet est presque
toujours une erreur de fichier, et bloquerait la vérification.

Mauvais : une image renommée en `.md`.

Bon : un texte de moins de 1 Mo.""",
)

LINE_TOO_LONG = Rule(
    code="source/line-too-long",
    severity=Severity.ERROR,
    message="Cette ligne compte {length} caractères ; la limite est de {limit}.",
    mend="coupez la ligne : une phrase par ligne, par exemple",
    doc="""Une ligne aussi longue ne se relit pas et ne se compare pas d’une version à l’autre. Elle
vient le plus souvent d’une image collée dans le texte.

Mauvais : une image « data:… » collée dans la leçon.

Bon : l’image dans `media/`, et `![…](media/nom.png)` dans la leçon.""",
)

TOO_MANY = Rule(
    code="source/too-many",
    severity=Severity.ERROR,
    message="Ce fichier compte {count} {things} ; la limite est de {limit}. Il n’a pas été lu.",
    mend="découpez-le en plusieurs leçons ou banques, ou vérifiez qu’il s’agit bien d’un texte",
    doc="""Une leçon compte quelques centaines de lignes et de signes de mise en forme. Des milliers
d’étoiles, de crochets ou de lignes d’une lettre viennent d’un fichier abîmé ou d’un autre format,
et bloqueraient la vérification.

Mauvais : un fichier de 30 000 crochets.

Bon : un texte, avec ses titres, ses listes et ses liens.""",
)

EMPTY_FILE = Rule(
    code="source/empty-file",
    severity=Severity.ERROR,
    message="Ce fichier est vide.",
    mend="écrivez-le, ou retirez son nom de la liste",
    doc="""Un fichier vide donnerait une page vide aux apprenants.

Mauvais : `definir.md` créé mais jamais rempli.

Bon : un en-tête avec `titre` et `durée`, puis le texte.""",
)

NOT_A_FILE = Rule(
    code="source/not-a-file",
    severity=Severity.ERROR,
    message="« {name} » devrait être un fichier ordinaire, mais c’est {what}.",
    mend="renommez-le ou déplacez-le, puis créez le fichier attendu",
    doc="""À cet endroit, le cours attend un fichier de texte. Un dossier du même nom le cache.

Mauvais : un dossier appelé `glossaire.md`.

Bon : un fichier `glossaire.md`.""",
)

UNREADABLE = Rule(
    code="source/unreadable",
    severity=Severity.ERROR,
    message="Ce fichier n’a pas pu être lu ({reason}).",
    mend="vérifiez qu’il existe encore et que vous avez le droit de le lire",
    doc="""L’ordinateur refuse d’ouvrir ce fichier : droits insuffisants, lien vers un fichier
disparu, disque débranché.

Mauvais : un raccourci vers un fichier supprimé.

Bon : le fichier lui-même.""",
)

OUTSIDE = Rule(
    code="source/outside",
    severity=Severity.ERROR,
    message="« {name} » est un raccourci qui mène hors du cours.",
    mend="copiez le fichier dans le dossier du cours, à la place du raccourci",
    doc="""Un cours doit tenir dans son dossier : sinon il se casse quand on l’envoie à quelqu’un,
et un fichier privé de l’ordinateur pourrait partir avec le paquet.

Mauvais : `media/plan.png`, lien vers `/home/nadia/Images/plan.png`.

Bon : une copie de l’image dans `media/`.""",
)

UNEXPECTED_FILE = Rule(
    code="source/unexpected-file",
    severity=Severity.WARNING,
    message="« {name} » n’a pas sa place ici : il ne sera pas repris dans le cours.",
    mend="renommez-le ou déplacez-le{hint}, par exemple dans le dossier `revue/` du cours",
    doc="""Seuls comptent `course.yaml`, `module.yaml`, les leçons `.md`, `glossaire.md`,
`faits.yaml`, `published-ids.txt` et les dossiers `media/` et `revue/`. Tout autre fichier serait
oublié sans bruit ; mieux vaut le dire.

Mauvais : `comprendre/definir.docx`.

Bon : `comprendre/definir.md`.""",
)

MISSING_LESSON = Rule(
    code="source/missing-lesson",
    severity=Severity.ERROR,
    message="La leçon « {name} » est dans la liste, mais le fichier `{file}` n’existe pas.",
    mend="créez ce fichier, ou corrigez la liste{suggestion}",
    doc="""`module.yaml` donne les leçons dans l’ordre ; chaque nom est celui d’un fichier `.md` du
même dossier, sans l’extension.

Mauvais : `- definire` quand le fichier s’appelle `definir.md`.

Bon : `- definir`.""",
)

MISSING_MODULE = Rule(
    code="source/missing-module",
    severity=Severity.ERROR,
    message="Le module « {name} » est dans la liste, mais `{file}` n’existe pas.",
    mend="créez ce dossier et son `module.yaml`, ou corrigez la liste{suggestion}",
    doc="""`course.yaml` donne les modules dans l’ordre ; chaque nom est celui d’un dossier qui
contient `module.yaml`.

Mauvais : `- comprendr` quand le dossier s’appelle `comprendre`.

Bon : `- comprendre`.""",
)

MISSING_BANK = Rule(
    code="source/missing-bank",
    severity=Severity.ERROR,
    message="La banque de questions « {name} » n’existe pas : le fichier `{file}` est introuvable.",
    mend="créez ce fichier, ou corrigez la ligne `banque`{suggestion}",
    doc="""La ligne `banque` de `module.yaml` nomme un fichier de `quizzes/<cours>/`, sans
l’extension.

Mauvais : `banque: module1` sans fichier `quizzes/essai/module1.md`.

Bon : `banque: comprendre` avec `quizzes/essai/comprendre.md`.""",
)

UNLISTED_LESSON = Rule(
    code="source/unlisted-lesson",
    severity=Severity.WARNING,
    message="Cette leçon n’est dans la liste `leçons` d’aucun module : "
    "elle n’est pas dans le cours.",
    mend="ajoutez `- {name}` à la liste `leçons` de `{file}`, ou rangez le fichier dans le "
    "dossier `revue/` du cours",
    doc="""L’ordre des leçons s’écrit dans `module.yaml`. Un fichier qui n’y est pas nommé ne serait
jamais vu des apprenants.

Mauvais : `financer.md` présent, mais absent de `leçons`.

Bon : `- financer` ajouté à la liste.""",
)

UNLISTED_MODULE = Rule(
    code="source/unlisted-module",
    severity=Severity.WARNING,
    message="Le module « {name} » n’est pas dans la liste `modules` du cours.",
    mend="ajoutez `- {name}` à la liste `modules` de `{file}`, ou rangez le dossier dans `revue/`",
    doc="""L’ordre des modules s’écrit dans `course.yaml`. Un dossier qui n’y est pas nommé ne
serait jamais vu des apprenants.

Mauvais : un dossier `animer/` avec son `module.yaml`, absent de `modules`.

Bon : `- animer` ajouté à la liste.""",
)

UNLISTED_BANK = Rule(
    code="source/unlisted-bank",
    severity=Severity.WARNING,
    message="Cette banque de questions n’est celle d’aucun module.",
    mend="ajoutez `banque: {name}` au `module.yaml` qui convient, ou rangez le fichier ailleurs",
    doc="""Une banque ne sert que si un module la nomme sur sa ligne `banque`.

Mauvais : `quizzes/essai/animer.md` qu’aucun `module.yaml` ne nomme.

Bon : `banque: animer` dans `animer/module.yaml`.""",
)

CONFLICT_MARKS = Rule(
    code="source/conflict-marks",
    severity=Severity.ERROR,
    message="Ce fichier contient deux versions du même passage : Git n’a pas pu les réunir "
    "(`{mark}`). Il n’a pas été lu.",
    mend="gardez l’une des deux versions, puis supprimez les lignes `<<<<<<<`, `=======` et "
    "`>>>>>>>`",
    doc="""Quand deux personnes changent les mêmes lignes, Git met les deux versions l’une sous
l’autre, entre des lignes de sept signes, et attend que quelqu’un choisisse. Publiées telles
quelles, les deux versions et les signes s’afficheraient.

Mauvais : une ligne `<<<<<<< HEAD` dans une leçon.

Bon : la version choisie, sans ces lignes.""",
)
