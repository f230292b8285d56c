"""Facts: a figure is sourced, dated, still fresh, and fit for what it is used for."""

from __future__ import annotations

from scorm_export.diagnostic import Rule, Severity

BOX_UNCITED = Rule(
    code="fact/box-uncited",
    severity=Severity.WARNING,
    message="Cet encadré « fait » ne cite aucun fait.",
    mend="citez le fait par son code, par exemple [@B5]",
    doc="""\
L’encadré `fait` porte un seul chiffre ou une seule règle, daté et sourcé. Son code mène à la
source et à la date de lecture.

Source : programme du cours, § 6.1, point 4.

Mauvais :

```markdown
::: fait
Un tiers-lieu n’a pas de statut juridique à lui.
:::
```

Bon :

```markdown
::: fait
Un tiers-lieu n’a pas de statut juridique à lui [@A1].
:::
```
""",
)

EXPIRED = Rule(
    code="fact/expired",
    severity=Severity.WARNING,
    message="Le fait {code}, cité par {cited_by}, n’est plus sûr depuis le {date}.",
    mend="relisez sa source, puis mettez à jour l’énoncé et « lu le »",
    doc="""\
Chaque fait a une durée de vie : trois ans après sa lecture s’il est « à dater », un an s’il est
« fragile », toujours s’il est « stable ».
Passé ce terme, le cours peut affirmer une chose devenue fausse.
La clé `valable jusqu’au` fixe un autre terme.

Source : base de faits, § 0 (durée de vie) ; programme du cours, § 12.4 (révision).

Mauvais, quand nous sommes en 2026 :

```yaml
A1:
  énoncé: Le recensement compte 3 500 tiers-lieux.
  source: recensement national
  date: 2019
  confiance: vérifié
  durée de vie: à dater
  lu le: 2020-05-04
```

Bon, après relecture de la source :

```yaml
A1:
  énoncé: Le recensement compte 3 500 tiers-lieux.
  source: recensement national
  date: 2023
  confiance: vérifié
  durée de vie: à dater
  lu le: 2026-05-04
```
""",
)

FIGURE_UNSOURCED = Rule(
    code="fact/figure-unsourced",
    severity=Severity.WARNING,
    message="Le chiffre « {figure} » n’est rattaché à aucun fait.",
    mend="citez le fait dans le même paragraphe, par exemple [@B5], ou retirez le chiffre",
    doc="""\
Un chiffre sans source ne peut être ni vérifié, ni daté, ni mis à jour.

Sont des chiffres : un pourcentage, un montant, une année de 1900 à 2099, un nombre de deux
chiffres ou plus suivi d’un mot.
N’en sont pas : les durées (« 10 minutes », « 90 jours », « 20 ans »), les longueurs demandées
(« 200 mots »), les numéros (« leçon 12 », « n° 36 »), les dates sans année, « loi de 1901 ».

La citation peut se trouver :

- dans le même paragraphe, la même puce ou le même tableau ;
- dans la phrase terminée par « : » qui annonce la liste ou le tableau ;
- dans le paragraphe « Source : … » qui suit ;
- n’importe où dans le même encadré `fait`, `étude-de-cas` ou `déniché`, ou dans la légende
  d’une figure.

Ne sont pas examinés : les titres, les questions, les conteneurs `scène`, `à-vous`, `fiche`,
`objectifs`, `ressources`, les webinaires et les transcriptions, ni les passages de fiction :
ceux qui contiennent « (fictif) » ou un nom propre que le cours a ainsi marqué, comme « Valbrune
(fictif) ».

Source : base de faits, § 0, règles d’écriture 1 et 5.

Mauvais :

```markdown
La France compte 3 500 tiers-lieux.
```

Bon :

```markdown
La France comptait 3 500 tiers-lieux en 2023 [@A1].
```
""",
)

