"""What can be wrong with pictures, sound, video and documents."""

from __future__ import annotations

from scorm_export.diagnostic import Rule, Severity

MISSING = Rule(
    code="media/missing",
    severity=Severity.ERROR,
    message="Le fichier « {name} » n’existe pas.",
    mend="ajoutez-le au dossier `media/`, ou corrigez le chemin{suggestion}",
    doc="""Une image citée mais absente laisserait un trou dans la page.

Mauvais : `![Le plan](media/plan.png)` sans fichier `media/plan.png`.

Bon : le fichier présent, au nom près.""",
)

OUTSIDE = Rule(
    code="media/outside",
    severity=Severity.ERROR,
    message="Le chemin « {name} » sort du cours ou ne passe pas par un dossier `media/`.",
    mend="copiez le fichier dans le dossier `media/` du module et écrivez `media/nom.ext`",
    doc="""Seuls les fichiers des dossiers `media/` du cours partent dans le paquet.

Mauvais : `![Le plan](../../../Images/plan.png)`

Bon : `![Le plan](media/plan.png)`""",
)

REMOTE = Rule(
    code="media/remote",
    severity=Severity.ERROR,
    message="{thing} est sur un autre site : « {name} ».",
    mend="téléchargez le fichier (si sa licence le permet) dans `media/` et écrivez "
    "`media/nom.ext`, ou donnez un lien dans le texte",
    doc="""Un paquet doit s’afficher sans connexion, et ne signaler à personne qui le lit.

Mauvais : `![Logo](https://example.org/logo.png)`

Bon : `![Logo](media/logo.png)`""",
)

BAD_NAME = Rule(
    code="media/bad-name",
    severity=Severity.ERROR,
    message="Le nom « {name} » ne convient pas{reason}.",
    mend="employez des minuscules sans accent, des chiffres, `-`, `_` et un point : `{example}`",
    doc="""Accents, espaces et majuscules changent de sens d’une plateforme à l’autre : le fichier
deviendrait introuvable.

Mauvais : `Plan du Café.PNG`

Bon : `plan-du-cafe.png`""",
)

BAD_EXTENSION = Rule(
    code="media/bad-extension",
    severity=Severity.ERROR,
    message="Les fichiers « {extension} » ne sont pas admis dans `media/`.",
    mend="{hint}extensions possibles : {known}",
    doc="""Les navigateurs et les plateformes lisent un petit nombre de formats. Les autres seraient
téléchargés au lieu d’être affichés, ou refusés.

Mauvais : `plan.bmp`, `statuts.docx`

Bon : `plan.png`, `statuts.pdf`""",
)

SERVER_SIDE = Rule(
    code="media/server-side",
    severity=Severity.ERROR,
    message="« {name} » est un programme de serveur : il ne peut pas faire partie d’un cours.",
    mend="retirez ce fichier du dossier `media/`",
    doc="""Déposé sur une plateforme mal réglée, un fichier `.php`, `.jsp` ou `.htaccess` pourrait y
être exécuté ; beaucoup refusent le paquet entier.

Mauvais : `media/compteur.php`

Bon : aucun programme dans `media/`.""",
)

TOO_BIG = Rule(
    code="media/too-big",
    severity=Severity.ERROR,
    message="Ce fichier pèse {size} ; la limite est de {limit}. Il n’a pas été lu.",
    mend="réduisez-le : pour une image, 1 600 pixels de large suffisent",
    doc="""À 400 kbit/s, un débit courant en zone rurale, 2 Mo demandent quarante secondes.

Mauvais : une photo de 5 Mo sortie de l’appareil.

Bon : la même, réduite à 1 600 pixels de large.""",
)

HEAVY = Rule(
    code="media/heavy",
    severity=Severity.WARNING,
    message="Ce fichier pèse {size} : c’est beaucoup pour une connexion lente.",
    mend="visez moins de {limit} : réduisez les dimensions ou enregistrez en WebP",
    doc="""Au-delà de 300 ko, une image met plus de six secondes à venir sur une connexion faible.

Mauvais : une photo de 900 ko.

Bon : la même en WebP, 120 ko.""",
)

BROKEN = Rule(
    code="media/broken",
    severity=Severity.ERROR,
    message="Ce fichier ne se lit pas comme un fichier « {extension} » : {reason}.",
    mend="exportez-le de nouveau depuis le logiciel d’origine",
    doc="""Le contenu ne correspond pas à l’extension, ou le fichier est coupé : l’image ne
s’afficherait pas.

Mauvais : une page Web enregistrée sous le nom `plan.png`.

Bon : une vraie image PNG.""",
)

TOO_MANY_PIXELS = Rule(
    code="media/too-many-pixels",
    severity=Severity.ERROR,
    message="Cette image mesure {size} : elle épuiserait la mémoire d’un téléphone.",
    mend="réduisez-la à 1 600 pixels de large",
    doc="""Une image très comprimée peut tenir en peu d’octets et demander des gigaoctets à
l’affichage. La limite est de 24 millions de pixels.

Mauvais : 30 000 × 30 000 pixels.

Bon : 1 600 × 1 200 pixels.""",
)

