"""Marks that are almost right, and would be shown as text instead of doing their work."""

from __future__ import annotations

from scorm_export.diagnostic import Rule, Severity

LATE_OPTION = Rule(
    code="text/late-option",
    severity=Severity.WARNING,
    message="« {key} » est séparé de la ligne d’ouverture : ce n’est plus un réglage, et cette "
    "ligne s’affichera comme du texte.",
    mend="supprimez la ligne vide qui la précède, ou commencez la phrase par un autre mot",
    doc="""Les réglages d’un bloc sont les lignes collées à sa ligne d’ouverture ; la première ligne
vide les sépare du texte.

Mauvais :

```markdown
::: qcu #cafe

essais : 3

Que boit-on au café ?

- [x] Du thé
  > Oui.
- [ ] Du sel
  > Non.
:::
```

Bon :

```markdown
::: qcu #cafe
essais : 3

Que boit-on au café ?

- [x] Du thé
  > Oui.
- [ ] Du sel
  > Non.
:::
```""",
)
