"""Texts that look like what authors write, and like what goes wrong with it."""

from __future__ import annotations

from hypothesis import strategies as st

MARKS = [
    *":-[]x#|{}>*_`!()<&\\\"'=~^@/.,;?%→☑☐✅±«»…",
    *("\n" * 6),
    *("\n\n" * 3),
    *(" " * 4),
    "  ",
    "    ",
    "\t",
    "\u00a0",
    "\u202f",
]
CONTAINERS = [
    f"\n{colons} {name}\n"
    for colons in (":::", "::::")
    for name in (
        "qcu #a",
        "qcm #b",
        "vrai-faux #c",
        "réponse-courte #d",
        "numérique #e",
        "appariement #f",
        "ordre #g",
        "trous #h",
        "classement #i",
        "positionnement #j",
        "réflexion #k",
        "scène",
        "fiche 2",
        "figure media/a.svg",
        "étude-de-cas",
        "webinaire",
        "vidéo media/a.mp4",
        "question b/a",
        "quiz b",
        "{.qcu #l}",
        "inconnu",
        "",
    )
]
LINES = [
    "\n- [x] oui\n",
    "\n- [ ] non\n",
    "\n-[ ] non",
    "\n- [x] (50 %) 120 ± 6\n",
    "\n  > retour\n",
    "\n> retour\n",
    "\n- a -> b\n",
    "\n- (leurre) -> c\n",
    "\n1. un\n",
    "\n- **Rubrique**\n  - élément\n",
    "{{ a | b }}",
    "{{ [x] a | [ ] b }}",
    "\npoints : 2\n",
    "\néchelle : a, b\n",
    "\nlongueur : 50 à 200 mots\n",
    "\nIndice : regardez\n",
    "\nSi juste : bravo\n",
    "\nExplication : parce que\n",
    "[[tiers-lieu]]",
    "[[tiers-lieu|mot]]",
    "[@B5]",
    "[^1]",
    "\n[^1]: note\n",
    "[mot](autre.md)",
    "[mot](https://example.org)",
    "[mot](javascript:alert(1))",
    "[mot]{lang=en}",
    "![alternative](media/a.svg)",
    "<script>",
    "<b>",
    "\n## Titre\n",
    "\n| a | b |\n|---|---|\n| c | d |\n",
    "\nTerme\n: définition\n",
    "\n```\n",
    "\n---\n",
]
WORDS = ["le", "tiers-lieu", "d’été", "été", "Explication", "Vrai", "l'habitant", "cœur", "e\u0301"]

markdown = st.lists(st.sampled_from([*MARKS, *CONTAINERS, *LINES, *WORDS]), max_size=40).map(
    "".join
)
"""Markdown as an author under stress might leave it."""

YAML_PIECES = [
    "titre",
    "durée",
    "objectifs",
    "modules",
    "leçons",
    "banque",
    "tirage",
    "B5",
    "énoncé",
    ": ",
    ":",
    " : ",
    "\n",
    "\n  ",
    "\n- ",
    "\n  - ",
    "- ",
    "#",
    " #a",
    " # a",
    '"',
    "'",
    "|",
    ">",
    "|\n  texte\n",
    "*a",
    "&a",
    "!t",
    "<<",
    "[",
    "]",
    "{",
    "}",
    ",",
    "?",
    "%",
    "@",
    "`",
    "\t",
    "---",
    "...",
    "2026-03-01",
    "8 min",
    "oui",
    "12",
    "\u00a0",
    "\u0085",
    *WORDS,
]
yaml = st.lists(st.sampled_from(YAML_PIECES), max_size=30).map("".join)
"""YAML with every trap that French sets."""

_KEYS = ["titre", "durée de vie", "O1", "lu le", "sous-titres", "valable jusqu’au"]
_VALUES = [
    "Un titre",
    '"Attention : #1"',
    "'entre guillemets'",
    "https://example.org/a#b",
    "8 min",
    "à dater",
    "01000",
    "a, b",
    "Attention : deux",
    "coupé #1",
    "-5",
    "[a, b]",
    "*a",
    "suite\n    de la ligne",
]


@st.composite
def _settings(draw: st.DrawFn, indent: int = 0) -> str:
    pad = " " * indent
    lines: list[str] = []
    for key in draw(st.lists(st.sampled_from(_KEYS), min_size=1, max_size=4)):
        form = draw(st.sampled_from(["text", "text", "text", "list", "rows", "block", "inner"]))
        value = draw(st.sampled_from(_VALUES))
        colon = draw(st.sampled_from([":", ":", " :"]))
        if form == "text":
            lines.append(f"{pad}{key}{colon} {value}")
        elif form == "list":
            lines += [f"{pad}{key}{colon}", f"{pad}  - {value}", f"{pad}  - {value}"]
        elif form == "rows":
            lines += [f"{pad}{key}{colon}", f"{pad}- a: {value}", f"{pad}  b: c"]
        elif form == "block":
            lines += [f"{pad}{key}{colon} |", f"{pad}  {value}", "", f"{pad}    # {value}"]
        elif indent < 6:
            lines += [f"{pad}{key}{colon}", draw(_settings(indent + 2))]
        lines += draw(st.sampled_from([[], [], [], [""], ["# note"], [f"{pad}  # note"]]))
    return "\n".join(lines)