UNSAFE_SVG = Rule(
    code="media/unsafe-svg",
    severity=Severity.ERROR,
    message="Ce dessin SVG contient {what}, ce qui n’est pas admis.",
    mend="{mend} ; à défaut, exportez le dessin en PNG",
    doc="""Un fichier SVG peut contenir un programme, appeler un autre site ou définir des entités
qui grossissent sans fin. Un dessin n’a besoin de rien de cela : seuls sont admis les éléments, les
attributs et les propriétés de style qui dessinent, en UTF-8. Le constat donne la ligne et la
colonne dans le dessin ; rien n’y est changé à votre place.

- Graphviz, matplotlib, LibreOffice et d’autres écrivent une ligne `<!DOCTYPE…>` : supprimez-la,
  d’un bout à l’autre, dans un éditeur de texte.
- draw.io met les textes dans des morceaux de page Web : décochez « Texte formaté » pour chaque
  texte, puis exportez de nouveau. Mermaid en fait autant, sauf si `htmlLabels` vaut `false`.
- Inkscape : enregistrez en « SVG simple » ; incorporez les images ; convertissez le texte en cadre
  en texte.
- Illustrator : « Exporter sous », SVG, styles internes, polices vectorisées.
- Un lien ne marcherait pas dans une image : donnez-le dans le texte de la leçon.

Mauvais : `<script>`, `href="https://…"` ou `url(https://…)` dans le dessin.

Bon : des tracés, des formes et du texte ; `href="#…"` et `url(#…)` ; des images incorporées.""",
)

NO_SIZE = Rule(
    code="media/no-size",
    severity=Severity.WARNING,
    message="Ce dessin SVG ne dit pas ses dimensions : la page sautera pendant le chargement.",
    mend="ajoutez `viewBox` ou `width` et `height` à la balise `<svg>`",
    doc="""Le navigateur réserve la place d’une image d’après ses dimensions. Sans elles, le texte
bouge sous les yeux du lecteur.

Mauvais : `<svg xmlns="http://www.w3.org/2000/svg">`

Bon : `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360">`""",
)

UNUSED = Rule(
    code="media/unused",
    severity=Severity.INFO,
    message="Aucune page n’emploie ce fichier : il ne partira pas dans le paquet.",
    mend="citez-le dans une leçon, ou rangez-le hors de `media/`",
    doc="""Seuls les fichiers cités sont mis dans le paquet, pour qu’il reste léger.

Mauvais : `media/plan-v1.png`, remplacé depuis par `plan-v2.png`.

Bon : seulement les images en usage.""",
)

WRONG_KIND = Rule(
    code="media/wrong-kind",
    severity=Severity.ERROR,
    message="« {name} » n’est pas {expected}.",
    mend="employez un fichier de l’un de ces types : {known}",
    doc="""Une figure attend une image, une vidéo attend un fichier vidéo, des sous-titres attendent
un fichier WebVTT.

Mauvais : `![Le plan](media/plan.pdf)`

Bon : `![Le plan](media/plan.png)`, et un lien vers le PDF.""",
)

NO_ALTERNATIVE = Rule(
    code="media/no-alternative",
    severity=Severity.ERROR,
    message="Cette image n’a pas de texte de remplacement.",
    mend="écrivez ce que l’image apprend entre les crochets : `![Trois cercles qui se croisent]"
    "({name})` ; si elle n’apprend rien, écrivez `![décorative]({name})`",
    doc="""Les personnes qui ne voient pas l’image l’entendent décrite par ce texte (RGAA 1.1). Il
dit ce que l’image apprend, pas qu’il y a une image.

Mauvais : `![](media/schema.svg)`

Bon : `![Trois cercles : habitants, mairie, association](media/schema.svg)`""",
)

NO_CAPTIONS = Rule(
    code="media/no-captions",
    severity=Severity.ERROR,
    message="Cette vidéo n’a pas de sous-titres.",
    mend="ajoutez une ligne `sous-titres : media/nom.vtt` sous la ligne d’ouverture",
    doc="""Sans sous-titres, les personnes sourdes ou sans casque sont privées du contenu (RGAA
4.3).

Mauvais : `::: vidéo media/visite.mp4` sans ligne `sous-titres`.

Bon : `sous-titres : media/visite.vtt`""",
)

NO_TRANSCRIPT = Rule(
    code="media/no-transcript",
    severity=Severity.ERROR,
    message="Cet enregistrement n’a pas de transcription.",
    mend="écrivez tout ce qui est dit entre la ligne d’ouverture et `:::`",
    doc="""La transcription sert à ceux qui n’entendent pas, qui ont peu de réseau, ou qui préfèrent
lire (RGAA 4.1).

Mauvais : `::: audio media/temoin.mp3` suivi aussitôt de `:::`.

Bon : le texte entier de l’enregistrement entre les deux.""",
)