FRAGILE_GRADED = Rule(
    code="fact/fragile-graded",
    severity=Severity.ERROR,
    message=(
        "La question notée « {question} » repose sur le fait fragile {code}, sans année dans "
        "l’énoncé."
    ),
    mend="écrivez l’année dans l’énoncé, ou mettez « points : 0 »",
    doc="""\
Un fait fragile change avec chaque loi de finances. Une question notée qui n’en dit pas l’année
devient fausse sans que personne ne le voie, et fait perdre des points à tort.
Le fait peut être cité dans l’énoncé, une réponse, un commentaire ou l’explication.

Source : programme du cours, § 6.3 ; base de faits, § 0 (durée de vie).

Mauvais :

```markdown
::: vrai-faux #seuil
Le plafond est de 3 000 €.

- [x] Vrai
  > C’est le montant en vigueur [@F1].
- [ ] Faux
  > C’est pourtant le montant en vigueur [@F1].
:::
```

Bon :

```markdown
::: vrai-faux #seuil
En 2025, le plafond était de 3 000 €.

- [x] Vrai
  > C’est le montant de cette année-là [@F1].
- [ ] Faux
  > C’est pourtant le montant de cette année-là [@F1].
:::
```
""",
)

NEVER_CITED = Rule(
    code="fact/never-cited",
    severity=Severity.INFO,
    message="Le fait {code} n’est cité nulle part.",
    mend="citez-le, ou gardez-le en réserve",
    doc="""\
Un fait que rien ne cite demande quand même à être relu. L’avis aide à savoir lesquels suivre ;
garder une réserve n’est pas une faute.

Mauvais :

```yaml
Z9:
  énoncé: Un fait gardé en réserve.
  source: un rapport
  date: 2023
  confiance: vérifié
  durée de vie: stable
  lu le: 2026-01-15
```
""",
)

TO_CONFIRM = Rule(
    code="fact/to-confirm",
    severity=Severity.INFO,
    message="Le fait {code}, cité par {cited_by}, est une « connaissance générale » à confirmer.",
    mend="ouvrez sa source, puis écrivez « vérifié », ou retirez-le",
    doc="""\
Un fait marqué « connaissance générale » n’a pas été lu dans une source. Il doit être vérifié
par un relecteur, ou retiré, avant la publication.

Source : programme du cours, § 12.2 ; base de faits, § 0 (confiance).

Mauvais :

```yaml
A1:
  énoncé: Les foyers ruraux existaient avant le mot.
  source: à ouvrir
  date: XXe siècle
  confiance: connaissance générale
  durée de vie: stable
  lu le: 2026-01-15
```
""",
)

TO_SOURCE = Rule(
    code="fact/to-source",
    severity=Severity.WARNING,
    message="Ce passage porte la marque « À SOURCER ».",
    mend="trouvez la source, ou retirez la phrase avant de publier",
    doc="""\
La marque `[[À SOURCER]]` dit qu’un fait manque. Elle est permise pendant l’écriture ; la
publication, qui se fait avec `--strict`, la refuse.

Source : base de faits, § 0, règle d’écriture 5.

Mauvais :

```markdown
Beaucoup de lieux ont commencé par un café [[À SOURCER]].
```

Bon :

```markdown
Beaucoup de lieux ont commencé par un café [@A1].
```
""",
)

UNDATED = Rule(
    code="fact/undated",
    severity=Severity.INFO,
    message=(
        "Le chiffre « {figure} » vient du fait {code}, qui change, et ce passage ne dit pas de "
        "quelle année."
    ),
    mend="écrivez l’année dans le même paragraphe",
    doc="""\
Le code d’un fait mène à sa date, mais qui lit la phrase ne la voit pas. Un chiffre « à dater »
ou « fragile » porte toujours son année à côté.

Source : base de faits, § 0, règle d’écriture 1.

Mauvais :

```markdown
La France compte 3 500 tiers-lieux [@D1].
```

Bon :

```markdown
La France comptait 3 500 tiers-lieux en 2023 [@D1].
```
""",
)

FICTION_UNMARKED = Rule(
    code="fact/fiction-unmarked",
    severity=Severity.WARNING,
    message="« {name} » est inventé, et cette scène ne le dit pas.",
    mend="ajoutez « (fictif) » ou « (fictive) » après le nom, à sa première mention",
    doc="""Une scène raconte ce qui n’a pas eu lieu. Qui ouvre le cours à cette leçon doit savoir
que le lieu ou la personne n’existe pas : le cours l’a dit ailleurs, chaque scène le redit.

Mauvais : `Nadia ouvre la porte.`, quand une autre leçon écrit « Nadia (fictive) ».

Bon : `Nadia (fictive) ouvre la porte.`""",
)