plain_yaml = _settings()
"""YAML near the plain style that the guide teaches."""

_WORDY = [
    "§ ",
    " § ",
    "§\n",
    "\n\n",
    "\n§ et §\n",
    "\n## §\n",
    "\n- §\n",
    "\n  - §\n",
    "\n1. §\n",
    "\n> §\n",
    "**§**",
    "*§ §*",
    "`§`",
    "[§](https://example.org)",
    "[**§**](l.md)",
    "[[tiers-lieu|§]]",
    "[§]{lang=en}",
    "[@B5]",
    "[^1]",
    "\n[^1]: §\n",
    "\n| § | § |\n|---|---|\n| § | § |\n",
    "\n§\n: §\n",
    "\n```\n§\n```\n",
    "\n    §\n",
    "\n***\n",
    "§  \n§",
    "\\*§\\*",
    "&amp;§",
    "\n::: scène §\n§\n:::\n",
    "\n:::: étude-de-cas\nlieu : §\n\n§\n\n::: prudence\n§\n:::\n\n::::\n",
    "\n::: fiche 2 §\n§\n:::\n",
    "\n::: webinaire §\ndate : §\nintervenants : §\n\n§\n:::\n",
    "\n::: essentiel\n\n- §\n- §\n\n:::\n",
    "\n::: ",
    ":::\n",
    "§ : §",
]
_ENTRIES = [
    "\n- [x] §\n",
    "\n- [ ] §\n",
    "\n- [ ] §\n  suite §\n",
    "\n-[ ] §\n",
    "\n- [x] (50 %) §\n",
    "\n  > §\n",
    "\n> §\n",
    "§\n",
    "\n- § -> §\n",
    "\n- (leurre) -> §\n",
    "\n1. §\n",
    "\n- **§**\n",
    "\n  - §\n",
    "\n{{§ | §}}\n",
    "\n{{ [x] § | [ ] § }} §\n",
    "\nIndice : §\n",
    "\nSi faux : §\n",
    "\nExplication : §\n\n§\n",
    "\n\n",
]
_SOUND = [
    "qcu #§\n\n§ ?\n\n- [x] §\n  > §\n- [ ] § {fixe}\n\nIndice : §\nSi juste : §",
    "qcm #§\nétiquettes : §\n\n§\n\n- [x] (50 %) §\n- [x] (50 %) §\n- [ ] (-50 %) §\n  > §",
    "vrai-faux #§\n§\n\n- [ ] Vrai §\n  > §\n  §\n- [x] Faux §\n\nExplication : §\n\n- §",
    "réponse-courte #§\n\n§\n\n- [x] §\n- [x] (50 %) § §\n- [ ] §\n  > §",
    "numérique #§\nunité : §\n\n§\n\n- [x] 12\n  > §\n- [ ] 3\n  > §",
    "appariement #§\n§\n\n- § -> §\n  > §\n- § → §\n- (leurre) => §",
    "ordre #§\n§\n\n- §\n\n1. §\n2. §\n  > §",
    "trous #§\n§\n\n§ {{§ | §}} et {{ [x] § | [ ] § }} **§**.\n\nIndice : §",
    "classement #§\n§\n\n- **§**\n  - §\n    > §\n  - §\n- §\n  - §",
    "positionnement #§\néchelle : §, §, §\n\n§\n\n- §\n- § §",
    "réflexion #§\nlongueur : 50 à 200 mots\n\n§\n\nPiste : §\nPiste : §",
]
_KINDS = [
    "qcu",
    "qcm",
    "vrai-faux",
    "réponse-courte",
    "appariement",
    "ordre",
    "trous",
    "classement",
    "positionnement",
    "réflexion",
]


@st.composite
def _question(draw: st.DrawFn) -> str:
    if draw(st.booleans()):
        return f"\n::: {draw(st.sampled_from(_SOUND))}\n:::\n"
    kind = draw(st.sampled_from(_KINDS))
    options = draw(st.lists(st.sampled_from(["étiquettes : §\n", "titre : §\n"]), max_size=2))
    entries = draw(st.lists(st.sampled_from(_ENTRIES), max_size=8))
    scale = "échelle : §, §\n" if kind == "positionnement" else ""
    body = "".join(entries)
    return f"\n::: {kind} #§\n{scale}{''.join(dict.fromkeys(options))}\n§\n{body}\n:::\n"


@st.composite
def worded(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Markdown in which every word that a learner should meet is unlike any other.

    Returns:
        The text and its words.
    """
    piece = st.one_of(st.sampled_from(_WORDY), _question())
    parts = "".join(draw(st.lists(piece, max_size=12))).split("§")
    words = [f"mot{number}z" for number in range(len(parts) - 1)]
    pairs = zip(parts, [*words, ""], strict=True)
    return "".join(part + word for part, word in pairs), words