BAD_CAPTIONS = Rule(
    code="media/bad-captions",
    severity=Severity.ERROR,
    message="Ce sous-titre n’est pas lisible : {reason}.",
    mend="écrivez une ligne d’heures comme `00:04.000 --> 00:07.500`, puis le texte, puis une "
    "ligne vide",
    doc="""Un navigateur passe sans rien dire les sous-titres dont la ligne d’heures est mal
écrite : une partie de la vidéo resterait muette pour qui n’entend pas (RGAA 4.3).

Mauvais : `0:04 -> 0:07`

Bon : `00:04.000 --> 00:07.500`""",
)

UNSAFE_CAPTIONS = Rule(
    code="media/unsafe-captions",
    severity=Severity.ERROR,
    message="Ces sous-titres contiennent {what}, ce qui n’est pas admis.",
    mend="{mend} ; à défaut, supprimez tout le bloc `STYLE`",
    doc="""Un bloc `STYLE` dit comment écrire les sous-titres. Il n’a pas à chercher une image ou
une police ailleurs, ce qui signalerait à un autre site qui regarde la vidéo.

Mauvais : `::cue { background: url(https://example.org/fond.png) }`

Bon : `::cue { background: black }`""",
)

CAPTIONS_OVERLAP = Rule(
    code="media/captions-overlap",
    severity=Severity.WARNING,
    message="Ce sous-titre commence avant la fin du précédent ({end}).",
    mend="avancez la fin du précédent, ou retardez celui-ci",
    doc="""Deux sous-titres affichés ensemble se gênent : on ne sait plus lequel lire, ni qui parle.

Mauvais : `00:00.000 --> 00:05.000`, suivi de `00:04.000 --> 00:07.000`

Bon : `00:00.000 --> 00:04.000`, suivi de `00:04.000 --> 00:07.000`""",
)

CAPTIONS_SHORT = Rule(
    code="media/captions-short",
    severity=Severity.WARNING,
    message="Les sous-titres s’arrêtent à {end}, et la vidéo dure {duration}.",
    mend="sous-titrez la fin aussi ; s’il ne s’y dit rien, écrivez par exemple `[Musique]`",
    doc="""Des sous-titres qui s’arrêtent avant 90 % de la durée annoncée sont presque toujours un
fichier resté en chantier.

Mauvais : `durée : 3 min`, et un dernier sous-titre à `01:10.000`

Bon : un dernier sous-titre à `02:55.000`""",
)

CREDITS_INCOMPLETE = Rule(
    code="media/credits-incomplete",
    severity=Severity.WARNING,
    message="Les crédits de « {name} » ne disent pas tout : il manque {missing}.",
    mend="ajoutez ces lignes sous `{name}:`",
    doc="""Les licences Creative Commons demandent de citer le titre, l’auteur, la source et la
licence de ce qu’on réutilise. `media/CREDITS.yaml` garde ces quatre lignes pour chaque fichier.

Mauvais : `plan.svg` avec `titre` seulement.

Bon : `titre`, `auteur`, `source` et `licence` sous `plan.svg:`.""",
)

UNPLAYABLE_VIDEO = Rule(
    code="media/unplayable-video",
    severity=Severity.ERROR,
    message="Cette vidéo est codée en {codec}, que beaucoup de navigateurs ne lisent pas.",
    mend="exportez-la de nouveau en H.264 (le réglage « le plus compatible » des téléphones)",
    doc="""Les téléphones récents filment en HEVC. Firefox et beaucoup d’ordinateurs montrent alors
un écran noir, ou le son seul. Le codage H.264 se lit partout.

Mauvais : un fichier `.mp4` sorti tel quel d’un téléphone réglé sur « haute efficacité ».

Bon : la même vidéo en H.264.""",
)

POSITION_REMOVED = Rule(
    code="media/position-removed",
    severity=Severity.WARNING,
    message="Cette photo dit où elle a été prise : sa position a été retirée du paquet, pas du "
    "fichier d’origine.",
    mend="si le dépôt du cours est public, enregistrez la photo sans sa position",
    doc="""Les téléphones notent dans chaque photo la latitude et la longitude. Publiée telle
quelle, la photo donnerait l’adresse d’une personne à qui la télécharge. Le paquet n’emporte
que l’image.

Mauvais : une photo prise chez une bénévole, position comprise.

Bon : la même, enregistrée sans ses informations de lieu.""",
)

POSITION_KEPT = Rule(
    code="media/position-kept",
    severity=Severity.ERROR,
    message="Cette image dit où elle a été prise, et sa position ne peut pas en être retirée "
    "automatiquement.",
    mend="enregistrez-la sans ses informations de lieu, ou en `.jpg`, `.png` ou `.webp`",
    doc="""Une image garde parfois la latitude et la longitude du lieu où elle a été prise. Le
programme les retire des fichiers `.jpg`, `.png`, `.webp` et `.avif`, sauf d’un fichier `.avif`
qui les range de façon inhabituelle, par exemple d’une photo tournée.

Mauvais : une photo `.avif` tournée, position comprise.

Bon : la même image enregistrée sans ses informations de lieu.""",
)
